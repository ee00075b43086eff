//! Tests that a walk-through shows the questions that the core asks, and the rules that fire in the
//! core.

use crate::read_html::{built_in, part, text, values};
use pathway::{
    check::LoadedEdition,
    replay::{End, Replay, evaluate},
};
use review::walk;

/// Returns the answers of a scenario, as JSON.
fn story(edition: &LoadedEdition, id: &str) -> String {
    let mut stories = edition.pathway().document().scenarios.iter();
    let story = stories.find(|story| story.id.as_str() == id).unwrap();
    story.answers.to_string()
}

fn replayed(edition: &LoadedEdition, answers: &str) -> Replay {
    let answers = edition.pathway().answers(answers).unwrap();
    evaluate(edition.pathway(), &answers)
}

/// Returns the answers of every scenario, as JSON.
fn stories(edition: &LoadedEdition) -> Vec<String> {
    let stories = edition.pathway().document().scenarios.iter();
    stories.map(|story| story.answers.to_string()).collect()
}

#[test]
fn each_asked_question_has_its_shown_and_picked_options() {
    let edition = built_in();
    let questions = &edition.pathway().document().questions;
    for answers in stories(&edition) {
        let html = walk(&edition, &answers).unwrap();
        let path = replayed(&edition, &answers).path;
        let asked: Vec<&str> = path
            .iter()
            .filter_map(|step| Some(questions.get(step.question)?.id.as_str()))
            .collect();
        assert_eq!(values(&html, "data-question"), asked, "{answers}");
        for step in path {
            let question = questions.get(step.question).unwrap();
            let start = format!("<fieldset data-question=\"{}\">", question.id);
            let fields = part(&html, &start, "</fieldset>");
            let options = |wanted: &dyn Fn(usize) -> bool| -> Vec<&str> {
                let options = question.options.iter().enumerate();
                let options = options.filter(|(place, _)| wanted(*place));
                options.map(|(_, option)| option.id.as_str()).collect()
            };
            let offered = options(&|place| step.offered.has(place));
            assert_eq!(values(fields, "value"), offered, "{}", question.id);
            let inputs = || fields.split("<input").skip(1);
            let checked = inputs().filter(|input| part(input, "", ">").contains(" checked"));
            let checked: Vec<&str> = checked
                .filter_map(|input| values(input, "value").pop())
                .collect();
            assert_eq!(
                checked,
                options(&|place| step.picked.has(place)),
                "{answers}"
            );
        }
    }
}

#[test]
fn before_the_result_the_page_has_the_next_question_and_the_rules_that_hold() {
    let html = walk(&built_in(), r#"{"danger":["none"],"who":"birth-parent"}"#).unwrap();
    assert_eq!(values(&html, "data-question"), ["danger", "who", "stage"]);
    assert!(html.contains("Which rules hold so far"), "{html}");
    assert!(values(&html, "data-outcome").is_empty());
    let first = walk(&built_in(), "{}").unwrap();
    assert_eq!(values(&first, "data-question"), ["danger"]);
}

#[test]
fn an_exclusive_option_says_so_and_no_other_does() {
    let html = walk(&built_in(), "{}").unwrap();
    let inputs: Vec<&str> = html.split("<input").skip(1).collect();
    let exclusive = inputs
        .iter()
        .filter(|input| part(input, "", ">").contains(" data-exclusive"));
    let exclusive: Vec<&str> = exclusive.flat_map(|input| values(input, "value")).collect();
    let edition = built_in();
    let options = edition.pathway().document().questions.iter().take(1);
    let options = options.flat_map(|question| &question.options);
    let written: Vec<&str> = options
        .filter(|option| option.exclusive)
        .map(|option| option.id.as_str())
        .collect();
    assert_eq!(exclusive, written);
    assert!(!exclusive.is_empty() && exclusive.len() < inputs.len());
}

#[test]
fn outcomes_are_in_order_and_every_rule_is_listed_once_as_fired_or_unfired() {
    let edition = built_in();
    let pathway = edition.pathway();
    for answers in stories(&edition) {
        let html = walk(&edition, &answers).unwrap();
        let End::Result(routed) = replayed(&edition, &answers).end else {
            unreachable!("{answers}");
        };
        let outcomes = routed.outcomes.iter();
        let outcomes: Vec<&str> = outcomes
            .filter_map(|place| Some(pathway.document().outcomes.get(*place)?.id.as_str()))
            .collect();
        assert_eq!(values(&html, "data-outcome"), outcomes, "{answers}");

        let (fired, silent) = html.split_once("<details data-rules=\"silent\"").unwrap();
        let (fired, overruled) = fired
            .split_once("data-rules=\"overruled\"")
            .unwrap_or((fired, ""));
        let mut told = values(fired, "data-rule");
        told.extend(values(fired, "data-gone"));
        told.sort_unstable();
        told.dedup();
        let rules = routed
            .rules
            .iter()
            .map(|place| pathway.rule_id(*place).as_str());
        let mut rules: Vec<&str> = rules.collect();
        rules.sort_unstable();
        assert_eq!(told, rules, "{answers}");

        told.extend(values(overruled, "data-rule"));
        told.extend(values(silent, "data-rule"));
        told.sort_unstable();
        let count = pathway.document().rules.len() + 2;
        let mut all: Vec<&str> = (0..count)
            .map(|place| pathway.rule_id(place).as_str())
            .collect();
        all.sort_unstable();
        assert_eq!(told, all, "{answers}");
    }
}

#[test]
fn a_fired_rule_has_its_condition_answers_sources_and_decision() {
    let html = walk(&built_in(), r#"{"danger":["suicide-plan"]}"#).unwrap();
    let rule = part(&html, "<li data-rule=\"red-flag\">", "</section>");
    let said = text(rule);
    for expected in [
        "By rule red-flag: This needs help now.",
        "When red-flag: Danger right now:",
        "Because of what was answered:Danger right now:",
        "SAFETY",
        "C1 The post sends psychosis after birth directly to PPIMHS.",
        "What the pathway does: Signs of psychosis end the questions",
    ] {
        assert!(said.contains(expected), "{expected} in {said}");
    }
    assert!(!html.contains("href"), "it links to nothing: {html}");
    assert!(
        html.contains("What one other answer would change"),
        "{html}"
    );
}

#[test]
fn where_the_area_has_no_team_the_fired_rule_names_the_local_rule() {
    let edition = built_in();
    let html = walk(&edition, &story(&edition, "pregnant-elsewhere")).unwrap();
    assert_eq!(
        values(&html, "data-outcome"),
        ["outside-area", "usual-care-team"]
    );
    let gone = values(&html, "data-gone");
    assert!(!gone.is_empty());
    let said = text(&html);
    assert!(
        said.contains("fires too, but the area does not have what it gives: "),
        "{said}"
    );
    assert!(
        said.contains("Rule area-without-team says what stands there instead."),
        "{said}"
    );
}

#[test]
fn an_answer_to_a_question_that_is_not_asked_does_not_count() {
    let edition = built_in();
    let with = r#"{"danger":["suicide-plan"],"who":"birth-parent","area":"not-sure"}"#;
    let without = r#"{"danger":["suicide-plan"]}"#;
    assert_eq!(walk(&edition, with), walk(&edition, without));
    assert!(walk(&edition, with).is_ok());
}

#[test]
fn invalid_answers_are_refused_with_a_sentence() {
    for (answers, sentence) in [
        (r#"{"nowhere":"a"}"#, "there is no question \"nowhere\""),
        (
            r#"{"danger":["nothing"]}"#,
            "question \"danger\" has no option \"nothing\"",
        ),
        (
            "[]",
            "this is not an object of answers: invalid type: a list in [ ], expected an object of question ids and answers, at line 1, column 1",
        ),
    ] {
        assert_eq!(walk(&built_in(), answers), Err(sentence.to_owned()));
    }
}

#[test]
fn names_of_conditions_open_to_their_meaning_and_the_page_stays_short() {
    let edition = built_in();
    for answers in stories(&edition) {
        let html = walk(&edition, &answers).unwrap();
        let rules = part(&html, "<section data-rules", "<section><h3>What one other");
        let names = rules.split("<summary><code>").skip(1);
        assert!(names.count() > 0, "{answers}");
        assert!(html.len() < 300_000, "{} bytes: {answers}", html.len());
    }
}
