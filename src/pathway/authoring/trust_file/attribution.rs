//! Finds the key of the trust file for each finding of the changed pathway.

use super::{TrustFile, contacts};
use crate::{
    authoring::finding::{File, Finding, Findings},
    model::words::Words,
};
use alloc::{format, string::String, vec::Vec};

/// Returns the findings of the changed pathway. If the error comes from the trust file, the finding
/// gets the path in the trust file.
pub fn with_trust_paths(trust: Option<&TrustFile>, findings: Vec<Finding>) -> Vec<Finding> {
    let Some(trust) = trust else { return findings };
    let mut attributed = Findings::default();
    for finding in findings {
        let path = own_path(trust, &finding.path).unwrap_or(finding.path);
        attributed.add(finding.kind, path, finding.message);
    }
    attributed.into_vec()
}

/// Turns a path in the changed pathway into the path in the trust file. Returns `None` if the trust
/// file does not contain this entry.
fn own_path(trust: &TrustFile, path: &str) -> Option<String> {
    let path = path.strip_prefix("words.").unwrap_or(path);
    if path == "exit" {
        return trust.exit.as_ref().map(|_| "trust.exit".into());
    }
    let (list, rest) = path.split_once('.')?;
    let id = rest.split('.').next()?;
    let own = |list: &str, owned: bool| owned.then(|| format!("trust.{list}.{id}"));
    match list {
        "contacts" if id == contacts::FORM => trust
            .self_referral
            .as_ref()
            .map(|_| "trust.self_referral".into()),
        "contacts" => own("contacts", trust.contacts.contains_key(id)).or_else(|| {
            let mut areas = trust.areas.iter().filter(|area| area.team.is_some());
            let area = areas.find(|area| format!("{}-team", area.id) == id)?;
            Some(format!("trust.areas.{}.team", area.id))
        }),
        "local" => {
            let option = rest.strip_prefix("areas.")?.split('.').next()?;
            area_path(trust, option)
        }
        "limits" => own(list, trust.limits.contains_key(id)),
        "scenarios" => own(
            list,
            trust.scenarios.iter().any(|story| story.id.as_str() == id),
        ),
        "questions" => {
            let option = rest.split_once(".options.")?.1.split('.').next()?;
            area_path(trust, option)
        }
        "outcomes" => {
            let line = rest.split_once(".next.")?.1;
            let note = trust
                .local_notes
                .iter()
                .find(|note| note.outcome.as_str() == id && note.id.as_str() == line)?;
            Some(format!("trust.local_notes.{}", note.id))
        }
        _ => None,
    }
}

fn area_path(trust: &TrustFile, option: &str) -> Option<String> {
    let area = trust.areas.iter().find(|area| area.id.as_str() == option)?;
    Some(format!("trust.areas.{}", area.id))
}

/// Gives the trust file each finding that the pathway alone does not have. `words` are the changed
/// words, and `alone` are the findings of the pathway without the trust file.
pub(crate) fn blamed(
    trust: &TrustFile,
    words: &Words,
    alone: &[Finding],
    findings: Vec<Finding>,
) -> Vec<Finding> {
    let known = |finding: &Finding| {
        let mut alone = alone.iter();
        alone.any(|other| other.kind == finding.kind && other.path == finding.path)
    };
    // Each text with a name repeats the fault of the name. Only the finding about the name stays.
    let told: Vec<&'static str> = findings
        .iter()
        .filter(|finding| finding.file_and_path().0 == File::Trust)
        .map(|finding| finding.kind)
        .collect();
    let mut blamed = Findings::default();
    for finding in findings {
        let is_own = finding.file_and_path().0 == File::Trust;
        if !is_own && !known(&finding) && told.contains(&finding.kind) {
            continue;
        }
        if is_own || known(&finding) {
            blamed.add(finding.kind, finding.path, finding.message);
            continue;
        }
        let key = cause(trust, words, &finding.path);
        let message = format!(
            "{} is sound without the trust file, and with it: {}",
            finding.path, finding.message
        );
        blamed.add(finding.kind, key, message);
    }
    blamed.into_vec()
}

/// Returns the key of the trust file whose names stand in a text.
fn cause(trust: &TrustFile, words: &Words, path: &str) -> &'static str {
    let mut texts = String::new();
    if let Some(path) = path.strip_prefix("words.") {
        words.each_text(&mut |known, text| {
            if known == path {
                texts.push_str(text);
            }
        });
    }
    let service = trust.service.iter();
    let mut service = service.flat_map(|service| service.in_full.iter().chain([&service.name]));
    let mut areas = trust.areas.iter();
    if service.any(|name| texts.contains(name.as_str())) {
        "trust.service"
    } else if areas.any(|area| texts.contains(area.name.as_str())) {
        "trust.areas"
    } else {
        "trust"
    }
}
