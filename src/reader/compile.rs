//! Two signed files → an edition, in the browser that asked for them.

use pathway::check;
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// Makes an edition for the widget's `start` of the two files of a pathway folder, as they were
/// signed: `pathway` is `pathway.json`, `words` is `words/<language>.json`.
///
/// # Errors
/// With everything that is wrong with them, a line for each finding: a pathway with findings never
/// runs.
#[wasm_bindgen]
pub fn compile(pathway: &[u8], words: &[u8]) -> Result<Vec<u8>, JsError> {
    Ok(check::load(pathway, words, None)?.encode())
}
