//! Writes the findings of a pathway as JSON. Each finding has its file, line and column.

use pathway::{
    check::LoadError,
    finding::{File, Finding},
    source::{self, ParseError},
};
use serde::Serialize;

#[derive(Serialize)]
struct JsonFinding<'a> {
    file: &'static str,
    line: Option<usize>,
    column: Option<usize>,
    #[serde(rename = "place")]
    path: &'a str,
    kind: &'static str,
    message: &'a str,
}

/// Returns the findings as a JSON array. The argument `files` has the bytes of the pathway, of its
/// words and of the trust file. The documentation of [`crate::PathwayReview::read`] describes the
/// JSON.
#[must_use]
pub fn json(error: &LoadError, files: [&[u8]; 3]) -> String {
    let findings: Vec<JsonFinding<'_>> = match error {
        LoadError::Parse { file, error } => vec![parse_error(*file, error)],
        LoadError::Findings(findings) => {
            let texts = files.map(|bytes| source::read(bytes).unwrap_or_default());
            findings.iter().map(|one| finding_at(one, texts)).collect()
        }
    };
    serde_json::to_string(&findings).unwrap_or_default()
}

fn parse_error(file: File, error: &ParseError) -> JsonFinding<'_> {
    JsonFinding {
        file: file.as_str(),
        line: Some(error.line),
        column: Some(error.column),
        path: &error.path,
        kind: "cannot-be-read",
        message: &error.message,
    }
}

fn finding_at<'a>(finding: &'a Finding, texts: [&str; 3]) -> JsonFinding<'a> {
    let (file, path) = finding.file_and_path();
    let [pathway, words, trust] = texts;
    let text = match file {
        File::Pathway => pathway,
        File::Words => words,
        File::Trust => trust,
    };
    let position = source::position(text, path);
    JsonFinding {
        file: file.as_str(),
        line: position.map(|(line, _)| line),
        column: position.map(|(_, column)| column),
        path: &finding.path,
        kind: finding.kind,
        message: &finding.message,
    }
}
