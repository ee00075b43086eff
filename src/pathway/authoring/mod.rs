//! Makes an edition from the files of a pathway, or lists every finding. Each module below imports
//! only from modules above it in the list.

pub mod source;

pub mod document;

pub mod parse;

pub mod finding;

pub mod trust_file;

mod compile;

mod answers_json;

pub mod route_json;

pub mod check;

#[cfg(feature = "schema")]
mod custom_schemas;
