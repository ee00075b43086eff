//! Corrects the contacts of a pathway, and adds contacts of the trust. A contact of the trust
//! counts as checked only if the file names the day of the check, the day of the next check, and an
//! owner. Emergency contacts never change.

use super::{Merge, SelfReferral, TrustContact, source};
use crate::{
    authoring::document::{Condition, Conditional, Contact},
    model::{
        id::{ContactId, OutcomeId},
        properties::{Urgency, Verification},
        wording::Text,
        words::ContactWords,
    },
};
use alloc::{format, string::String, vec::Vec};

/// The id of the contact for the form with which people refer themselves.
pub(super) const FORM: &str = "self-referral";

pub(super) fn merge(merge: &mut Merge<'_>) {
    let trust = merge.trust;
    for (id, contact) in trust.contacts.iter() {
        let path = format!("trust.contacts.{id}");
        if merge.stands_elsewhere(id, &path) || contact.closed {
            continue;
        }
        let values = [&contact.phone, &contact.text, &contact.web];
        if values
            .into_iter()
            .flatten()
            .any(|value| value.trim().is_empty())
        {
            let message = "an empty value takes nothing away: write \"closed\": true as the only key of a contact that has closed, or take the empty key out";
            merge.findings.add("empty-value", path.as_str(), message);
        }
        let when = merge.living_in(&contact.areas, &path);
        let is_known = merge.contact(id).is_some();
        let has_slot = !is_known && merge.fill_slot(id, when.as_ref());
        let says_how = contact.helpline || !(contact.areas.is_empty() || has_slot);
        if contact.outcomes.is_empty() && says_how {
            let message = "helpline and areas say how outcomes show it, and none is listed: list them under outcomes, or take both out";
            merge
                .findings
                .add("contact-nowhere", path.as_str(), message);
        } else if contact.outcomes.is_empty() && !is_known && !has_slot {
            let message = merge.unknown_contact(id);
            merge.findings.add(
                "contact-nowhere",
                path.as_str(),
                format!(
                    "{message}: correct the id, or list under outcomes where a new contact belongs"
                ),
            );
        }
        if is_known {
            merge.correct(id, contact, &path);
        } else {
            merge.add(id, contact, &path);
        }
        merge.show(id, contact, when.as_ref(), &path);
    }
    if let Some(form) = &trust.self_referral {
        self_referral(merge, form);
    }
}

fn self_referral(merge: &mut Merge<'_>, form: &SelfReferral) {
    let id = ContactId::from(FORM);
    let path = "trust.self_referral";
    let service = merge.document.local.service.clone();
    let outcomes: Vec<OutcomeId> = merge
        .document
        .outcomes
        .iter()
        .filter(|outcome| {
            outcome
                .call
                .iter()
                .any(|shown| Some(&shown.id) == service.as_ref())
        })
        .map(|outcome| outcome.id.clone())
        .collect();
    if outcomes.is_empty() {
        let message = "the pathway does not say which contact is the service itself: write it under local.service in pathway.json, or add the form under contacts";
        merge.findings.add("form-nowhere", path, message);
    }
    let contact = TrustContact {
        name: Some(form.name.clone()),
        web: Some(form.web.clone()),
        remark: form.remark.clone(),
        verified_on: form.verified_on,
        review_by: form.review_by,
        owner: form.owner.clone(),
        outcomes,
        ..TrustContact::default()
    };
    merge.add(&id, &contact, path);
    merge.show(&id, &contact, None, path);
}

impl Merge<'_> {
    /// Checks that the trust file does not write one contact in two places.
    fn stands_elsewhere(&mut self, id: &ContactId, path: &str) -> bool {
        let mut teams = self.teams.iter();
        let area = teams.find(|(team, _)| team == id).map(|(_, area)| area);
        let other = match area {
            Some(area) => format!("trust.areas.{area}.team"),
            None if id.as_str() == FORM && self.trust.self_referral.is_some() => {
                "trust.self_referral".into()
            }
            None => return false,
        };
        let message =
            format!("{other} is the same contact: write it there, and take this entry out");
        self.findings.add("contact-in-two-places", path, message);
        true
    }

    /// Says that the pathway has no such contact, and which it has.
    pub(super) fn unknown_contact(&self, id: &ContactId) -> String {
        if id.as_str() == FORM {
            return format!("the form \"{id}\" has its own key, self_referral");
        }
        let known = self.document.contacts.iter();
        let known = known.filter(|contact| contact.status != Verification::Emergency);
        let slots = self.document.local.slots.iter().map(|slot| &slot.id);
        let known = known.map(|contact| &contact.id).chain(slots);
        let known: Vec<&str> = known.map(ContactId::as_str).collect();
        format!(
            "the pathway has no contact \"{id}\", but {}",
            known.join(", ")
        )
    }

    /// Refuses a change to a contact for emergencies.
    pub(super) fn is_emergency(&mut self, id: &ContactId, path: &str) -> bool {
        let crisis = self.document.crisis.contacts.contains(id);
        let contact = self.contact(id);
        let is_emergency =
            crisis || contact.is_some_and(|contact| contact.status == Verification::Emergency);
        if is_emergency {
            self.findings.add("emergency-contact", path, format!(
                "\"{id}\" is an emergency contact, the same everywhere: take it out; if it is wrong, it is put right in the pathway itself"
            ));
        }
        is_emergency
    }

    fn contact(&mut self, id: &ContactId) -> Option<&mut Contact> {
        let mut contacts = self.document.contacts.iter_mut();
        contacts.find(|contact| contact.id == *id)
    }

    /// Adds a contact of the trust that the pathway does not have.
    pub(super) fn add(&mut self, id: &ContactId, contact: &TrustContact, path: &str) {
        if contact.name.is_none() {
            self.findings.add("contact-without-name", path, format!(
                "the pathway has no contact \"{id}\", so nobody knows who answers: write its name, or correct the id"
            ));
        }
        self.document.contacts.push(Contact {
            id: id.clone(),
            status: Verification::Unverified,
            phone: None,
            text: None,
            web: None,
            remark: false,
            sources: source(),
            verified_on: None,
            review_by: None,
            owner: None,
        });
        if let Some(words) = &mut self.words {
            let name = Text::One(String::new());
            let words_of = ContactWords {
                name: contact.name.clone().unwrap_or(name),
                remark: None,
                unverified: None,
            };
            words.contacts.insert(id.clone(), words_of);
        }
        self.correct(id, contact, path);
    }

    /// Replaces the values of a contact in the pathway by the values in the trust file.
    pub(super) fn correct(&mut self, id: &ContactId, new: &TrustContact, path: &str) {
        self.check_dates(new, path);
        if self.is_emergency(id, path) {
            return;
        }
        let Some(contact) = self.contact(id) else {
            return;
        };
        let reached = [&new.phone, &new.text, &new.web];
        let moved = new.name.is_some() || reached.iter().any(|value| value.is_some());
        for (old, new) in [&mut contact.phone, &mut contact.text, &mut contact.web]
            .into_iter()
            .zip(reached)
        {
            if new.is_some() {
                old.clone_from(new);
            }
        }
        contact.remark |= new.remark.is_some();
        if new.verified_on.is_some() {
            contact.status = Verification::Verified;
        } else if moved {
            // The last check was a check of the old number, so the new number is unchecked.
            contact.status = Verification::Unverified;
        }
        if moved || new.verified_on.is_some() {
            (contact.verified_on, contact.review_by) = (new.verified_on, new.review_by);
            contact.owner.clone_from(&new.owner);
        }
        if moved {
            contact.sources = source();
        }
        self.set_words(id, new, moved);
    }

    fn set_words(&mut self, id: &ContactId, new: &TrustContact, moved: bool) {
        let words = self.words.as_mut();
        let Some(words) = words.and_then(|words| words.contacts.get_mut(id)) else {
            return;
        };
        if let Some(name) = &new.name {
            words.name.clone_from(name);
        }
        if new.remark.is_some() {
            words.remark.clone_from(&new.remark);
        }
        if moved || new.verified_on.is_some() {
            // The sentence about the missing check was about the old number.
            words.unverified = None;
        }
    }

    /// Checks that the trust file names the two days of a check and the owner together, or none of
    /// them.
    fn check_dates(&mut self, new: &TrustContact, path: &str) {
        let missing = match (new.verified_on, new.review_by, &new.owner) {
            (Some(_), None, _) => {
                "it says when it was checked, and not until when that holds: add review_by"
            }
            (Some(_), Some(_), None) => {
                "it says when it was checked, and not who keeps it right: add owner"
            }
            (None, Some(_), _) => {
                "it says when it must be checked again, and not when it was: add verified_on once somebody has called it, or take review_by out"
            }
            _ => return,
        };
        self.findings.add("half-checked", path, missing);
    }

    /// Adds a contact to the outcomes that the trust file lists for it.
    fn show(
        &mut self,
        id: &ContactId,
        contact: &TrustContact,
        when: Option<&Condition>,
        path: &str,
    ) {
        for outcome in &contact.outcomes {
            self.show_on(id, outcome, contact.helpline, when, path);
        }
    }

    fn show_on(
        &mut self,
        id: &ContactId,
        outcome: &OutcomeId,
        helpline: bool,
        when: Option<&Condition>,
        path: &str,
    ) {
        let mut outcomes = self.document.outcomes.iter_mut();
        let Some(found) = outcomes.find(|known| known.id == *outcome) else {
            self.unknown_outcome(outcome, path);
            return;
        };
        if found.urgency == Urgency::Emergency {
            self.findings.add("emergency-outcome", path, format!(
                "\"{outcome}\" is for emergencies and the same everywhere: show the contact on another outcome"
            ));
            return;
        }
        let listed = if helpline {
            &mut found.helplines
        } else {
            &mut found.call
        };
        if listed.iter().any(|shown| shown.id == *id) {
            let message = format!("\"{outcome}\" shows \"{id}\" already: take it out of outcomes");
            self.findings.add("contact-twice", path, message);
            return;
        }
        listed.push(Conditional {
            id: id.clone(),
            when: when.cloned(),
        });
    }

    pub(super) fn unknown_outcome(&mut self, outcome: &OutcomeId, path: &str) {
        let known = self.document.outcomes.iter();
        let known = known.filter(|known| known.urgency != Urgency::Emergency);
        let known: Vec<&str> = known.map(|known| known.id.as_str()).collect();
        let message = format!(
            "there is no outcome \"{outcome}\": name one of {}",
            known.join(", ")
        );
        self.findings.add("unknown-outcome", path, message);
    }
}
