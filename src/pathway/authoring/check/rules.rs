//! Every rule gives outcomes, every outcome has a rule and a position in the order, an emergency
//! ends the questions, and the status agrees with the approvers.

use crate::{
    authoring::{
        document::{Condition, Document},
        finding::Findings,
    },
    model::properties::{Status, Urgency},
};
use alloc::{collections::BTreeSet, format};

pub(super) fn check(document: &Document, findings: &mut Findings) {
    let mut given: BTreeSet<&str> = BTreeSet::from([document.local.instead.as_str()]);
    given.extend(
        document
            .last_resort
            .outcomes
            .iter()
            .map(|outcome| outcome.as_str()),
    );
    for rule in &document.rules {
        if rule.outcomes.is_empty() {
            findings.add(
                "no-outcome",
                format!("rules.{}.outcomes", rule.id),
                "the rule leads nowhere: name at least one outcome",
            );
        }
        given.extend(rule.outcomes.iter().map(|outcome| outcome.as_str()));
    }
    if document.last_resort.outcomes.is_empty() {
        findings.add(
            "no-outcome",
            "last_resort.outcomes",
            "someone may be left without help: name at least one outcome",
        );
    }
    for outcome in &document.outcomes {
        if !given.contains(outcome.id.as_str()) {
            findings.add(
                "unreachable-outcome",
                format!("outcomes.{}", outcome.id),
                "no rule leads to it: write the rule, or take the outcome out",
            );
        }
    }
    instead(document, findings);
    emergencies(document, findings);
    order(document, findings);
    conditions(document, findings);
    review(document, findings);
}

/// No rule gives the outcome that replaces local outcomes, so that a result holds it once and keeps
/// it outside the area.
fn instead(document: &Document, findings: &mut Findings) {
    let local = &document.local;
    if local.outcomes.contains(&local.instead) {
        findings.add(
            "instead-local",
            "local.instead",
            "it would be taken away with the local outcomes: name one that every area has",
        );
    }
    let rules = document.rules.iter();
    let given = rules
        .map(|rule| (format!("rules.{}.outcomes", rule.id), &rule.outcomes))
        .chain([(
            "last_resort.outcomes".into(),
            &document.last_resort.outcomes,
        )]);
    for (place, outcomes) in given {
        if outcomes.contains(&local.instead) {
            findings.add(
                "instead-given",
                place,
                format!(
                    "\"{}\" would stand on a result twice: take it out here, or name another under local.instead",
                    local.instead
                ),
            );
        }
    }
}

fn emergencies(document: &Document, findings: &mut Findings) {
    let emergency = |id: &crate::model::id::OutcomeId| {
        document
            .outcomes
            .iter()
            .any(|outcome| outcome.id == *id && outcome.urgency == Urgency::Emergency)
    };
    if !document
        .rules
        .iter()
        .any(|rule| rule.stop && rule.outcomes.iter().any(emergency))
    {
        findings.add(
            "no-emergency",
            "rules",
            "no rule with stop leads to an emergency outcome: write the one for red flags",
        );
    }
    for rule in &document.rules {
        if !rule.stop && rule.outcomes.iter().any(emergency) {
            findings.add(
                "emergency-without-stop",
                format!("rules.{}", rule.id),
                "an emergency must end the questions at once: set stop to true",
            );
        }
    }
    let first = document.order.first().map(|place| &place.id);
    if !first.is_some_and(emergency) {
        findings.add(
            "emergency-not-first",
            "order",
            "an emergency must stand first on a result: put its outcome first",
        );
    }
}

fn order(document: &Document, findings: &mut Findings) {
    for outcome in &document.outcomes {
        let mut places = document
            .order
            .iter()
            .filter(|place| place.id == outcome.id)
            .peekable();
        let unplaced = places.peek().is_none();
        if unplaced {
            findings.add(
                "no-place",
                format!("order.{}", outcome.id),
                "the outcome has no place in the order: give it one",
            );
        } else if places.last().is_some_and(|last| last.when.is_some()) {
            findings.add(
                "place-by-condition",
                format!("order.{}", outcome.id),
                "its last place holds only under a condition: add one without",
            );
        }
    }
}

fn conditions(document: &Document, findings: &mut Findings) {
    let mut used = BTreeSet::new();
    document.each_condition(&mut |condition| {
        condition.walk(&mut |part| {
            if let Condition::Named(name) = part {
                used.insert(name.as_str());
            }
        });
    });
    for named in &document.conditions {
        if !used.contains(named.id.as_str()) {
            findings.add(
                "unused-condition",
                format!("conditions.{}", named.id),
                "nothing uses it: use it, or take it out",
            );
        }
    }
}

fn review(document: &Document, findings: &mut Findings) {
    let numbers = document.version.split('.').filter(|part| {
        !part.is_empty() && part.len() < 6 && part.bytes().all(|byte| byte.is_ascii_digit())
    });
    if numbers.count() != 3 || document.version.split('.').count() != 3 {
        findings.add(
            "version",
            "version",
            format!(
                "\"{}\" is not a version: write three numbers, as in 1.2.0",
                document.version
            ),
        );
    }
    if let (Some(from), Some(to)) = (document.effective.from, document.effective.to)
        && to < from
    {
        findings.add(
            "effective",
            "effective",
            "it ends before it starts: correct one of the dates",
        );
    }
    let signed = !document.approvers.is_empty()
        && document
            .approvers
            .iter()
            .all(|approver| approver.name.is_some() && approver.on.is_some());
    if document.status == Status::Active && !signed {
        findings.add("unsigned", "approvers", "it is active and somebody has not signed: let every approver sign with name and date, or set the status to draft");
    }
}
