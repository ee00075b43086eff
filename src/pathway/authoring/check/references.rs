//! Checks that no id is used twice in a list, and that each source, contact and rule that an entry
//! names exists. The compiler finds the other unknown ids.

use crate::{
    authoring::{document::Document, finding::Findings},
    model::id::{ContactId, SourceId},
};
use alloc::{collections::BTreeSet, format, vec::Vec};
use core::fmt::Display;

pub(super) fn check(document: &Document, findings: &mut Findings) {
    macro_rules! once_in {
        ($($list:ident),*) => {
            $(once(stringify!($list), document.$list.iter().map(|entry| &entry.id), findings);)*
        };
    }
    once_in![
        sources, conflicts, limits, conditions, outcomes, blocks, contacts, laws, scenarios
    ];
    let questions = document
        .questions_and_notes()
        .map(|(_, question)| &question.id);
    once("questions", questions, findings);
    let rules = document.rules.iter().map(|rule| &rule.id);
    let rules = rules.chain([&document.last_resort.id, &document.local.id]);
    once("rules", rules, findings);
    let slots = document.local.slots.iter().map(|slot| &slot.id);
    once("local.slots", slots, findings);
    for (list, question) in document.questions_and_notes() {
        let path = format!("{list}.{}.options", question.id);
        let options = question.options.iter().map(|option| &option.id);
        once(&path, options, findings);
    }
    sources(document, findings);
    contacts(document, findings);
    conflicts(document, findings);
}

/// Checks that each id occurs only once in a list.
pub(super) fn once<I: Ord + Display>(
    path: &str,
    ids: impl Iterator<Item = I>,
    findings: &mut Findings,
) {
    let mut seen = BTreeSet::new();
    for id in ids {
        let path = format!("{path}.{id}");
        if !seen.insert(id) {
            let message = "the id stands here twice: rename one of them";
            findings.add("duplicate-id", path, message);
        }
    }
}

/// Checks that the pathway has a contact with this id.
pub(super) fn known_contact(
    document: &Document,
    id: &ContactId,
    path: &str,
    findings: &mut Findings,
) {
    if document.contact(id).is_none() {
        let known = document.contacts.iter();
        let known: Vec<&str> = known.map(|contact| contact.id.as_str()).collect();
        let message = format!(
            "there is no contact \"{id}\": add it under contacts, or name one of {}",
            known.join(", ")
        );
        findings.add("unknown-contact", path, message);
    }
}

fn sources(document: &Document, findings: &mut Findings) {
    let known: BTreeSet<&SourceId> = document.sources.iter().map(|source| &source.id).collect();
    let mut look = |path: &str, cited: &[SourceId], needed| {
        if needed && cited.is_empty() {
            let message = "nothing says where it comes from: name at least one source";
            findings.add("no-source", path, message);
        }
        for source in cited.iter().filter(|source| !known.contains(source)) {
            let message = "name one under sources, or add it there";
            let message = format!("there is no source \"{source}\": {message}");
            findings.add("unknown-source", path, message);
        }
    };
    macro_rules! look_in {
        ($needed:literal: $($list:ident),*) => {
            $(for entry in &document.$list {
                let path = format!("{}.{}.sources", stringify!($list), entry.id);
                look(&path, &entry.sources, $needed);
            })*
        };
    }
    look("last_resort.sources", &document.last_resort.sources, true);
    look("local.sources", &document.local.sources, true);
    let service_sources = &document.local.service_sources;
    look("local.service_sources", service_sources, false);
    look_in!(true: rules, outcomes, contacts, limits, conflicts);
    look_in!(false: questions, notes, blocks);
}

fn contacts(document: &Document, findings: &mut Findings) {
    let mut used = BTreeSet::new();
    let mut look = |path: &str, id| {
        known_contact(document, id, path, findings);
        used.insert(id);
    };
    for outcome in &document.outcomes {
        for (key, contacts) in [("call", &outcome.call), ("helplines", &outcome.helplines)] {
            let path = format!("outcomes.{}.{key}", outcome.id);
            contacts.iter().for_each(|contact| look(&path, &contact.id));
        }
    }
    let crisis = document.crisis.contacts.iter();
    crisis.for_each(|contact| look("crisis.contacts", contact));
    for contact in &document.contacts {
        if !used.contains(&contact.id) {
            let message = "no outcome and no crisis block shows it: show it, or take it out";
            let path = format!("contacts.{}", contact.id);
            findings.add("unused-contact", path, message);
        }
    }
}

fn conflicts(document: &Document, findings: &mut Findings) {
    for conflict in &document.conflicts {
        for rule in &conflict.rules {
            if !document.rules.iter().any(|known| known.id == *rule) {
                let message = format!("there is no rule \"{rule}\": name one under rules");
                let path = format!("conflicts.{}.rules", conflict.id);
                findings.add("unknown-rule", path, message);
            }
        }
    }
}
