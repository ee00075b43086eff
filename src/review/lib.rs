//! Turns a checked pathway and its proof into pages for clinical leads: the review page and the
//! sign-off pack. The pages show every rule, law, text, contact and scenario in the words that
//! people read, and the reasons to give each outcome.
//!
//! This crate uses no file, no clock and no browser. Its caller passes today's date.

mod compare;
mod condition;
mod contacts;
mod decision_table;
mod explain;
pub mod graph;
pub mod journey_from_answers;
pub mod journey_lines;
mod laws;
pub mod number_format;
pub mod picked_ids;
mod proof_summary;
pub mod report;
mod rules;
mod scenarios;
mod sign_off_page;
mod texts;
mod walk;
mod words_by_id;

pub use compare::compare;
pub use explain::explain;
pub use proof_summary::proof;
pub use sign_off_page::{SignOff, sign_off};
pub use walk::walk;
