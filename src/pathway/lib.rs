//! Signed pathway data and a visitor's answers in; what to show next out.
//!
//! ```text
//! bytes ─parse→ Document, Words ─┬─check→ Edition ─┐
//!                      TrustFile ┘        Answers ─┴─evaluate→ Replay ─reasons→ Reason
//!                                                      └─journey→ Journey ─screen→ Screen
//! ```
//!
//! The modules stand in that order, and each imports only from those before it. The core is total:
//! it never panics, and knows no clock, no file, no page and no hash order. The same pathway and the
//! same answers give the same screen, always.
//!
//! The feature `authoring` adds the modules that read, check and compile the files of a pathway. A
//! browser that runs an edition needs none of them, and the widget is built without a JSON reader.
//!
//! ```
//! # #[cfg(feature = "authoring")] {
//! let error = pathway::parse::document(b"{").err().map(|error| error.to_string());
//! assert_eq!(error.as_deref(), Some("line 1, column 1: EOF while parsing an object: mend the JSON here or just before"));
//! # }
//! ```
#![no_std]

extern crate alloc;

mod codec;

pub mod id;

pub mod date;

#[cfg(feature = "authoring")]
pub mod source;

pub mod document;

#[cfg(feature = "authoring")]
pub mod parse;

#[cfg(feature = "authoring")]
pub mod finding;

#[cfg(feature = "authoring")]
pub mod trust_file;

pub mod set;

pub mod answers;

pub mod compiled;

pub mod pathway;

pub mod edition;

#[cfg(feature = "authoring")]
mod compile;

#[cfg(feature = "authoring")]
mod answers_json;

pub mod evaluate;

pub mod reasons;

#[cfg(feature = "authoring")]
pub mod route;

#[cfg(feature = "authoring")]
pub mod check;

pub mod journey;

pub mod screen;

#[cfg(feature = "schema")]
mod schema;
