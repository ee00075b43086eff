//! Routing for other programs, without a page.

use pathway::{check, parse, route as routing};
use wasm_bindgen::prelude::wasm_bindgen;

/// Says where answers lead. `pathway_json` is the text of a `pathway.json`; `answers_json` is one
/// object: question id → option id, or a list of option ids for a question that takes several.
///
/// Returns one JSON object: `{"outcomes":[…],"urgency":"…","rules":[…]}` for a complete journey, its
/// outcomes in display order; `{"ask":"question-id"}` while an answer is missing; `{"error":"…"}` for
/// answers that cannot be, and for a pathway with findings, which never routes anybody.
///
/// ```
/// let reply = ppimhs_reader::route("{", "{}");
/// assert!(reply.starts_with(r#"{"error":"pathway.json: line 1"#));
/// ```
#[wasm_bindgen(unchecked_return_type = "string")]
#[must_use]
pub fn route(pathway_json: &str, answers_json: &str) -> String {
    let document = match parse::document(pathway_json.as_bytes()) {
        Ok(document) => document,
        Err(error) => return refusal(&format!("pathway.json: {error}")),
    };
    match check::pathway(document, None) {
        Ok(pathway) => routing::route(&pathway, answers_json),
        Err(findings) => {
            let findings: Vec<_> = findings.iter().map(ToString::to_string).collect();
            refusal(&findings.join("\n"))
        }
    }
}

fn refusal(message: &str) -> String {
    format!("{{\"error\":{}}}", serde_json::Value::from(message))
}
