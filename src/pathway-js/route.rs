//! Finds the outcomes of answers for other programs, without a page.

use pathway::{
    check::{self, CheckedPathway},
    parse, route_json as routing,
};
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// Returns the result of answers. The argument `pathway_json` is the text of a `pathway.json`. The
/// argument `answers_json` is one JSON object. Its keys are ids of questions, and each value is the
/// id of an option, or a list of ids for a question that allows several.
///
/// Returns one JSON object: `{"outcomes":[…],"urgency":"…","rules":[…]}` for a complete journey,
/// with the outcomes in the order on the screen; `{"ask":"question-id"}` while an answer is
/// missing; `{"error":"…"}` for invalid answers, and for a pathway with findings.
#[wasm_bindgen(unchecked_return_type = "string")]
#[must_use]
pub fn route(pathway_json: &str, answers_json: &str) -> String {
    match checked(pathway_json) {
        Ok(pathway) => routing::route(&pathway, answers_json),
        Err(findings) => refusal(&findings),
    }
}

/// A checked pathway, for a program that routes many journeys. Each call of its function `route`
/// takes microseconds. The function [`route`] without a `Router` reads the whole pathway each time.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Router(CheckedPathway);

#[wasm_bindgen]
impl Router {
    /// Reads and checks the text of a `pathway.json`.
    ///
    /// # Errors
    /// When the pathway has findings. The message has one line for each finding.
    #[wasm_bindgen(constructor)]
    pub fn new(pathway_json: &str) -> Result<Router, JsError> {
        let pathway = checked(pathway_json).map_err(|findings| JsError::new(&findings))?;
        Ok(Self(pathway))
    }

    /// Returns the result of answers, in the form that the function [`route`] returns.
    #[wasm_bindgen(unchecked_return_type = "string")]
    #[must_use]
    pub fn route(&self, answers_json: &str) -> String {
        routing::route(&self.0, answers_json)
    }
}

fn checked(pathway_json: &str) -> Result<CheckedPathway, String> {
    let document = parse::document(pathway_json.as_bytes())
        .map_err(|error| format!("pathway.json: {error}"))?;
    check::pathway(document, None).map_err(|findings| {
        let findings: Vec<_> = findings.iter().map(ToString::to_string).collect();
        findings.join("\n")
    })
}

fn refusal(message: &str) -> String {
    format!("{{\"error\":{}}}", serde_json::Value::from(message))
}

#[cfg(test)]
mod tests {
    use super::route;

    #[test]
    fn a_broken_pathway_is_answered_with_its_first_error() {
        let reply = route("{", "{}");
        assert!(reply.starts_with(r#"{"error":"pathway.json: line 1"#));
    }
}
