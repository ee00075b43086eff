//! Bytes → the small pathway with changes to its structure, checked: each refusal helps, and a story
//! corrected as its finding says passes.

use std::sync::LazyLock;

use libfuzzer_sys::arbitrary::{Result, Unstructured};
use pathway::{
    check::{self, LoadError, LoadedEdition},
    date::Date,
    finding::{File, Finding},
};
use serde_json::{Value, json};

use crate::{change::change, pathways::SMALL, told};

static FILES: LazyLock<[Value; 2]> = LazyLock::new(|| {
    [SMALL.pathway, SMALL.words].map(|bytes| serde_json::from_slice(bytes).unwrap_or_default())
});

/// The changed pathway, if it may run.
///
/// # Errors
/// When the bytes run out.
pub fn small(input: &mut Unstructured<'_>) -> Result<Option<LoadedEdition>> {
    let [mut pathway, mut words] = FILES.clone();
    for _ in 0..input.int_in_range(0..=4)? {
        let file = match input.int_in_range(0..=3)? {
            0 => &mut words,
            _ => &mut pathway,
        };
        change(file, input)?;
    }
    let mut verdict = load(&pathway, &words);
    if let Err(LoadError::Findings(findings)) = &verdict
        && correct(&mut pathway, findings)
    {
        verdict = load(&pathway, &words);
        if let Err(LoadError::Findings(findings)) = &verdict {
            let left = findings.iter().find(|finding| gives(finding).is_some());
            assert!(left.is_none(), "corrected as told, and still: {left:?}");
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
        }) => told::fault(words, error),
        Err(LoadError::Parse { error, .. }) => told::fault(pathway, error),
        Err(LoadError::Findings(findings)) => told::findings(findings),
    }
    verdict
}

/// Gives each story the outcomes that its finding says the rules give. Says whether there was one.
fn correct(pathway: &mut Value, findings: &[Finding]) -> bool {
    let mut corrected = false;
    for finding in findings {
        let Some((id, outcomes)) = gives(finding) else {
            continue;
        };
        let stories = pathway.get_mut("scenarios").and_then(Value::as_array_mut);
        for story in stories.into_iter().flatten() {
            if story.get("id").and_then(Value::as_str) == Some(id) {
                story["outcomes"] = json!(outcomes);
                corrected = true;
            }
        }
    }
    corrected
}

/// The story of a finding, and the outcomes that it says the rules give.
fn gives(finding: &Finding) -> Option<(&str, Vec<&str>)> {
    let id = finding.path.strip_prefix("scenarios.")?;
    let told = finding.message.strip_prefix("the rules give ")?;
    let (outcomes, _) = told.split_once(':')?;
    Some((
        id,
        outcomes.split(", ").filter(|id| !id.is_empty()).collect(),
    ))
}
