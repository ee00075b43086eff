//! Checks that each contact has a number or a web address, and the days of its check. Also checks
//! that the help on every screen is complete.

use super::{number_forms, wrapped_links};
use crate::{
    authoring::{
        document::{Contact, Document},
        finding::Findings,
        source::{described, words_before},
    },
    model::{
        date::Date,
        properties::{Status, Urgency, Verification},
        web_address::is_web_address,
    },
};
use alloc::{borrow::ToOwned, format};

/// The remedy in a finding about a web address.
const ADDRESS: &str = "start it with https:// and a host of letters, digits, hyphens and dots, without a user or a port, in at most 300 plain signs";

/// The numbers that the help on every screen must contain.
const CRISIS_NUMBERS: [&str; 3] = ["999", "111", "116 123"];

pub(super) fn check(document: &Document, today: Option<Date>, findings: &mut Findings) {
    for contact in &document.contacts {
        reachable(contact, findings);
        dates(contact, document.status, today, findings);
    }
    crisis(document, findings);
    in_use(document, today, findings);
    if document.status == Status::Active {
        urgent_contacts_are_verified(document, findings);
    }
}

fn reachable(contact: &Contact, findings: &mut Findings) {
    let path = format!("contacts.{}", contact.id);
    for number in contact.phone.iter().chain(&contact.text) {
        number_forms::check(number, &path, findings);
    }
    if let Some(web) = &contact.web {
        web_address(web, &path, findings);
    }
    if contact.phone.is_none() && contact.text.is_none() && contact.web.is_none() && !contact.remark
    {
        let message = "it has no number, no address and no remark: add one";
        findings.add("unreachable-contact", path, message);
    }
}

/// Checks that a web address is safe and opens for everyone, and adds a finding if it does not.
pub(super) fn web_address(web: &str, path: &str, findings: &mut Findings) {
    if let Some(link) = wrapped_links::find(web) {
        let advice = match link.address {
            Some(address) => format!("write {address}"),
            None => "open it, and write the address of the page that you then see".to_owned(),
        };
        let message = format!(
            "it leads through {}, which sees who opens it: {advice}",
            link.host
        );
        findings.add("wrapped-address", path, message);
    } else if let Some((at, sign)) = web.char_indices().find(|(_, sign)| !sign.is_ascii()) {
        let message = format!(
            "it has the sign {} {}, which no address has, though it may look like another: type the address by hand",
            described(sign),
            words_before(web, at)
        );
        findings.add("web-format", path, message);
    } else if !is_web_address(web) {
        let message = format!("\"{web}\" is not a safe address: {ADDRESS}");
        findings.add("web-format", path, message);
    } else if is_internal(web) {
        let message = format!(
            "{web} opens only inside one organisation: write an address that everyone can open"
        );
        findings.add("internal-address", path, message);
    }
}

/// The last parts of host names that no public server has.
const INTERNAL: [&str; 8] = [
    "corp",
    "home",
    "internal",
    "intranet",
    "invalid",
    "lan",
    "local",
    "localdomain",
];

fn is_internal(web: &str) -> bool {
    let host = web.trim_start_matches("https://");
    let host = host.split(['/', '?', '#']).next().unwrap_or_default();
    let last = host.rsplit('.').next().unwrap_or_default();
    INTERNAL.contains(&last.to_ascii_lowercase().as_str())
}

/// The maximum number of years from a check to the next check.
const REVIEW_YEARS: u16 = 2;

fn dates(contact: &Contact, status: Status, today: Option<Date>, findings: &mut Findings) {
    let path = format!("contacts.{}", contact.id);
    let dates = contact.verified_on.zip(contact.review_by);
    let owner = contact.owner.as_deref();
    if owner.is_some_and(|owner| owner.trim().is_empty()) {
        let message = "its owner is blank: write the person or office that keeps it right";
        findings.add("blank-owner", path.as_str(), message);
    }
    match (contact.status, dates) {
        (Verification::Verified, None) => findings.add("verified-without-dates", path.as_str(), "it is called verified without dates: add verified_on and review_by, or make the status unverified"),
        (Verification::Verified, _) if contact.owner.is_none() => findings.add("verified-without-owner", path.as_str(), "nobody keeps it right: add an owner, or make the status unverified"),
        (Verification::Unverified, Some(_)) => findings.add("unverified-with-dates", path.as_str(), "it has the dates of a check and is called unverified: correct one of them"),
        (Verification::Emergency, None) if status == Status::Active => findings.add("verified-without-dates", path.as_str(), "an active pathway needs the dates of the last check: add verified_on and review_by"),
        _ => {}
    }
    if let Some((verified, review)) = dates
        && review <= verified
    {
        let message = "its review is due before it was checked: correct one of the dates";
        findings.add("review-before-check", path.as_str(), message);
    }
    if let Some((verified, review)) = dates
        && verified
            .years_later(REVIEW_YEARS)
            .is_some_and(|last| last < review)
    {
        let message =
            "its next check is more than 24 months after the last: choose an earlier review_by";
        findings.add("review-too-late", path.as_str(), message);
    }
    let Some(today) = today else { return };
    if contact.verified_on.is_some_and(|verified| verified > today) {
        let message = "it is said to be checked on a day that has not come: correct verified_on";
        findings.add("verified-in-future", path.as_str(), message);
    }
    if contact.status == Verification::Emergency && contact.is_overdue(today) {
        let message = "an emergency contact is due for review: check it and set new dates";
        findings.add("emergency-overdue", path, message);
    }
}

/// Checks that a pathway that is built today is still in use. In a visitor's browser `today` is
/// `None`, and the widget itself shows the help.
fn in_use(document: &Document, today: Option<Date>, findings: &mut Findings) {
    let Some((end, today)) = document.effective.to.zip(today) else {
        return;
    };
    let has_begun = document.effective.from.is_none_or(|from| from <= end);
    if has_begun && end < today {
        findings.add("effective-over", "effective.to", format!(
            "it was in use until {}, and people now see that the questions cannot open: let the approvers sign a later day, or take the page down",
            end.in_words()
        ));
    }
}

fn crisis(document: &Document, findings: &mut Findings) {
    let named = document.crisis.contacts.iter();
    let contacts = named.filter_map(|id| document.contact(id));
    let numbers = contacts
        .clone()
        .filter_map(|contact| contact.phone.as_deref());
    if !numbers.eq(CRISIS_NUMBERS) {
        let message = "the crisis block shows 999, 111 and 116 123, in that order: restore it";
        findings.add("crisis-numbers", "crisis.contacts", message);
    }
    for contact in contacts {
        if contact.status != Verification::Emergency {
            let message = "a contact of the crisis block must have the status emergency: set it";
            findings.add("crisis-status", format!("contacts.{}", contact.id), message);
        }
    }
}

fn urgent_contacts_are_verified(document: &Document, findings: &mut Findings) {
    let urgent = document
        .outcomes
        .iter()
        .filter(|outcome| outcome.urgency >= Urgency::Today);
    for outcome in urgent {
        for shown in outcome.call.iter().chain(&outcome.helplines) {
            if document
                .contact(&shown.id)
                .is_some_and(|contact| contact.status == Verification::Unverified)
            {
                findings.add("urgent-unverified", format!("outcomes.{}", outcome.id), format!("it is urgent and shows \"{}\", which nobody has checked: check the contact, or set the pathway to draft", shown.id));
            }
        }
    }
}
