//! What a person is told about a file they wrote: where, and what to do, in one line each.

use pathway::{finding::Finding, source::ParseError};

/// The place of a fault lies inside the file, and the sentence stands on one line.
///
/// # Panics
/// When not.
pub fn fault(bytes: &[u8], error: &ParseError) {
    let lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
    let line = error.line.checked_sub(1).and_then(|at| lines.get(at));
    let Some(line) = line else {
        panic!("the file has {} lines: {error}", lines.len());
    };
    // One past the end is where a file or a line that was cut off goes on.
    assert!((1..=line.len() + 1).contains(&error.column), "{error}");
    sentence(&error.to_string());
}

/// Findings stand in order, none twice, and each says where it is and what to do.
///
/// # Panics
/// When not.
pub fn findings(findings: &[Finding]) {
    assert!(!findings.is_empty(), "refused, and nobody says why");
    assert!(
        findings.is_sorted_by(|one, next| one < next),
        "{findings:?}"
    );
    for finding in findings {
        assert!(!finding.path.is_empty(), "{finding} has no place");
        assert!(finding.message.contains(": "), "{finding}: and now?");
        sentence(&finding.to_string());
    }
}

fn sentence(text: &str) {
    assert!(!text.contains(char::is_control), "not one line: {text:?}");
}
