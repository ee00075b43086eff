//! Checks the rules of a pathway. Each rule gives outcomes, and each outcome has a rule and a
//! position in the order. An emergency ends the questions. The status of the pathway agrees with
//! the signatures of its approvers.

use crate::{
    authoring::{
        document::{Condition, Document},
        finding::Findings,
    },
    model::{
        id::OutcomeId,
        properties::{Status, Urgency},
    },
};
use alloc::{collections::BTreeSet, format};

pub(super) fn check(document: &Document, findings: &mut Findings) {
    let mut outcomes: BTreeSet<&str> = BTreeSet::from([document.local.instead.as_str()]);
    let last_resort = document.last_resort.outcomes.iter();
    outcomes.extend(last_resort.map(OutcomeId::as_str));
    for rule in &document.rules {
        if rule.outcomes.is_empty() {
            let message = "the rule leads nowhere: name at least one outcome";
            findings.add("no-outcome", format!("rules.{}.outcomes", rule.id), message);
        }
        outcomes.extend(rule.outcomes.iter().map(OutcomeId::as_str));
    }
    if document.last_resort.outcomes.is_empty() {
        let message = "someone may be left without help: name at least one outcome";
        findings.add("no-outcome", "last_resort.outcomes", message);
    }
    for outcome in &document.outcomes {
        if !outcomes.contains(outcome.id.as_str()) {
            let message = "no rule leads to it: write the rule, or take the outcome out";
            let path = format!("outcomes.{}", outcome.id);
            findings.add("unreachable-outcome", path, message);
        }
    }
    instead(document, findings);
    emergencies(document, findings);
    order(document, findings);
    conditions(document, findings);
    review(document, findings);
}

/// Checks that no rule gives the outcome `local.instead`, so that a result never shows this outcome
/// twice. The outcome must also not be one of the local outcomes.
fn instead(document: &Document, findings: &mut Findings) {
    let local = &document.local;
    if local.outcomes.contains(&local.instead) {
        let message =
            "it would be taken away with the local outcomes: name one that every area has";
        findings.add("instead-local", "local.instead", message);
    }
    let rules = document.rules.iter();
    let outcomes = rules
        .map(|rule| (format!("rules.{}.outcomes", rule.id), &rule.outcomes))
        .chain([(
            "last_resort.outcomes".into(),
            &document.last_resort.outcomes,
        )]);
    for (path, outcomes) in outcomes {
        if outcomes.contains(&local.instead) {
            let message = format!(
                "\"{}\" would stand on a result twice: take it out here, or name another under local.instead",
                local.instead
            );
            findings.add("instead-given", path, message);
        }
    }
}

fn emergencies(document: &Document, findings: &mut Findings) {
    let emergency = |id: &OutcomeId| {
        let outcome = document.outcome(id);
        outcome.is_some_and(|outcome| outcome.urgency == Urgency::Emergency)
    };
    if !document
        .rules
        .iter()
        .any(|rule| rule.stop && rule.outcomes.iter().any(emergency))
    {
        let message =
            "no rule with stop leads to an emergency outcome: write the one for red flags";
        findings.add("no-emergency", "rules", message);
    }
    for rule in &document.rules {
        if !rule.stop && rule.outcomes.iter().any(emergency) {
            let message = "an emergency must end the questions at once: set stop to true";
            let path = format!("rules.{}", rule.id);
            findings.add("emergency-without-stop", path, message);
        }
    }
    let first = document.order.first().map(|entry| &entry.id);
    if !first.is_some_and(emergency) {
        let message = "an emergency must stand first on a result: put its outcome first";
        findings.add("emergency-not-first", "order", message);
    }
}

fn order(document: &Document, findings: &mut Findings) {
    for outcome in &document.outcomes {
        let mut entries = document
            .order
            .iter()
            .filter(|entry| entry.id == outcome.id)
            .peekable();
        let unplaced = entries.peek().is_none();
        if unplaced {
            let message = "the outcome has no place in the order: give it one";
            findings.add("no-place", format!("order.{}", outcome.id), message);
        } else if entries.last().is_some_and(|last| last.when.is_some()) {
            let message = "its last place holds only under a condition: add one without";
            let path = format!("order.{}", outcome.id);
            findings.add("place-by-condition", path, message);
        }
    }
}

fn conditions(document: &Document, findings: &mut Findings) {
    let mut used = BTreeSet::new();
    document.each_condition(&mut |_, condition| {
        condition.walk(&mut |part| {
            if let Condition::Named(name) = part {
                used.insert(name.as_str());
            }
        });
    });
    for named in &document.conditions {
        if !used.contains(named.id.as_str()) {
            let message = "nothing uses it: use it, or take it out";
            let path = format!("conditions.{}", named.id);
            findings.add("unused-condition", path, message);
        }
    }
}

fn review(document: &Document, findings: &mut Findings) {
    let numbers = document.version.split('.').filter(|part| {
        !part.is_empty() && part.len() < 6 && part.bytes().all(|byte| byte.is_ascii_digit())
    });
    if numbers.count() != 3 || document.version.split('.').count() != 3 {
        let message = format!(
            "\"{}\" is not a version: write three numbers, as in 1.2.0",
            document.version
        );
        findings.add("version", "version", message);
    }
    if let (Some(from), Some(to)) = (document.effective.from, document.effective.to)
        && to < from
    {
        let message = "it ends before it starts: correct one of the dates";
        findings.add("effective", "effective", message);
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
