//! Replaces the names of the service and the lists of areas in a pathway's texts by the names of a
//! trust.

use super::{Merge, TrustFile, contacts::FORM};
use crate::model::{id::ContactId, wording::Text, words::Words};
use alloc::{borrow::ToOwned, format, string::String, vec::Vec};
use core::cmp::Reverse;

pub(super) fn merge(merge: &mut Merge<'_>) {
    let (Some(service), Some(words)) = (&merge.trust.service, &mut merge.words) else {
        return;
    };
    for name in service.in_full.iter().chain([&service.name]) {
        if name.trim().is_empty() || name.trim() != name {
            let message = "a name is empty, or starts or ends with a space: write it out";
            merge.findings.add("blank-name", "trust.service", message);
            return;
        }
    }
    let in_full = service.in_full.as_ref().unwrap_or(&service.name);
    let names = &mut words.names;
    let old = names.service.replace(service.name.clone());
    let old_in_full = names.service_in_full.replace(in_full.clone());
    let Some((old, old_in_full)) = old.zip(old_in_full) else {
        let message = "the words do not say what they call the service: write service and service_in_full under names in the words file";
        merge
            .findings
            .add("no-name-to-replace", "trust.service", message);
        return;
    };
    change_texts(words, |text| {
        // The short name is replaced only outside the full name, because the full name can contain
        // the short name.
        let around = text.split(old_in_full.as_str());
        let around: Vec<String> = around
            .map(|part| part.replace(&old, &service.name))
            .collect();
        *text = around.join(in_full);
    });
    // The name of a service may contain a word that texts must otherwise avoid.
    let allow = &mut words.style.allow;
    allow.extend([in_full.clone(), service.name.clone()]);
}

/// Replaces the trust's names and its list of areas by one short word. The checks of reading age and
/// of sentences then count each name as a word that people know.
pub fn without_names(trust: &TrustFile, words: &mut Words) {
    const SHORT: &str = "it";
    let areas: Vec<String> = trust.areas.iter().map(|area| area.name.clone()).collect();
    let and = words.names.and.clone().unwrap_or_default();
    let mut names = Vec::from([joined(&areas, &and)]);
    names.extend(areas);
    if let Some(service) = &trust.service {
        names.extend(
            service
                .in_full
                .iter()
                .cloned()
                .chain([service.name.clone()]),
        );
    }
    names.retain(|name| !name.trim().is_empty());
    // A long name can contain a short one.
    names.sort_by_key(|name| Reverse(name.len()));
    change_texts(words, |text| {
        for name in &names {
            *text = text.replace(name, SHORT);
        }
    });
    let teams = trust.areas.iter().filter(|area| area.team.is_some());
    let teams = teams.map(|area| ContactId::from(format!("{}-team", area.id).as_str()));
    let own = trust.contacts.iter();
    let own = own.filter(|(_, contact)| contact.name.is_some());
    let ids = own.map(|(id, _)| id.clone()).chain(teams);
    for id in ids.chain([ContactId::from(FORM)]) {
        if let Some(contact) = words.contacts.get_mut(&id) {
            contact.name = Text::One(SHORT.to_owned());
        }
    }
}

/// Replaces a list of names by another list, in each text that contains the whole list.
pub(super) fn replace_list(words: &mut Words, old: &[String], new: &[String]) {
    let and = words.names.and.clone().unwrap_or_default();
    let (old, new) = (joined(old, &and), joined(new, &and));
    change_texts(words, |text| *text = text.replace(&old, &new));
}

/// Joins names to one text, in the form `A, B and C`.
fn joined(names: &[String], and: &str) -> String {
    match names {
        [] => String::new(),
        [name] => name.clone(),
        [first @ .., last] => [first.join(", ").as_str(), and, last.as_str()].join(" "),
    }
}

/// Changes every text that a person reads, except the texts of the help on every screen.
fn change_texts(words: &mut Words, change: impl Fn(&mut String)) {
    words.each_text_mut(&mut |path, text| {
        if !path.starts_with("crisis") {
            change(text);
        }
    });
}
