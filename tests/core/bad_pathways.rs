//! Tests that `check` gives the expected findings for each bad pathway file, and none for files
//! that only look wrong. Each file is a change to the small pathway.

use crate::{
    finding_cases::{self, cases, check_each, today},
    small_pathway::small,
};
use json_patch::Patch;
use pathway::check::{self, LoadError, LoadedEdition};
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    why: String,
    #[serde(default)]
    pathway: Option<Patch>,
    #[serde(default)]
    words: Option<Patch>,
    #[serde(default)]
    findings: Vec<String>,
    #[serde(default)]
    edit: Option<Edit>,
    #[serde(default)]
    error: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Edit {
    file: String,
    replace: String,
    with: Option<String>,
}

fn patched(bytes: &[u8], patch: Option<&Patch>) -> Vec<u8> {
    let mut value: Value = serde_json::from_slice(bytes).unwrap();
    if let Some(patch) = patch {
        json_patch::patch(&mut value, patch).unwrap();
    }
    serde_json::to_vec(&value).unwrap()
}

fn edited(bytes: &[u8], edit: &Edit) -> Vec<u8> {
    let text = str::from_utf8(bytes).unwrap();
    finding_cases::edited(text, &edit.replace, edit.with.as_deref())
}

/// Returns the small pathway and its words, with the change that a test case describes.
fn made(case: &Case) -> (Vec<u8>, Vec<u8>) {
    let (pathway, words) = small();
    match &case.edit {
        Some(edit) if edit.file == "words" => (pathway, edited(&words, edit)),
        Some(edit) => (edited(&pathway, edit), words),
        None => (
            patched(&pathway, case.pathway.as_ref()),
            patched(&words, case.words.as_ref()),
        ),
    }
}

impl finding_cases::Case for Case {
    fn why(&self) -> &str {
        &self.why
    }
    fn findings(&self) -> &[String] {
        &self.findings
    }
    fn error(&self) -> Option<&str> {
        self.error.as_deref()
    }
    fn load(&self) -> Result<LoadedEdition, LoadError> {
        let (pathway, words) = made(self);
        check::load(&pathway, &words, today())
    }
}

/// The hazard log lists this test under HAZ-002, HAZ-003, HAZ-005, HAZ-011, HAZ-015, HAZ-018,
/// HAZ-019 and HAZ-024.
#[test]
fn each_bad_file_gets_every_finding_with_its_place() {
    check_each::<Case>("tests/pathways/bad", 120);
}

#[test]
fn each_good_file_is_good() {
    let cases = cases::<Case>("tests/pathways/good");
    for (name, case) in &cases {
        if let Err(fault) = finding_cases::Case::load(case) {
            panic!("{name}: {fault}");
        }
    }
    assert!(
        cases.len() >= 10,
        "only {} good files were found",
        cases.len()
    );
}

#[test]
fn the_small_pathway_itself_is_good() {
    let (pathway, words) = small();
    check::load(&pathway, &words, today()).unwrap();
}

#[test]
fn every_finding_says_what_to_do() {
    for (name, case) in cases("tests/pathways/bad") {
        let (pathway, words) = made(&case);
        let Err(LoadError::Findings(findings)) = check::load(&pathway, &words, today()) else {
            continue;
        };
        for finding in findings {
            assert!(finding.message.contains(": "), "{name}: {finding}");
        }
    }
}

/// A line break or an escape sequence in a file must not look like another finding on a terminal.
#[test]
fn each_message_about_a_file_is_one_line() {
    let (pathway, words) = small();
    let text = String::from_utf8(pathway).unwrap();
    for (good, bad, said) in [
        (
            r#""id": "small""#,
            r#""id": "sm\nll""#,
            r#""sm\nll" cannot be an id"#,
        ),
        (
            r#""01632 960 001""#,
            r#""\u001b[2J1""#,
            r#""\u{1b}[2J1" has the sign U+001B before its first digit"#,
        ),
        (
            r#""id": "small""#,
            "\"i\u{7f}d\": 1",
            r"unknown field `i\u{7f}d`",
        ),
    ] {
        let text = text.replacen(good, bad, 1);
        let error = check::load(text.as_bytes(), &words, None).unwrap_err();
        let error = error.to_string();
        assert!(error.contains(said), "{error}");
        assert!(!error.contains(char::is_control), "{error:?}");
    }
}

#[test]
fn a_pathway_of_50_megabytes_is_refused_before_it_is_read() {
    let (_, words) = small();
    let huge = vec![b' '; 50 * 1024 * 1024];
    let error = check::load(&huge, &words, None).unwrap_err().to_string();
    assert!(error.contains("52428800 bytes"), "{error}");
}

#[test]
fn text_that_is_not_utf_8_is_refused_with_its_place() {
    let (mut pathway, words) = small();
    let at = pathway.iter().position(|byte| *byte == b'\n').unwrap();
    pathway[at + 3] = 0xFF;
    let error = check::load(&pathway, &words, None).unwrap_err().to_string();
    assert_eq!(
        error,
        "pathway.json: line 2, column 3: the text is not UTF-8: save the file as UTF-8"
    );
}

#[test]
fn a_hostile_depth_is_refused() {
    let (_, words) = small();
    let deep = "[".repeat(500_000);
    assert!(check::load(deep.as_bytes(), &words, None).is_err());
}
