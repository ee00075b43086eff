//! A contact → its line on a card: a number to read and to call, and whether somebody has checked
//! it.

use super::wording::Wording;
use crate::{
    model::{date::Date, id::ContactId, properties::Verification},
    runtime::compiled::{Conditional, Contact},
};
use alloc::{string::String, vec::Vec};

/// A contact on a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactLine {
    /// Its id.
    pub id: ContactId,
    /// Who answers.
    pub name: String,
    /// The number to call, as people read it.
    pub phone: Option<String>,
    /// The number to text, as people read it.
    pub text: Option<String>,
    /// A web address.
    pub web: Option<String>,
    /// The hours or the purpose of the contact.
    pub remark: Option<String>,
    /// The standing of the contact in plain words; none for an emergency contact.
    pub standing: Option<String>,
    /// Whether the contact has a check that is in date, or is an emergency contact.
    pub current: bool,
    /// Read before the number to call.
    pub call: String,
    /// Read before the number to text.
    pub send: String,
}

impl ContactLine {
    /// The number to call without spaces, for a `tel:` link.
    pub fn tel(&self) -> Option<String> {
        self.phone.as_deref().map(dialled)
    }

    /// The number to text without spaces, for an `sms:` link.
    pub fn sms(&self) -> Option<String> {
        self.text.as_deref().map(dialled)
    }
}

pub(super) fn dialled(number: &str) -> String {
    number.split(' ').collect()
}

/// The contacts that are shown: those that are current first, else as listed.
pub(super) fn lines<'a>(
    wording: &Wording<'a>,
    shown: &'a [Conditional<ContactId>],
) -> Vec<ContactLine> {
    let compiled = wording.pathway().compiled();
    let mut lines: Vec<ContactLine> = wording
        .shown(shown)
        .filter_map(|id| compiled.contacts.iter().find(|contact| contact.id == *id))
        .map(|contact| line(wording, contact))
        .collect();
    lines.sort_by_key(|line| !line.current);
    lines
}

fn line(wording: &Wording<'_>, contact: &Contact) -> ContactLine {
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
        standing: standing(wording, contact, current),
        current,
        call: wording.say(wording.ui().call()),
        send: wording.say(wording.ui().text()),
    }
}

/// HAZ-002: a number is current only from the day of its check to the day before its review.
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

/// The note beside a number that is not current: the day of its last check, or that nobody has
/// checked it.
fn standing(wording: &Wording<'_>, contact: &Contact, current: bool) -> Option<String> {
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
