//! Two pathways → exactly how many journeys end otherwise, from what to what, each kind with its
//! shortest journey. Questions, options and outcomes are the same when their ids are.

use crate::{
    diagram::{Diagram, Space},
    model::Model,
    variables::Plan,
};
use num_bigint::BigUint;
use pathway::{answers::Answers, check::CheckedPathway, id::OutcomeId};
use std::collections::BTreeSet;

/// How two pathways differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diff {
    /// Complete journeys through the old one.
    pub before: BigUint,
    /// Complete journeys through the new one.
    pub after: BigUint,
    /// Complete journeys through both, with the same answers.
    pub both: BigUint,
    /// Those of them that end with other outcomes, or with the same in another order.
    pub changed: BigUint,
    /// The kinds of change, most journeys first: each journey that ends otherwise is in exactly one.
    pub changes: Vec<OutcomeChange>,
    /// The shortest journey through the old one alone.
    pub only_before: Option<Answers>,
    /// The shortest journey through the new one alone.
    pub only_after: Option<Answers>,
}

/// Journeys that change in the same way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeChange {
    /// How many.
    pub journeys: BigUint,
    /// Outcomes that go.
    pub goes: Vec<OutcomeId>,
    /// Outcomes that come. If none goes either, the order is another.
    pub comes: Vec<OutcomeId>,
    /// The shortest of them, as answers to the old pathway.
    pub before: Answers,
    /// The same, as answers to the new one.
    pub after: Answers,
}

/// Compares two pathways, journey by journey.
#[must_use]
pub fn diff(old: &CheckedPathway, new: &CheckedPathway) -> Diff {
    let documents = [old.document(), new.document()];
    let plan = Plan::of(&documents);
    let space = Space::of(&plan);
    let [old, new] = documents.map(|document| Model::new(&space, &plan, document));
    let both = old.journeys.complete.and(&new.journeys.complete);
    let mut changes = Vec::new();
    for part in parts(&old, &new, &both) {
        let journeys = if part.goes.is_empty() && part.comes.is_empty() {
            part.journeys.and(&reordered(&old, &new))
        } else {
            part.journeys
        };
        if let Some(truths) = journeys.cheapest(plan.prices()) {
            changes.push(OutcomeChange {
                journeys: old.count(&journeys),
                goes: part.goes,
                comes: part.comes,
                before: old.variables().answers(&truths),
                after: new.variables().answers(&truths),
            });
        }
    }
    changes.sort_by(|one, other| other.journeys.cmp(&one.journeys));
    Diff {
        before: old.count(&space.always()),
        after: new.count(&space.always()),
        both: old.count(&both),
        changed: changes.iter().map(|change| &change.journeys).sum(),
        changes,
        only_before: old.shortest(&new.journeys.complete.not()),
        only_after: new.shortest(&old.journeys.complete.not()),
    }
}

/// Journeys from which the same outcomes go and to which the same come.
struct JourneyGroup {
    goes: Vec<OutcomeId>,
    comes: Vec<OutcomeId>,
    journeys: Diagram,
}

fn parts(old: &Model<'_>, new: &Model<'_>, both: &Diagram) -> Vec<JourneyGroup> {
    let mut parts = vec![JourneyGroup {
        goes: Vec::new(),
        comes: Vec::new(),
        journeys: both.clone(),
    }];
    for id in outcomes(old, new) {
        let (was, is) = (old.present(id.as_str()), new.present(id.as_str()));
        let (goes, comes) = (was.but_not(&is), is.but_not(&was));
        if both.and(&goes.or(&comes)).is_never() {
            continue;
        }
        let stays = was.same(&is);
        let mut next = Vec::new();
        for part in parts {
            let mut with = |journeys: Diagram, gone: bool, come: bool| {
                if !journeys.is_never() {
                    let (mut goes, mut comes) = (part.goes.clone(), part.comes.clone());
                    goes.extend(gone.then(|| id.clone()));
                    comes.extend(come.then(|| id.clone()));
                    next.push(JourneyGroup {
                        goes,
                        comes,
                        journeys,
                    });
                }
            };
            with(part.journeys.and(&stays), false, false);
            with(part.journeys.and(&goes), true, false);
            with(part.journeys.and(&comes), false, true);
        }
        parts = next;
    }
    parts
}

/// Every outcome of either, in the order of the old one.
fn outcomes(old: &Model<'_>, new: &Model<'_>) -> Vec<OutcomeId> {
    let documents = [old.document(), new.document()];
    let all = documents.iter().flat_map(|document| &document.outcomes);
    let mut known = BTreeSet::new();
    all.map(|outcome| outcome.id.clone())
        .filter(|id| known.insert(id.clone()))
        .collect()
}

/// Where two outcomes stand the other way round.
fn reordered(old: &Model<'_>, new: &Model<'_>) -> Diagram {
    let ids = outcomes(old, new);
    let pairs = ids
        .iter()
        .flat_map(|one| ids.iter().map(move |other| (one.as_str(), other.as_str())));
    let turned = pairs.filter_map(|(one, other)| {
        let was = old
            .routing
            .comes_before(old.outcome(one)?, old.outcome(other)?, &old.conditions);
        let is = new
            .routing
            .comes_before(new.outcome(other)?, new.outcome(one)?, &new.conditions);
        Some(was.and(&is))
    });
    old.space().any(turned.collect::<Vec<_>>())
}
