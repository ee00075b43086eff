//! Checks that no two options of a question and no two contacts have the same name, because a
//! visitor could not tell them apart.

use crate::{
    authoring::{document::Document, finding::Findings},
    model::{properties::Verification, wording::Text, words::Words},
};
use alloc::{collections::BTreeMap, format, string::String, vec::Vec};

pub(super) fn check(document: &Document, words: &Words, findings: &mut Findings) {
    for question in document.questions.iter().chain(&document.notes) {
        let Some(found) = words.questions.get(&question.id) else {
            continue;
        };
        let options = question.options.iter();
        let labels = options.filter_map(|option| {
            let words = found.options.get(&option.id)?;
            Some((option.id.as_str(), &words.label))
        });
        let path = format!("words.questions.{}.options", question.id);
        differ(&path, labels, findings);
    }
    // Another check compares names with those of emergency services.
    let contacts = document.contacts.iter();
    let contacts = contacts.filter(|contact| contact.status != Verification::Emergency);
    let names = contacts.filter_map(|contact| {
        let words = words.contacts.get(&contact.id)?;
        Some((contact.id.as_str(), &words.name))
    });
    differ("words.contacts", names, findings);
}

fn differ<'a>(
    path: &str,
    texts: impl Iterator<Item = (&'a str, &'a Text)>,
    findings: &mut Findings,
) {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for (id, text) in texts {
        let other = text.all().find_map(|name| seen.get(&plain(name)));
        // Another check reports an id that is used twice.
        if let Some(other) = other.filter(|other| **other != id) {
            let message = format!(
                "it has the same name as \"{other}\", so nobody can tell them apart: give one of them another name"
            );
            findings.add("same-name", format!("{path}.{id}"), message);
        }
        for name in text.all().filter(|name| !name.trim().is_empty()) {
            seen.entry(plain(name)).or_insert(id);
        }
    }
}

/// Returns a name in lower case, with one space between words.
fn plain(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ").to_lowercase()
}
