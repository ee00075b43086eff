//! The names a pathway's texts use → those of a trust, wherever they stand.

use super::Merge;
use crate::model::{text::Text, words::Words};
use alloc::{string::String, vec::Vec};

pub(super) fn merge(merge: &mut Merge<'_>) {
    let (Some(service), Some(words)) = (&merge.trust.service, &mut merge.words) else {
        return;
    };
    for name in service.in_full.iter().chain([&service.name]) {
        if name.trim().is_empty() || name.trim() != name {
            merge.findings.add(
                "blank-name",
                "trust.service",
                "a name is empty, or starts or ends with a space: write it out",
            );
            return;
        }
    }
    let in_full = service.in_full.as_ref().unwrap_or(&service.name);
    let names = &mut words.names;
    let old = names.service.replace(service.name.clone());
    let old_in_full = names.service_in_full.replace(in_full.clone());
    let Some((old, old_in_full)) = old.zip(old_in_full) else {
        merge.findings.add(
            "no-name-to-replace",
            "trust.service",
            "the words do not say what they call the service: write service and service_in_full under names in the words file",
        );
        return;
    };
    each_text(words, &mut |text| {
        // Around the whole name, since either name may hold the other.
        let around = text.split(old_in_full.as_str());
        let around: Vec<String> = around
            .map(|part| part.replace(&old, &service.name))
            .collect();
        *text = around.join(in_full);
    });
    // A service may be called what no text may say of a person.
    let allow = &mut words.style.allow;
    allow.extend([in_full.clone(), service.name.clone()]);
}

/// Puts one list of names in place of another, wherever it stands as a list.
pub(super) fn replace_list(words: &mut Words, old: &[String], new: &[String]) {
    let and = words.names.and.clone().unwrap_or_default();
    let (old, new) = (joined(old, &and), joined(new, &and));
    each_text(words, &mut |text| *text = text.replace(&old, &new));
}

/// `A, B and C`.
fn joined(names: &[String], and: &str) -> String {
    match names {
        [] => String::new(),
        [name] => name.clone(),
        [first @ .., last] => [first.join(", ").as_str(), and, last.as_str()].join(" "),
    }
}

/// Calls `change` for every text that a person reads, except those of the crisis block.
pub(super) fn each_text(words: &mut Words, change: &mut dyn FnMut(&mut String)) {
    change(&mut words.title);
    let start = &mut words.start;
    [&mut start.lead, &mut start.start]
        .into_iter()
        .chain(&mut start.points)
        .chain(&mut start.purpose)
        .for_each(&mut *change);
    let mut change = |text: &mut Text| text.all_mut().for_each(&mut *change);
    words.ui.each_mut().for_each(&mut change);
    for question in words.questions.values_mut() {
        change(&mut question.legend);
        change(&mut question.error);
        question.short.iter_mut().for_each(&mut change);
        question.hints.values_mut().for_each(&mut change);
        question.why.values_mut().for_each(&mut change);
        for option in question.options.values_mut() {
            change(&mut option.label);
            let others = option.hint.iter_mut().chain(&mut option.said);
            others.for_each(&mut change);
            for variant in option.variants.values_mut() {
                change(&mut variant.label);
                variant.hint.iter_mut().for_each(&mut change);
            }
        }
    }
    for outcome in words.outcomes.values_mut() {
        for lines in outcome.sections_mut() {
            lines.values_mut().for_each(&mut change);
        }
    }
    for block in words.blocks.values_mut() {
        change(&mut block.title);
        block.lines.values_mut().for_each(&mut change);
    }
    words.rules.values_mut().for_each(&mut change);
    for contact in words.contacts.values_mut() {
        change(&mut contact.name);
        let others = contact.remark.iter_mut().chain(&mut contact.unverified);
        others.for_each(&mut change);
    }
}
