//! Rules, the last resort, the area and the order → on which journeys each rule holds, each outcome
//! is on the result, and at which place.

use crate::{conditions::Conditions, diagram::Diagram};
use pathway::{document::Urgency, id::OutcomeId};
use std::collections::BTreeSet;

/// Where journeys lead.
#[derive(Clone, Debug)]
pub(crate) struct Routing {
    /// By place of the rule, when it gives outcomes; then the last resort; then the local rule.
    pub(crate) rules: Vec<Diagram>,
    /// By place of the outcome, when rules give it, whether it stays or not.
    pub(crate) given: Vec<Diagram>,
    /// By place of the outcome, when it is on the result.
    pub(crate) present: Vec<Diagram>,
    /// By place of the outcome, when it stands at which place: a lower number comes first.
    pub(crate) places: Vec<Vec<(usize, Diagram)>>,
}

impl Routing {
    pub(crate) fn new(conditions: &Conditions<'_>) -> Self {
        let (mut rules, resort) = rules(conditions, None);
        let given = given(conditions, &rules, &resort);
        rules.push(resort);
        let local = LocalOutcomes::new(conditions, &given);
        rules.push(local.applies.clone());
        let present = present(conditions, &given, &local);
        let places = places(conditions, &given, &present, &local);
        Self {
            rules,
            given,
            present,
            places,
        }
    }

    /// By place of the outcome, when it would be given if this rule never held.
    pub(crate) fn given_without(rule: usize, conditions: &Conditions<'_>) -> Vec<Diagram> {
        let (rules, resort) = rules(conditions, Some(rule));
        given(conditions, &rules, &resort)
    }

    /// When both are on the result, and `one` comes before `other`.
    pub(crate) fn comes_before(
        &self,
        one: usize,
        other: usize,
        conditions: &Conditions<'_>,
    ) -> Diagram {
        let places = |outcome: usize| self.places.get(outcome).map_or(&[][..], Vec::as_slice);
        let pairs = places(one)
            .iter()
            .flat_map(|first| places(other).iter().map(move |second| (first, second)));
        let earlier = pairs
            .filter(|((first, _), (second, _))| first < second)
            .map(|((_, first), (_, second))| first.and(second));
        conditions.space.any(earlier)
    }

    /// When the result is at least this urgent.
    pub(crate) fn at_least(&self, urgency: Urgency, conditions: &Conditions<'_>) -> Diagram {
        if urgency == Urgency::Routine {
            return conditions.space.always();
        }
        let outcomes = conditions.document.outcomes.iter().zip(&self.present);
        let urgent = outcomes
            .filter(|(outcome, _)| outcome.urgency >= urgency)
            .map(|(_, present)| present.clone());
        conditions.space.any(urgent)
    }
}

/// When each rule gives outcomes, and when the last resort does, as if one rule never held.
fn rules(conditions: &Conditions<'_>, without: Option<usize>) -> (Vec<Diagram>, Diagram) {
    let (space, document) = (conditions.space, conditions.document);
    let hold = document.rules.iter().enumerate().map(|(place, rule)| {
        if without == Some(place) {
            space.never()
        } else {
            conditions.holds(&rule.when)
        }
    });
    let hold: Vec<Diagram> = hold.collect();
    let stops = document
        .rules
        .iter()
        .zip(&hold)
        .filter(|(rule, _)| rule.stop);
    let stopped = space.any(stops.map(|(_, holds)| holds.clone()));
    let counts = document.rules.iter().zip(&hold).map(|(rule, holds)| {
        if rule.stop {
            holds.clone()
        } else {
            holds.but_not(&stopped)
        }
    });
    let counts: Vec<Diagram> = counts.collect();
    let beside = &document.last_resort.beside;
    let enough = document.rules.iter().zip(&counts).filter(|(rule, _)| {
        rule.outcomes
            .iter()
            .any(|outcome| !beside.contains(outcome))
    });
    let enough = space.any(enough.map(|(_, counts)| counts.clone()));
    let resort = stopped.or(&enough).not();
    (counts, resort)
}

fn given(conditions: &Conditions<'_>, rules: &[Diagram], resort: &Diagram) -> Vec<Diagram> {
    let document = conditions.document;
    document
        .outcomes
        .iter()
        .map(|outcome| {
            let by_rules = document
                .rules
                .iter()
                .zip(rules)
                .filter(|(rule, _)| rule.outcomes.contains(&outcome.id))
                .map(|(_, holds)| holds.clone());
            let by_resort = document
                .last_resort
                .outcomes
                .contains(&outcome.id)
                .then(|| resort.clone());
            conditions
                .space
                .any(by_rules.chain(by_resort).collect::<Vec<_>>())
        })
        .collect()
}

/// What happens to outcomes that only some areas have.
struct LocalOutcomes {
    outcomes: BTreeSet<usize>,
    instead: Option<usize>,
    /// When another outcome comes before the local ones.
    applies: Diagram,
    /// When the local ones go.
    gone: Diagram,
}

impl LocalOutcomes {
    fn new(conditions: &Conditions<'_>, given: &[Diagram]) -> Self {
        let document = conditions.document;
        let local = &document.local;
        let place = |id: &OutcomeId| {
            let mut known = document.outcomes.iter();
            known.position(|outcome| outcome.id == *id)
        };
        let outcomes: BTreeSet<usize> = local.outcomes.iter().filter_map(place).collect();
        let some = outcomes.iter().filter_map(|outcome| given.get(*outcome));
        let some = conditions.space.any(some.cloned());
        let outside = conditions.holds(&local.outside);
        let elsewhere = outside.or(&conditions.holds(&local.unknown));
        Self {
            instead: place(&local.instead),
            applies: some.and(&elsewhere),
            gone: outside,
            outcomes,
        }
    }
}

fn present(conditions: &Conditions<'_>, given: &[Diagram], local: &LocalOutcomes) -> Vec<Diagram> {
    let never = conditions.space.never();
    given
        .iter()
        .enumerate()
        .map(|(outcome, given)| {
            let stays = if local.outcomes.contains(&outcome) {
                given.but_not(&local.gone)
            } else {
                given.clone()
            };
            let instead = local.instead == Some(outcome);
            stays.or(if instead { &local.applies } else { &never })
        })
        .collect()
}

/// Each outcome at the first place in the order whose condition holds. What stands instead of local
/// outcomes comes right before the first of them, so places are numbered by twos.
fn places(
    conditions: &Conditions<'_>,
    given: &[Diagram],
    present: &[Diagram],
    local: &LocalOutcomes,
) -> Vec<Vec<(usize, Diagram)>> {
    let (space, document) = (conditions.space, conditions.document);
    let mut left: Vec<Diagram> = given.to_vec();
    let mut places = vec![Vec::new(); given.len()];
    let mut no_local_yet = local.applies.clone();
    for (number, place) in document.order.iter().enumerate() {
        let mut known = document.outcomes.iter();
        let Some(outcome) = known.position(|outcome| outcome.id == place.id) else {
            continue;
        };
        let (Some(rest), Some(present)) = (left.get_mut(outcome), present.get(outcome)) else {
            continue;
        };
        let here = rest.and(&conditions.allows(place.when.as_ref()));
        *rest = rest.but_not(&here);
        if local.outcomes.contains(&outcome) {
            let first = no_local_yet.and(&here);
            no_local_yet = no_local_yet.but_not(&here);
            stand(&mut places, local.instead, 2 * number, first);
        }
        stand(
            &mut places,
            Some(outcome),
            2 * number + 1,
            here.and(present),
        );
    }
    debug_assert_eq!(
        no_local_yet,
        space.never(),
        "every local outcome has a place"
    );
    places
}

fn stand(
    places: &mut [Vec<(usize, Diagram)>],
    outcome: Option<usize>,
    number: usize,
    when: Diagram,
) {
    if let Some(places) = outcome.and_then(|outcome| places.get_mut(outcome))
        && !when.is_never()
    {
        places.push((number, when));
    }
}
