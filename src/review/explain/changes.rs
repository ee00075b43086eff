//! Finds each single change of an answer that changes the result. The code makes the change with
//! the events of a visitor: Change, a press on one option, Continue.

use crate::{
    journey_from_answers, picked_ids,
    report::{Line, Section},
};
use pathway::{
    check::CheckedPathway,
    journey::{Event, Journey, ScreenKind},
    replay::{AnsweredQuestion, End, RoutingResult},
    set::Set,
};

/// Lists the changes of an answer that change the result, grouped by question.
pub(crate) fn changes(
    pathway: &CheckedPathway,
    journey: &Journey,
    routed: &RoutingResult,
) -> Section {
    let now = picked_ids::outcome_ids(pathway, &routed.outcomes);
    let mut lines = vec![Line::new(2, format!("now: {now}"))];
    for step in journey.position().replay.path.iter().copied() {
        let changes: Vec<Line> = step
            .offered
            .iter()
            .filter_map(|option| {
                let change = change(pathway, journey, step, option)?;
                let effect = effect(pathway, &change, journey, routed)?;
                let difference = difference(pathway, step, change.picked);
                Some(Line::new(2, format!("{difference} → {effect}")))
            })
            .collect();
        if !changes.is_empty() {
            lines.push(Line::new(2, pathway.question_id(step.question)).with(changes));
        }
    }
    let others = "Any other single change leaves the outcomes as they are.";
    lines.push(Line::new(2, others));
    Section::new("What one other answer would change", lines)
}

/// A journey after one press on an option of an answered question. The press picks the option, or
/// removes it from the answer.
struct Change {
    picked: Set,
    journey: Journey,
}

/// Makes the change that a press on this option causes. Returns `None` if the answer stays the same
/// or becomes empty.
fn change(
    pathway: &CheckedPathway,
    journey: &Journey,
    step: AnsweredQuestion,
    option: usize,
) -> Option<Change> {
    let id = pathway.document().questions.get(step.question)?.id.clone();
    let mut journey = journey.clone();
    journey.apply(pathway, &Event::Change(id));
    journey_from_answers::toggle(pathway, &mut journey, step.question, option);
    let picked = journey.unsubmitted_options();
    if picked.is_empty() || picked == step.picked {
        return None;
    }
    journey.apply(pathway, &Event::Continue);
    Some(Change { picked, journey })
}

/// Describes the outcomes after a change, or the question that would be asked next. Returns `None`
/// if the outcomes stay the same.
fn effect(
    pathway: &CheckedPathway,
    change: &Change,
    before: &Journey,
    routed: &RoutingResult,
) -> Option<String> {
    if let ScreenKind::Question { question, .. } = change.journey.position().screen {
        let asked = before
            .position()
            .replay
            .path
            .iter()
            .any(|step| step.question == question);
        let again = if asked { " again" } else { "" };
        let question = pathway.question_id(question);
        return Some(format!("question {question} would be asked{again}"));
    }
    match &change.journey.position().replay.end {
        End::Result(changed) if changed.outcomes != routed.outcomes => {
            Some(picked_ids::outcome_ids(pathway, &changed.outcomes))
        }
        _ => None,
    }
}

fn difference(pathway: &CheckedPathway, step: AnsweredQuestion, picked: Set) -> String {
    let list = |options| picked_ids::option_ids(pathway, step.question, options);
    let (more, less) = (picked.without(step.picked), step.picked.without(picked));
    match (more.is_empty(), less.is_empty()) {
        (false, false) => format!("{} instead of {}", list(more), list(less)),
        (false, true) => format!("also {}", list(more)),
        _ => format!("without {}", list(less)),
    }
}
