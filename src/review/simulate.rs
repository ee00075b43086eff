//! Makes the journey of a visitor from answers. Also turns the indexes of options and outcomes into
//! ids.

use pathway::{
    answers::Answers,
    check::CheckedPathway,
    journey::{Event, Journey, ScreenKind},
    set::Set,
};

/// Makes the journey of a visitor who gives these answers. The journey stops at the first question
/// without an answer.
pub fn simulate(pathway: &CheckedPathway, answers: &Answers) -> Journey {
    let mut journey = Journey::new(pathway);
    journey.apply(pathway, &Event::Start);
    for _ in &pathway.document().questions {
        let ScreenKind::Question { question, .. } = journey.position().screen else {
            break;
        };
        for option in answers.picked(question).iter() {
            toggle(pathway, &mut journey, question, option);
        }
        journey.apply(pathway, &Event::Continue);
    }
    journey
}

/// Presses an option of the question that the journey is at. In a question of the kind `many`, a
/// second press removes the option.
pub fn toggle(pathway: &CheckedPathway, journey: &mut Journey, question: usize, option: usize) {
    let question = pathway.document().questions.get(question);
    if let Some(option) = question.and_then(|question| question.options.get(option)) {
        journey.apply(pathway, &Event::Pick(option.id.clone()));
    }
}

/// Returns the ids of the picked options of a question, in one line.
pub fn options(pathway: &CheckedPathway, question: usize, picked: Set) -> String {
    let question = pathway.document().questions.get(question);
    let options = question.iter().flat_map(|question| &question.options);
    let picked = options
        .enumerate()
        .filter(|(option, _)| picked.has(*option));
    let ids: Vec<&str> = picked.map(|(_, option)| option.id.as_str()).collect();
    ids.join(", ")
}

/// Returns the ids of the outcomes with these indexes, in one line and in the same order.
pub fn outcomes(pathway: &CheckedPathway, indexes: &[usize]) -> String {
    let outcomes = &pathway.document().outcomes;
    let outcomes = indexes.iter().filter_map(|index| outcomes.get(*index));
    let ids: Vec<&str> = outcomes.map(|outcome| outcome.id.as_str()).collect();
    ids.join(", ")
}
