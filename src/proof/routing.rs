//! Turns the rules of a pathway and the order of its outcomes into diagrams. The diagrams contain
//! the journeys on which each rule holds, and the journeys whose result shows each outcome at each
//! position.

use crate::{
    conditions::Conditions,
    diagram::{Diagram, Space},
};
use pathway::{id::OutcomeId, properties::Urgency};
use std::collections::BTreeSet;

/// The results of all journeys of a pathway, as diagrams.
#[derive(Clone, Debug)]
pub(crate) struct Routing {
    /// For each rule, the journeys on which it gives outcomes. The last two entries are for the
    /// last resort and the local rule.
    pub(crate) rules: Vec<Diagram>,
    /// For each outcome, the journeys on which a rule gives it. A journey is here also if the
    /// result does not show the outcome, because the person lives outside its areas.
    pub(crate) outcomes_before_area: Vec<Diagram>,
    /// For each outcome, the journeys whose result shows it.
    pub(crate) present: Vec<Diagram>,
    /// For each outcome, its possible positions on a result, each with the journeys that have the
    /// outcome at this position. An outcome with a lower position comes first.
    pub(crate) positions: Vec<Vec<(usize, Diagram)>>,
}

impl Routing {
    pub(crate) fn new(conditions: &Conditions<'_>) -> Self {
        let (mut rules, resort) = rules(conditions, None);
        let before_area = outcomes_before_area(conditions, &rules, &resort);
        let local = LocalOutcomes::new(conditions, &before_area);
        rules.extend([resort, local.applies.clone()]);
        let present = present(conditions, &before_area, &local);
        Self {
            positions: positions(conditions, &before_area, &present, &local),
            rules,
            outcomes_before_area: before_area,
            present,
        }
    }

    /// Returns for each outcome the journeys on which other rules give it. The rule with the index
    /// `rule` is ignored.
    pub(crate) fn outcomes_without_rule(rule: usize, conditions: &Conditions<'_>) -> Vec<Diagram> {
        let (rules, resort) = rules(conditions, Some(rule));
        outcomes_before_area(conditions, &rules, &resort)
    }

    /// Returns the journeys whose result shows the outcome `first` before the outcome `second`.
    pub(crate) fn comes_before(&self, space: &Space, first: usize, second: usize) -> Diagram {
        let positions = |outcome: usize| self.positions.get(outcome).into_iter().flatten();
        let pairs = positions(first).flat_map(|one| positions(second).map(move |two| (one, two)));
        let earlier = pairs.filter(|((one, _), (two, _))| one < two);
        space.any(earlier.map(|((_, one), (_, two))| one.and(two)))
    }

    /// Returns the journeys whose result has this urgency or a higher one.
    pub(crate) fn at_least(&self, urgency: Urgency, conditions: &Conditions<'_>) -> Diagram {
        if urgency == Urgency::Routine {
            return conditions.space.always();
        }
        let outcomes = conditions.document.outcomes.iter().zip(&self.present);
        let urgent = outcomes.filter(|(outcome, _)| outcome.urgency >= urgency);
        conditions
            .space
            .any(urgent.map(|(_, present)| present.clone()))
    }
}

/// Returns the journeys on which each rule gives outcomes, and then the journeys on which the last
/// resort gives outcomes. The rule with the index `without` is treated as if it never held.
fn rules(conditions: &Conditions<'_>, without: Option<usize>) -> (Vec<Diagram>, Diagram) {
    let (space, document) = (conditions.space, conditions.document);
    let any = |chosen: &mut dyn Iterator<Item = &Diagram>| space.any(chosen.cloned());
    let rules = document.rules.iter();
    let holds = rules.enumerate().map(|(index, rule)| {
        let never = without == Some(index);
        let holds = (!never).then(|| conditions.holds(&rule.when));
        (rule, holds.unwrap_or_else(|| space.never()))
    });
    let holds: Vec<_> = holds.collect();
    let stops = holds.iter().filter(|(rule, _)| rule.stop);
    let stopped = any(&mut stops.map(|(_, holds)| holds));
    let gives = holds.into_iter().map(|(rule, holds)| {
        let gives = if rule.stop {
            holds
        } else {
            holds.but_not(&stopped)
        };
        (rule, gives)
    });
    let gives: Vec<_> = gives.collect();
    let beside = &document.last_resort.beside;
    let enough = gives.iter().filter(|(rule, _)| {
        let mut outcomes = rule.outcomes.iter();
        outcomes.any(|outcome| !beside.contains(outcome))
    });
    let enough = any(&mut enough.map(|(_, gives)| gives));
    let gives = gives.into_iter().map(|(_, gives)| gives).collect();
    (gives, stopped.or(&enough).not())
}

fn outcomes_before_area(
    conditions: &Conditions<'_>,
    rules: &[Diagram],
    resort: &Diagram,
) -> Vec<Diagram> {
    let document = conditions.document;
    let last = &document.last_resort.outcomes;
    let outcomes = document.outcomes.iter().map(|outcome| {
        let rules = document.rules.iter().zip(rules);
        let by_rules = rules.filter(|(rule, _)| rule.outcomes.contains(&outcome.id));
        let by_resort = last.contains(&outcome.id).then(|| resort.clone());
        let by_rules = by_rules.map(|(_, gives)| gives.clone());
        conditions.space.any(by_rules.chain(by_resort))
    });
    outcomes.collect()
}

/// The outcomes that only some areas have.
struct LocalOutcomes {
    outcomes: BTreeSet<usize>,
    /// The index of the outcome that a result shows before the local outcomes or instead of them.
    instead: Option<usize>,
    /// The journeys whose result shows the outcome in `instead`.
    applies: Diagram,
    /// The journeys on which the person lives outside the areas, so that the result shows no local
    /// outcome.
    outside: Diagram,
}

impl LocalOutcomes {
    fn new(conditions: &Conditions<'_>, before_area: &[Diagram]) -> Self {
        let document = conditions.document;
        let local = &document.local;
        let index = |id: &OutcomeId| {
            let mut known = document.outcomes.iter();
            known.position(|outcome| outcome.id == *id)
        };
        let outcomes: BTreeSet<usize> = local.outcomes.iter().filter_map(index).collect();
        let some = outcomes
            .iter()
            .filter_map(|outcome| before_area.get(*outcome));
        let some = conditions.space.any(some.cloned());
        let outside = conditions.holds(&local.outside);
        let elsewhere = outside.or(&conditions.holds(&local.unknown));
        Self {
            instead: index(&local.instead),
            applies: some.and(&elsewhere),
            outside,
            outcomes,
        }
    }
}

fn present(
    conditions: &Conditions<'_>,
    before_area: &[Diagram],
    local: &LocalOutcomes,
) -> Vec<Diagram> {
    let never = conditions.space.never();
    let present = before_area
        .iter()
        .enumerate()
        .map(|(outcome, before_area)| {
            let is_local = local.outcomes.contains(&outcome);
            let instead = local.instead == Some(outcome);
            before_area
                .but_not(if is_local { &local.outside } else { &never })
                .or(if instead { &local.applies } else { &never })
        });
    present.collect()
}

/// Returns the positions of each outcome. An outcome takes the first position whose condition
/// holds. The outcome `local.instead` comes directly before the first local outcome, so its
/// positions have even numbers. The positions of all other outcomes have odd numbers.
fn positions(
    conditions: &Conditions<'_>,
    before_area: &[Diagram],
    present: &[Diagram],
    local: &LocalOutcomes,
) -> Vec<Vec<(usize, Diagram)>> {
    let (space, document) = (conditions.space, conditions.document);
    let mut left: Vec<Diagram> = before_area.to_vec();
    let mut positions = vec![Vec::new(); before_area.len()];
    let mut put = |outcome: Option<usize>, position: usize, when: Diagram| {
        let positions = outcome.and_then(|outcome| positions.get_mut(outcome));
        if let Some(positions) = positions.filter(|_| !when.is_never()) {
            positions.push((position, when));
        }
    };
    let mut no_local_yet = local.applies.clone();
    for (position, entry) in document.order.iter().enumerate() {
        let mut known = document.outcomes.iter();
        let Some(outcome) = known.position(|outcome| outcome.id == entry.id) else {
            continue;
        };
        let (Some(rest), Some(present)) = (left.get_mut(outcome), present.get(outcome)) else {
            continue;
        };
        let here = rest.and(&conditions.allows(entry.when.as_ref()));
        *rest = rest.but_not(&here);
        if local.outcomes.contains(&outcome) {
            put(local.instead, 2 * position, no_local_yet.and(&here));
            no_local_yet = no_local_yet.but_not(&here);
        }
        put(Some(outcome), 2 * position + 1, here.and(present));
    }
    debug_assert_eq!(
        no_local_yet,
        space.never(),
        "the order has every local outcome"
    );
    positions
}
