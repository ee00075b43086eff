//! Checks that error messages about files name a position or path in the file and say what to do,
//! in one line.

use pathway::{finding::Finding, source::ParseError};

/// Checks that an error names a position inside the file, in one line.
///
/// # Panics
/// When the error names no such position, or has several lines.
pub fn check_error(bytes: &[u8], error: &ParseError) {
    let lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
    let line = error.line.checked_sub(1).and_then(|at| lines.get(at));
    let Some(line) = line else {
        panic!("the file has {} lines: {error}", lines.len());
    };
    // If a line of the file ends too early, the error names the column after the end of this line.
    assert!((1..=line.len() + 1).contains(&error.column), "{error}");
    check_line(&error.to_string());
}

/// Checks that findings are sorted and different, and that each has a path and says what to do.
///
/// # Panics
/// When a finding breaks one of these rules.
pub fn check_findings(findings: &[Finding]) {
    assert!(!findings.is_empty(), "a refusal has no finding");
    assert!(
        findings.is_sorted_by(|one, next| one < next),
        "{findings:?}"
    );
    for finding in findings {
        assert!(!finding.path.is_empty(), "{finding} has no path");
        assert!(
            finding.message.contains(": "),
            "{finding} does not say what to do"
        );
        check_line(&finding.to_string());
    }
}

fn check_line(text: &str) {
    assert!(
        !text.contains(char::is_control),
        "more than one line: {text:?}"
    );
}
