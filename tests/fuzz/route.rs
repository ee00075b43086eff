//! Sends random lines to `route`, and checks that each reply is one line of JSON with outcomes, a
//! question or an error. The order of the keys in a line must not change the reply. A visitor with
//! the same answers must see the same outcomes.
#![no_main]

use std::collections::BTreeSet;

use fuzz::{pathways::editions, visitor};
use libfuzzer_sys::fuzz_target;
use pathway::{
    check::CheckedPathway,
    journey::{Event, Journey, ScreenKind},
    route_json::route,
};
use serde_json::{Map, Value, json};

fuzz_target!(|bytes: &[u8]| {
    let line = String::from_utf8_lossy(bytes);
    for edition in editions() {
        routes(edition.pathway(), &line);
    }
});

fn routes(pathway: &CheckedPathway, line: &str) {
    let reply = reply(pathway, line);
    let keys: Vec<&str> = reply.keys().map(String::as_str).collect();
    match keys.as_slice() {
        ["error"] => assert!(
            reply["error"]
                .as_str()
                .is_some_and(|error| !error.is_empty())
        ),
        ["ask"] => asks(pathway, line, &reply["ask"]),
        ["outcomes", "rules", "urgency"] => gives(pathway, line, &reply),
        _ => panic!("{line}: {reply:?}"),
    }
}

fn reply(pathway: &CheckedPathway, line: &str) -> Map<String, Value> {
    let reply = route(pathway, line);
    assert!(!reply.contains(['\n', '\r']), "not one line: {reply:?}");
    match serde_json::from_str(&reply) {
        Ok(Value::Object(object)) => object,
        _ => panic!("not an object: {reply}"),
    }
}

/// Checks that the reply asks for the answer to a question of the pathway, and that the line
/// contains no answer to it.
fn asks(pathway: &CheckedPathway, line: &str, question: &Value) {
    let answers = answers(line);
    let id = question.as_str().unwrap_or_default();
    assert!(pathway.question(id).is_some(), "{line}: asks {question}");
    assert!(!answers.contains_key(id), "{line}: asks {question} again");
    reordered(pathway, &answers);
}

fn gives(pathway: &CheckedPathway, line: &str, reply: &Map<String, Value>) {
    let answers = answers(line);
    let outcomes = reply["outcomes"].as_array().map_or(&[][..], Vec::as_slice);
    let ids = outcomes.iter().filter_map(Value::as_str);
    let places: BTreeSet<usize> = ids.filter_map(|id| pathway.outcome(id)).collect();
    assert!(
        !places.is_empty() && places.len() == outcomes.len(),
        "{line}: {reply:?}"
    );
    let urgency = pathway.urgency(places.into_iter().collect());
    assert_eq!(reply["urgency"], json!(urgency.as_str()), "{line}");
    reordered(pathway, &answers);
    assert_eq!(seen(pathway, &answers), reply["outcomes"], "{line}");
}

fn answers(line: &str) -> Map<String, Value> {
    serde_json::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}"))
}

/// Checks that the reply stays the same if the answers come in the opposite order.
fn reordered(pathway: &CheckedPathway, answers: &Map<String, Value>) {
    let entries = answers
        .iter()
        .map(|(key, value)| format!("{}:{value}", json!(key)));
    let there: Vec<String> = entries.collect();
    let back: Vec<String> = there.iter().rev().cloned().collect();
    let [there, back] = [there, back].map(|list| format!("{{{}}}", list.join(",")));
    assert_eq!(reply(pathway, &there), reply(pathway, &back), "{there}");
}

/// Returns the outcomes that a visitor with these answers sees.
fn seen(pathway: &CheckedPathway, answers: &Map<String, Value>) -> Value {
    let mut journey = Journey::new(pathway);
    journey.apply(pathway, &Event::Start);
    while let ScreenKind::Question { question, .. } = journey.position().screen {
        let asked = pathway.document().questions.get(question);
        let answer = asked.and_then(|asked| answers.get(asked.id.as_str()));
        let one = answer.and_then(Value::as_str);
        let many = answer.and_then(Value::as_array).into_iter().flatten();
        for option in one.into_iter().chain(many.filter_map(Value::as_str)) {
            journey.apply(pathway, &Event::Pick(option.into()));
        }
        journey.apply(pathway, &Event::Continue);
        assert!(
            !journey.lacks_an_answer(),
            "a program may skip a question, a visitor may not"
        );
    }
    json!(visitor::outcomes(
        pathway.document(),
        &journey.position().replay
    ))
}
