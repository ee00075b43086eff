//! Evaluates the conditions in a pathway file without the compiled pathway, for comparison with the
//! core.

use pathway::{
    answers::Answers,
    check::CheckedPathway,
    document::{Condition, Conditional},
    set::Set,
};

/// Returns true if a condition of the pathway file holds for these answers. A condition with an
/// unknown id never holds.
pub fn holds(pathway: &CheckedPathway, condition: &Condition, answers: &Answers) -> bool {
    let passes = |part: &Condition| holds(pathway, part, answers);
    match condition {
        Condition::Named(name) => {
            let named = pathway.document().condition(name);
            named.is_some_and(|named| passes(&named.when))
        }
        Condition::Is(question, options) => {
            let Some(index) = pathway.question(question.as_str()) else {
                return false;
            };
            let options = options.iter();
            let named: Set = options
                .filter_map(|option| pathway.option(index, option.as_str()))
                .collect();
            !answers.picked(index).and(named).is_empty()
        }
        Condition::All(parts) => parts.iter().all(passes),
        Condition::Any(parts) => parts.iter().any(passes),
        Condition::Not(part) => !passes(part),
    }
}

/// Returns true if an entry of the pathway is shown for these answers. An entry without a condition
/// is always shown.
pub fn allowed(pathway: &CheckedPathway, when: Option<&Condition>, answers: &Answers) -> bool {
    when.is_none_or(|condition| holds(pathway, condition, answers))
}

/// Returns the entries that are shown for these answers, in the order of the pathway.
pub fn shown<'a, I>(
    pathway: &'a CheckedPathway,
    entries: &'a [Conditional<I>],
    answers: &'a Answers,
) -> impl Iterator<Item = &'a I> {
    let shown = entries
        .iter()
        .filter(|entry| allowed(pathway, entry.when.as_ref(), answers));
    shown.map(|entry| &entry.id)
}
