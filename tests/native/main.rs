//! Everything that can be observed without a browser, and needs more than the core.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing that is not as it must be"
)]

mod criteria;
mod docs;
#[path = "../core/files.rs"]
mod files;
mod hazards;
mod house_rules;
mod pages;
mod screens;
#[path = "../core/visitors.rs"]
mod visitors;
mod web_editors;
