//! Tests that the terminal treats no text of a pathway file as a command.

use crate::run::{Copy, run};
use serde_json::{Value, json};

/// A text with signs that a terminal obeys: they clear the screen, ring, break the line, and
/// reverse the order of letters.
const SIGNS: &str = "a\u{1b}[2J\u{7}\n\u{202e}b";

/// A kind of text in `pathway.json` or in the words, and a change that puts the signs for a
/// terminal into such a text.
type Change = (&'static str, fn(&mut Value));

const CHANGES: [Change; 6] = [
    ("words/en-GB.json", |words| {
        words["contacts"]["sands"]["name"] = json!(SIGNS)
    }),
    ("words/en-GB.json", |words| {
        words["questions"]["who"]["legend"] = json!(SIGNS)
    }),
    ("words/en-GB.json", |words| words["language"] = json!(SIGNS)),
    ("pathway.json", |pathway| {
        pathway["contacts"][8]["owner"] = json!(SIGNS)
    }),
    ("pathway.json", |pathway| {
        pathway["sources"][0]["statement"] = json!(SIGNS)
    }),
    ("pathway.json", |pathway| {
        pathway["laws"][0]["statement"] = json!(SIGNS)
    }),
];

#[test]
fn every_command_escapes_what_a_terminal_obeys() {
    for (number, (file, change)) in CHANGES.into_iter().enumerate() {
        let copy = Copy::new(&format!("terminal-{number}"));
        copy.change(file, change);
        let path = copy.path();
        let answers = r#"{"danger": ["psychosis-signs"]}"#;
        for arguments in [
            &["check", path][..],
            &["prove", path],
            &["contacts", path],
            &["diff", path, path],
            &["explain", path, "--answers", answers],
            &["words", path],
        ] {
            let ran = run(arguments, b"");
            assert_ne!(ran.code, Some(0), "{arguments:?} accepts {file}");
            let text = ran.out + &ran.err;
            let is_bad = |sign: char| sign != '\n' && (sign.is_control() || sign == '\u{202e}');
            assert!(!text.contains(is_bad), "{arguments:?}: {text:?}");
            assert!(!text.lines().any(|line| line.starts_with('b')), "{text}");
        }
    }
}
