//! Turns the indexes of options and outcomes into ids.

use pathway::{check::CheckedPathway, set::Set};

/// Returns the ids of the picked options of a question, in one line.
pub fn option_ids(pathway: &CheckedPathway, question: usize, picked: Set) -> String {
    let question = pathway.document().questions.get(question);
    let options = question.iter().flat_map(|question| &question.options);
    let picked = options
        .enumerate()
        .filter(|(option, _)| picked.has(*option));
    let ids: Vec<&str> = picked.map(|(_, option)| option.id.as_str()).collect();
    ids.join(", ")
}

/// Returns the ids of the outcomes with these indexes, in one line and in the same order.
pub fn outcome_ids(pathway: &CheckedPathway, indexes: &[usize]) -> String {
    let outcomes = &pathway.document().outcomes;
    let outcomes = indexes.iter().filter_map(|index| outcomes.get(*index));
    let ids: Vec<&str> = outcomes.map(|outcome| outcome.id.as_str()).collect();
    ids.join(", ")
}
