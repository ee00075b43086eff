//! Tests `pathway route`, which replies to each line of answers with one line of JSON.

use crate::run::{Copy, run, tool};
use serde_json::{Value, json};
use std::{
    io::{BufRead, BufReader, Read, Write},
    time::{Duration, Instant},
};

fn routed(input: &[u8]) -> Vec<Value> {
    let ran = run(&["route"], input);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let lines = ran.out.lines();
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn one(answers: &str) -> Value {
    let mut replies = routed(format!("{answers}\n").as_bytes());
    assert_eq!(replies.len(), 1, "{answers}");
    replies.remove(0)
}

fn refused(answers: &str, with: &str) {
    let reply = one(answers);
    let error = reply["error"]
        .as_str()
        .unwrap_or_else(|| panic!("{answers} gave {reply}"));
    assert!(error.contains(with), "{answers} gave {error}");
}

const LOSS: &str = r#"{"danger":["none"],"who":"birth-parent","stage":["loss"],"today":["none"],"help-with":["rather-not-say"],"area":"havering"}"#;

#[test]
fn a_complete_journey_gives_outcomes_urgency_and_rules() {
    let expected = json!({
        "outcomes": ["loss-support", "usual-care-team"],
        "urgency": "soon",
        "rules": ["loss", "loss-usual-care"],
    });
    assert_eq!(one(LOSS), expected);
}

#[test]
fn the_keys_of_a_reply_have_the_order_of_the_contract() {
    let out = run(&["route"], LOSS.as_bytes()).out;
    assert!(
        out.starts_with(
            r#"{"outcomes":["loss-support","usual-care-team"],"urgency":"soon","rules":["#
        ),
        "{out}"
    );
    assert!(out.ends_with("]}\n"), "{out}");
}

#[test]
fn a_red_flag_ends_the_questions() {
    let reply = one(r#"{"danger":["child-collapsed"]}"#);
    assert_eq!(reply["outcomes"], json!(["emergency"]));
    assert_eq!(reply["urgency"], "emergency");
}

#[test]
fn a_missing_answer_is_asked_for() {
    assert_eq!(one("{}"), json!({"ask": "danger"}));
    assert_eq!(one(r#"{"danger":["none"]}"#), json!({"ask": "who"}));
}

#[test]
fn each_error_that_needs_no_journey_is_named() {
    refused("[]", "object");
    refused("null", "object");
    refused("{\"danger\"", "object");
    refused("{} {}", "object");
    refused(r#"{"height":"tall"}"#, "no question \"height\"");
    refused(r#"{"danger":["boredom"]}"#, "no option \"boredom\"");
    refused(r#"{"danger":"none"}"#, "takes a list");
    refused(r#"{"danger":["none"],"who":["carer"]}"#, "not a list");
    refused(r#"{"danger":[]}"#, "empty");
    refused(r#"{"danger":["suicide-plan","suicide-plan"]}"#, "twice");
    refused(r#"{"danger":["none","suicide-plan"]}"#, "exclusive");
    refused(r#"{"danger":null}"#, "neither");
    refused(r#"{"danger":7}"#, "neither");
    refused(r#"{"danger":{"none":true}}"#, "neither");
    refused(r#"{"danger":["none"],"danger":["none"]}"#, "answered twice");
}

#[test]
fn an_error_that_needs_no_journey_comes_before_a_missing_answer() {
    refused(r#"{"danger":["none"],"area":"paris"}"#, "paris");
    refused(r#"{"area":"paris"}"#, "paris");
    refused(
        r#"{"danger":["suicide-plan"],"stage":["planning","planning"]}"#,
        "twice",
    );
}

#[test]
fn hidden_options_and_missing_answers_come_in_question_order() {
    let hidden = r#""stage":["planning"],"today":["new-estrangement"]"#;
    refused(
        &format!(r#"{{"danger":["none"],"who":"carer",{hidden}}}"#),
        "\"today\"",
    );
    assert_eq!(
        one(&format!(r#"{{"danger":["none"],{hidden}}}"#)),
        json!({"ask": "who"})
    );
}

#[test]
fn an_answer_to_a_question_that_is_never_asked_comes_last() {
    refused(
        r#"{"danger":["suicide-plan"],"who":"carer"}"#,
        "\"who\" is not asked",
    );
    let too_soon = r#"{"danger":["none"],"who":"carer","needs-help":"carer"}"#;
    assert_eq!(one(too_soon), json!({"ask": "stage"}));
    refused(
        &LOSS.replace("\"today\"", "\"skills\":\"slow\",\"today\""),
        "\"skills\" is not asked",
    );
}

#[test]
fn each_input_line_gives_one_output_line_with_any_line_ending() {
    assert_eq!(routed(b"").len(), 0);
    assert_eq!(routed(b"\n").len(), 1);
    assert_eq!(routed(b"{}").len(), 1);
    assert_eq!(routed(b"{}\n\n{}").len(), 3);
    assert_eq!(routed(b"{}\r\n{}\r\n"), vec![json!({"ask": "danger"}); 2]);
}

#[test]
fn one_bad_line_does_not_stop_the_rest() {
    let replies = routed(b"{}\n\n  \n\xFF\xFE\n{}\n");
    assert_eq!(replies.len(), 5);
    for bad in &replies[1..4] {
        assert!(bad["error"].is_string(), "{bad}");
    }
    assert_eq!(replies[3], json!({"error": "this line is not UTF-8"}));
    assert_eq!(replies[4], json!({"ask": "danger"}));
}

#[test]
fn a_line_of_50_megabytes_is_refused_and_the_next_is_answered() {
    let mut input = vec![b' '; 50_000_000];
    input.extend_from_slice(b"{}\n{}\n");
    let replies = routed(&input);
    assert!(
        replies[0]["error"]
            .as_str()
            .unwrap()
            .contains("longer than"),
        "{}",
        replies[0]
    );
    assert_eq!(replies[1], json!({"ask": "danger"}));
    assert_eq!(replies.len(), 2);
}

#[test]
fn a_long_line_cut_within_a_letter_is_too_long_and_not_unreadable() {
    let replies = routed("€".repeat(100_000).as_bytes());
    assert!(
        replies[0]["error"]
            .as_str()
            .unwrap()
            .contains("longer than"),
        "{}",
        replies[0]
    );
}

#[test]
fn a_program_that_writes_one_line_and_waits_gets_the_reply() {
    let mut running = tool(&["route"]).spawn().unwrap();
    let mut input = running.stdin.take().unwrap();
    let mut answers = BufReader::new(running.stdout.take().unwrap());
    let mut answer = String::new();
    for lines in ["{}\n", "{}\n{\"danger\":"] {
        input.write_all(lines.as_bytes()).unwrap();
        input.flush().unwrap();
        answer.clear();
        answers.read_line(&mut answer).unwrap();
        assert_eq!(answer, "{\"ask\":\"danger\"}\n");
    }
    input.write_all(b"[\"none\"]}").unwrap();
    drop(input);
    answer.clear();
    answers.read_to_string(&mut answer).unwrap();
    assert_eq!(answer, "{\"ask\":\"who\"}\n");
    assert_eq!(running.wait().unwrap().code(), Some(0));
}

#[test]
fn it_ends_quietly_on_a_closed_pipe() {
    let mut running = tool(&["route"]).spawn().unwrap();
    let mut input = running.stdin.take().unwrap();
    drop(running.stdout.take());
    while input.write_all(b"{}\n{}\n").is_ok() {}
    let ended = running.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(0));
    assert_eq!(String::from_utf8(ended.stderr).unwrap(), "");
}

#[test]
fn a_hundred_thousand_journeys_take_no_more_than_a_few_seconds() {
    let input = format!("{LOSS}\n").repeat(100_000);
    let start = Instant::now();
    let replies = run(&["route"], input.as_bytes()).out;
    // `cargo xtask bench` measures the exact speed. This test only fails if `pathway route` becomes
    // many times slower.
    assert!(
        start.elapsed() < Duration::from_secs(10),
        "{:?}",
        start.elapsed()
    );
    assert_eq!(replies.lines().count(), 100_000);
}

#[test]
fn another_pathway_routes_by_its_own_rules() {
    let copy = Copy::new("another_pathway");
    assert_eq!(
        run(&["route", "--pathway", copy.path()], b"{}").out,
        "{\"ask\":\"danger\"}\n"
    );
}

/// The hazard log lists this test under HAZ-018.
#[test]
fn a_pathway_with_findings_never_routes() {
    let copy = Copy::new("never_routes");
    copy.change("pathway.json", |pathway| {
        pathway["rules"][0]["outcomes"] = json!(["nowhere"])
    });
    let ran = run(&["route", "--pathway", copy.path()], b"{}\n");
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(ran.err.contains("pathway check"), "{}", ran.err);
}
