//! Checks the areas of a pathway: the option, the contacts and the lines of each area exist. Also
//! checks that the exit button opens a safe web address.

use super::{contacts::web_address, references::known_contact};
use crate::{
    authoring::{
        document::{Area, Document},
        finding::{Findings, name_one_of},
    },
    model::{
        id::{LineId, OutcomeId, QuestionId},
        properties::Urgency,
    },
};
use alloc::{collections::BTreeSet, format};

pub(super) fn check(document: &Document, findings: &mut Findings) {
    let local = &document.local;
    let questions = document.questions_of(&local.outside);
    let question = questions
        .first()
        .and_then(|id| document.question(&QuestionId::from(*id)));
    let options = question.into_iter().flat_map(|question| &question.options);
    let options: BTreeSet<_> = options.map(|option| &option.id).collect();
    let has_teams = local.areas.iter().any(|area| area.team.is_some());
    for area in &local.areas {
        let path = format!("local.areas.{}", area.id);
        if has_teams && area.team.is_none() {
            let message = "other areas have a team, and people here would be sent to nobody: name the contact of its team";
            findings.add("area-without-team", path.as_str(), message);
        }
        if !options.contains(&area.id) {
            findings.add(
                "unknown-option",
                path.as_str(),
                format!(
                    "the question that asks who lives outside has no option \"{}\": {}",
                    area.id,
                    name_one_of(options.iter().map(|option| option.as_str()))
                ),
            );
        }
        contacts_and_lines(document, area, &path, findings);
    }
    for (path, listed) in [
        ("local.service_lines", &local.service_lines),
        ("local.form_lines", &local.form_lines),
    ] {
        for entry in listed {
            lines(document, &entry.outcome, &entry.lines, path, findings);
        }
    }
    for entry in &local.limit_lines {
        let path = format!("local.limit_lines.{}", entry.limit);
        lines(document, &entry.outcome, &entry.lines, &path, findings);
        if document.limits.iter().all(|limit| limit.id != entry.limit) {
            let known = document.limits.iter().map(|limit| limit.id.as_str());
            let message = format!("the pathway has no such limit: {}", name_one_of(known));
            findings.add("unknown-limit", path, message);
        }
    }
    slots(document, findings);
    if let Some(service) = &local.service {
        known_contact(document, service, "local.service", findings);
    }
    if let Some(exit) = &document.exit {
        web_address(exit, "exit", findings);
    }
}

fn contacts_and_lines(document: &Document, area: &Area, path: &str, findings: &mut Findings) {
    for id in area.team.iter().chain(&area.contacts) {
        known_contact(document, id, path, findings);
    }
    for entry in &area.lines {
        lines(document, &entry.outcome, &entry.lines, path, findings);
    }
}

/// Checks that an outcome has these lines.
fn lines(
    document: &Document,
    outcome: &OutcomeId,
    lines: &[LineId],
    path: &str,
    findings: &mut Findings,
) {
    let Some(found) = document.outcome(outcome) else {
        let known = document.outcomes.iter().map(|known| known.id.as_str());
        let message = format!("there is no outcome \"{outcome}\": {}", name_one_of(known));
        findings.add("unknown-outcome", path, message);
        return;
    };
    let known: BTreeSet<_> = found
        .sections()
        .flat_map(|(_, lines)| lines)
        .map(|line| &line.id)
        .collect();
    for line in lines.iter().filter(|line| !known.contains(line)) {
        let message = format!(
            "the outcome \"{outcome}\" has no line \"{line}\": {}",
            name_one_of(known.iter().map(|line| line.as_str()))
        );
        findings.add("unknown-line", path, message);
    }
}

/// Checks that each contact that a trust can name stands on an outcome, and that none of these
/// outcomes is for an emergency.
fn slots(document: &Document, findings: &mut Findings) {
    for slot in &document.local.slots {
        let path = format!("local.slots.{}", slot.id);
        if document.contact(&slot.id).is_some() {
            let message = "the pathway has this contact under contacts: take one of the two out";
            findings.add("duplicate-id", path.as_str(), message);
        }
        if slot.outcomes.is_empty() {
            let message = "no outcome would show it: list one under outcomes, or take it out";
            findings.add("unused-contact", path.as_str(), message);
        }
        for shown in &slot.outcomes {
            let outcome = document.outcome(&shown.outcome);
            if outcome.is_some_and(|outcome| outcome.urgency == Urgency::Emergency) {
                let message = format!(
                    "\"{}\" is for emergencies and the same everywhere: show the contact on another outcome",
                    shown.outcome
                );
                findings.add("emergency-outcome", path.as_str(), message);
            }
        }
    }
}
