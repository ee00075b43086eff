//! Makes the journey of a visitor from answers.

use pathway::{
    answers::Answers,
    check::CheckedPathway,
    journey::{Event, Journey, ScreenKind},
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
