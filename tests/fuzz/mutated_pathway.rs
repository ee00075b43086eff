//! Mutates the small pathway as the input bytes say, and runs `check` on it. Each finding must say
//! what to do. If a finding names other outcomes for a scenario, the scenario must pass with these
//! outcomes.

use std::sync::LazyLock;

use libfuzzer_sys::arbitrary::{Result, Unstructured};
use pathway::{
    check::{self, LoadError, LoadedEdition},
    date::Date,
    finding::{File, Finding},
};
use serde_json::{Value, json};

use crate::{check_messages, mutation::mutate, pathways::SMALL};

static FILES: LazyLock<[Value; 2]> = LazyLock::new(|| {
    [SMALL.pathway, SMALL.words].map(|bytes| serde_json::from_slice(bytes).unwrap_or_default())
});

/// Returns the mutated small pathway, or `None` if it has a finding.
///
/// # Errors
/// When the input has too few bytes.
pub fn small(input: &mut Unstructured<'_>) -> Result<Option<LoadedEdition>> {
    let [mut pathway, mut words] = FILES.clone();
    for _ in 0..input.int_in_range(0..=4)? {
        let file = match input.int_in_range(0..=3)? {
            0 => &mut words,
            _ => &mut pathway,
        };
        mutate(file, input)?;
    }
    let mut verdict = load(&pathway, &words);
    if let Err(LoadError::Findings(findings)) = &verdict
        && correct(&mut pathway, findings)
    {
        verdict = load(&pathway, &words);
        if let Err(LoadError::Findings(findings)) = &verdict {
            let left = findings.iter().find(|finding| gives(finding).is_some());
            assert!(left.is_none(), "the correction left {left:?}");
        }
    }
    Ok(verdict.ok())
}

fn load(pathway: &Value, words: &Value) -> std::result::Result<LoadedEdition, LoadError> {
    let files = [pathway, words].map(Value::to_string);
    let [pathway, words] = files.each_ref().map(String::as_bytes);
    let verdict = check::load(pathway, words, Date::new(2026, 11, 22));
    match &verdict {
        Ok(_) => {}
        Err(LoadError::Parse {
            file: File::Words,
            error,
        }) => check_messages::check_error(words, error),
        Err(LoadError::Parse { error, .. }) => check_messages::check_error(pathway, error),
        Err(LoadError::Findings(findings)) => check_messages::check_findings(findings),
    }
    verdict
}

/// Gives each scenario the outcomes that its finding names. Returns true if a scenario has changed.
fn correct(pathway: &mut Value, findings: &[Finding]) -> bool {
    let mut corrected = false;
    for finding in findings {
        let Some((id, outcomes)) = gives(finding) else {
            continue;
        };
        let scenarios = pathway.get_mut("scenarios").and_then(Value::as_array_mut);
        for scenario in scenarios.into_iter().flatten() {
            if scenario.get("id").and_then(Value::as_str) == Some(id) {
                scenario["outcomes"] = json!(outcomes);
                corrected = true;
            }
        }
    }
    corrected
}

/// Returns the id of the scenario that a finding is about, and the outcomes that the finding names.
fn gives(finding: &Finding) -> Option<(&str, Vec<&str>)> {
    let id = finding.path.strip_prefix("scenarios.")?;
    let message = finding.message.strip_prefix("the rules give ")?;
    let (outcomes, _) = message.split_once(':')?;
    Some((
        id,
        outcomes.split(", ").filter(|id| !id.is_empty()).collect(),
    ))
}
