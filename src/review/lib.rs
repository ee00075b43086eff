//! A checked pathway and what is proved of it → one page that stands alone, for a clinical lead to
//! read, question and sign: who is sent where and why, every rule, law, text, contact and story, in the
//! words that people read.
//!
//! It knows no file, no clock and no browser: whoever asks says what day it is.

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
