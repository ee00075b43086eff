//! Checks that no text contains an invisible character, or a character that changes the direction
//! of the text around it.

use crate::{
    authoring::{document::Document, finding::Findings, source::is_hidden},
    model::words::Words,
};
use alloc::format;

pub(super) fn in_words(words: &Words, findings: &mut Findings) {
    refuse("words.language", &words.language, findings);
    words.each_text(&mut |place, text| refuse(&format!("words.{place}"), text, findings));
}

pub(super) fn in_document(document: &Document, findings: &mut Findings) {
    let mut look = |place: &str, text: &str| refuse(place, text, findings);
    for contact in &document.contacts {
        let owner = contact.owner.as_deref().unwrap_or_default();
        look(&format!("contacts.{}", contact.id), owner);
    }
    for source in &document.sources {
        let place = format!("sources.{}", source.id);
        look(&place, &source.statement);
        look(&place, &source.found_in);
    }
    for conflict in &document.conflicts {
        let place = format!("conflicts.{}", conflict.id);
        look(&place, &conflict.statement);
        look(&place, &conflict.resolution);
        look(&place, &conflict.decided_by);
    }
    for law in &document.laws {
        look(&format!("laws.{}", law.id), &law.statement);
    }
    for scenario in &document.scenarios {
        look(&format!("scenarios.{}", scenario.id), &scenario.story);
    }
    for approver in &document.approvers {
        look("approvers", &approver.role);
        look("approvers", approver.name.as_deref().unwrap_or_default());
    }
}

fn refuse(place: &str, text: &str, findings: &mut Findings) {
    let mut before = ' ';
    for sign in text.chars() {
        // Some scripts join or separate letters with these two characters.
        let joins = matches!(sign, '\u{200C}' | '\u{200D}');
        if is_hidden(sign) && !(joins && !before.is_ascii() && !is_hidden(before)) {
            let code = u32::from(sign);
            findings.add(
                "hidden-sign",
                place,
                format!("it has the sign U+{code:04X}, which nobody can see: take it out, or type the text again"),
            );
            return;
        }
        before = sign;
    }
}
