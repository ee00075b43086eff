//! A pathway, its words and perhaps a trust's file → the sign-off pack.

use pathway::{check, date::Date, source::MAX_BYTES};
use review::SignOff;
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// How large a file may be, in bytes.
#[wasm_bindgen(js_name = mostBytes)]
#[must_use]
pub fn most_bytes() -> usize {
    MAX_BYTES
}

/// Makes one page in HTML of the files of a pathway: `pathway` is `pathway.json`, `words` is
/// `words/<language>.json`, `trust` a trust's own file, called `name`. `today` is a day as YYYY-MM-DD.
///
/// # Errors
/// With everything that is wrong with the files, a line for each finding.
#[wasm_bindgen(js_name = signOff)]
pub fn sign_off(
    pathway: &[u8],
    words: &[u8],
    trust: Option<Box<[u8]>>,
    name: Option<String>,
    today: &str,
) -> Result<String, JsError> {
    let today = Date::parse(today);
    let edition = check::load_for(trust.as_deref(), pathway, words, today)?;
    let proof = proof::prove(edition.pathway().document());
    Ok(review::sign_off(&SignOff {
        edition: &edition,
        proof: &proof,
        trust: name.as_deref(),
        on: today,
    }))
}
