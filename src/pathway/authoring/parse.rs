//! Parses the bytes of a file as a [`Document`] or as [`Words`]. The parser stops at the first
//! error, and returns its line, its column and its JSON path.

use crate::{
    authoring::{
        document::Document,
        source::{self, ParseError},
    },
    model::words::Words,
};
use serde::de::DeserializeOwned;

/// Parses the bytes of `pathway.json`.
///
/// # Errors
/// Returns the position of the first error, and the text that the parser expected there.
pub fn document(bytes: &[u8]) -> Result<Document, ParseError> {
    json(bytes)
}

/// Parses the bytes of `words/<language>.json`.
///
/// # Errors
/// Returns the position of the first error, and the text that the parser expected there.
pub fn words(bytes: &[u8]) -> Result<Words, ParseError> {
    json(bytes)
}

pub(crate) fn json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, ParseError> {
    let text = source::read(bytes)?;
    serde_json::from_str(text).map_err(|error| {
        let (at, message) = source::describe(text, &error);
        let (line, column) = source::line_and_column(text, at);
        ParseError {
            line,
            column,
            path: source::printable(&source::path_at(text, at)),
            message,
        }
    })
}
