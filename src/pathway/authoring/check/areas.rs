//! Checks the areas of a pathway: the option, the contacts and the lines of each area exist. Also
//! checks that the exit button opens a safe web address.

use super::{contacts::web_address, references::known_contact};
use crate::{
    authoring::{
        document::{Area, Document, Outcome, OutcomeLines},
        finding::Findings,
    },
    model::id::QuestionId,
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
            findings.add("unknown-option", path.as_str(), format!(
                "the question that asks who lives outside has no option \"{}\": name one it has",
                area.id
            ));
        }
        contacts_and_lines(document, area, &path, findings);
    }
    lines(
        document,
        &local.service_lines,
        "local.service_lines",
        findings,
    );
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
    lines(document, &area.lines, path, findings);
}

fn lines(document: &Document, listed: &[OutcomeLines], path: &str, findings: &mut Findings) {
    for lines in listed {
        let sections = document
            .outcome(&lines.outcome)
            .into_iter()
            .flat_map(Outcome::sections);
        let known: BTreeSet<_> = sections
            .flat_map(|(_, lines)| lines)
            .map(|line| &line.id)
            .collect();
        for line in lines.lines.iter().filter(|line| !known.contains(line)) {
            let message = format!(
                "the outcome \"{}\" has no line \"{line}\": name one it has",
                lines.outcome
            );
            findings.add("unknown-line", path, message);
        }
    }
}
