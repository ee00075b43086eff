//! Broken trust files, each beside the findings that it must give.

use crate::{
    files::{self, folder, read},
    trusts::{EXAMPLE, laid_over},
};
use json_patch::Patch;
use pathway::{
    check::Fault,
    finding::{File, Finding},
};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeSet;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    why: String,
    trust: Option<Patch>,
    edit: Option<Edit>,
    #[serde(default)]
    findings: Vec<String>,
    error: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Edit {
    replace: String,
    with: Option<String>,
}

/// The example with the change of a case.
fn made(case: &Case) -> Vec<u8> {
    let example = files::text(EXAMPLE);
    if let Some(Edit { replace, with }) = &case.edit {
        let at = example.find(replace).unwrap();
        return match with {
            Some(with) => example.replacen(replace, with, 1).into_bytes(),
            None => example.as_bytes()[..at].to_vec(),
        };
    }
    let mut value: Value = serde_json::from_str(&example).unwrap();
    json_patch::patch(&mut value, case.trust.as_ref().unwrap()).unwrap();
    value.to_string().into_bytes()
}

fn cases() -> Vec<(String, Case)> {
    let case = |path: String| {
        let case: Case = serde_json::from_slice(&read(&path)).unwrap();
        assert!(!case.why.is_empty(), "{path} does not say why");
        (path, case)
    };
    folder("tests/pathways/trusts")
        .into_iter()
        .map(case)
        .collect()
}

fn told(findings: &[Finding]) -> BTreeSet<String> {
    let told = findings.iter();
    told.map(|finding| format!("{} {}", finding.kind, finding.place))
        .collect()
}

/// What differs between what a case must give and what it gives.
fn difference(name: &str, case: &Case) -> Option<String> {
    match laid_over(&made(case)) {
        Ok(_) => Some(format!("{name}: nothing was found")),
        Err(Fault::Parse { error, file }) => {
            assert_eq!(file, File::Trust, "{name}");
            let found = Some(error.to_string());
            (found != case.error).then(|| format!("{name}: {error}"))
        }
        Err(Fault::Findings(findings)) => {
            let expected: BTreeSet<String> = case.findings.iter().cloned().collect();
            let lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
            (told(&findings) != expected).then(|| format!("{name}: {}", lines.join("\n    ")))
        }
    }
}

/// HAZ-002.
#[test]
fn each_broken_trust_file_gets_every_finding_with_its_place() {
    let cases = cases();
    let differences = cases
        .iter()
        .filter_map(|(name, case)| difference(name, case));
    let differences: Vec<String> = differences.collect();
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    assert!(
        cases.len() >= 45,
        "only {} broken files were found",
        cases.len()
    );
}
