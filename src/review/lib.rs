//! A checked pathway and its proof → the parts of the review page and the sign-off pack: who is sent
//! where and why, every rule, law, text, contact and scenario, in the words that people read.
//!
//! This crate has no file, no clock and no browser: the caller gives the day.

mod compare;
mod condition;
mod contacts;
mod decisions;
mod explain;
pub mod graph;
pub mod journey_lines;
mod laws;
pub mod numbers;
mod page;
mod proof_summary;
pub mod report;
mod rules;
mod scenarios;
pub mod simulate;
mod texts;
mod walk;
mod wording;

pub use compare::compare;
pub use explain::explain;
pub use page::{SignOff, sign_off};
pub use proof_summary::proof;
pub use walk::walk;
