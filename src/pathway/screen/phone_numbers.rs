//! Finds telephone numbers in a text. Text that runs from right to left would reverse the order of
//! the groups of digits, so a page or a file marks each number as a separate piece of text.

use alloc::{string::String, vec::Vec};

/// A part of a text: a number, or the words between two numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextPart<'a> {
    /// The words before, between or after the numbers.
    Words(&'a str),
    /// Groups of digits with spaces or hyphens between them, such as `0300 555 1242`.
    Number(&'a str),
}

/// Splits a text into numbers and the words between them, in order.
#[must_use]
pub fn text_parts(text: &str) -> Vec<TextPart<'_>> {
    let mut parts = Vec::new();
    let (mut done, mut from) = (0, 0);
    let rest = |from: usize| text.get(from..).unwrap_or_default();
    while let Some(found) = rest(from).find(is_start) {
        let start = from.saturating_add(found);
        let run = rest(start).split(is_other).next().unwrap_or_default();
        let number = run.trim_end_matches(SEPARATORS);
        from = start.saturating_add(number.len());
        if number.contains(SEPARATORS) {
            parts.extend(words(text.get(done..start)));
            parts.push(TextPart::Number(number));
            done = from;
        }
    }
    parts.extend(words(text.get(done..)));
    parts
}

const SEPARATORS: [char; 2] = [' ', '-'];

fn is_start(sign: char) -> bool {
    sign == '+' || sign.is_ascii_digit()
}

fn is_other(sign: char) -> bool {
    !is_start(sign) && !SEPARATORS.contains(&sign)
}

fn words(text: Option<&str>) -> Option<TextPart<'_>> {
    text.filter(|text| !text.is_empty()).map(TextPart::Words)
}

/// Puts each number of a text between U+2066 and U+2069. In plain text, these characters keep the
/// groups of digits in order.
#[must_use]
pub fn isolate_numbers(text: &str) -> String {
    let mut isolated = String::new();
    for part in text_parts(text) {
        match part {
            TextPart::Words(words) => isolated.push_str(words),
            TextPart::Number(number) => {
                isolated.push('\u{2066}');
                isolated.push_str(number);
                isolated.push('\u{2069}');
            }
        }
    }
    isolated
}
