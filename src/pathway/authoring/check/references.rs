//! Ids are unique, and every named source, contact and rule exists. The compiler of pathways
//! resolves the ids that routing needs.

use crate::authoring::{document::Document, finding::Findings};
use alloc::{collections::BTreeSet, format, string::String};
use core::fmt::Display;

pub(super) fn check(document: &Document, findings: &mut Findings) {
    once(
        "questions",
        document
            .questions
            .iter()
            .chain(&document.notes)
            .map(|question| &question.id),
        findings,
    );
    once(
        "sources",
        document.sources.iter().map(|source| &source.id),
        findings,
    );
    once(
        "conflicts",
        document.conflicts.iter().map(|conflict| &conflict.id),
        findings,
    );
    once(
        "limits",
        document.limits.iter().map(|limit| &limit.id),
        findings,
    );
    once(
        "conditions",
        document.conditions.iter().map(|named| &named.id),
        findings,
    );
    let rules = document.rules.iter().map(|rule| &rule.id);
    once(
        "rules",
        rules.chain([&document.last_resort.id, &document.local.id]),
        findings,
    );
    once(
        "outcomes",
        document.outcomes.iter().map(|outcome| &outcome.id),
        findings,
    );
    once(
        "blocks",
        document.blocks.iter().map(|block| &block.id),
        findings,
    );
    once(
        "contacts",
        document.contacts.iter().map(|contact| &contact.id),
        findings,
    );
    once("laws", document.laws.iter().map(|law| &law.id), findings);
    once(
        "scenarios",
        document.scenarios.iter().map(|scenario| &scenario.id),
        findings,
    );
    for (list, question) in document.asked() {
        let place = format!("{list}.{}.options", question.id);
        once(
            &place,
            question.options.iter().map(|option| &option.id),
            findings,
        );
    }
    sources(document, findings);
    contacts(document, findings);
    conflicts(document, findings);
}

fn once<I: Ord + Display>(place: &str, ids: impl Iterator<Item = I>, findings: &mut Findings) {
    let mut seen = BTreeSet::new();
    for id in ids {
        let text = format!("{id}");
        if !seen.insert(id) {
            findings.add(
                "duplicate-id",
                format!("{place}.{text}"),
                "the id stands here twice: rename one of them",
            );
        }
    }
}

fn sources(document: &Document, findings: &mut Findings) {
    let known: BTreeSet<&str> = document
        .sources
        .iter()
        .map(|source| source.id.as_str())
        .collect();
    let mut look = |place: String, cited: &[crate::model::id::SourceId], needed| {
        if needed && cited.is_empty() {
            findings.add(
                "no-source",
                place.as_str(),
                "nothing says where it comes from: name at least one source",
            );
        }
        for source in cited {
            if !known.contains(source.as_str()) {
                findings.add(
                    "unknown-source",
                    place.as_str(),
                    format!(
                        "there is no source \"{source}\": name one under sources, or add it there"
                    ),
                );
            }
        }
    };
    for rule in &document.rules {
        look(format!("rules.{}.sources", rule.id), &rule.sources, true);
    }
    look(
        "last_resort.sources".into(),
        &document.last_resort.sources,
        true,
    );
    look("local.sources".into(), &document.local.sources, true);
    for outcome in &document.outcomes {
        look(
            format!("outcomes.{}.sources", outcome.id),
            &outcome.sources,
            true,
        );
    }
    for contact in &document.contacts {
        look(
            format!("contacts.{}.sources", contact.id),
            &contact.sources,
            true,
        );
    }
    for limit in &document.limits {
        look(format!("limits.{}.sources", limit.id), &limit.sources, true);
    }
    for conflict in &document.conflicts {
        look(
            format!("conflicts.{}.sources", conflict.id),
            &conflict.sources,
            true,
        );
    }
    for (list, question) in document.asked() {
        look(
            format!("{list}.{}.sources", question.id),
            &question.sources,
            false,
        );
    }
    for block in &document.blocks {
        look(
            format!("blocks.{}.sources", block.id),
            &block.sources,
            false,
        );
    }
}

fn contacts(document: &Document, findings: &mut Findings) {
    let known: BTreeSet<&str> = document
        .contacts
        .iter()
        .map(|contact| contact.id.as_str())
        .collect();
    let mut used = BTreeSet::new();
    let mut look = |place: String, id: &crate::model::id::ContactId| {
        if !known.contains(id.as_str()) {
            findings.add(
                "unknown-contact",
                place,
                format!("there is no contact \"{id}\": name one under contacts, or add it there"),
            );
        }
        used.insert(format!("{id}"));
    };
    for outcome in &document.outcomes {
        for contact in &outcome.call {
            look(format!("outcomes.{}.call", outcome.id), &contact.id);
        }
        for contact in &outcome.helplines {
            look(format!("outcomes.{}.helplines", outcome.id), &contact.id);
        }
    }
    for contact in &document.crisis.contacts {
        look("crisis.contacts".into(), contact);
    }
    for contact in &document.contacts {
        if !used.contains(contact.id.as_str()) {
            findings.add(
                "unused-contact",
                format!("contacts.{}", contact.id),
                "no outcome and no crisis block shows it: show it, or take it out",
            );
        }
    }
}

fn conflicts(document: &Document, findings: &mut Findings) {
    for conflict in &document.conflicts {
        for rule in &conflict.rules {
            if !document.rules.iter().any(|known| known.id == *rule) {
                findings.add(
                    "unknown-rule",
                    format!("conflicts.{}.rules", conflict.id),
                    format!("there is no rule \"{rule}\": name one under rules"),
                );
            }
        }
    }
}
