//! The files of a pathway → an edition, or what is wrong with them. Each module imports only from
//! those before it.

pub mod source;

pub mod document;

pub mod parse;

pub mod finding;

pub mod trust_file;

mod compile;

mod answers_json;

pub mod route;

pub mod check;

#[cfg(feature = "schema")]
mod schema;
