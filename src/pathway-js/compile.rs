//! Compiles pathway files and an optional trust file to an edition, in the browser.

use pathway::check;
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// Makes an edition for the function `start` of the widget. The argument `pathway` is the file
/// `pathway.json`, `words` is the file `words/<language>.json`, and `trust` is an optional trust
/// file.
///
/// # Errors
/// When the files have findings. The message has one line for each finding.
#[wasm_bindgen]
pub fn compile(pathway: &[u8], words: &[u8], trust: Option<Box<[u8]>>) -> Result<Vec<u8>, JsError> {
    let edition = check::load_for(trust.as_deref(), pathway, words, None)?;
    Ok(edition.encode())
}
