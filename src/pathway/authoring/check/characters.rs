//! Checks that no text contains an invisible character, or a character that changes the direction
//! of the text around it.

use crate::{
    authoring::{document::Document, finding::Findings, source::hidden_sign},
    model::words::Words,
};
use alloc::format;

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

fn refuse(path: &str, text: &str, findings: &mut Findings) {
    if let Some(message) = hidden_sign(text) {
        findings.add("hidden-sign", path, message);
    }
}
