//! Replays random answers, and checks that a second replay changes nothing. A visitor with random
//! actions can go back and forth, and must see the same outcomes as a program that calls `route`.
#![no_main]

use fuzz::{pathways, visitor};
use libfuzzer_sys::{
    arbitrary::{Result, Unstructured},
    fuzz_target,
};
use pathway::{
    answers::Answers,
    check::{CheckedPathway, LoadedEdition},
    date::Date,
    journey::{Event, Journey, ScreenKind},
    reasons::reasons,
    replay::{End, Replay, evaluate},
    route_json::route,
    set::Set,
};
use serde_json::{Value, json};

/// The largest number of a visitor's actions in one input of the fuzz target.
const EVENTS: usize = 200;

fuzz_target!(|bytes: &[u8]| {
    let mut input = Unstructured::new(bytes);
    if let Err(error) = lives(&mut input) {
        panic!("{error}");
    }
});

fn lives(input: &mut Unstructured<'_>) -> Result<()> {
    let [small, built_in] = pathways::editions();
    let edition = if input.arbitrary()? { built_in } else { small };
    if input.arbitrary()? {
        return visits(edition, input);
    }
    let pathway = edition.pathway();
    let mut answers = Answers::default();
    for question in 0..pathway.document().questions.len() {
        let bits: u64 = input.arbitrary()?;
        answers.pick(
            question,
            (0..64).filter(|bit| bits >> bit & 1 == 1).collect(),
        );
    }
    replays(pathway, &answers);
    Ok(())
}

fn replays(pathway: &CheckedPathway, answers: &Answers) {
    let replay = evaluate(pathway, answers);
    assert_eq!(evaluate(pathway, &replay.answers), replay);
    let path = &replay.path;
    assert!(path.is_sorted_by(|one, next| one.question < next.question));
    for step in path {
        let picked = answers.picked(step.question).and(step.offered);
        assert!(!step.picked.is_empty() && step.picked == picked, "{step:?}");
    }
    let asked = path.iter().map(|step| step.question);
    assert!(replay.answers.answered().eq(asked), "{replay:?}");
    match &replay.end {
        End::Ask { question, offered } => {
            assert!(offered.len() >= 2, "{question} is no choice");
            assert!(answers.picked(*question).and(*offered).is_empty());
        }
        End::Result(routed) => {
            let outcomes: Set = routed.outcomes.iter().copied().collect();
            assert!(!outcomes.is_empty(), "a result without an outcome");
            assert_eq!(outcomes.len(), routed.outcomes.len(), "{routed:?}");
            assert_eq!(pathway.urgency(outcomes), routed.urgency);
            let reasons = reasons(pathway, &replay.answers, routed);
            let given = reasons.iter().map(|reason| reason.outcomes);
            let given = given.fold(Set::EMPTY, Set::or);
            assert_eq!(given, outcomes, "each outcome has a reason, no other has");
        }
    }
}

fn visits(edition: &LoadedEdition, input: &mut Unstructured<'_>) -> Result<()> {
    let pathway = edition.pathway();
    let mut journey = Journey::new(pathway);
    for _ in 0..EVENTS {
        if input.is_empty() {
            break;
        }
        if input.ratio(1, 2)? {
            visitor::answer(&mut journey, pathway, input)?;
        } else {
            journey.apply(pathway, &visitor::event(pathway, input)?);
        }
        visitor::holds_a_draft_that_can_be(&journey, pathway);
    }
    finds_the_way_back(&journey, pathway);
    visitor::sees_a_whole_screen(edition, &journey, Date::new(2026, 11, 22));
    routes_as_for_a_program(pathway, &journey.position().replay);
    Ok(())
}

/// Opens the current screen of a journey again, and checks that nothing changes. Checks that
/// Continue leads from each earlier question to the last screen again, with all answers.
fn finds_the_way_back(journey: &Journey, pathway: &CheckedPathway) {
    let position = journey.position();
    let replay = &position.replay;
    let stays = |event: &[Event]| {
        let mut there = journey.clone();
        event.iter().for_each(|event| there.apply(pathway, event));
        assert_eq!(there.position(), position, "{event:?}");
    };
    stays(&[Event::Visit(position.index)]);
    let last = position.screen != ScreenKind::Start && position.index == replay.path.len() + 1;
    if !last {
        return;
    }
    for step in &replay.path {
        if let Some(question) = pathway.document().questions.get(step.question) {
            stays(&[Event::Change(question.id.clone()), Event::Continue]);
        }
    }
    stays(&[Event::Back, Event::Visit(replay.path.len() + 1)]);
    match replay.path.is_empty() {
        true => stays(&[Event::Back, Event::Start]),
        false => stays(&[Event::Back, Event::Continue]),
    }
}

fn routes_as_for_a_program(pathway: &CheckedPathway, replay: &Replay) {
    let document = pathway.document();
    let line = visitor::line(document, &replay.answers);
    let reply: Value = serde_json::from_str(&route(pathway, &line)).unwrap_or_default();
    match &replay.end {
        End::Result(_) => {
            let outcomes = json!(visitor::outcomes(document, replay));
            assert_eq!(reply["outcomes"], outcomes, "{line}: {reply}");
        }
        End::Ask { question, .. } => {
            let id = document
                .questions
                .get(*question)
                .map(|asked| asked.id.as_str());
            assert_eq!(reply["ask"], json!(id), "{line}: {reply}");
        }
    }
}
