//! Answers → the journey of a visitor who gives them, and ids by their places.

use pathway::{
    answers::Answers,
    check::CheckedPathway,
    journey::{Event, Journey, ScreenKind},
    set::Set,
};

/// The journey of a visitor who gives these answers, as far as they lead.
pub fn simulate(pathway: &CheckedPathway, answers: &Answers) -> Journey {
    let mut journey = Journey::new(pathway);
    journey.apply(pathway, &Event::Start);
    for _ in &pathway.document().questions {
        let ScreenKind::Question { question, .. } = journey.position().screen else {
            break;
        };
        for option in answers.picked(question).iter() {
            touch(pathway, &mut journey, question, option);
        }
        journey.apply(pathway, &Event::Continue);
    }
    journey
}

/// Touches an option of the question on screen.
pub fn touch(pathway: &CheckedPathway, journey: &mut Journey, question: usize, option: usize) {
    let options = pathway
        .document()
        .questions
        .get(question)
        .map(|question| &question.options);
    if let Some(option) = options.and_then(|options| options.get(option)) {
        journey.apply(pathway, &Event::Pick(option.id.clone()));
    }
}

/// The id of a question.
pub fn question(pathway: &CheckedPathway, place: usize) -> &str {
    let question = pathway.document().questions.get(place);
    question
        .map(|question| question.id.as_str())
        .unwrap_or_default()
}

/// The ids of options, in order.
pub fn options(pathway: &CheckedPathway, place: usize, picked: Set) -> String {
    let question = pathway.document().questions.get(place);
    let options = question
        .iter()
        .flat_map(|question| &question.options)
        .enumerate();
    let ids: Vec<&str> = options
        .filter(|(option, _)| picked.has(*option))
        .map(|(_, option)| option.id.as_str())
        .collect();
    ids.join(", ")
}

/// The ids of outcomes, as listed.
pub fn outcomes(pathway: &CheckedPathway, places: &[usize]) -> String {
    let outcomes = &pathway.document().outcomes;
    let ids: Vec<&str> = places
        .iter()
        .filter_map(|place| Some(outcomes.get(*place)?.id.as_str()))
        .collect();
    ids.join(", ")
}
