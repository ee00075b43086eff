//! Tests that the core finds the telephone numbers in any text, so that screens can show them apart
//! from the words.

use pathway::screen::{TextPart, isolate_numbers, text_parts};

/// Returns the telephone numbers in a text.
fn numbers(text: &str) -> Vec<&str> {
    let parts = text_parts(text).into_iter();
    parts
        .filter_map(|part| match part {
            TextPart::Number(number) => Some(number),
            TextPart::Words(_) => None,
        })
        .collect()
}

#[test]
fn a_number_is_two_groups_of_digits_or_more() {
    for (text, found) in [
        ("Call 0300 555 1242 now.", vec!["0300 555 1242"]),
        ("Samaritans 116 123", vec!["116 123"]),
        ("116 123", vec!["116 123"]),
        (
            "+44 20 7946 0000 or 0800-1111",
            vec!["+44 20 7946 0000", "0800-1111"],
        ),
        ("اتصل 0300 555 1242", vec!["0300 555 1242"]),
        ("Call 999, or text SHOUT to 85258.", vec![]),
        ("1 September 2026", vec![]),
        ("0300 ", vec![]),
        ("", vec![]),
        ("+", vec![]),
    ] {
        assert_eq!(numbers(text), found, "{text}");
    }
}

#[test]
fn the_parts_are_the_whole_text() {
    for text in [
        "Call 0300 555 1242 now.",
        "1 2",
        "é 1 2 é",
        "١٢ 12 34",
        "a1 2b",
    ] {
        let parts = text_parts(text).into_iter().map(|part| match part {
            TextPart::Words(text) | TextPart::Number(text) => text,
        });
        assert_eq!(parts.collect::<String>(), text);
    }
}

#[test]
fn a_plain_text_holds_each_number_between_isolates() {
    let isolated = isolate_numbers("Call 0300 555 1242 now.");
    assert_eq!(isolated, "Call \u{2066}0300 555 1242\u{2069} now.");
}
