//! Takes away the contacts that have closed. No page then shows them.

use super::{Merge, TrustContact};
use crate::model::id::{ContactId, OutcomeId};
use alloc::{borrow::ToOwned, format, string::String, vec::Vec};

/// Takes away each closed contact. `known` contains the pathway's contacts before any change.
pub(super) fn merge(merge: &mut Merge<'_>, known: &[ContactId]) {
    let contacts = merge.trust.contacts.iter();
    for (id, contact) in contacts.filter(|(_, contact)| contact.closed) {
        let path = format!("trust.contacts.{id}");
        if contact.says_more() {
            let message = "it has closed, so no page shows the rest of this entry: keep closed alone, or take closed out";
            merge
                .findings
                .add("closed-with-values", path.as_str(), message);
        }
        if merge.is_emergency(id, &path) || !merge.may_close(id, &path) {
            continue;
        }
        if !known.contains(id) {
            let message = merge.unknown_contact(id);
            let message = format!("{message}: correct the id, or take the entry out");
            merge.findings.add("unknown-contact", path, message);
            continue;
        }
        merge.close(id, &path);
    }
}

impl TrustContact {
    /// Returns whether the entry has another key than `closed`.
    fn says_more(&self) -> bool {
        let texts = [&self.phone, &self.text, &self.web, &self.owner];
        self.name.is_some()
            || self.remark.is_some()
            || texts.iter().any(|text| text.is_some())
            || self.verified_on.is_some()
            || self.review_by.is_some()
            || self.helpline
            || !self.outcomes.is_empty()
            || !self.areas.is_empty()
    }
}

impl Merge<'_> {
    /// Checks that people do not need the contact to reach the service or the team of their area.
    fn may_close(&mut self, id: &ContactId, path: &str) -> bool {
        if self.document.local.service.as_ref() == Some(id) {
            let message = "it is the service itself, and the pathway leads to it: take closed out, and take the page down if the service has closed";
            self.findings.add("closed-service", path, message);
            return false;
        }
        let areas = self.document.local.areas.iter();
        let left: Vec<&str> = areas
            .filter(|area| area.team.as_ref() == Some(id))
            .map(|area| area.id.as_str())
            .collect();
        if left.is_empty() {
            return true;
        }
        let message = format!(
            "it is the team of {}, and people there would be sent to nobody: take this entry out, and write the new team under areas, or list under areas the areas that stay",
            left.join(", ")
        );
        self.findings.add("closed-team", path, message);
        false
    }

    fn close(&mut self, id: &ContactId, path: &str) {
        let words = self.words.as_ref();
        let name = words.and_then(|words| words.contacts.get(id));
        let names: Vec<String> = name
            .iter()
            .flat_map(|words| words.name.all().map(str::to_owned))
            .collect();
        self.take_contact(id);
        let lines = self.document.local.areas.iter();
        let lines: Vec<OutcomeId> = lines
            .flat_map(|area| &area.lines)
            .filter(|lines| lines.lines.iter().any(|line| line.as_str() == id.as_str()))
            .map(|lines| lines.outcome.clone())
            .collect();
        for outcome in &lines {
            self.take_line(outcome, &id.as_str().into());
        }
        for area in &mut self.document.local.areas {
            area.contacts.retain(|contact| contact != id);
            for lines in &mut area.lines {
                lines.lines.retain(|line| line.as_str() != id.as_str());
            }
        }
        let Some(words) = &self.words else { return };
        let findings = &mut self.findings;
        words.each_text(&mut |place, text| {
            if let Some(name) = names.iter().find(|name| names_it(text, name)) {
                findings.add("closed-named", path, format!(
                    "words.{place} names {name} too, and that text is the pathway's: ask its author to list the line under local.areas, with the id \"{id}\""
                ));
            }
        });
    }

    /// Removes a contact from the pathway, its words and every outcome.
    pub(super) fn take_contact(&mut self, id: &ContactId) {
        self.document.contacts.retain(|contact| contact.id != *id);
        for outcome in &mut self.document.outcomes {
            outcome.call.retain(|shown| shown.id != *id);
            outcome.helplines.retain(|shown| shown.id != *id);
        }
        if let Some(words) = &mut self.words {
            words.contacts.remove(id);
        }
    }
}

/// Returns whether a text contains a name as whole words.
fn names_it(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(start, _)| {
        let before = text.get(..start).and_then(|text| text.chars().last());
        let after = text.get(start.saturating_add(name.len())..);
        let after = after.and_then(|text| text.chars().next());
        let is_letter = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
        !is_letter(before) && !is_letter(after)
    })
}
