//! Tests that the place in a finding, such as `rules.young`, leads to the line and column of this
//! entry in the JSON file.

use crate::files::text;
use pathway::{
    finding::{File, Finding},
    source::position,
};

const TEXT: &str = r#"{
  "rules": [
    { "when": { "id": "young" }, "id": "crying" },
    {"id":"999","outcomes":["a{\"","b"], "when" : {
      "all": [1, [2, 3]]}}
  ],
  "a.b": 1, "é": 1, "x": {"rules": 1, "y": null}
}"#;

fn check_position(place: &str, expected: Option<(usize, usize)>) {
    assert_eq!(position(TEXT, place), expected, "{place}");
}

#[test]
fn keys_ids_and_indexes_lead_to_their_entry() {
    for (place, line, column) in [
        ("rules", 2, 3),
        ("rules.crying", 3, 5),
        ("rules.crying.when", 3, 7),
        ("rules.crying.id", 3, 34),
        ("rules.999", 4, 5),
        ("rules[1]", 4, 5),
        ("rules[1].outcomes.b", 4, 36),
        ("rules.999.outcomes[0]", 4, 29),
        ("rules.999.when.all", 5, 7),
        ("rules.999.when.all[1][0]", 5, 19),
        ("x.y", 7, 40),
    ] {
        check_position(place, Some((line, column)));
    }
}

#[test]
fn columns_count_bytes() {
    check_position("é", Some((7, 13)));
    check_position("x", Some((7, 22)));
}

#[test]
fn a_place_that_ends_early_gives_its_last_entry() {
    check_position("rules.crying.outcomes.a", Some((3, 5)));
    check_position("rules.young", Some((2, 3)));
    check_position("rules[2]", Some((2, 3)));
    check_position("rules.999.when[0]", Some((4, 42)));
    check_position("x.y.z", Some((7, 40)));
}

#[test]
fn a_place_without_a_first_entry_has_no_position() {
    for place in ["", "nowhere", "crying", "[0]", ".", "young"] {
        check_position(place, None);
    }
    for text in ["", " ", "1", "[", "{", "{\"", "{\"a", "\"a\\", "]"] {
        assert_eq!(position(text, "b"), None, "{text}");
    }
}

#[test]
fn shortened_text_is_searched_to_its_end() {
    let whole = text("tests/pathways/small/pathway.json");
    for end in (0..whole.len()).step_by(7) {
        for place in ["rules.young.when", "laws[0].claims", "scenarios.nowhere"] {
            let cut = whole.get(..end).unwrap_or_default();
            let (line, _) = position(cut, place).unwrap_or((1, 1));
            assert!(line <= cut.lines().count().max(1), "{end}");
        }
    }
}

#[test]
fn a_finding_knows_its_file_and_its_place_there() {
    let finding = |path: &str| Finding {
        path: path.to_owned(),
        kind: "kind",
        message: String::new(),
    };
    for (place, file, there) in [
        ("words", File::Words, ""),
        ("words.rules.crying", File::Words, "rules.crying"),
        ("trust.limits.bonding", File::Trust, "limits.bonding"),
        ("wordings.someone", File::Pathway, "wordings.someone"),
        ("wordsmith", File::Pathway, "wordsmith"),
        ("rules.trust", File::Pathway, "rules.trust"),
    ] {
        assert_eq!(finding(place).stands(), (file, there));
    }
}
