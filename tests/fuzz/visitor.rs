//! Generates the actions of a visitor, and checks each screen that the visitor sees.

use std::collections::BTreeSet;

use libfuzzer_sys::arbitrary::{Result, Unstructured};
use pathway::{
    answers::Answers,
    check::{CheckedPathway, LoadedEdition},
    date::Date,
    document::Document,
    journey::{Event, Journey, ScreenKind},
    properties::Kind,
    replay::{End, Replay},
    screen::{Body, Card, QuestionScreen, ResultScreen, screen},
    set::Set,
};
use serde_json::{Map, Value, json};

/// The telephone numbers of the help on every screen, in this order.
const CRISIS: [&str; 3] = ["999", "111", "116123"];

/// Returns a random action of a visitor. The present screen may not offer this action.
///
/// # Errors
/// Never for a checked pathway.
pub fn event(pathway: &CheckedPathway, input: &mut Unstructured<'_>) -> Result<Event> {
    let questions = &pathway.document().questions;
    Ok(match input.int_in_range(0..=14)? {
        0 => Event::Start,
        1 => Event::Back,
        2 => Event::Change(input.choose(questions)?.id.clone()),
        3 => Event::Visit(input.int_in_range(0..=questions.len() + 2)?),
        4 => Event::Restart,
        5..=8 => Event::Continue,
        9 => Event::OpenSummary,
        10 => Event::TogglePrivateAnswers,
        _ => {
            let options = &input.choose(questions)?.options;
            Event::Pick(input.choose(options)?.id.clone())
        }
    })
}

/// Answers the question on the screen with some of its options, and continues.
///
/// # Errors
/// Never for a checked pathway.
pub fn answer(
    journey: &mut Journey,
    pathway: &CheckedPathway,
    input: &mut Unstructured<'_>,
) -> Result<()> {
    let ScreenKind::Question { question, offered } = journey.position().screen else {
        return Ok(());
    };
    let offered: Vec<usize> = offered.iter().collect();
    for _ in 0..=input.int_in_range(0..=2)? {
        let option = *input.choose(&offered)?;
        journey.apply(pathway, &pick(pathway.document(), question, option));
    }
    if journey.unsubmitted_options().is_empty() {
        let option = *input.choose(&offered)?;
        journey.apply(pathway, &pick(pathway.document(), question, option));
    }
    journey.apply(pathway, &Event::Continue);
    Ok(())
}

/// Returns the event that picks this option of this question. If the option does not exist, the
/// event has an empty id.
#[must_use]
pub fn pick(document: &Document, question: usize, option: usize) -> Event {
    let options = document.questions.get(question).map(|asked| &asked.options);
    let option = options.and_then(|options| options.get(option));
    option.map_or(Event::Pick("".into()), |option| {
        Event::Pick(option.id.clone())
    })
}

/// Returns the answers as one line of JSON, as another program would write them.
#[must_use]
pub fn line(document: &Document, answers: &Answers) -> String {
    let mut object = Map::new();
    for (place, question) in document.questions.iter().enumerate() {
        let picked = answers.picked(place);
        let options = question.options.iter().enumerate();
        let ids: Vec<&str> = options
            .filter(|(index, _)| picked.has(*index))
            .map(|(_, option)| option.id.as_str())
            .collect();
        match (question.kind, ids.as_slice()) {
            (_, []) => None,
            (Kind::One, [id]) => object.insert(question.id.to_string(), json!(id)),
            _ => object.insert(question.id.to_string(), json!(ids)),
        };
    }
    Value::Object(object).to_string()
}

/// Returns the ids of the outcomes of a replay, in display order. Before the result there are none.
#[must_use]
pub fn outcomes<'a>(document: &'a Document, replay: &Replay) -> Vec<&'a str> {
    let End::Result(routed) = &replay.end else {
        return Vec::new();
    };
    let outcomes = routed.outcomes.iter();
    outcomes
        .filter_map(|outcome| document.outcomes.get(*outcome))
        .map(|outcome| outcome.id.as_str())
        .collect()
}

/// Checks that the question on the screen offers every picked option, and that a program could give
/// the same answer.
///
/// # Panics
/// When one of these is not true.
pub fn holds_a_draft_that_can_be(journey: &Journey, pathway: &CheckedPathway) {
    let draft = journey.unsubmitted_options();
    let ScreenKind::Question { question, offered } = journey.position().screen else {
        assert!(
            draft.is_empty(),
            "{draft:?} is picked where nothing is asked"
        );
        return;
    };
    assert!(
        draft.without(offered).is_empty(),
        "{draft:?} of {offered:?}"
    );
    let Some(asked) = pathway.document().questions.get(question) else {
        panic!("there is no question {question}");
    };
    let options = asked.options.iter().enumerate();
    let exclusive: Set = options
        .filter(|(_, option)| option.exclusive)
        .map(|(index, _)| index)
        .collect();
    let alone = asked.kind == Kind::One || !draft.and(exclusive).is_empty();
    assert!(!alone || draft.len() <= 1, "{draft:?} in {}", asked.id);
}

/// Checks that the screen has the help, a text to read, and a way to continue.
///
/// # Panics
/// When one of them is missing.
pub fn sees_a_whole_screen(edition: &LoadedEdition, journey: &Journey, today: Option<Date>) {
    let screen = screen(edition, journey, today);
    let crisis = screen.crisis.contacts.iter().map(|line| line.tel.as_str());
    assert!(crisis.eq(CRISIS), "{:?}", screen.crisis);
    match screen.body {
        Body::Start(start) => assert!(!start.start.is_empty() && !start.lead.is_empty()),
        Body::Question(question) => asks(&question),
        Body::Result(result) => sends(&result),
        Body::Summary(page) => {
            let kept = screen.summary.map(|summary| summary.text());
            let kept = kept.unwrap_or_default();
            let mut help = screen.crisis.contacts.iter();
            assert!(help.all(|line| kept.contains(&line.name)), "{kept}");
            assert!(!page.print.is_empty() && !page.back.is_empty(), "{page:?}");
        }
    }
}

fn asks(question: &QuestionScreen) {
    assert!(!question.legend.is_empty(), "{question:?} asks nothing");
    assert!(question.choices.len() >= 2, "{question:?} is no choice");
    let labels = question.choices.iter().map(|choice| &choice.label);
    assert!(
        labels.clone().all(|label| !label.is_empty()),
        "{question:?}"
    );
    let mistake = question.validation_error.as_ref();
    assert!(mistake.is_none_or(|mistake| !mistake.message.is_empty()));
}

fn sends(result: &ResultScreen) {
    assert!(!result.cards.is_empty(), "a result without a card");
    let mut seen = BTreeSet::new();
    for card in result.cards.iter().chain(&result.also) {
        assert!(seen.insert(card.id.as_str()), "{} stands twice", card.id);
        whole(card);
    }
}

fn whole(card: &Card) {
    assert!(!card.title.is_empty(), "{} has no heading", card.id);
    assert!(
        !card.first.is_empty(),
        "{} does not say what to do",
        card.id
    );
    assert!(!card.reasons.is_empty(), "{} does not say why", card.id);
    let reasons = card.reasons.iter();
    for reason in reasons {
        assert!(!reason.text.is_empty(), "{} has an empty reason", card.id);
        assert!(!reason.sources.is_empty(), "{} rests on nothing", card.id);
    }
}
