//! Tests `pathway explain`. Its output has the rules and sources of a result, and each single
//! change of an answer that changes the result.

use crate::run::{pathway, run};
use serde_json::{Value, json};

/// Returns the answers for a case that a professional asks about in the source document. A child
/// who is just 2 was born at 24 weeks, has lost skills, and may have an attachment problem.
fn source_case() -> Value {
    json!({
        "danger": ["none"], "who": "family-i-work-with", "needs-help": "birth-parent",
        "stage": ["has-child"], "today": ["none"], "help-with": ["bonding-not-sure", "development"],
        "child-age": "19-months-to-under-3", "parent-signs": ["none"],
        "baby-signs": ["no-comfort-sought"], "skills": "lost", "area": "waltham-forest",
    })
}

fn explained(answers: &Value) -> String {
    let ran = run(&["explain", "--answers", &answers.to_string()], b"");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    ran.out
}

/// Returns the outcomes that `pathway route` gives for these answers, or `None` if it gives none.
fn outcomes(answers: &Value) -> Option<String> {
    let reply = run(&["route"], answers.to_string().as_bytes()).out;
    let reply: Value = serde_json::from_str(&reply).unwrap();
    let outcomes = reply["outcomes"].as_array()?.iter();
    Some(
        outcomes
            .map(|id| id.as_str().unwrap())
            .collect::<Vec<_>>()
            .join(", "),
    )
}

/// Returns the part of an explanation that follows a heading.
fn part<'a>(text: &'a str, heading: &str) -> &'a str {
    let (_, rest) = text.split_once(heading).unwrap();
    rest.split("\n\n").next().unwrap()
}

#[test]
fn the_sources_own_case_is_explained_as_the_source_answers_it() {
    let text = explained(&source_case());
    let order = [
        "\n  child-development (soon)",
        "\n  ppimhs-ask-first (soon)",
        "\n  health-visitor (routine)",
    ];
    let places = order.map(|outcome| {
        text.find(outcome)
            .unwrap_or_else(|| panic!("{outcome} in\n{text}"))
    });
    assert!(places.is_sorted(), "{text}");
    assert!(text.contains("\n    by rule bonding-ask-first\n"), "{text}");
    assert!(
        text.contains("\n      because child-age: 19-months-to-under-3\n"),
        "{text}"
    );
    assert!(text.contains("\n      S39: "), "{text}");
    assert!(!text.contains('{'), "a placeholder is left:\n{text}");
}

#[test]
fn every_answer_is_repeated_in_the_order_it_was_asked() {
    let text = explained(&source_case());
    let answers = part(&text, "Asked and answered\n");
    let asked: Vec<&str> = answers
        .lines()
        .filter(|line| !line.starts_with("   "))
        .map(|line| line.trim().split(':').next().unwrap())
        .collect();
    let expected = [
        "danger",
        "who",
        "needs-help",
        "stage",
        "today",
        "help-with",
        "child-age",
        "parent-signs",
        "baby-signs",
        "skills",
        "area",
    ];
    assert_eq!(asked, expected);
}

#[test]
fn every_other_answer_that_changes_the_result_is_listed_and_no_other() {
    let case = source_case();
    let text = explained(&case);
    let changes = part(&text, "What one other answer would change\n");
    let now = outcomes(&case).unwrap();
    assert!(changes.starts_with(&format!("  now: {now}\n")), "{changes}");
    let pathway = pathway();
    for question in ["child-age", "skills", "area"] {
        let questions = pathway["questions"].as_array().unwrap();
        let options = questions
            .iter()
            .find(|known| known["id"] == question)
            .unwrap()["options"]
            .as_array()
            .unwrap();
        for option in options.iter().map(|option| option["id"].as_str().unwrap()) {
            let mut other = case.clone();
            other[question] = json!(option);
            let was = case[question].as_str().unwrap();
            let line = format!("    {option} instead of {was} → ");
            let told = changes.lines().find_map(|known| known.strip_prefix(&line));
            let then = outcomes(&other).filter(|then| *then != now);
            if then.is_some() || told.is_none_or(|told| !told.starts_with("question ")) {
                assert_eq!(told, then.as_deref(), "{question}: {option}");
            }
        }
    }
}

#[test]
fn ticking_unticking_and_exclusive_options_are_all_tried() {
    let text = explained(&source_case());
    let changes = part(&text, "What one other answer would change\n");
    for line in [
        "    suicide-plan instead of none → emergency",
        "    also mood → question effect would be asked",
        "    without bonding-not-sure → child-development",
        "    rather-not-say instead of bonding-not-sure, development → usual-care-team",
    ] {
        assert!(
            changes.lines().any(|known| known == line),
            "{line} in\n{changes}"
        );
    }
}

#[test]
fn an_answer_that_brings_up_a_new_option_has_its_question_asked_again() {
    let text = explained(&json!({
        "danger": ["none"], "who": "birth-parent", "stage": ["loss"], "today": ["none"],
        "help-with": ["something-else"], "area": "havering",
    }));
    assert!(
        text.contains("\n    also has-child → question today would be asked again\n"),
        "{text}"
    );
}

#[test]
fn a_red_flag_is_explained_alone() {
    let text = explained(&json!({"danger": ["suicide-plan"]}));
    assert!(
        text.contains("Outcomes in order, urgency emergency\n  emergency (emergency)\n"),
        "{text}"
    );
    assert!(
        text.contains("    none instead of suicide-plan → question who would be asked\n"),
        "{text}"
    );
}

#[test]
fn answers_can_come_from_standard_input() {
    let case = source_case();
    let ran = run(&["explain"], case.to_string().as_bytes());
    assert_eq!((ran.code, ran.out), (Some(0), explained(&case)));
}

#[test]
fn answers_that_reach_no_result_are_refused_with_advice() {
    let check = |answers: &str, with: &str| {
        let ran = run(&["explain", "--answers", answers], b"");
        assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
        assert!(ran.err.contains(with), "{}", ran.err);
    };
    check(
        r#"{"danger":["none"]}"#,
        "question \"who\" is asked next and has no answer: add one of birth-parent",
    );
    check(
        r#"{"danger":"none"}"#,
        "these answers cannot be: question \"danger\" takes a list",
    );
    check("", "these answers cannot be");
}
