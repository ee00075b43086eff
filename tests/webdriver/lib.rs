//! The three browser engines that visitors have, and a page in one of them as a visitor uses it.
//!
//! One run speaks to one engine, the one that `PPIMHS_ENGINE` names: `chromium` (if it is not set),
//! `firefox` or `webkit`. So every test can be asked of every engine, and none is written three times.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing that is not as it must be"
)]

pub mod browser;
pub mod devtools;
mod display;
mod driver;
pub mod engine;
pub mod page;
pub mod server;
