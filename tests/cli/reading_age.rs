//! Tests the reading age of every screen, and the findings about words that are hard to read.

use crate::run::{Copy, output, run};
use serde_json::{Value, json};

/// Runs `pathway check` on the built-in pathway with a change of its words. Returns the exit code
/// and the output.
fn check(test: &str, change: impl FnOnce(&mut Value)) -> (Option<i32>, String) {
    let copy = Copy::new(test);
    copy.change("words/en-GB.json", change);
    let ran = run(&["check", copy.path()], b"");
    (ran.code, ran.out)
}

#[test]
fn every_question_and_outcome_has_a_reading_age_in_every_wording() {
    let said = output(&["words"]);
    for screen in [
        "question today",
        "question area",
        "outcome emergency",
        "outcome loss-support",
    ] {
        for wording in ["person", "someone", "professional"] {
            let line = format!("{screen} ({wording})");
            assert!(said.lines().any(|known| known.ends_with(&line)), "{line}");
        }
    }
    assert!(said.contains("start (everyone)"));
}

/// The hazard log lists this test under HAZ-019.
#[test]
fn the_hardest_screen_comes_first_and_none_is_above_eleven_years() {
    let said = output(&["words"]);
    let lines: Vec<&str> = said.lines().collect();
    let screens: Vec<f64> = lines[1..lines.len() - 1]
        .iter()
        .map(|line| line.split_whitespace().next().unwrap().parse().unwrap())
        .collect();
    assert!(screens.len() > 90, "{}", screens.len());
    assert!(screens.is_sorted_by(|one, other| one >= other), "{said}");
    assert!(screens[0] <= 11.0 && screens[screens.len() / 2] <= 9.0);
}

/// The hazard log lists this test under HAZ-019.
#[test]
fn hard_words_are_a_finding_that_names_the_screen() {
    let (code, said) = check("words-hard", |words| {
        words["questions"]["who"]["why"]["words"] = json!(
            "Individualised terminology facilitates comprehensible communication regarding appropriate multidisciplinary organisations. Individualised terminology facilitates comprehensible communication regarding appropriate multidisciplinary organisations."
        );
    });
    assert_eq!(code, Some(1));
    assert!(
        said.contains("question who (person) is read from"),
        "{said}"
    );
    assert!(said.contains("(reading-age)"), "{said}");
}

#[test]
fn a_contraction_is_a_finding_in_either_spelling() {
    for (test, text) in [
        ("words-curly", "We needn’t know."),
        ("words-straight", "We needn't know."),
    ] {
        let (code, said) = check(test, |words| words["rules"]["planning"] = json!(text));
        assert_eq!(code, Some(1));
        assert!(said.contains("(contraction)"), "{said}");
    }
}

#[test]
fn a_phone_number_without_spaces_is_a_finding() {
    let (code, said) = check("words-phone", |words| {
        words["rules"]["planning"] = json!("Call 03005551242.");
    });
    assert_eq!(code, Some(1));
    assert!(said.contains("(phone-format)"), "{said}");
}
