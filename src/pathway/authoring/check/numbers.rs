//! Checks that each number in a text is the number of a contact. Also checks that the help on every
//! screen has only the national emergency numbers, so that no file can add another number.

use crate::{
    authoring::{
        document::{Contact, Document},
        finding::Findings,
    },
    model::{
        properties::Verification,
        words::{CrisisWords, Words},
    },
};
use alloc::{borrow::ToOwned, collections::BTreeSet, format, string::String, vec::Vec};

/// The phone numbers that an emergency contact may have. A call to 112 reaches the same service as
/// 999. Text relay reaches it at 18000.
const CALLED: [&str; 5] = ["999", "112", "111", "116123", "18000"];
/// The numbers for text messages that an emergency contact may have: only 85258, which belongs to
/// Shout.
const TEXTED: [&str; 1] = ["85258"];
/// Other digits that people press for an emergency call: 18001 before a number for text relay, and
/// 55 in a silent call to 999.
const PRESSED: [&str; 2] = ["18001", "55"];
/// The web pages that an emergency contact may have.
const PAGES: [&str; 4] = [
    "https://111.nhs.uk",
    "https://999bsl.co.uk",
    "https://giveusashout.org",
    "https://www.samaritans.org",
];
/// The first digits of phone numbers that cost more than a local call, or that lead abroad.
const DEAR: [&str; 6] = ["00", "070", "084", "087", "09", "118"];
/// The least number of digits in a telephone number. Fewer digits can be an age, a date or a year.
const SHORTEST_NUMBER: usize = 5;
/// The number of digits in a short service number such as 999.
const SERVICE_NUMBER: usize = 3;

fn is_national(digits: &str) -> bool {
    [&CALLED[..], &TEXTED, &PRESSED].concat().contains(&digits)
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// A group of digits in a text, without the spaces and signs between the digits.
struct Run {
    digits: String,
    /// True if a letter is directly before or after one of the digits, as in a postcode.
    touches_letter: bool,
}

/// Finds the groups of digits in a text. Spaces, hyphens, dots, brackets and plus signs between the
/// digits do not end a group.
fn runs(text: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut open = false;
    let mut before = ' ';
    for sign in text.chars() {
        if sign.is_ascii_digit() {
            if !open {
                runs.push(Run {
                    digits: String::new(),
                    touches_letter: false,
                });
            }
            if let Some(run) = runs.last_mut() {
                run.digits.push(sign);
                run.touches_letter |= before.is_alphabetic();
            }
            open = true;
        } else if sign.is_alphanumeric() {
            if let Some(run) = runs.last_mut().filter(|_| before.is_ascii_digit()) {
                run.touches_letter = true;
            }
            open = false;
        } else {
            // A dot before a space ends a sentence, so it also ends a group of digits.
            let is_end = before == '.' && sign.is_whitespace();
            open &= !is_end
                && (sign.is_whitespace()
                    || matches!(sign, '-' | '‐'..='―' | '.' | '(' | ')' | '+'));
        }
        before = sign;
    }
    runs
}

/// Returns whether a text has digits of another script, not only 0 to 9. Superscripts and fractions
/// such as ½ do not count.
fn has_other_digits(text: &str) -> bool {
    text.chars().any(|sign| sign > '¾' && sign.is_numeric())
}

pub(super) fn in_document(document: &Document, findings: &mut Findings) {
    for contact in &document.contacts {
        let place = format!("contacts.{}", contact.id);
        for number in contact.phone.iter().chain(&contact.text) {
            if DEAR.iter().any(|start| digits(number).starts_with(start)) {
                findings.add("dear-number", place.as_str(), format!("{number} costs more than a local call, or leads abroad: give a number that is free or local"));
            }
        }
        if contact.status == Verification::Emergency && !is_national_contact(contact) {
            findings.add("emergency-number", place, "it is no national emergency service by its number or its page: correct them, or give it another status");
        }
    }
}

fn is_national_contact(contact: &Contact) -> bool {
    let among = |number: &Option<String>, known: &[&str]| {
        // A contact whose number has no digits is a finding of another check.
        let digits = number.as_deref().map(digits).unwrap_or_default();
        digits.is_empty() || known.contains(&digits.as_str())
    };
    among(&contact.phone, &CALLED)
        && among(&contact.text, &TEXTED)
        && contact
            .web
            .iter()
            .all(|web| PAGES.contains(&web.trim_end_matches('/')))
}

pub(super) fn in_words(document: &Document, words: &Words, findings: &mut Findings) {
    crisis(document, &words.crisis, findings);
    for contact in &document.contacts {
        names(contact, words, findings);
    }
    let contacts = document.contacts.iter();
    let numbers = contacts.flat_map(|contact| contact.phone.iter().chain(&contact.text));
    let known: BTreeSet<String> = numbers.map(|number| digits(number)).collect();
    words.each_text(&mut |place, text| {
        let place = format!("words.{place}");
        if has_other_digits(text) {
            findings.add(
                "other-digits",
                place.as_str(),
                "it has digits other than 0 to 9: write numbers with these",
            );
        }
        // Only the words of outcomes, blocks and contacts tell a visitor whom to call.
        let advises = ["words.outcomes.", "words.blocks.", "words.contacts."];
        let advises = advises.iter().any(|start| place.starts_with(start));
        // The function `crisis` checks the words of the help on every screen.
        let runs = if place.starts_with("words.crisis") {
            Vec::new()
        } else {
            runs(text)
        };
        for run in runs {
            let length = run.digits.len();
            let is_service = advises && length == SERVICE_NUMBER && !run.touches_letter;
            let is_number = length >= SHORTEST_NUMBER || is_service;
            if is_number && !known.contains(&run.digits) && !is_national(&run.digits) {
                findings.add("number-of-nobody", place.as_str(), format!("no contact has the number {}: write the contact, correct the number, or say it in words", run.digits));
            }
        }
    });
}

/// Checks the words of the help on every screen. They must mention the number of each of its
/// contacts, and no other number.
fn crisis(document: &Document, words: &CrisisWords, findings: &mut Findings) {
    for id in &document.crisis.contacts {
        let mut contacts = document.contacts.iter();
        let contact = contacts.find(|contact| contact.id == *id);
        let number = contact.and_then(|contact| contact.phone.as_deref());
        let number = number.filter(|number| !digits(number).is_empty());
        let Some((number, said)) = number.zip(words.contacts.get(id)) else {
            continue;
        };
        let dialled = digits(number);
        let runs = runs(&said.name);
        let is_said = matches!(runs.as_slice(), [run] if run.digits == dialled);
        let is_named = match dialled.as_str() {
            "999" => said.name == "999",
            "116123" => said.name.contains("Samaritans"),
            _ => true,
        };
        if !is_said || !is_named || has_other_digits(&said.name) {
            findings.add("crisis-name", format!("words.crisis.contacts.{id}"), format!("its name must hold the number {number} and no other, and name no other service: correct the name"));
        }
    }
    let whens = words.contacts.values().map(|contact| &contact.when);
    let rest = [&words.title, &words.label, &words.guide];
    for text in whens.chain(words.more.values()).chain(rest) {
        for run in runs(text).iter().filter(|run| !is_national(&run.digits)) {
            findings.add(
                "crisis-digits",
                "words.crisis",
                format!(
                    "{} is no number of the crisis block: take it out, or correct it",
                    run.digits
                ),
            );
        }
    }
}

/// Checks that a contact has a name that no visitor can take for an emergency service.
fn names(contact: &Contact, words: &Words, findings: &mut Findings) {
    let Some(found) = words.contacts.get(&contact.id) else {
        return;
    };
    if contact.status == Verification::Emergency {
        return;
    }
    let own = contact.phone.as_deref().map(digits).unwrap_or_default();
    for name in found.name.all() {
        let letters: String = name.chars().filter(char::is_ascii_alphabetic).collect();
        let mut claimed = runs(name).into_iter().map(|run| run.digits);
        let claimed = claimed.find(|run| CALLED.contains(&run.as_str()) && *run != own);
        let samaritans = letters.to_ascii_lowercase().contains("samaritan");
        let samaritans = (samaritans && own != "116123").then(|| "Samaritans".to_owned());
        if let Some(service) = claimed.or(samaritans) {
            findings.add(
                "emergency-name",
                format!("words.contacts.{}", contact.id),
                format!("a visitor could take it for {service}: give it another name"),
            );
        }
    }
}
