//! Tests that a finding about a number or an address names the right form.

use crate::{
    files::read,
    small_pathway::changed,
    trusts::{laid_over, saying},
};
use pathway::{check::LoadError, finding::Finding};
use serde_json::{Value, json};

/// Returns the findings of the built-in pathway with a trust file.
fn findings(trust: &[u8]) -> Vec<Finding> {
    match laid_over(trust) {
        Ok(_) => Vec::new(),
        Err(LoadError::Findings(findings)) => findings,
        Err(error) => panic!("{error}"),
    }
}

/// Returns the findings about a number of the small pathway's helpline, each with its kind.
fn about(number: &str) -> Vec<String> {
    let found = changed(|pathway, _| pathway["contacts"][4]["phone"] = json!(number));
    let line = |finding: &Finding| format!("{} {}", finding.kind, finding.message);
    found.iter().map(line).collect()
}

#[test]
fn a_wrong_number_is_refused_with_the_right_form() {
    for (number, kind, advice) in [
        ("+44 (0)1632 960001", "number-format", "write 01632 960001"),
        ("+441632960001", "number-format", "write 01632 960001"),
        ("+44 20 7946 0000", "number-format", "write 020 7946 0000"),
        ("00 44 1632 960001", "dear-number", "write 01632 960001"),
        (
            "0044(0)800 123 4567",
            "number-format",
            "write 0800 123 4567",
        ),
        ("(01632) 960001", "number-format", "write 01632 960001"),
        ("01632-960-001", "number-format", "write 01632 960 001"),
        ("01632.960.001", "number-format", "write 01632 960 001"),
        ("01632/960001", "number-format", "write 01632 960001"),
        ("tel:01632960001", "number-format", "write 01632 960001"),
        ("Tel. 0300 555 1000", "number-format", "write 0300 555 1000"),
        (" 01632 960001", "number-format", "write 01632 960001"),
        ("01632  960001", "number-format", "write 01632 960001"),
        (
            "01632 960001 ext. 3",
            "number-format",
            "write 01632 960001, and put \"ext. 3\" in the remark",
        ),
        (
            "01632 960001,3",
            "number-format",
            "write 01632 960001, and put \"3\" in the remark",
        ),
        (
            "01632 960001 x3",
            "number-format",
            "write 01632 960001, and put \"x3\" in the remark",
        ),
        (
            "07700 900123 (text only)",
            "number-format",
            "write 07700 900123, and put \"text only\" in the remark",
        ),
        (
            "18001 01632 960001",
            "number-length",
            "write 01632 960001, and put \"dial 18001 first for text relay\" in the remark",
        ),
        ("0800 REFER", "number-format", "use digits in groups"),
        ("١٢٣", "number-format", "use digits in groups"),
        ("1", "number-length", "has 1 digit, and a number has 3 to 6"),
        (
            "0300 555 103",
            "number-length",
            "has 10 digits, and a number from 03 has 11",
        ),
        (
            "0300 555 10388",
            "number-length",
            "has 12 digits, and a number from 03 has 11",
        ),
        ("07700 90012", "number-length", "a number from 07 has 11"),
        ("020 7946 000", "number-length", "a number from 02 has 11"),
        (
            "0800 11112",
            "number-length",
            "a number from 01 or 08 has 10 or 11",
        ),
        ("123456789012345678", "number-length", "has 18 digits"),
        ("1632 960001", "number-length", "begins with 0"),
        (
            "00000000000000000000",
            "dear-number",
            "give a number that is free or local",
        ),
        ("999", "emergency-number", "give the contact's own number"),
        (
            "116 123",
            "emergency-number",
            "give the contact's own number",
        ),
    ] {
        let found = about(number);
        let is_told = |line: &&String| line.starts_with(kind) && line.contains(advice);
        assert!(
            found.iter().any(|line| is_told(&line)),
            "{number}: {found:?}"
        );
    }
}

#[test]
fn a_number_of_the_united_kingdom_is_accepted() {
    for number in [
        "0300 555 1038",
        "0800 1111",
        "0800 123 456",
        "01204 12345",
        "01924 200799",
        "020 7946 0000",
        "07700900123",
        "0808 1961 776",
        "85258",
        "101",
        "056 1234 5678",
    ] {
        assert_eq!(about(number), [""; 0], "{number}");
    }
}

#[test]
fn an_invisible_sign_in_a_number_is_named_with_its_position() {
    for (number, sign, position) in [
        (
            "\u{202d}01632 960001",
            "U+202D (a change of direction)",
            "before its first digit",
        ),
        (
            "01632\u{a0}960001",
            "U+00A0 (a no-break space)",
            "after its first 5 digits",
        ),
        (
            "01632\u{2011}960001",
            "U+2011 (a hyphen or dash that is not -)",
            "after its first 5 digits",
        ),
        (
            "01632\u{200b}960001",
            "U+200B (a zero-width space)",
            "after its first 5 digits",
        ),
        (
            "01632\u{2009}960001",
            "U+2009 (a space that is no ordinary one)",
            "after its first 5 digits",
        ),
        (
            "0\u{ad}1632 960001",
            "U+00AD (a soft hyphen)",
            "after its first digit",
        ),
        (
            "01632 960001\u{feff}",
            "U+FEFF (a byte order mark)",
            "after its first 11 digits",
        ),
        ("01632\u{3000}960001", "U+3000", "after its first 5 digits"),
    ] {
        let found = about(number);
        let expected = format!("has the sign {sign}");
        let told = &found[0];
        assert!(
            told.contains(&expected) && told.contains(position),
            "{found:?}"
        );
        assert!(told.ends_with("write 01632 960001"), "{found:?}");
    }
}

#[test]
fn an_invisible_sign_in_a_text_is_named_with_what_stands_before_it() {
    for (text, told) in [
        (
            "Redbridge\u{202e} team",
            "U+202E (a change of direction), which nobody can see, after \"Redbridge\"",
        ),
        (
            "\u{200b}Redbridge",
            "U+200B (a zero-width space), which nobody can see, at its start",
        ),
        (
            "The mental health team of Red\u{ad}bridge",
            "U+00AD (a soft hyphen), which nobody can see, after \"alth team of Red\"",
        ),
    ] {
        let found = changed(|_, words| words["contacts"]["line"]["remark"] = json!(text));
        assert!(found[0].message.contains(told), "{found:?}");
    }
}

/// A name stands in many texts, and its author reads about the mistake once.
#[test]
fn an_odd_sign_in_a_name_of_a_trust_is_one_finding() {
    let team = |name: &str| json!([{"id": "north", "name": "North", "team": {"name": name, "phone": "01632 960105"}}]);
    let contact = |name: &str| json!({"pandas": {"name": name}});
    for (key, value, place, told) in [
        (
            "service",
            json!({"name": "Moor\u{ad}Steps"}),
            "service",
            "U+00AD (a soft hyphen)",
        ),
        (
            "service",
            json!({"name": "Steps", "in_full": "Moor\u{202e} Steps"}),
            "service",
            "U+202E (a change of direction)",
        ),
        (
            "service",
            json!({"name": "Moor\u{a0}Steps"}),
            "service",
            "U+00A0 (a no-break space) after \"Moor\": type an ordinary space",
        ),
        (
            "areas",
            team("North\u{2003}team"),
            "areas.north.team",
            "U+2003 (a space that is no ordinary one) after \"North\"",
        ),
        (
            "areas",
            team("North\u{2066} team"),
            "areas.north.team",
            "U+2066 (a change of direction)",
        ),
        (
            "contacts",
            contact("PAN\u{3000}DAS"),
            "contacts.pandas",
            "U+3000 (a space that is no ordinary one) after \"PAN\"",
        ),
        (
            "self_referral",
            json!({"name": "Refer\u{202f}yourself", "web": "https://example.org/"}),
            "self_referral",
            "U+202F (a space that is no ordinary one) after \"Refer\"",
        ),
    ] {
        let found = findings(&saying(key, value));
        assert_eq!(found.len(), 1, "{found:#?}");
        assert_eq!(found[0].path, format!("trust.{place}"));
        assert!(found[0].message.contains(told), "{found:#?}");
    }
    let name = json!({"name": "Ystrad Mŷn · Zoë’s"});
    assert_eq!(findings(&saying("service", name)), []);
}

/// Every contact of the file has one wrong number.
#[test]
fn every_number_of_the_broken_files_is_refused() {
    let numbers: Value =
        serde_json::from_slice(&read("tests/broken-files/trust-number-forms.json")).unwrap();
    for (contact, number) in numbers.as_object().unwrap() {
        let contacts = json!({ contact: { "phone": number } });
        let found = findings(&saying("contacts", contacts));
        let path = format!("trust.contacts.{contact}");
        assert!(
            found.iter().any(|finding| finding.path == path),
            "{number}: {found:?}"
        );
    }
    for (file, places) in [
        (
            "trust-invisible-in-numbers.json",
            &[
                "contacts.redbridge-team",
                "contacts.havering-team",
                "contacts.pandas",
                "contacts.sands",
                "contacts.tommys",
            ][..],
        ),
        (
            "trust-bidi-override.json",
            &["areas.north", "areas.north.team"],
        ),
        (
            "trust-invisible-in-names.json",
            &["contacts.redbridge-team"],
        ),
    ] {
        let found = findings(&read(&format!("tests/broken-files/{file}")));
        for place in places {
            let path = format!("trust.{place}");
            let is_told = |finding: &Finding| {
                finding.path == path && finding.message.contains("has the sign U+")
            };
            assert!(found.iter().any(is_told), "{file} {place}: {found:#?}");
        }
    }
}

#[test]
fn a_second_samaritans_and_a_team_with_999_are_refused() {
    let found = findings(&read("tests/broken-files/trust-second-samaritans.json"));
    for (kind, path) in [
        ("emergency-name", "trust.contacts.sams"),
        ("emergency-name", "trust.contacts.nines"),
        ("emergency-number", "trust.contacts.redbridge-team"),
    ] {
        assert!(
            found
                .iter()
                .any(|finding| finding.kind == kind && finding.path == path),
            "{kind} {path}: {found:#?}"
        );
    }
}
