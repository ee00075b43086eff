//! The built-in pathway → the first questions of one visitor with the words they read, for pages that
//! ask the same in another way.

use pathway::{
    check,
    id::OptionId,
    journey::{Event, Journey},
    screen::{Body, QuestionScreen, screen},
};
use serde_json::{Value, json};
use std::fs;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../www/pathways/ppimhs");

/// Whom it is about, in five answers: nothing that ends the questions.
const ANSWERS: [&str; 5] = ["none", "birth-parent", "pregnant", "none", "mood"];

/// The questions that these answers are given to, and the one that comes after them, which is the last
/// that a page shows.
pub fn journey() -> Value {
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
        questions.push(asked(&question, answer));
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

fn asked(question: &QuestionScreen, answer: Option<&str>) -> Value {
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
