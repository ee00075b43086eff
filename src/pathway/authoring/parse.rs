//! Parses the bytes of a file as a [`Document`] or as [`Words`]. The parser stops at the first
//! error, and returns its line, its column and its JSON path.

use crate::{
    authoring::{
        document::Document,
        source::{self, ParseError},
    },
    model::words::Words,
};
use alloc::string::ToString;
use serde::de::DeserializeOwned;
use serde_json::error::Category;

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
        let (line, column) = (error.line().max(1), error.column().max(1));
        let message = error.to_string();
        let message = message
            .rsplit_once(" at line ")
            .map_or(message.as_str(), |(message, _)| message);
        // The JSON library's own message does not say what the author can do.
        let todo = match error.classify() {
            Category::Syntax | Category::Eof => ": mend the JSON here or just before",
            Category::Data | Category::Io => "",
        };
        ParseError {
            line,
            column,
            path: source::printable(&source::path_at(text, line, column)),
            message: source::printable(message) + todo,
        }
    })
}
