//! Checks that a telephone number is written as a number of the United Kingdom, and finds the right
//! form of a number that is not.

use crate::authoring::{
    finding::Findings,
    source::{described, is_hidden},
};
use alloc::{borrow::ToOwned, format, string::String, vec::Vec};

/// The longest text in which the right form is looked for, in bytes.
const LONGEST: usize = 100;
/// The digits that people dial before a number for text relay.
const RELAY: &str = "18001";
/// The number of Childline, which is shorter than every other number from 0.
const CHILDLINE: &str = "08001111";

/// Checks the form of a number: digits of the United Kingdom in groups with single spaces.
pub(super) fn check(number: &str, path: &str, findings: &mut Findings) {
    let advice = |otherwise: &str| {
        right_form(number).map_or_else(|| otherwise.to_owned(), |right| right.advice())
    };
    let digits = digits(number);
    if let Some((count, sign)) = foreign_sign(number) {
        let position = match count {
            0 => "before its first digit".to_owned(),
            1 => "after its first digit".to_owned(),
            count => format!("after its first {count} digits"),
        };
        let advice = advice("type it again by hand");
        findings.add(
            "number-format",
            path,
            format!("\"{number}\" has the sign {sign} {position}: {advice}"),
        );
    } else if !is_grouped(number) {
        let advice = advice("use digits in groups with single spaces");
        findings.add(
            "number-format",
            path,
            format!("\"{number}\" is not written as a number: {advice}"),
        );
    } else if !has_length(&digits) && !digits.starts_with("00") {
        let advice = advice("correct it");
        let count = match digits.len() {
            1 => "1 digit".to_owned(),
            count => format!("{count} digits"),
        };
        let lengths = lengths(&digits);
        findings.add(
            "number-length",
            path,
            format!("{number} has {count}, and {lengths}: {advice}"),
        );
    }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Returns whether a number is groups of digits with one space between them.
fn is_grouped(number: &str) -> bool {
    number
        .split(' ')
        .all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Returns whether a number of the United Kingdom can have these digits. A number that begins with
/// 01 or 080 can be one digit shorter than the others.
fn has_length(digits: &str) -> bool {
    let count = digits.len();
    match digits.as_bytes() {
        [b'0', b'1' | b'8', ..] => count == 10 || count == 11 || digits == CHILDLINE,
        [b'0', ..] => count == 11,
        _ => (3..=6).contains(&count),
    }
}

/// Says how many digits a number has that begins like this one.
fn lengths(digits: &str) -> String {
    match digits.as_bytes() {
        [b'0', b'1' | b'8', ..] => "a number from 01 or 08 has 10 or 11".to_owned(),
        [b'0', next, ..] => format!("a number from 0{} has 11", char::from(*next)),
        _ => "a number has 3 to 6, or begins with 0 and has 10 or 11".to_owned(),
    }
}

/// Finds the first character that people cannot see, or cannot tell from a space or a hyphen.
/// Returns the number of digits before it, and its description.
fn foreign_sign(number: &str) -> Option<(usize, String)> {
    let is_foreign = |sign: char| {
        let is_blank = sign != ' ' && sign.is_whitespace();
        is_hidden(sign) || is_blank || matches!(sign, '\u{2010}'..='\u{2015}' | '\u{2212}')
    };
    let (at, sign) = number.char_indices().find(|(_, sign)| is_foreign(*sign))?;
    let before = number.get(..at).unwrap_or_default();
    Some((digits(before).len(), described(sign)))
}

/// A number in the form that is accepted.
pub(super) struct RightForm {
    number: String,
    /// A text that belongs in the remark, such as an extension.
    remark: String,
}

impl RightForm {
    /// Says what to write.
    pub(super) fn advice(&self) -> String {
        let Self { number, remark } = self;
        if remark.is_empty() {
            return format!("write {number}");
        }
        format!("write {number}, and put \"{remark}\" in the remark")
    }
}

/// Returns the right form of a text that holds one number.
pub(super) fn right_form(text: &str) -> Option<RightForm> {
    if text.len() > LONGEST {
        return None;
    }
    let start = text.find(|sign: char| sign.is_ascii_digit() || "+(".contains(sign))?;
    let text = text.get(start..)?;
    let (head, tail) = text.split_at(end_of_number(text));
    let visible: String = head.chars().filter(|sign| !is_hidden(*sign)).collect();
    let groups = visible.split(|sign: char| !sign.is_ascii_digit());
    let groups: Vec<&str> = groups.filter(|group| !group.is_empty()).collect();
    let all = groups.concat();
    let abroad = all.strip_prefix("0044");
    let abroad = abroad.or_else(|| all.strip_prefix("44").filter(|_| visible.contains('+')));
    let relayed = all.strip_prefix(RELAY).filter(|rest| rest.starts_with('0'));
    let number = match (abroad, relayed) {
        (Some(rest), _) => grouped(&format!("0{}", rest.trim_start_matches('0'))),
        (None, Some(rest)) => grouped(rest),
        (None, None) if groups.len() == 1 => grouped(&all),
        (None, None) => groups.join(" "),
    };
    let remark = match relayed {
        Some(_) => format!("dial {RELAY} first for text relay"),
        None => tail
            .trim_matches(|sign: char| !sign.is_alphanumeric())
            .to_owned(),
    };
    has_length(&digits(&number)).then_some(RightForm { number, remark })
}

/// Returns the offset of the first character that cannot belong to a number.
fn end_of_number(text: &str) -> usize {
    let mut signs = text.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        let next = signs.peek().map(|(_, next)| *next);
        let opens_remark = sign == '(' && !next.is_some_and(|next| next.is_ascii_digit());
        let is_separator = matches!(sign, '+' | '(' | ')' | '-' | '.' | '/' | '‐'..='―' | '−');
        let belongs =
            sign.is_ascii_digit() || sign.is_whitespace() || is_hidden(sign) || is_separator;
        if opens_remark || !belongs {
            return at;
        }
    }
    text.len()
}

/// Writes the digits of a number in the usual groups.
fn grouped(digits: &str) -> String {
    let (first, second) = match digits.as_bytes() {
        [b'0', b'2', ..] => (3, 7),
        [b'0', b'3' | b'8', ..] => (4, 7),
        [b'0', ..] => (5, digits.len()),
        _ => return digits.to_owned(),
    };
    let groups = [
        digits.get(..first),
        digits.get(first..second),
        digits.get(second..),
    ];
    let groups: Vec<&str> = groups.into_iter().flatten().collect();
    let groups: Vec<&str> = groups
        .into_iter()
        .filter(|group| !group.is_empty())
        .collect();
    groups.join(" ")
}
