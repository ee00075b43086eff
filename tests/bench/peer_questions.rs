//! Writes the first questions of the built-in pathway as JSON. The pages that are compared with the
//! widget ask the same questions.

use pathway::{
    check,
    id::OptionId,
    journey::{Event, Journey},
    screen::{Body, QuestionScreen, screen},
};
use serde_json::{Value, json};
use std::fs;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../www/pathways/ppimhs");

/// Answers to the first five questions. None of them ends the questions.
const ANSWERS: [&str; 5] = ["none", "birth-parent", "pregnant", "none", "mood"];

/// Returns one question for each answer in [`ANSWERS`], and the question that follows.
pub fn peer_questions() -> Value {
    let read = |name: &str| fs::read(format!("{FOLDER}/{name}")).unwrap();
    let loaded = check::load(&read("pathway.json"), &read("words/en-GB.json"), None);
    let edition = loaded.unwrap_or_else(|findings| panic!("{findings}"));
    let mut journey = Journey::new(edition.pathway());
    journey.apply(edition.pathway(), &Event::Start);
    let mut questions = Vec::new();
    for answer in ANSWERS.map(Some).into_iter().chain([None]) {
        let Body::Question(question) = screen(&edition, &journey, None).body else {
            panic!("the questions end before {answer:?}");
        };
        questions.push(question_json(&question, answer));
        if let Some(answer) = answer {
            let option = question.choices.iter().map(|choice| &choice.id);
            let option: &OptionId = option
                .clone()
                .find(|option| option.as_str() == answer)
                .unwrap();
            journey.apply(edition.pathway(), &Event::Pick(option.clone()));
            journey.apply(edition.pathway(), &Event::Continue);
        }
    }
    questions.into()
}

fn question_json(question: &QuestionScreen, answer: Option<&str>) -> Value {
    let options = question.choices.iter();
    let options: Vec<Value> = options
        .map(|choice| json!({"id": choice.id.as_str(), "label": choice.label, "hint": choice.hint}))
        .collect();
    json!({
        "id": question.id.as_ref().unwrap().as_str(),
        "title": question.legend,
        "hints": question.hints,
        "many": question.many,
        "options": options,
        "answer": answer,
    })
}
