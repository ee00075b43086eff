//! Checks that each number in a text is the number of a contact. Also checks that the help on every
//! screen has only the national emergency numbers, so that no file can add another number.

use super::{emergency_names, number_forms::right_form};
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
pub(super) const PHONE_NUMBERS: [&str; 5] = ["999", "112", "111", "116123", "18000"];
/// The numbers for text messages that an emergency contact may have: only 85258, which belongs to
/// Shout.
pub(super) const TEXT_NUMBERS: [&str; 1] = ["85258"];
/// Other digits that people press for an emergency call: 18001 before a number for text relay, and
/// 55 in a silent call to 999.
const DIALLED_CODES: [&str; 2] = ["18001", "55"];
/// The web pages that an emergency contact may have.
const PAGES: [&str; 4] = [
    "https://111.nhs.uk",
    "https://999bsl.co.uk",
    "https://giveusashout.org",
    "https://www.samaritans.org",
];
/// The first digits of phone numbers that cost more than a local call, or that lead abroad.
const EXPENSIVE_PREFIXES: [&str; 6] = ["00", "070", "084", "087", "09", "118"];
/// English words that turn the name of a service into advice against it.
const WARNINGS: [&str; 9] = [
    "avoid", "cannot", "closed", "don't", "dont", "never", "no", "not", "stop",
];
/// The only words that the entry of Samaritans in the crisis block may contain, besides its number.
const SAMARITANS_WORDS: [&str; 2] = ["call", "samaritans"];
/// Signs that people write as an apostrophe.
const APOSTROPHES: [char; 6] = ['\u{2019}', '\u{2018}', '\u{2BC}', '\u{FF07}', '`', '\u{B4}'];
/// The least number of digits in a telephone number. Fewer digits can be an age, a date or a year.
const SHORTEST_NUMBER: usize = 5;
/// The number of digits in a short service number such as 999.
const SERVICE_NUMBER: usize = 3;

fn is_national(digits: &str) -> bool {
    [&PHONE_NUMBERS[..], &TEXT_NUMBERS, &DIALLED_CODES]
        .concat()
        .contains(&digits)
}

pub(super) fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// A group of digits in a text, without the spaces and signs between the digits.
pub(super) struct DigitGroup {
    pub(super) digits: String,
    /// True if a letter is directly before or after one of the digits, as in a postcode.
    touches_letter: bool,
}

/// Finds the groups of digits in a text. Spaces, hyphens, dots, brackets and plus signs between the
/// digits do not end a group.
pub(super) fn digit_groups(text: &str) -> Vec<DigitGroup> {
    let mut digit_groups: Vec<DigitGroup> = Vec::new();
    let mut open = false;
    let mut before = ' ';
    for character in text.chars() {
        if character.is_ascii_digit() {
            if !open {
                digit_groups.push(DigitGroup {
                    digits: String::new(),
                    touches_letter: false,
                });
            }
            if let Some(group) = digit_groups.last_mut() {
                group.digits.push(character);
                group.touches_letter |= before.is_alphabetic();
            }
            open = true;
        } else if character.is_alphanumeric() {
            if let Some(group) = digit_groups.last_mut().filter(|_| before.is_ascii_digit()) {
                group.touches_letter = true;
            }
            open = false;
        } else {
            // A dot before a space ends a sentence, so it also ends a group of digits.
            let is_end = before == '.' && character.is_whitespace();
            open &= !is_end
                && (character.is_whitespace()
                    || matches!(character, '-' | '‐'..='―' | '.' | '(' | ')' | '+'));
        }
        before = character;
    }
    digit_groups
}

/// Returns whether a text has digits of another script, not only 0 to 9. Superscripts and fractions
/// such as ½ do not count.
fn has_other_digits(text: &str) -> bool {
    text.chars()
        .any(|character| character > '¾' && character.is_numeric())
}

pub(super) fn in_document(document: &Document, findings: &mut Findings) {
    for contact in &document.contacts {
        let path = format!("contacts.{}", contact.id);
        for number in contact.phone.iter().chain(&contact.text) {
            if EXPENSIVE_PREFIXES
                .iter()
                .any(|start| digits(number).starts_with(start))
            {
                let advice = right_form(number).map_or_else(
                    || "give a number that is free or local".to_owned(),
                    |right| right.advice(),
                );
                findings.add(
                    "dear-number",
                    path.as_str(),
                    format!("{number} costs more than a local call, or leads abroad: {advice}"),
                );
            }
        }
        // Another check reports a contact of the crisis block with another status.
        let is_other = contact.status != Verification::Emergency
            && !document.crisis.contacts.contains(&contact.id);
        if let Some(number) = service_number(contact).filter(|_| is_other) {
            findings.add(
                "emergency-number",
                path.as_str(),
                format!(
                    "{number} is the number of a national service: give the contact's own number"
                ),
            );
        }
        if contact.status == Verification::Emergency && !is_national_contact(contact) {
            findings.add("emergency-number", path, "it is no national emergency service by its number or its page: correct them, or give it another status");
        }
    }
}

/// Returns the number of a contact that belongs to 999, 111, Samaritans, text relay or Shout.
fn service_number(contact: &Contact) -> Option<&String> {
    let known = |number: &&String, known: &[&str]| known.contains(&digits(number).as_str());
    let phone = contact
        .phone
        .iter()
        .find(|number| known(number, &PHONE_NUMBERS));
    let is_service =
        |number: &&String| known(number, &PHONE_NUMBERS) || known(number, &TEXT_NUMBERS);
    phone.or_else(|| contact.text.iter().find(is_service))
}

fn is_national_contact(contact: &Contact) -> bool {
    let among = |number: &Option<String>, known: &[&str]| {
        // A contact whose number has no digits is a finding of another check.
        let digits = number.as_deref().map(digits).unwrap_or_default();
        digits.is_empty() || known.contains(&digits.as_str())
    };
    among(&contact.phone, &PHONE_NUMBERS)
        && among(&contact.text, &TEXT_NUMBERS)
        && contact
            .web
            .iter()
            .all(|web| PAGES.contains(&web.trim_end_matches('/')))
}

pub(super) fn in_words(document: &Document, words: &Words, findings: &mut Findings) {
    crisis(document, &words.crisis, findings);
    // Another check reports a contact of the crisis block with another status.
    let is_checked = |contact: &&Contact| {
        contact.status == Verification::Emergency || !document.crisis.contacts.contains(&contact.id)
    };
    for contact in document.contacts.iter().filter(is_checked) {
        emergency_names::check(contact, words, findings);
    }
    let contacts = document.contacts.iter();
    let numbers = contacts.flat_map(|contact| contact.phone.iter().chain(&contact.text));
    let known: BTreeSet<String> = numbers.map(|number| digits(number)).collect();
    words.each_text(&mut |path, text| {
        let path = format!("words.{path}");
        if has_other_digits(text) {
            findings.add(
                "other-digits",
                path.as_str(),
                "it has digits other than 0 to 9: write numbers with these",
            );
        }
        // Only the words of outcomes, blocks and contacts tell a visitor whom to call.
        let advises = ["words.outcomes.", "words.blocks.", "words.contacts."];
        let advises = advises.iter().any(|start| path.starts_with(start));
        // The function `crisis` checks the words of the help on every screen.
        let digit_groups = if path.starts_with("words.crisis") {
            Vec::new()
        } else {
            digit_groups(text)
        };
        for group in digit_groups {
            let length = group.digits.len();
            let is_service = advises && length == SERVICE_NUMBER && !group.touches_letter;
            let is_number = length >= SHORTEST_NUMBER || is_service;
            if is_number && !known.contains(&group.digits) && !is_national(&group.digits) {
                findings.add("number-of-nobody", path.as_str(), format!("no contact has the number {}: write the contact, correct the number, or say it in words", group.digits));
            }
        }
    });
}

/// Returns whether a name contains an English word of warning. Other languages need a person who
/// reads them.
pub(super) fn warns(name: &str) -> bool {
    let name = name.to_lowercase().replace(APOSTROPHES, "'");
    let mut words = name.split(|sign: char| !sign.is_alphanumeric() && sign != '\'');
    words.any(|word| WARNINGS.contains(&word))
}

/// Returns true if a name contains no other word than these. A translation may repeat the name in
/// letters from Hebrew and Arabic to Sinhala, because none of them looks like a Latin letter.
fn has_only(name: &str, words: &[&str]) -> bool {
    let name = name.to_lowercase();
    let mut found = name.split(|sign: char| !sign.is_alphabetic());
    found.all(|word| {
        words.contains(&word)
            || word
                .chars()
                .all(|sign| ('\u{590}'..='\u{dff}').contains(&sign))
    })
}

/// Returns true if a word of the name contains letters of two alphabets. Such a word can hide a
/// warning, because some letters of two alphabets look the same.
fn mixes_alphabets(name: &str) -> bool {
    let mut words = name.split(|sign: char| !sign.is_alphabetic());
    words.any(|word| {
        let is_latin = |sign: char| sign < '\u{250}';
        word.contains(is_latin) && !word.chars().all(is_latin)
    })
}

/// Checks the words of the help on every screen. They must mention the number of each of its
/// contacts, and no other number.
fn crisis(document: &Document, words: &CrisisWords, findings: &mut Findings) {
    for id in &document.crisis.contacts {
        let mut contacts = document.contacts.iter();
        let contact = contacts.find(|contact| contact.id == *id);
        let number = contact.and_then(|contact| contact.phone.as_deref());
        let number = number.filter(|number| !digits(number).is_empty());
        let Some((number, entry)) = number.zip(words.contacts.get(id)) else {
            continue;
        };
        let dialled = digits(number);
        let digit_groups = digit_groups(&entry.name);
        let has_number = matches!(digit_groups.as_slice(), [group] if group.digits == dialled);
        let is_named = match dialled.as_str() {
            "999" => entry.name == "999",
            "116123" => {
                entry.name.contains("Samaritans") && has_only(&entry.name, &SAMARITANS_WORDS)
            }
            _ => !mixes_alphabets(&entry.name),
        };
        if !has_number || !is_named || has_other_digits(&entry.name) || warns(&entry.name) {
            findings.add("crisis-name", format!("words.crisis.contacts.{id}"), format!("its name must hold the number {number} and no other, name no other service, and advise nothing against it: correct the name"));
        }
    }
    let whens = words.contacts.values().map(|contact| &contact.when);
    let rest = [&words.title, &words.label, &words.guide];
    for text in whens.chain(words.more.values()).chain(rest) {
        for group in digit_groups(text)
            .iter()
            .filter(|group| !is_national(&group.digits))
        {
            findings.add(
                "crisis-digits",
                "words.crisis",
                format!(
                    "{} is no number of the crisis block: take it out, or correct it",
                    group.digits
                ),
            );
        }
    }
}
