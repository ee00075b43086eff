//! Loads the small pathway of the tests, which has every kind of entry once.

use crate::files;
use pathway::{
    check::{self, LoadError, LoadedEdition},
    finding::Finding,
};
use serde_json::Value;

/// Reads the files `pathway.json` and `words/en-GB.json` of the small pathway.
pub fn small() -> (Vec<u8>, Vec<u8>) {
    files::pathway("tests/pathways/small")
}

/// Returns the small pathway as `check` accepts it.
pub fn tiny() -> LoadedEdition {
    let (pathway, words) = small();
    check::load(&pathway, &words, None).unwrap()
}

/// Returns the findings in the small pathway after a change of `pathway.json` or of its words.
pub fn changed(change: impl FnOnce(&mut Value, &mut Value)) -> Vec<Finding> {
    let (pathway, words) = small();
    let read = |bytes: Vec<u8>| serde_json::from_slice(&bytes).unwrap();
    let (mut pathway, mut words): (Value, Value) = (read(pathway), read(words));
    change(&mut pathway, &mut words);
    let (pathway, words) = (pathway.to_string(), words.to_string());
    match check::load(pathway.as_bytes(), words.as_bytes(), None) {
        Ok(_) => Vec::new(),
        Err(LoadError::Findings(findings)) => findings,
        Err(error) => panic!("{error}"),
    }
}

/// Returns each finding as a text with its kind and its path in the file.
pub fn kinds(findings: &[Finding]) -> Vec<String> {
    let kind = |finding: &Finding| format!("{} {}", finding.kind, finding.path);
    findings.iter().map(kind).collect()
}
