//! The widget as a visitor meets it: the built page in real Chromium, Firefox or WebKitGTK, driven
//! through WebDriver. `cargo xtask test` builds the page and finds the browsers first.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing that is not as it must be"
)]

mod accessibility;
mod built;
mod colours;
mod exit;
mod export;
mod failures;
mod first_question;
#[path = "../bench/heap.rs"]
mod heap;
mod hosts;
mod journeys;
mod keyboard;
mod layout;
mod loading;
mod memory;
mod messages;
mod modules;
mod names;
mod review;
mod steps;
#[path = "../screens/stories.rs"]
mod stories;
mod trust;
mod walkthrough;
mod web_editors;
