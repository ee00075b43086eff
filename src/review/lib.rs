//! A checked pathway and what is proved of it → one page that stands alone, for a clinical lead to
//! read, question and sign: who is sent where and why, every rule, law, text, contact and story, in the
//! words that people read.
//!
//! It knows no file, no clock and no browser: whoever asks says what day it is.

mod condition;
mod contacts;
mod decisions;
mod laws;
pub mod numbers;
mod page;
mod rules;
mod spoken;
mod stories;
mod texts;

pub use page::{SignOff, sign_off};
