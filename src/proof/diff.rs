//! Compares two pathways: counts exactly the journeys with different outcomes, and finds the
//! shortest journey for each kind of change. Questions, options and outcomes are the same if their
//! ids are the same.

use crate::{budget::TooLarge, diagram::Diagram, model::Model, variables::Plan};
use num_bigint::BigUint;
use pathway::{answers::Answers, check::CheckedPathway, id::OutcomeId};
use std::collections::BTreeSet;

/// The differences between two pathways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diff {
    /// The number of complete journeys of the old pathway.
    pub before: BigUint,
    /// The number of complete journeys of the new pathway.
    pub after: BigUint,
    /// The number of complete journeys that both pathways have, with the same answers.
    pub both: BigUint,
    /// The number of these common journeys whose outcomes, or whose order of outcomes, change.
    pub changed: BigUint,
    /// The kinds of change, the one with most journeys first. Each changed journey belongs to
    /// exactly one kind.
    pub changes: Vec<OutcomeChange>,
    /// The shortest journey that only the old pathway has.
    pub only_before: Option<Answers>,
    /// The shortest journey that only the new pathway has.
    pub only_after: Option<Answers>,
}

/// All journeys that change in the same way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeChange {
    /// The number of journeys that change in this way.
    pub journeys: BigUint,
    /// The outcomes that these journeys lose.
    pub goes: Vec<OutcomeId>,
    /// The outcomes that these journeys gain. If both lists are empty, the order changes.
    pub comes: Vec<OutcomeId>,
    /// The answers of the shortest of these journeys, in the old pathway.
    pub before: Answers,
    /// The answers of the same journey, in the new pathway.
    pub after: Answers,
}

/// Compares two pathways, journey by journey.
///
/// # Errors
/// Returns an error if the diagrams are too large.
pub fn diff(old: &CheckedPathway, new: &CheckedPathway) -> Result<Diff, TooLarge> {
    let documents = [old.document(), new.document()];
    let plan = Plan::of(&documents);
    let [old, new] = documents.map(|document| Model::new(&plan, document));
    let both = old.journeys.complete.and(&new.journeys.complete);
    let mut changes = Vec::new();
    for group in groups(&old, &new, &both) {
        let journeys = if group.goes.is_empty() && group.comes.is_empty() {
            group.journeys.and(&reordered(&old, &new))
        } else {
            group.journeys
        };
        if let Some(truths) = journeys.cheapest(plan.prices()) {
            changes.push(OutcomeChange {
                journeys: old.count(&journeys),
                goes: group.goes,
                comes: group.comes,
                before: old.variables().answers(&truths),
                after: new.variables().answers(&truths),
            });
        }
    }
    changes.sort_by(|one, other| other.journeys.cmp(&one.journeys));
    let diff = Diff {
        before: old.count(&plan.space().always()),
        after: new.count(&plan.space().always()),
        both: old.count(&both),
        changed: changes.iter().map(|change| &change.journeys).sum(),
        changes,
        only_before: old.shortest(&new.journeys.complete.not()),
        only_after: new.shortest(&old.journeys.complete.not()),
    };
    plan.space().check(diff)
}

/// The journeys that lose the same outcomes and gain the same outcomes.
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
        let (was, is) = (old.present(id), new.present(id));
        let (goes, comes) = (was.but_not(&is), is.but_not(&was));
        if both.and(&goes.or(&comes)).is_never() {
            continue;
        }
        let kinds = [
            (was.same(&is), None, None),
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

/// Lists every outcome of either pathway, in the order of the old pathway.
fn outcomes<'a>(old: &Model<'a>, new: &Model<'a>) -> Vec<&'a OutcomeId> {
    let documents = [old.document(), new.document()];
    let outcomes = documents
        .into_iter()
        .flat_map(|document| &document.outcomes);
    let mut known = BTreeSet::new();
    let outcomes = outcomes.map(|outcome| &outcome.id);
    outcomes.filter(|id| known.insert(*id)).collect()
}

/// Returns the journeys on which two outcomes have opposite orders in the two pathways.
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
