//! Makes the line of a contact on a card: its numbers, and the sentence about its last check.

use super::visitor_text::ReaderText;
use crate::{
    model::{date::Date, id::ContactId, properties::Verification},
    runtime::compiled::{Conditional, Contact},
};
use alloc::{string::String, vec::Vec};

/// A contact, as a card shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactLine {
    /// The id of the contact.
    pub id: ContactId,
    /// The name of the person or service that answers the contact.
    pub name: String,
    /// The phone number, with spaces between its groups of digits.
    pub phone: Option<String>,
    /// The number for text messages, with spaces between its groups of digits.
    pub text: Option<String>,
    /// The address of the contact's web page.
    pub web: Option<String>,
    /// The opening hours of the contact, or another remark about it.
    pub remark: Option<String>,
    /// The sentence about the last check of the contact. `None` for a national emergency contact.
    pub check_note: Option<String>,
    /// True if the last check of the contact is current. It is always true for a national emergency
    /// contact.
    pub current: bool,
    /// The words that a screen reader says before the phone number.
    pub call: String,
    /// The words that a screen reader says before the number for text messages.
    pub send: String,
}

impl ContactLine {
    /// Returns the phone number without spaces, for a `tel:` link.
    pub fn tel(&self) -> Option<String> {
        self.phone.as_deref().map(dialled)
    }

    /// Returns the number for text messages without spaces, for an `sms:` link.
    pub fn sms(&self) -> Option<String> {
        self.text.as_deref().map(dialled)
    }
}

pub(super) fn dialled(number: &str) -> String {
    number.split(' ').collect()
}

/// Makes the lines of the contacts that this visitor sees. Contacts whose last check is current
/// come first. Apart from that, the contacts keep the order of the pathway.
pub(super) fn lines<'a>(
    wording: &ReaderText<'a>,
    entries: &'a [Conditional<ContactId>],
) -> Vec<ContactLine> {
    let compiled = wording.pathway().compiled();
    let mut lines: Vec<ContactLine> = wording
        .visible_entries(entries)
        .filter_map(|id| compiled.contacts.iter().find(|contact| contact.id == *id))
        .map(|contact| line(wording, contact))
        .collect();
    lines.sort_by_key(|line| !line.current);
    lines
}

fn line(wording: &ReaderText<'_>, contact: &Contact) -> ContactLine {
    let words = wording.edition().words().contacts.get(&contact.id);
    let current = is_current(contact, wording.today());
    ContactLine {
        id: contact.id.clone(),
        name: words
            .map(|words| wording.say(&words.name))
            .unwrap_or_default(),
        phone: contact.phone.clone(),
        text: contact.text.clone(),
        web: contact.web.clone(),
        remark: words
            .and_then(|words| words.remark.as_ref())
            .map(|remark| wording.say(remark)),
        check_note: check_note(wording, contact, current),
        current,
        call: wording.say(wording.ui().call()),
        send: wording.say(wording.ui().text()),
    }
}

/// Returns whether the last check of a contact is current. It is current from the day of the check
/// to the day before the next check (HAZ-002).
fn is_current(contact: &Contact, today: Option<Date>) -> bool {
    match contact.status {
        Verification::Emergency => true,
        Verification::Unverified => false,
        Verification::Verified => {
            let dates = contact.verified_on.zip(contact.review_by).zip(today);
            dates.is_some_and(|((verified, review), today)| verified <= today && today < review)
        }
    }
}

/// Returns the sentence about the last check of a contact. The sentence names the day of the check,
/// or says that there was no check. Returns `None` for a national emergency contact.
fn check_note(wording: &ReaderText<'_>, contact: &Contact, current: bool) -> Option<String> {
    let ui = wording.ui();
    let checked = contact.verified_on.filter(|verified| {
        contact.status == Verification::Verified
            && wording.today().is_none_or(|today| *verified <= today)
    });
    let text = if current { ui.verified() } else { ui.overdue() };
    match (contact.status, checked) {
        (Verification::Emergency, _) => None,
        (_, Some(day)) => Some(wording.say_on(text, day)),
        (_, None) => {
            let words = wording.edition().words().contacts.get(&contact.id);
            let own = words.and_then(|words| words.unverified.as_ref());
            Some(wording.say(own.unwrap_or(ui.unverified())))
        }
    }
}
