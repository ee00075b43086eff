//! Tests that the path of a finding leads to the line and column of its entry, in every file.

use crate::files::text;
use pathway::{
    finding::{File, Finding},
    source::position,
};

#[test]
fn shortened_text_is_searched_to_its_end() {
    let whole = text("tests/pathways/small/pathway.json");
    for end in (0..whole.len()).step_by(7) {
        for path in ["rules.young.when", "laws[0].claims", "scenarios.nowhere"] {
            let cut = whole.get(..end).unwrap_or_default();
            let (line, _) = position(cut, path).unwrap_or((1, 1));
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
    for (path, file, there) in [
        ("words", File::Words, ""),
        ("words.rules.crying", File::Words, "rules.crying"),
        ("trust.limits.bonding", File::Trust, "limits.bonding"),
        ("wordings.someone", File::Pathway, "wordings.someone"),
        ("wordsmith", File::Pathway, "wordsmith"),
        ("rules.trust", File::Pathway, "rules.trust"),
    ] {
        assert_eq!(finding(path).file_and_path(), (file, there));
    }
}
