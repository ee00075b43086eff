//! The widget as a visitor meets it: the built page in real Chromium, driven through WebDriver.
//! `cargo xtask test` builds the page and finds the browser first.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing that is not as it must be"
)]

mod accessibility;
mod failures;
mod hosts;
mod journeys;
mod modules;
mod page;
mod server;
mod steps;
mod webdriver;
