//! Checks that no text contains an invisible character, or a character that changes the direction
//! of the text around it.

use crate::{
    authoring::{
        document::Document,
        finding::Findings,
        source::{described, is_hidden},
    },
    model::words::Words,
};
use alloc::{borrow::ToOwned, format, string::String};

pub(super) fn in_words(words: &Words, findings: &mut Findings) {
    refuse("words.language", &words.language, findings);
    words.each_text(&mut |path, text| refuse(&format!("words.{path}"), text, findings));
}

pub(super) fn in_document(document: &Document, findings: &mut Findings) {
    let mut check = |path: &str, text: &str| refuse(path, text, findings);
    for contact in &document.contacts {
        let owner = contact.owner.as_deref().unwrap_or_default();
        check(&format!("contacts.{}", contact.id), owner);
    }
    for source in &document.sources {
        let path = format!("sources.{}", source.id);
        check(&path, &source.statement);
        check(&path, &source.found_in);
    }
    for conflict in &document.conflicts {
        let path = format!("conflicts.{}", conflict.id);
        check(&path, &conflict.statement);
        check(&path, &conflict.resolution);
        check(&path, &conflict.decided_by);
    }
    for law in &document.laws {
        check(&format!("laws.{}", law.id), &law.statement);
    }
    for scenario in &document.scenarios {
        check(&format!("scenarios.{}", scenario.id), &scenario.story);
    }
    for approver in &document.approvers {
        check("approvers", &approver.role);
        check("approvers", approver.name.as_deref().unwrap_or_default());
    }
}

/// The number of characters of a text that a finding repeats.
const REPEATED: usize = 16;

fn refuse(path: &str, text: &str, findings: &mut Findings) {
    let mut before = ' ';
    for (at, character) in text.char_indices() {
        // Some scripts join or separate letters with these two characters.
        let joins = matches!(character, '\u{200C}' | '\u{200D}');
        if is_hidden(character) && !(joins && !before.is_ascii() && !is_hidden(before)) {
            let start = text.get(..at).unwrap_or_default();
            let skipped = start.chars().count().saturating_sub(REPEATED);
            let start: String = start.chars().skip(skipped).collect();
            let position = if start.is_empty() {
                "at its start".to_owned()
            } else {
                format!("after \"{start}\"")
            };
            let sign = described(character);
            findings.add(
                "hidden-sign",
                path,
                format!("it has the sign {sign}, which nobody can see, {position}: take it out, or type the text again"),
            );
            return;
        }
        before = character;
    }
}
