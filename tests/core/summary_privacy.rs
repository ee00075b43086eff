//! Tests law 23: a printed, copied or saved summary leaves out private answers, unless the visitor
//! adds them.

use crate::{
    small_pathway::{small, tiny},
    visitors::{Dice, Visitor, ppimhs},
};
use pathway::{
    answers::Answers,
    check,
    edition::Edition,
    journey::Event,
    replay::End,
    screen::{Body, QuestionScreen, Summary},
};
use std::collections::BTreeMap;

/// Returns the summary that the visitor's screen shows.
fn summary(visitor: &Visitor<'_>) -> Summary {
    visitor.sees().summary.unwrap()
}

/// Goes from the start page to the result, with the options that `pick` returns for each question.
fn travels(visitor: &mut Visitor<'_>, mut pick: impl FnMut(&QuestionScreen) -> Vec<String>) {
    visitor.does(Event::Start);
    while let Body::Question(question) = visitor.sees().body {
        let picked = pick(&question);
        let picked: Vec<&str> = picked.iter().map(String::as_str).collect();
        visitor.answers(&picked);
    }
}

/// Returns the options that `answers` lists for a question, or else the last option of the
/// question, such as "none of these".
fn listed(answers: &[(&str, &[&str])], question: &QuestionScreen) -> Vec<String> {
    let id = question.id.as_ref().unwrap().as_str();
    let listed = answers.iter().find(|(asked, _)| *asked == id);
    match listed {
        Some((_, picked)) => picked.iter().map(|id| (*id).to_owned()).collect(),
        None => vec![question.choices.last().unwrap().id.to_string()],
    }
}

/// Returns a visitor who has given these answers and sees the result.
fn with<'a>(edition: &'a Edition, answers: &[(&str, &[&str])]) -> Visitor<'a> {
    let mut visitor = Visitor::new(edition);
    travels(&mut visitor, |question| listed(answers, question));
    visitor
}

const UNSAFE_AND_LOW: &[(&str, &[&str])] = &[
    ("danger", &["none"]),
    ("who", &["birth-parent"]),
    ("stage", &["has-child"]),
    ("child-age", &["up-to-12-months"]),
    ("today", &["suicidal-thoughts"]),
    ("help-with", &["bonding", "not-safe-at-home"]),
    ("area", &["redbridge"]),
];

/// The hazard log lists this test under HAZ-007.
#[test]
fn a_summary_leaves_out_answers_about_safety_until_they_are_added() {
    let edition = ppimhs();
    let mut visitor = with(&edition, UNSAFE_AND_LOW);
    let Body::Result(result) = visitor.sees().body else {
        panic!("not a result");
    };
    let told = ["i think of suicide", "not feel safe", "0808 2000 247"];
    let shown = format!("{result:?}").to_lowercase();
    for words in told {
        assert!(shown.contains(words), "{words} not in {shown}");
    }

    let text = summary(&visitor).text().to_lowercase();
    for words in told.into_iter().chain(["at home", "police"]) {
        assert!(!text.contains(words), "{words} in {text}");
    }
    // The summary still shows the help, and the answers that are not private.
    for words in ["urgent, today", "111", "redbridge", "feel close"] {
        assert!(text.contains(words), "{words} not in {text}");
    }

    visitor
        .does(Event::OpenSummary)
        .does(Event::TogglePrivateAnswers);
    let text = summary(&visitor).text().to_lowercase();
    for words in told {
        assert!(text.contains(words), "{words} not in {text}");
    }
    visitor.does(Event::TogglePrivateAnswers);
    assert!(!summary(&visitor).text().contains("0808 2000 247"));
}

#[test]
fn the_summary_has_a_switch_only_if_private_answers_exist() {
    let (pathway, words) = small();
    let open = String::from_utf8(pathway)
        .unwrap()
        .replace("\"private\": true,", "");
    let open = check::load(open.as_bytes(), &words, None).unwrap();
    for (edition, private) in [(ppimhs(), true), (tiny(), true), (open, false)] {
        let mut visitor = with(&edition, &[]);
        visitor.does(Event::OpenSummary);
        let Body::Summary(page) = visitor.sees().body else {
            panic!("not the summary");
        };
        assert_eq!(page.private.is_some(), private);
    }
}

/// If a private answer removed a block from the summary, a reader could guess the answer.
///
/// The hazard log lists this test under HAZ-007.
#[test]
fn a_gap_in_a_summary_reveals_nothing() {
    let edition = ppimhs();
    let text = |today: &'static str| {
        let today = [today];
        let visitor = with(
            &edition,
            &[
                ("danger", &["none"]),
                ("who", &["birth-parent"]),
                ("stage", &["has-child"]),
                ("child-age", &["up-to-12-months"]),
                ("today", &today),
                ("help-with", &["crying-sleep-feeding"]),
                ("parent-signs", &["scary-thoughts"]),
            ],
        );
        summary(&visitor).text()
    };
    assert_eq!(text("suicidal-thoughts"), text("not-sure-might-harm"));
}

/// Returns a random answer to a question. In `calm` of 10 cases, the answer is an option that
/// excludes all others, such as "none of these".
fn some(question: &QuestionScreen, dice: &mut Dice, calm: usize) -> Vec<String> {
    let choices = &question.choices;
    let calm = dice.below(10) < calm;
    let pick = choices.iter().rfind(|choice| calm && choice.exclusive);
    let pick = pick.unwrap_or(&choices[dice.below(choices.len())]);
    vec![pick.id.to_string()]
}

fn routed(visitor: &Visitor<'_>) -> (Answers, Vec<String>) {
    let pathway = visitor.edition.pathway();
    let replay = &visitor.journey.position().replay;
    let End::Result(routed) = &replay.end else {
        panic!("not a result");
    };
    let known = &pathway.compiled().outcomes;
    let open = routed.outcomes.iter().map(|index| &known[*index]);
    let open = open.filter(|outcome| !outcome.private);
    (
        pathway.without_private_answers(&replay.answers),
        open.map(|outcome| outcome.id.to_string()).collect(),
    )
}

/// Returns a second visitor, who gives the same public answers as the first, and random private
/// answers.
fn twin<'a>(
    edition: &'a Edition,
    before: &BTreeMap<String, Vec<String>>,
    dice: &mut Dice,
) -> Visitor<'a> {
    let mut twin = Visitor::new(edition);
    travels(&mut twin, |screen| {
        let id = screen.id.as_ref().unwrap();
        let mut questions = edition.pathway().compiled().questions.iter();
        let asked = questions.find(|question| question.id == *id).unwrap();
        let Some(said) = before.get(id.as_str()).filter(|_| !asked.private) else {
            return some(screen, dice, 4);
        };
        let options = asked.options.iter().filter(|option| {
            let id = option.id.as_str();
            let offered = screen.choices.iter().any(|choice| choice.id == option.id);
            let as_before = said.iter().any(|said| said == id);
            offered
                && if option.private {
                    dice.below(2) == 0
                } else {
                    as_before
                }
        });
        let picked: Vec<String> = options.map(|option| option.id.to_string()).collect();
        if picked.is_empty() {
            return some(screen, dice, 4);
        }
        picked
    });
    twin
}

/// Two visitors have the same public answers and the same services, but different private answers.
/// Their summaries must be the same.
///
/// The hazard log lists this test under HAZ-007.
#[test]
fn the_same_public_answers_give_the_same_summary() {
    let edition = ppimhs();
    let mut dice = Dice::new();
    let mut compared = 0;
    for _ in 0..4_000 {
        let mut one = Visitor::new(&edition);
        let mut said = BTreeMap::new();
        travels(&mut one, |screen| {
            let id = screen.id.as_ref().unwrap().to_string();
            let picked = some(screen, &mut dice, if id == "danger" { 7 } else { 3 });
            said.insert(id, picked.clone());
            picked
        });
        let other = twin(&edition, &said, &mut dice);
        if one.journey != other.journey && routed(&one) == routed(&other) {
            compared += 1;
            assert_eq!(summary(&one).text(), summary(&other).text());
        }
    }
    assert!(compared > 300, "only {compared} pairs were compared");
}

fn noted(visitor: &Visitor<'_>) -> Vec<String> {
    let sections = summary(visitor).sections.into_iter();
    sections
        .filter(|section| section.name == "notes")
        .flat_map(|section| section.lines)
        .collect()
}

/// The hazard log lists this test under HAZ-011.
#[test]
fn notes_stay_while_they_fit_and_change_no_outcome() {
    let edition = ppimhs();
    let mut visitor = with(&edition, &UNSAFE_AND_LOW[..4]);
    let before = routed(&visitor);
    visitor
        .does(Event::OpenSummary)
        .does(Event::Note("born-early".into(), "yes".into()))
        .does(Event::Note("background".into(), "hard-birth".into()))
        .does(Event::Note("background".into(), "special-care".into()));
    assert_eq!(routed(&visitor), before);
    let notes = noted(&visitor);
    assert_eq!(notes.len(), 2);
    assert!(notes[1].contains("; "), "{notes:?}");

    visitor.does(Event::Unnote("born-early".into()));
    assert_eq!(noted(&visitor).len(), 1);

    // For a visitor without a child, the summary page asks no question about a child.
    visitor
        .does(Event::Change("stage".into()))
        .does(Event::Pick("has-child".into()))
        .answers(&["pregnant"]);
    while let Body::Question(question) = visitor.sees().body {
        let last = question.choices.last().unwrap().id.to_string();
        visitor.answers(&[&last]);
    }
    visitor.does(Event::OpenSummary);
    let notes = noted(&visitor);
    assert_eq!(notes.len(), 1);
    assert!(!notes[0].contains(';'), "{notes:?}");
}

#[test]
fn an_emergency_offers_no_notes() {
    let edition = ppimhs();
    let mut visitor = with(&edition, &[("danger", &["suicide-plan"])]);
    visitor.does(Event::OpenSummary);
    let Body::Summary(page) = visitor.sees().body else {
        panic!("not the summary");
    };
    assert!(page.notes.is_empty(), "{:?}", page.notes);
}

/// The hazard log lists this test under HAZ-007 and HAZ-016.
#[test]
fn back_from_the_notes_leads_to_the_result_and_start_again_clears_them() {
    let edition = ppimhs();
    let mut visitor = with(&edition, UNSAFE_AND_LOW);
    visitor
        .does(Event::OpenSummary)
        .does(Event::Note("background".into(), "hard-birth".into()))
        .does(Event::TogglePrivateAnswers);
    let index = visitor.sees().index;
    visitor.does(Event::Back);
    assert!(matches!(visitor.sees().body, Body::Result(_)));
    assert_eq!(visitor.sees().index, index - 1);
    visitor.does(Event::Visit(index));
    assert!(matches!(visitor.sees().body, Body::Summary(_)));

    visitor.does(Event::Restart);
    let start = pathway::journey::Journey::new(edition.pathway());
    assert_eq!(visitor.journey, start);
}
