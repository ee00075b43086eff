//! Tests the function `route`: it turns one line of answers into one line with their outcomes.

use crate::{files::text, small_pathway::tiny, visitors::ppimhs};
use pathway::route_json::route;
use serde_json::{Value, json};

/// The hazard log lists this test under HAZ-001, HAZ-005 and HAZ-022.
#[test]
fn every_shared_journey_gives_the_outcomes_the_specification_gives() {
    let edition = ppimhs();
    let mut journeys = 0;
    for line in text("tests/journeys/route.jsonl").lines() {
        let case: Value = serde_json::from_str(line).unwrap();
        let reply = route(edition.pathway(), &case["answers"].to_string());
        let reply: Value = serde_json::from_str(&reply).unwrap();
        assert_eq!(reply["outcomes"], case["outcomes"], "{}", case["answers"]);
        journeys += 1;
    }
    assert!(journeys >= 1_000, "only {journeys} journeys were read");
}

fn check_reply(answers: &str, expected: Value) {
    let reply = route(tiny().pathway(), answers);
    assert!(!reply.contains('\n'));
    let reply: Value = serde_json::from_str(&reply).unwrap();
    assert_eq!(reply, expected, "{answers}");
}

fn check_error(answers: &str, error: &str) {
    let reply: Value = serde_json::from_str(&route(tiny().pathway(), answers)).unwrap();
    let found = reply["error"].as_str().unwrap_or_default();
    assert!(found.contains(error), "{answers}: {reply}");
}

#[test]
fn a_complete_journey_gives_outcomes_urgency_and_rules() {
    check_reply(
        r#"{"danger":["none"],"who":"friend","needs":["play","sleep"],"age":"baby","area":"here"}"#,
        json!({"outcomes":["team"],"urgency":"soon","rules":["young"]}),
    );
    check_reply(
        r#"{"area":"unknown","danger":["none"],"who":"me","needs":["play"],"age":"unknown"}"#,
        json!({"outcomes":["other-team","team"],"urgency":"soon","rules":["young","outside"]}),
    );
    check_reply(
        r#"{"danger":["none"],"who":"me","needs":["nothing"],"area":"elsewhere"}"#,
        json!({"outcomes":["doctor"],"urgency":"routine","rules":["doctor"]}),
    );
}

/// The hazard log lists this test under HAZ-001.
#[test]
fn a_red_flag_ends_the_questions() {
    check_reply(
        r#"{"danger":["flood","fire"]}"#,
        json!({"outcomes":["emergency"],"urgency":"emergency","rules":["flagged"]}),
    );
    check_error(r#"{"danger":["fire"],"who":"me"}"#, "\"who\" is not asked");
}

#[test]
fn a_missing_answer_is_asked_for() {
    check_reply("{}", json!({"ask":"danger"}));
    check_reply(r#"{"danger":["none"],"area":"here"}"#, json!({"ask":"who"}));
    check_reply(
        r#"{"danger":["none"],"who":"me","needs":["play"],"area":"here"}"#,
        json!({"ask":"age"}),
    );
}

#[test]
fn impossible_answers_are_errors() {
    check_error("", "not an object");
    check_error("[]", "not an object");
    check_error("7", "not an object");
    check_error("{\"danger\":", "not an object");
    check_error(r#"{"dangers":["fire"]}"#, "no question \"dangers\"");
    check_error(r#"{"danger":["storm"]}"#, "no option \"storm\"");
    check_error(r#"{"danger":"fire"}"#, "takes a list");
    check_error(r#"{"danger":["none"],"who":["me"]}"#, "not a list");
    check_error(r#"{"danger":[]}"#, "empty");
    check_error(r#"{"danger":["fire","fire"]}"#, "twice");
    check_error(r#"{"danger":["fire","none"]}"#, "exclusive");
    check_error(r#"{"danger":["fire"],"danger":["none"]}"#, "answered twice");
    check_error(r#"{"danger":7}"#, "neither an option id nor a list");
    check_error(
        r#"{"danger":{"fire":true}}"#,
        "neither an option id nor a list",
    );
    check_error(r#"{"danger":[null]}"#, "not an object of answers");
}

#[test]
fn errors_that_need_no_journey_come_first() {
    // The first question has no answer, but `route` reports the error in the last answer first.
    check_error(r#"{"area":"nowhere"}"#, "no option \"nowhere\"");
    // `route` looks for hidden options in the order of the questions. So it first asks for a
    // missing answer to an earlier question.
    check_reply(
        r#"{"danger":["none"],"needs":["work"]}"#,
        json!({"ask":"who"}),
    );
    check_error(
        r#"{"danger":["none"],"who":"me","needs":["work"]}"#,
        "\"needs\" does not show",
    );
    // `route` also refuses a hidden option if the visitor has picked a visible option beside it.
    check_error(
        r#"{"danger":["none"],"who":"me","needs":["play","work"],"age":"baby","area":"here"}"#,
        "\"needs\" does not show",
    );
    // `route` asks for a missing answer before it reports an answer to a question that is never
    // asked.
    check_reply(
        r#"{"danger":["none"],"who":"me","needs":["sleep"],"age":"baby"}"#,
        json!({"ask":"area"}),
    );
    check_error(
        r#"{"danger":["none"],"who":"me","needs":["sleep"],"age":"baby","area":"here"}"#,
        "\"age\" is not asked",
    );
}
