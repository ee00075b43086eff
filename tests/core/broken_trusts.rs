//! Tests that `check` gives the expected findings for each broken trust file.

use crate::{
    files,
    finding_cases::{self, check_each, edited},
    trusts::{EXAMPLE, laid_over},
};
use json_patch::Patch;
use pathway::{
    check::{LoadError, LoadedEdition},
    finding::File,
};
use serde::Deserialize;
use serde_json::Value;

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

/// Returns the example of a trust file, with the change that a test case describes.
fn made(case: &Case) -> Vec<u8> {
    let example = files::text(EXAMPLE);
    if let Some(Edit { replace, with }) = &case.edit {
        return edited(&example, replace, with.as_deref());
    }
    let mut value: Value = serde_json::from_str(&example).unwrap();
    json_patch::patch(&mut value, case.trust.as_ref().unwrap()).unwrap();
    value.to_string().into_bytes()
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
        let loaded = laid_over(&made(self));
        if let Err(LoadError::Parse { file, .. }) = &loaded {
            assert_eq!(*file, File::Trust, "{}", self.why);
        }
        loaded
    }
}

/// The hazard log lists this test under HAZ-002.
#[test]
fn each_broken_trust_file_gets_every_finding_with_its_place() {
    check_each::<Case>("tests/pathways/trusts", 45);
}
