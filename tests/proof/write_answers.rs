//! Writes answers as JSON with the ids of options, as a scenario does.

use pathway::{answers::Answers, check::CheckedPathway, properties::Kind};
use serde_json::{Map, Value, json};

/// Returns the answers as JSON: for each question, the ids of its picked options.
pub fn answers_json(pathway: &CheckedPathway, answers: &Answers) -> Value {
    let mut said = Map::new();
    for (place, question) in pathway.document().questions.iter().enumerate() {
        let picked = answers.picked(place);
        let picked = picked.iter().map(|option| &question.options[option].id);
        let picked: Vec<&str> = picked.map(|id| id.as_str()).collect();
        if !picked.is_empty() {
            let answer = match question.kind {
                Kind::One => json!(picked[0]),
                Kind::Many => json!(picked),
            };
            said.insert(question.id.as_str().to_owned(), answer);
        }
    }
    Value::Object(said)
}
