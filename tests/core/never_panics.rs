//! Tests that no input makes the core panic.

use crate::{
    files,
    small_pathway::{small, tiny},
    visitors::{PPIMHS, Visitor, carried},
};
use pathway::{check, journey::Event, parse, route_json::route, screen::Body};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_bytes_are_parsed_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(parse::document(&bytes).is_err());
        prop_assert!(parse::words(&bytes).is_err());
    }

    #[test]
    fn any_changed_byte_is_parsed_or_refused(at in any::<prop::sample::Index>(), byte: u8) {
        let (mut pathway, words) = small();
        let at = at.index(pathway.len());
        pathway[at] = byte;
        drop(check::load(&pathway, &words, None));
    }

    #[test]
    fn any_shortened_file_is_refused(at in any::<prop::sample::Index>()) {
        let (mut pathway, words) = small();
        let end = pathway.iter().rposition(|byte| *byte == b'}').unwrap();
        pathway.truncate(at.index(end));
        prop_assert!(check::load(&pathway, &words, None).is_err());
    }

    #[test]
    fn any_line_gets_a_reply_of_one_line(line in "[ -~\n]{0,80}") {
        let reply = route(tiny().pathway(), &line);
        prop_assert!(!reply.contains('\n'));
        prop_assert!(serde_json::from_str::<serde_json::Value>(&reply).unwrap().is_object());
    }
}

#[derive(Clone, Debug)]
enum Act {
    Pick(prop::sample::Index),
    Continue,
    Back,
    Change(prop::sample::Index),
    Visit(usize),
    Keep,
    Note(prop::sample::Index, prop::sample::Index),
    Reveal,
    Restart,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        8 => any::<prop::sample::Index>().prop_map(Act::Pick),
        8 => Just(Act::Continue),
        1 => Just(Act::Back),
        1 => any::<prop::sample::Index>().prop_map(Act::Change),
        1 => (0usize..20).prop_map(Act::Visit),
        1 => Just(Act::Keep),
        1 => (any::<prop::sample::Index>(), any::<prop::sample::Index>())
            .prop_map(|(note, option)| Act::Note(note, option)),
        1 => Just(Act::Reveal),
        1 => Just(Act::Restart),
    ]
}

fn event(visitor: &Visitor<'_>, act: &Act) -> Event {
    let document = visitor.edition.pathway().compiled();
    let questions = &document.questions;
    match act {
        Act::Pick(index) => match visitor.sees().body {
            Body::Question(question) => Event::Pick(
                question.choices[index.index(question.choices.len())]
                    .id
                    .clone(),
            ),
            _ => Event::Start,
        },
        Act::Continue => Event::Continue,
        Act::Back => Event::Back,
        Act::Change(index) => Event::Change(questions[index.index(questions.len())].id.clone()),
        Act::Visit(index) => Event::Visit(*index),
        Act::Keep => Event::OpenSummary,
        Act::Note(note, option) => {
            let note = &document.notes[note.index(document.notes.len())];
            let option = &note.options[option.index(note.options.len())];
            Event::Note(note.id.clone(), option.id.clone())
        }
        Act::Reveal => Event::TogglePrivateAnswers,
        Act::Restart => Event::Restart,
    }
}

/// After any actions of a visitor, the screen has the help and content of its own. Each card of a
/// result has a title, an instruction and a reason.
///
/// The hazard log lists this test under HAZ-001.
#[test]
fn any_events_lead_to_a_whole_screen() {
    let edition = carried();
    let config = ProptestConfig::with_cases(200);
    let mut runner = proptest::test_runner::TestRunner::new(config);
    let acts = proptest::collection::vec(act(), 0..60);
    let run = runner.run(&acts, |acts| {
        let mut visitor = Visitor::new(&edition);
        for act in &acts {
            let event = event(&visitor, act);
            visitor.does(event);
            let screen = visitor.sees();
            let numbers: Vec<&str> = screen
                .crisis
                .contacts
                .iter()
                .map(|line| line.tel.as_str())
                .collect();
            prop_assert_eq!(numbers, ["999", "111", "116123"]);
            match screen.body {
                Body::Start(start) => prop_assert!(!start.start.is_empty()),
                Body::Question(question) => {
                    prop_assert!(!question.legend.is_empty());
                    prop_assert!(question.choices.len() >= 2);
                    prop_assert!(
                        question
                            .choices
                            .iter()
                            .all(|choice| !choice.label.is_empty())
                    );
                }
                Body::Result(result) => {
                    prop_assert!(!result.cards.is_empty());
                    for card in result.cards.iter().chain(&result.also) {
                        prop_assert!(!card.title.is_empty());
                        prop_assert!(!card.first.is_empty());
                        prop_assert!(!card.reasons.is_empty(), "{} has no reason", card.id);
                    }
                }
                Body::Summary(_) => {
                    let text = screen.summary.unwrap().text();
                    prop_assert!(text.contains("999") && text.contains("116 123"), "{}", text);
                }
            }
        }
        Ok(())
    });
    run.unwrap();
}

/// `check` refuses a file of the built-in pathway that ends too early, so no part of such a file is
/// used.
///
/// The hazard log lists this test under HAZ-008 and HAZ-018.
#[test]
fn a_built_in_file_that_was_cut_off_is_refused() {
    let (pathway, words) = files::pathway(PPIMHS);
    for part in 1..40 {
        let at = pathway.len() * part / 40;
        assert!(check::load(&pathway[..at], &words, None).is_err());
        let at = words.len() * part / 40;
        assert!(check::load(&pathway, &words[..at], None).is_err());
    }
}
