//! Checks that each contact has a name that no visitor can take for another emergency service: for
//! 999, 111, 112, Samaritans or Shout. A name may not write them in words either, or with letters
//! of another alphabet that look the same.

use super::numbers_in_texts::{PHONE_NUMBERS, TEXT_NUMBERS, digit_groups, digits, warns};
use crate::{
    authoring::{document::Contact, finding::Findings},
    model::{properties::Verification, words::Words},
};
use alloc::{format, string::String, vec::Vec};

/// The phone number of the Samaritans.
const SAMARITANS_NUMBER: &str = "116123";
/// Parts of a name without spaces and signs, and the service that they stand for.
const PARTS: [(&str, &str); 3] = [
    ("samaritan", "Samaritans"),
    ("giveusashout", "Shout"),
    ("textshout", "Shout"),
];
/// Words of a name, and the service that they stand for.
const WORDS: [(&str, &str); 7] = [
    ("shout", "Shout"),
    ("nine nine nine", "999"),
    ("triple nine", "999"),
    ("one one one", "111"),
    ("triple one", "111"),
    ("one eleven", "111"),
    ("one one two", "112"),
];
/// Letters and digits that look like Latin letters, in pairs.
const LOOKALIKES: [(&str, char); 12] = [
    ("аαáàâäãå4@", 'a'),
    ("еεéèêë3", 'e'),
    ("іιíìîï1!|", 'i'),
    ("оοóòôöõ0", 'o'),
    ("ѕšś5$", 's'),
    ("тτ7", 't'),
    ("мμ", 'm'),
    ("нη", 'h'),
    ("пνñ", 'n'),
    ("гřŕ", 'r'),
    ("υùúûü", 'u'),
    ("һ", 'h'),
];
/// Stands for any other letter outside ASCII, which may look like any letter.
const ANY_LETTER: char = '?';

/// Checks the name of a contact. The name of an emergency service may also not advise against it.
pub(super) fn check(contact: &Contact, words: &Words, findings: &mut Findings) {
    let Some(found) = words.contacts.get(&contact.id) else {
        return;
    };
    let path = || format!("words.contacts.{}", contact.id);
    let own = contact.phone.as_deref().map(digits).unwrap_or_default();
    let is_emergency = contact.status == Verification::Emergency;
    if is_emergency && found.name.all().any(warns) {
        findings.add(
            "emergency-name",
            path(),
            "its name advises against an emergency service: give only the name",
        );
    }
    // Text relay and sign language also reach 999, so their names may say 999.
    let own_service = match own.as_str() {
        _ if !is_emergency => "",
        "999" | "111" => &own,
        SAMARITANS_NUMBER => "Samaritans",
        _ => return,
    };
    let service = |name| service(name, own_service);
    if let Some(service) = found.name.all().find_map(service) {
        findings.add(
            "emergency-name",
            path(),
            format!("a visitor could take it for {service}: give it another name"),
        );
    }
}

/// Returns the emergency service that a name could stand for, unless it is `own`.
fn service(name: &str, own: &str) -> Option<String> {
    let numbers = digit_groups(name).into_iter().map(|group| group.digits);
    let numbers = numbers.filter(|number| {
        PHONE_NUMBERS.contains(&number.as_str()) || TEXT_NUMBERS.contains(&number.as_str())
    });
    // A name may hold the number of its own service.
    let numbers = numbers.map(|number| match number.as_str() {
        SAMARITANS_NUMBER => "Samaritans".into(),
        _ => number,
    });
    let signs: String = name
        .to_lowercase()
        .chars()
        .map(narrow)
        .map(letter)
        .collect();
    let letters: Vec<char> = signs.chars().filter(|sign| *sign != ' ').collect();
    let plain: Vec<&str> = signs.split_whitespace().collect();
    let plain: Vec<char> = format!(" {} ", plain.join(" ")).chars().collect();
    let in_part = |(part, _): &&(&str, &str)| contains(&letters, part);
    let in_words = |(words, _): &&(&str, &str)| contains(&plain, &format!(" {words} "));
    let parts = PARTS.iter().filter(in_part);
    let names = parts.chain(WORDS.iter().filter(in_words));
    let names = names.map(|(_, service)| String::from(*service));
    numbers.chain(names).find(|service| service != own)
}

/// Returns the Latin letter that a sign looks like, a placeholder for another letter outside ASCII,
/// or a space for any other sign.
fn letter(sign: char) -> char {
    let mut pairs = LOOKALIKES.iter();
    if let Some((_, letter)) = pairs.find(|(others, _)| others.contains(sign)) {
        return *letter;
    }
    match sign {
        'a'..='z' => sign,
        _ if sign.is_alphabetic() => ANY_LETTER,
        _ => ' ',
    }
}

/// Returns the ASCII letter for a wide letter, as Japanese texts have them. Returns any other sign
/// unchanged.
fn narrow(sign: char) -> char {
    let mut pairs = ('ａ'..='ｚ').zip('a'..='z');
    let found = pairs.find(|(wide, _)| *wide == sign);
    found.map_or(sign, |(_, letter)| letter)
}

/// Returns true if the text contains these words. More than half of the signs must be the same, and
/// the others must be placeholders.
fn contains(text: &[char], words: &str) -> bool {
    let words: Vec<char> = words.chars().collect();
    text.windows(words.len()).any(|window| {
        let same = window
            .iter()
            .zip(&words)
            .filter(|(read, sign)| read == sign);
        let other = window
            .iter()
            .zip(&words)
            .filter(|(read, sign)| read != sign);
        same.count() > words.len() / 2 && other.into_iter().all(|(read, _)| *read == ANY_LETTER)
    })
}
