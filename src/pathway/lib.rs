//! Turns signed pathway data and a visitor's answers into the next screen.
//!
//! ```text
//! bytes ─parse→ Document, Words ─┬─check→ Edition ─┐
//!                      TrustFile ┘        Answers ─┴─evaluate→ Replay ─reasons→ Reason
//!                                                      └─journey→ Journey ─screen→ Screen
//! ```
//!
//! The code is in four folders. Each folder imports only from earlier folders in this list:
//!
//! - `model`: ids, dates, picked options and words;
//! - `runtime`: a compiled pathway, and the replay of answers;
//! - `screen`: everything on a visitor's screen;
//! - `authoring`: reads, checks and compiles the files of a pathway. This folder is a feature of the
//!   crate. The widget is built without it, because a browser needs no JSON reader for an edition.
//!
//! The core never panics. It uses no clock, no file, no page, and no order of a hash map. So the same
//! pathway and the same answers always give the same screen.
//!
//! ```
//! # #[cfg(feature = "authoring")] {
//! let error = pathway::parse::document(b"{").err().map(|error| error.to_string());
//! assert_eq!(error.as_deref(), Some("line 1, column 1: the file ends too early: restore what is cut off, or write the closing brackets"));
//! # }
//! ```
#![no_std]

extern crate alloc;

mod model;

mod runtime;

pub mod screen;

#[cfg(feature = "authoring")]
mod authoring;

#[cfg(feature = "authoring")]
pub use authoring::{check, document, finding, parse, route_json, source, trust_file};
pub use model::{
    answers, date, id, outcome_sections, properties, set, web_address, wording, words,
};
pub use runtime::{compiled, edition, journey, pathway, reasons, replay};
