//! Tests `pathway prove`. If all laws hold, it prints one line and ends with exit code 0. Otherwise
//! it prints the shortest journey that breaks each law, and ends with exit code 1.

use crate::run::{Copy, ids, output, run};
use serde_json::{Value, json};
use std::fs;

/// Adds to the pathway a law that is not true.
fn wrong_law(pathway: &mut Value) {
    pathway["laws"].as_array_mut().unwrap().push(json!({
        "id": "L99",
        "statement": "After a loss nobody is sent to a GP.",
        "claims": [{ "whenever": { "when": "loss", "must_not": ["usual-care-team"] } }]
    }));
}

#[test]
fn the_built_in_pathway_is_proved_and_its_journeys_are_counted() {
    let out = output(&["prove"]);
    let line = out.strip_suffix('\n').unwrap();
    assert!(
        line.starts_with("ppimhs ") && line.contains(": 26 laws hold for all 8"),
        "{line}"
    );
    let journeys = line.split("all ").nth(1).unwrap();
    let number = journeys.split(' ').next().unwrap();
    let digits = number.replace(',', "");
    assert!(digits.parse::<u64>().unwrap() > 10_u64.pow(16), "{line}");
    let readme = concat!(env!("CARGO_MANIFEST_DIR"), "/../../README.md");
    let readme = fs::read_to_string(readme).unwrap();
    assert!(readme.contains(number), "README.md says another number");
}

/// The hazard log lists this test under HAZ-018.
#[test]
fn a_broken_law_is_shown_by_a_journey_in_words_with_its_rules_and_sources() {
    let copy = Copy::new("broken_law");
    copy.change("pathway.json", wrong_law);
    let ran = run(&["prove", copy.path()], b"");
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""));
    for expected in [
        "laws.L99.claims.0: it is broken at must_not usual-care-team",
        "After a loss nobody is sent to a GP.",
        "(broken-law)",
        "stage: loss",
        "“I would like support after a loss”",
        "usual-care-team",
        "by loss-usual-care (SERVICE)",
    ] {
        assert!(ran.out.contains(expected), "{expected}:\n{}", ran.out);
    }
}

#[test]
fn a_law_about_a_changed_answer_shows_both_journeys() {
    let copy = Copy::new("broken_pair");
    copy.change("pathway.json", |pathway| {
        pathway["laws"].as_array_mut().unwrap().push(json!({
            "id": "L99",
            "statement": "Where you live changes nothing.",
            "claims": [{ "ignores": { "questions": ["area"], "outcomes": ["outside-area"] } }]
        }));
    });
    let ran = run(&["prove", copy.path()], b"");
    assert_eq!(ran.code, Some(1));
    let (before, after) = ran.out.split_once("which becomes:").unwrap();
    let area = |text: &str| {
        text.lines()
            .find(|line| line.contains("area: "))
            .map(str::to_owned)
    };
    assert!(
        area(before).is_some() && area(before) != area(after),
        "{}",
        ran.out
    );
}

#[test]
fn one_broken_folder_fails_them_all_and_each_gets_its_own_lines() {
    let (good, bad) = (Copy::new("proved"), Copy::new("refused"));
    bad.change("pathway.json", wrong_law);
    let ran = run(&["prove", bad.path(), good.path()], b"");
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.out.lines().last().unwrap().starts_with("ppimhs "),
        "{}",
        ran.out
    );
}

#[test]
fn findings_of_check_come_before_any_proof() {
    let copy = Copy::new("prove_findings");
    copy.change("pathway.json", |pathway| {
        pathway["rules"][0]["outcomes"] = json!(["nowhere"]);
    });
    let (checked, proved) = (
        run(&["check", copy.path()], b""),
        run(&["prove", copy.path()], b""),
    );
    assert_eq!((proved.code, proved.out), (Some(1), checked.out));
}

#[test]
fn journeys_are_counted_by_question_rule_and_outcome() {
    let out = output(&["prove", "--counts"]);
    let rows = |what: &str| -> Vec<String> {
        let lines = out.lines().filter(|line| line.starts_with(what));
        lines
            .map(|line| line.split_whitespace().last().unwrap().to_owned())
            .collect()
    };
    assert_eq!(rows("question "), ids("questions"));
    assert_eq!(rows("outcome "), ids("outcomes"));
    assert_eq!(rows("rule ").len(), ids("rules").len() + 2);
}

#[test]
fn a_rule_without_a_scenario_is_reported_if_no_journey_reaches_it() {
    let copy = Copy::new("prove_untried");
    copy.change("pathway.json", |pathway| {
        let rules = pathway["rules"].as_array_mut().unwrap();
        rules.push(json!({
            "id": "ghost",
            "when": { "all": [{ "who": "birth-parent" }, { "who": "carer" }] },
            "outcomes": ["health-visitor"],
            "sources": ["S18"]
        }));
    });
    let ran = run(&["prove", copy.path()], b"");
    assert_eq!(ran.code, Some(1));
    for kind in ["(untried-rule)", "it holds on no journey", "(dead-rule)"] {
        assert!(ran.out.contains(kind), "{kind}:\n{}", ran.out);
    }
}
