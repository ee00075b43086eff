//! Reads the test cases for `check`. Each test case is a change to a valid pathway or trust file, with
//! the expected findings.

use crate::files::{folder, read};
use pathway::{
    check::{LoadError, LoadedEdition},
    date::Date,
};
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;

/// A change to a valid file, with the findings that `check` must give.
pub trait Case: DeserializeOwned {
    /// Returns the reason why the changed file is wrong.
    fn why(&self) -> &str;
    /// Returns the kind of every expected finding and its path in the file.
    fn findings(&self) -> &[String];
    /// Returns the expected error if the changed file cannot be parsed.
    fn error(&self) -> Option<&str>;
    /// Loads the changed file of a test case, with the other files of its pathway.
    fn load(&self) -> Result<LoadedEdition, LoadError>;
}

/// Returns the date that counts as today in these tests.
pub fn today() -> Option<Date> {
    Date::parse("2026-11-22")
}

/// Reads the test cases in a folder, each with the path of its file.
pub fn cases<C: Case>(path: &str) -> Vec<(String, C)> {
    let case = |path: String| {
        let case: C = serde_json::from_slice(&read(&path)).unwrap();
        assert!(!case.why().is_empty(), "{path} does not say why");
        (path, case)
    };
    folder(path).into_iter().map(case).collect()
}

/// Replaces the first place where a text contains `replace` by `with`. If `with` is `None`, the
/// text ends after this place.
pub fn edited(text: &str, replace: &str, with: Option<&str>) -> Vec<u8> {
    let at = text.find(replace).unwrap();
    match with {
        Some(with) => text.replacen(replace, with, 1).into_bytes(),
        None => text.as_bytes()[..at + replace.len()].to_vec(),
    }
}

/// Returns the difference between the expected findings of a test case and its actual findings, or
/// `None` if they agree.
fn difference(name: &str, case: &impl Case) -> Option<String> {
    match case.load() {
        Ok(_) => Some(format!("{name}: nothing was found")),
        Err(LoadError::Parse { error, .. }) => {
            let found = error.to_string();
            (Some(found.as_str()) != case.error()).then(|| format!("{name}: {found}"))
        }
        Err(LoadError::Findings(findings)) => {
            let told = findings.iter();
            let told: BTreeSet<_> = told
                .map(|finding| format!("{} {}", finding.kind, finding.path))
                .collect();
            let expected: BTreeSet<_> = case.findings().iter().cloned().collect();
            let lines: Vec<_> = findings.iter().map(ToString::to_string).collect();
            (told != expected).then(|| format!("{name}: {}", lines.join("\n    ")))
        }
    }
}

/// Fails if the findings of a test case differ from the expected findings, or if the folder has
/// fewer test cases than `least`.
pub fn check_each<C: Case>(path: &str, least: usize) {
    let cases = cases::<C>(path);
    let differences: Vec<_> = cases
        .iter()
        .filter_map(|(name, case)| difference(name, case))
        .collect();
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    let count = cases.len();
    assert!(count >= least, "only {count} files were found in {path}");
}
