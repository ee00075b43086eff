//! Tests that the proof soon refuses a small pathway whose diagrams would be too large, and that
//! the refusal says what to do.

use crate::load_pathways::{SMALL, document};
use pathway::document::Document;
use proof::{Violation, prove};
use serde_json::{Value, json};
use std::{fs, time::Duration};

/// Returns a question with this number of options. A visitor can pick several of them.
fn question(id: &str, options: usize) -> Value {
    let options: Vec<Value> = (0..options)
        .map(|number| json!({ "id": format!("o{number}") }))
        .collect();
    json!({ "id": id, "kind": "many", "options": options })
}

/// Returns the small pathway with these additional questions, and with an additional rule that has
/// this condition.
fn bomb(questions: &[Value], when: &Value) -> Document {
    document(SMALL, |pathway| {
        let list = pathway["questions"].as_array_mut().unwrap();
        list.extend(questions.iter().cloned());
        let mut rule = pathway["rules"][0].clone();
        rule["id"] = json!("bomb");
        rule["stop"] = json!(false);
        rule["when"] = when.clone();
        rule["because"] = json!([]);
        pathway["rules"].as_array_mut().unwrap().push(rule);
    })
}

fn picked(question: &str, option: usize) -> Value {
    json!({ question: format!("o{option}") })
}

/// Returns a pathway with a rule that holds if two questions have the same answer.
fn same_answers(options: usize) -> Document {
    let same = (0..options).map(|option| {
        let (x, y) = (picked("xx", option), picked("yy", option));
        json!({ "any": [{ "all": [x, y] }, { "all": [{ "not": x }, { "not": y }] }] })
    });
    let same: Vec<Value> = same.collect();
    bomb(
        &[question("xx", options), question("yy", options)],
        &json!({ "all": same }),
    )
}

/// Returns a pathway with a rule that holds if an option is picked in both of two questions.
fn shared_answer(options: usize) -> Document {
    let both =
        (0..options).map(|option| json!({ "all": [picked("xx", option), picked("yy", option)] }));
    let both: Vec<Value> = both.collect();
    bomb(
        &[question("xx", options), question("yy", options)],
        &json!({ "any": both }),
    )
}

/// Returns a pathway with a rule about pairs of options in one question. Each option of the first
/// half forms a pair with one of the second half, and the visitor must pick one of each pair.
fn halves(options: usize) -> Document {
    let pairs = (0..options / 2)
        .map(|option| json!({ "any": [picked("xx", option), picked("xx", option + options / 2)] }));
    let pairs: Vec<Value> = pairs.collect();
    bomb(&[question("xx", options)], &json!({ "all": pairs }))
}

/// Returns a pathway with a rule that compares each of many questions with the question after the
/// next.
fn chain(questions: usize, options: usize) -> Document {
    let names: Vec<String> = (0..questions).map(|number| format!("q{number}")).collect();
    let pairs = names
        .iter()
        .zip(names.iter().skip(2))
        .flat_map(|(one, other)| {
            (0..options).map(move |option| {
            json!({ "any": [picked(one, option), { "not": picked(other, options - 1 - option) }] })
        })
        });
    let pairs: Vec<Value> = pairs.collect();
    let asked: Vec<Value> = names.iter().map(|name| question(name, options)).collect();
    bomb(&asked, &json!({ "all": pairs }))
}

/// Returns the processor time that this thread has used. A busy machine does not add to it.
fn processor_time() -> Duration {
    let line = fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    Duration::from_nanos(line.split(' ').next().unwrap().parse().unwrap())
}

fn check_refused(name: &str, document: &Document) {
    let start = processor_time();
    let violations = prove(document).violations;
    let took = processor_time() - start;
    println!("{name}: {took:?}");
    let kinds: Vec<&str> = violations.iter().map(|one| one.finding.kind).collect();
    assert_eq!(kinds, ["too-large-to-prove"], "{name}");
    assert!(took < Duration::from_secs(1), "{name} took {took:?}");
    let Violation { finding, .. } = &violations[0];
    assert!(finding.message.contains("split the pathway"), "{finding}");
}

#[test]
fn a_pathway_that_is_too_large_to_prove_is_refused_in_a_second() {
    check_refused("two questions of 14 options", &same_answers(14));
    check_refused("two questions of 24 options", &same_answers(24));
    check_refused("a shared answer", &shared_answer(20));
    check_refused("two halves", &halves(40));
    check_refused("a chain", &chain(12, 12));
}

/// Two questions with eight options each are far from the limit of the diagrams.
#[test]
fn two_questions_with_few_options_are_compared_and_proved() {
    let kinds = |document: &Document| {
        let violations = prove(document).violations;
        violations
            .into_iter()
            .any(|one| one.finding.kind == "too-large-to-prove")
    };
    assert!(!kinds(&same_answers(8)));
    assert!(!kinds(&shared_answer(8)));
}
