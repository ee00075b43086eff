//! Files that are a change to a good one each, beside what must be found in them.

use crate::files::{folder, read};
use pathway::{
    check::{LoadError, LoadedEdition},
    date::Date,
};
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;

/// A change to a good file, and what it must give.
pub trait Case: DeserializeOwned {
    /// What is wrong, for whoever reads the case.
    fn why(&self) -> &str;
    /// The kind and place of every finding.
    fn findings(&self) -> &[String];
    /// What is said of a file that cannot be read.
    fn error(&self) -> Option<&str>;
    /// What the changed file gives.
    fn load(&self) -> Result<LoadedEdition, LoadError>;
}

/// The day on which every case is looked at.
pub fn today() -> Option<Date> {
    Date::parse("2026-11-22")
}

/// The cases of a folder, by their path.
pub fn cases<C: Case>(path: &str) -> Vec<(String, C)> {
    let case = |path: String| {
        let case: C = serde_json::from_slice(&read(&path)).unwrap();
        assert!(!case.why().is_empty(), "{path} does not say why");
        (path, case)
    };
    folder(path).into_iter().map(case).collect()
}

/// The text with the first match replaced, or cut off after it.
pub fn edited(text: &str, replace: &str, with: Option<&str>) -> Vec<u8> {
    let at = text.find(replace).unwrap();
    match with {
        Some(with) => text.replacen(replace, with, 1).into_bytes(),
        None => text.as_bytes()[..at + replace.len()].to_vec(),
    }
}

/// What differs between what a case must give and what it gives.
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

/// Fails with every case of a folder that gives something else, or if there are fewer than `least`.
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
