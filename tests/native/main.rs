//! Tests the screens, the rules for the code, the documents and the hazard log without a browser.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at its first failure"
)]

mod docs;
mod draw_screens;
#[path = "../core/support/files.rs"]
mod files;
mod floor_plan;
mod hazards;
mod house_rules;
mod markdown;
mod npm_lock_files;
mod snippets_and_recipes;
mod sources;
#[path = "../core/support/visitors.rs"]
mod visitors;
mod vocabulary;
mod wcag_criteria;
