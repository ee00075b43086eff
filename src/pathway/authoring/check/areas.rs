//! Checks that each area has its contacts and outcomes, and that the exit leads to another page.

use crate::{
    authoring::{
        document::{Area, Document},
        finding::Findings,
    },
    model::id::ContactId,
};
use alloc::{collections::BTreeSet, format};

pub(super) fn check(document: &Document, findings: &mut Findings) {
    let local = &document.local;
    let asked = document.questions_of(&local.outside);
    let mut asked = asked.iter().filter_map(|id| {
        let mut questions = document.questions.iter();
        questions.find(|question| question.id.as_str() == *id)
    });
    let options = asked
        .next()
        .into_iter()
        .flat_map(|question| &question.options);
    let options: BTreeSet<_> = options.map(|option| &option.id).collect();
    for area in &local.areas {
        let place = format!("local.areas.{}", area.id);
        if !options.contains(&area.id) {
            findings.add("unknown-option", place.as_str(), format!(
                "the question that asks who lives outside has no option \"{}\": name one it has",
                area.id
            ));
        }
        belongings(document, area, &place, findings);
    }
    if let Some(service) = &local.service {
        contact(document, service, "local.service", findings);
    }
    if let Some(exit) = &document.exit
        && (!exit.starts_with("https://") || exit.contains(char::is_whitespace))
    {
        findings.add(
            "web-format",
            "exit",
            format!("\"{exit}\" is not a safe address: start it with https://"),
        );
    }
}

fn belongings(document: &Document, area: &Area, place: &str, findings: &mut Findings) {
    for id in area.team.iter().chain(&area.contacts) {
        contact(document, id, place, findings);
    }
    for lines in &area.lines {
        let mut outcomes = document.outcomes.iter();
        let outcome = outcomes.find(|outcome| outcome.id == lines.outcome);
        let known: BTreeSet<_> = outcome
            .into_iter()
            .flat_map(|outcome| outcome.sections().flat_map(|(_, lines)| lines))
            .map(|line| &line.id)
            .collect();
        for line in lines.lines.iter().filter(|line| !known.contains(line)) {
            findings.add(
                "unknown-line",
                place,
                format!(
                    "the outcome \"{}\" has no line \"{line}\": name one it has",
                    lines.outcome
                ),
            );
        }
    }
}

fn contact(document: &Document, id: &ContactId, place: &str, findings: &mut Findings) {
    if !document.contacts.iter().any(|contact| contact.id == *id) {
        findings.add(
            "unknown-contact",
            place,
            format!("there is no contact \"{id}\": name one under contacts, or add it there"),
        );
    }
}
