//! Compares two versions of a pathway. Counts exactly the journeys whose outcomes differ, and finds
//! the shortest journey for each kind of difference. Questions, options and outcomes with the same
//! id count as the same.

use crate::{budget::TooLarge, diagram::Diagram, model::Model, variables::VariableNumbers};
use num_bigint::BigUint;
use pathway::{answers::Answers, check::CheckedPathway, id::OutcomeId};
use std::collections::BTreeSet;

/// The differences between an old and a new pathway.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diff {
    /// The number of complete journeys of the old pathway.
    pub before: BigUint,
    /// The number of complete journeys of the new pathway.
    pub after: BigUint,
    /// The number of journeys that are complete in both pathways with the same answers.
    pub both: BigUint,
    /// The number of journeys in `both` whose outcomes differ, or whose outcomes have another
    /// order.
    pub changed: BigUint,
    /// The kinds of difference, the one with the most journeys first. Each journey in `changed`
    /// belongs to exactly one kind.
    pub changes: Vec<OutcomeChange>,
    /// The shortest journey that is complete only in the old pathway. `None` if there is no such
    /// journey.
    pub only_before: Option<Answers>,
    /// The shortest journey that is complete only in the new pathway. `None` if there is no such
    /// journey.
    pub only_after: Option<Answers>,
}

/// One kind of difference: all journeys that lose and gain the same outcomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeChange {
    /// The number of journeys with this kind of difference.
    pub journeys: BigUint,
    /// The outcomes that these journeys lose in the new pathway.
    pub goes: Vec<OutcomeId>,
    /// The outcomes that these journeys gain in the new pathway. If the journeys lose and gain
    /// nothing, the order of their outcomes differs.
    pub comes: Vec<OutcomeId>,
    /// The answers of the shortest of these journeys, with the indexes of the old pathway.
    pub before: Answers,
    /// The answers of the same journey, with the indexes of the new pathway.
    pub after: Answers,
}

/// Compares every journey of an old and a new pathway.
///
/// # Errors
/// Returns an error if the diagrams are too large.
pub fn diff(old: &CheckedPathway, new: &CheckedPathway) -> Result<Diff, TooLarge> {
    let documents = [old.document(), new.document()];
    let numbers = VariableNumbers::of(&documents);
    let [old, new] = documents.map(|document| Model::new(&numbers, document));
    let both = old.journeys.complete.and(&new.journeys.complete);
    let mut changes = Vec::new();
    for group in groups(&old, &new, &both) {
        let journeys = if group.goes.is_empty() && group.comes.is_empty() {
            group.journeys.and(&reordered(&old, &new))
        } else {
            group.journeys
        };
        if let Some(true_variables) = journeys.cheapest(numbers.prices()) {
            changes.push(OutcomeChange {
                journeys: old.count(&journeys),
                goes: group.goes,
                comes: group.comes,
                before: old.variables().answers(&true_variables),
                after: new.variables().answers(&true_variables),
            });
        }
    }
    changes.sort_by(|one, other| other.journeys.cmp(&one.journeys));
    let diff = Diff {
        before: old.count(&numbers.space().always()),
        after: new.count(&numbers.space().always()),
        both: old.count(&both),
        changed: changes.iter().map(|change| &change.journeys).sum(),
        changes,
        only_before: old.shortest(&new.journeys.complete.not()),
        only_after: new.shortest(&old.journeys.complete.not()),
    };
    numbers.space().check(diff)
}

/// Journeys that lose the same outcomes and gain the same outcomes.
struct JourneyGroup {
    goes: Vec<OutcomeId>,
    comes: Vec<OutcomeId>,
    journeys: Diagram,
}

fn groups(old: &Model<'_>, new: &Model<'_>, both: &Diagram) -> Vec<JourneyGroup> {
    let mut groups = vec![JourneyGroup {
        goes: Vec::new(),
        comes: Vec::new(),
        journeys: both.clone(),
    }];
    for id in outcomes(old, new) {
        let (before, after) = (old.present(id), new.present(id));
        let (goes, comes) = (before.but_not(&after), after.but_not(&before));
        if both.and(&goes.or(&comes)).is_never() {
            continue;
        }
        let kinds = [
            (before.same(&after), None, None),
            (goes, Some(id), None),
            (comes, None, Some(id)),
        ];
        let split = groups.iter().flat_map(|group| {
            kinds.iter().map(|(journeys, goes, comes)| JourneyGroup {
                goes: group.goes.iter().chain(*goes).cloned().collect(),
                comes: group.comes.iter().chain(*comes).cloned().collect(),
                journeys: group.journeys.and(journeys),
            })
        });
        groups = split.filter(|group| !group.journeys.is_never()).collect();
    }
    groups
}

/// Lists the outcomes of both pathways, first those of the old pathway.
fn outcomes<'a>(old: &Model<'a>, new: &Model<'a>) -> Vec<&'a OutcomeId> {
    let documents = [old.document(), new.document()];
    let outcomes = documents
        .into_iter()
        .flat_map(|document| &document.outcomes);
    let mut known = BTreeSet::new();
    let outcomes = outcomes.map(|outcome| &outcome.id);
    outcomes.filter(|id| known.insert(*id)).collect()
}

/// Returns the journeys on which the order of two outcomes in the new pathway is the reverse of
/// their order in the old one.
fn reordered(old: &Model<'_>, new: &Model<'_>) -> Diagram {
    let ids = outcomes(old, new);
    let pairs = ids
        .iter()
        .flat_map(|one| ids.iter().map(move |other| (one, other)));
    let turned = pairs.map(|(one, other)| {
        old.comes_before(one, other)
            .and(&new.comes_before(other, one))
    });
    old.space().any(turned)
}
