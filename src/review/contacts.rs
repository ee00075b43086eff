//! Lists the contacts with the days of their last and next checks. Contacts without a check come
//! first.

use crate::words_by_id::{SignOffText, ids};
use maud::{Markup, html};
use pathway::{date::Date, document::Contact, properties::Verification};

pub(crate) fn section(wording: SignOffText<'_>, on: Option<Date>) -> Markup {
    let mut contacts: Vec<&Contact> = wording.document().contacts.iter().collect();
    contacts.sort_by_key(|contact| contact.review_by);
    html! {
        section id="contacts" {
            h2 { "Contacts, by the day they must be checked again" }
            table {
                thead { tr {
                    th scope="col" { "Contact" } th scope="col" { "How to reach it" } th scope="col" { "What is known" }
                    th scope="col" { "Check again by" } th scope="col" { "Sources" }
                } }
                tbody { @for contact in contacts { (row(wording, contact, on)) } }
            }
        }
    }
}

fn row(wording: SignOffText<'_>, contact: &Contact, on: Option<Date>) -> Markup {
    let words = wording.edition.words().contacts.get(&contact.id);
    let ways = [&contact.phone, &contact.text, &contact.web];
    let overdue = on.is_some_and(|on| contact.is_overdue(on));
    html! {
        tr data-contact=(contact.id) {
            td { @if let Some(words) = words { (wording.text(&words.name)) br; } code { (contact.id) } }
            td { @for way in ways.into_iter().flatten() { (way) br; } }
            td { (status(contact)) @if let Some(owner) = &contact.owner { br; "Kept right by " (owner) } }
            td {
                @match contact.review_by {
                    Some(due) => { (due.in_words()) @if overdue { br; strong { "Overdue" } } }
                    None => "No day is set",
                }
            }
            td { (ids(&contact.sources)) }
        }
    }
}

fn status(contact: &Contact) -> String {
    match (contact.status, contact.verified_on) {
        (Verification::Verified, Some(day)) => format!("Checked on {}", day.in_words()),
        (Verification::Emergency, _) => "National number; it never leaves the screen".to_owned(),
        (Verification::Verified, None) | (Verification::Unverified, _) => {
            "Nobody has checked it".to_owned()
        }
    }
}
