//! Tests the telephone numbers in the files of a pathway. No file changes what the help says and
//! dials, and no text contains a number that belongs to no contact.

use crate::{
    files,
    small_pathway::{changed, kinds},
    trusts::{EXAMPLE, laid_over},
};
use pathway::check::LoadError;
use serde_json::{Value, json};

/// Puts a text into the words of the small pathway, at the path `pointer`. Returns the findings.
fn said(pointer: &str, text: &str) -> Vec<String> {
    let found = changed(|_, words| *words.pointer_mut(pointer).unwrap() = json!(text));
    kinds(&found)
}

/// The hazard log lists this test under HAZ-002.
#[test]
fn a_name_in_the_crisis_block_holds_its_number_and_no_other() {
    for (id, name) in [
        ("999", "Do not call 999"),
        ("999", "888"),
        ("999", "999 or 0909 8790 666"),
        ("999", "Emergency"),
        ("111", "112"),
        ("111", "NHS"),
        ("111", "111, then 118 118"),
        ("111", "1 1 2"),
        ("111", "١١١"),
        ("111", "Do not call 111"),
        ("111", "Don’t call 111"),
        ("111", "Don‘t call 111"),
        ("111", "Donʼt call 111"),
        ("111", "Dont call 111"),
        ("111", "111 (closed)"),
        ("samaritans", "Never call Samaritans 116 123"),
        ("samaritans", "Samaritans 0909 8790 666"),
        ("samaritans", "Samaritans 116 124"),
        ("samaritans", "Samaritans"),
        ("samaritans", "A helpline 116 123"),
        ("samaritans", "Samaritans 116 123 999"),
        ("samaritans", "Samaritans 116 123 or 999"),
        ("samaritans", "Samaritans 116 123: hang up"),
        ("samaritans", "Samaritans 116 123 costs £2 a minute"),
        ("samaritans", "Samaritans (ex 116 123)"),
        ("samaritans", "Samaritans 116 123, d\u{43e} n\u{43e}t"),
        ("111", "111 d\u{43e} n\u{43e}t call"),
    ] {
        let found = said(&format!("/crisis/contacts/{id}/name"), name);
        let expected = format!("crisis-name words.crisis.contacts.{id}");
        assert!(found.contains(&expected), "{name}: {found:?}");
    }
    for (id, name) in [
        ("111", "111, mental health option"),
        ("111", "NHS 111"),
        ("111", "111, for a knot, a note or a stopover"),
        ("samaritans", "116 123 Samaritans"),
        ("samaritans", "Call Samaritans: 116-123"),
    ] {
        let found = said(&format!("/crisis/contacts/{id}/name"), name);
        assert_eq!(found, [""; 0], "{name}");
    }
}

/// A translation repeats the name in its own letters.
#[test]
fn the_name_of_samaritans_may_stand_in_other_letters_too() {
    for name in [
        "Samaritans السامريون 116 123",
        "Samaritans সামারিটানস 116 123",
        "Call Samaritans 116 123",
    ] {
        let found = said("/crisis/contacts/samaritans/name", name);
        assert_eq!(found, [""; 0], "{name}");
    }
}

/// The hazard log lists this test under HAZ-002.
#[test]
fn the_crisis_block_says_no_other_number() {
    for pointer in [
        "/crisis/title",
        "/crisis/label",
        "/crisis/guide",
        "/crisis/more/text",
        "/crisis/contacts/111/when",
    ] {
        for text in [
            "Call 0909 8790 666 first",
            "Call 101.",
            "Text 60-006",
            "Press 5",
            "1-1-9",
        ] {
            let found = said(pointer, text);
            assert!(
                found.contains(&"crisis-digits words.crisis".to_owned()),
                "{text}: {found:?}"
            );
        }
        let known = "Text SHOUT to 85258. For 999 by text relay, use 18000. Press 55 when asked.";
        assert_eq!(said(pointer, known), [""; 0], "{pointer}");
    }
}

/// The hazard log lists this test under HAZ-002.
#[test]
fn no_other_contact_can_be_taken_for_an_emergency_service() {
    for name in [
        "999",
        "Call 9-9-9 here",
        "NHS 111",
        "112",
        "Samaritans",
        "The SAMARITANS of our town",
        "Samaritan line",
        "S\u{430}maritans",
        "Samar\u{456}t\u{430}ns",
        "Samáritáns",
        "Ｓａｍａｒｉｔａｎｓ",
        "Our line 116 123",
    ] {
        let found = said("/contacts/team/name", name);
        let expected = "emergency-name words.contacts.team".to_owned();
        assert!(found.contains(&expected), "{name}: {found:?}");
    }
    for name in [
        "The team in ward 11",
        "Team 24",
        "Home Start 1 2",
        "Служба доверия",
        "فريق الصحة النفسية",
    ] {
        assert_eq!(said("/contacts/team/name", name), [""; 0], "{name}");
    }
}

/// The hazard log lists this test under HAZ-002.
#[test]
fn the_name_of_an_emergency_service_says_nothing_else() {
    for (id, name) in [
        ("999", "Do not call 999"),
        ("999", "Don‘t call"),
        ("999", "Samaritans"),
        ("999", "111"),
        ("111", "999"),
        ("111", "Never 111"),
        ("samaritans", "Closed"),
        ("samaritans", "999"),
    ] {
        let found = said(&format!("/contacts/{id}/name"), name);
        let expected = format!("emergency-name words.contacts.{id}");
        assert!(found.contains(&expected), "{id} {name}: {found:?}");
    }
    for (id, name) in [
        ("999", "Ambulance"),
        ("111", "NHS 111"),
        ("samaritans", "Samaritans"),
    ] {
        let found = said(&format!("/contacts/{id}/name"), name);
        assert_eq!(found, [""; 0], "{id} {name}");
    }
}

/// The hazard log lists this test under HAZ-002.
#[test]
fn an_emergency_contact_has_a_national_number_and_page() {
    for (key, value) in [
        ("phone", "0909 8790 666"),
        ("phone", "101"),
        ("text", "60006"),
        ("web", "https://www.samaritans.org.example.net"),
        ("web", "https://samaritans.example.org/"),
    ] {
        let found = changed(|pathway, _| {
            let contact = &mut pathway["contacts"][4];
            contact["status"] = json!("emergency");
            contact["phone"] = json!("999");
            contact[key] = json!(value);
        });
        let expected = "emergency-number contacts.line".to_owned();
        assert!(kinds(&found).contains(&expected), "{value}: {found:?}");
    }
}

/// The hazard log lists this test under HAZ-002.
#[test]
fn a_number_that_costs_more_is_refused() {
    for number in [
        "09 098 790 666",
        "0871 200 0000",
        "0845 200 000",
        "118 118",
        "070 1234 5678",
        "00 1 212 555 0100",
    ] {
        for key in ["phone", "text"] {
            let found = changed(|pathway, _| pathway["contacts"][4][key] = json!(number));
            assert_eq!(kinds(&found), ["dear-number contacts.line"], "{number}");
        }
    }
    for number in [
        "0300 123 1234",
        "0800 1111",
        "07700 900123",
        "020 7946 0000",
        "101",
    ] {
        let found = changed(|pathway, _| pathway["contacts"][4]["phone"] = json!(number));
        assert_eq!(kinds(&found), [""; 0], "{number}");
    }
}

/// The hazard log lists this test under HAZ-002.
#[test]
fn a_number_in_a_text_is_that_of_a_contact() {
    let place = "words.contacts.line";
    for remark in [
        "Mon day 0123 456",
        "Or 01632-960-003.",
        "Call 118 first.",
        "Call (01632) 960 009",
        "Room12345678",
    ] {
        let found = said("/contacts/line/remark", remark);
        assert_eq!(found, [format!("number-of-nobody {place}")], "{remark}");
    }
    for remark in [
        "Open 24 hours, 9am to 5pm, since 2026.",
        "6 Linford Road, E17 3LA",
        "Or 01632 960 001, or 999.",
        "In 2026. 18 months at most.",
    ] {
        assert_eq!(said("/contacts/line/remark", remark), [""; 0], "{remark}");
    }
    let found = said("/contacts/line/remark", "Call ０８０８ now");
    assert_eq!(found, [format!("other-digits {place}")]);
}

/// The hazard log lists this test under HAZ-002.
#[test]
fn a_trust_file_adds_no_number_that_is_nobodys() {
    let refused = |pointer: &str, value: Value| {
        let mut trust: Value = serde_json::from_str(&files::text(EXAMPLE)).unwrap();
        *trust.pointer_mut(pointer).unwrap() = value;
        match laid_over(trust.to_string().as_bytes()) {
            Err(LoadError::Findings(findings)) => kinds(&findings),
            Err(error) => panic!("{error}"),
            Ok(_) => Vec::new(),
        }
    };
    let note = "number-of-nobody trust.local_notes.family-hub";
    for text in ["Call 01632 960 555.", "Call 118 too.", "Or text 60006."] {
        assert_eq!(
            refused("/local_notes/0/text", json!(text)),
            [note],
            "{text}"
        );
    }
    let name = "emergency-name trust.contacts.maternity-unit";
    for text in ["Samaritans", "999 maternity", "111"] {
        let found = refused("/contacts/maternity-unit/name", json!(text));
        assert!(found.contains(&name.to_owned()), "{text}: {found:?}");
    }
    let dear = "dear-number trust.contacts.ppimhs";
    for number in ["0909 879 0666", "118 500", "0870 123 4567"] {
        assert_eq!(
            refused("/contacts/ppimhs/phone", json!(number)),
            [dear],
            "{number}"
        );
    }
}
