//! Acts in a page as a visitor does, in one of three browser engines.
//!
//! One run of the tests uses one engine. `PPIMHS_ENGINE` is `chromium` (the default), `firefox` or
//! `webkit`.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at its first failure"
)]

pub mod browser;
pub mod devtools;
mod display;
mod driver;
pub mod engine;
pub mod files;
pub mod input;
mod journey;
pub mod page;
pub mod port;
pub mod server;
