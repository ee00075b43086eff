//! Signed files, and a trust's own over them → an edition, in the browser that asked for them.

use pathway::check;
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// Makes an edition for the widget's `start` of the two files of a pathway folder, as they were
/// signed: `pathway` is `pathway.json`, `words` is `words/<language>.json`. `trust` is a trust's own
/// file, which is laid over them.
///
/// # Errors
/// With everything that is wrong with them, a line for each finding: a pathway with findings never
/// runs.
#[wasm_bindgen]
pub fn compile(pathway: &[u8], words: &[u8], trust: Option<Box<[u8]>>) -> Result<Vec<u8>, JsError> {
    let edition = check::load_for(trust.as_deref(), pathway, words, None)?;
    Ok(edition.encode())
}
