//! Checks that every outcome says what to do, and that it has a heading for all possible answers.

use super::references::once;
use crate::{
    authoring::{
        document::{Block, Condition, Conditional, Document, Outcome},
        finding::Findings,
    },
    model::{id::LineId, properties::Urgency},
};
use alloc::{collections::BTreeSet, format, vec::Vec};

pub(super) fn check(document: &Document, findings: &mut Findings) {
    for outcome in &document.outcomes {
        sections(outcome, findings);
    }
    let known: BTreeSet<&str> = document
        .outcomes
        .iter()
        .map(|outcome| outcome.id.as_str())
        .collect();
    for block in &document.blocks {
        blocks(block, &known, findings);
    }
}

fn sections(outcome: &Outcome, findings: &mut Findings) {
    let path = format!("outcomes.{}", outcome.id);
    for (section, lines) in [
        ("title", &outcome.title),
        ("first", &outcome.first),
        ("turned_away", &outcome.turned_away),
    ] {
        if !always_something(lines) {
            let message = "no line of it is shown under every condition: add one without when";
            findings.add("may-be-empty", format!("{path}.{section}"), message);
        }
    }
    for lines in outcome.sections().map(|(_, lines)| lines) {
        once(&path, lines.iter().map(|line| &line.id), findings);
    }
    if outcome.urgency >= Urgency::Today
        && outcome.call.iter().all(|contact| contact.when.is_some())
    {
        let message =
            "an urgent outcome must always show whom to call: name a contact without when";
        findings.add("urgent-without-number", format!("{path}.call"), message);
    }
}

/// Returns whether at least one of the lines is shown for all possible answers. This is so if a
/// line has no condition, or if two lines have opposite conditions.
fn always_something(lines: &[Conditional<LineId>]) -> bool {
    lines.iter().any(|line| match &line.when {
        None => true,
        Some(Condition::Not(when)) => lines
            .iter()
            .any(|other| other.when.as_ref() == Some(when.as_ref())),
        Some(_) => false,
    })
}

fn blocks(block: &Block, known: &BTreeSet<&str>, findings: &mut Findings) {
    let path = format!("blocks.{}", block.id);
    if block.lines.is_empty() {
        let message = "the block has no line: add one, or take it out";
        findings.add("may-be-empty", path.as_str(), message);
    }
    once(&path, block.lines.iter().map(|line| &line.id), findings);
    for outcome in &block.outcomes {
        if !known.contains(outcome.as_str()) {
            let known: Vec<&str> = known.iter().copied().collect();
            let message = format!(
                "there is no outcome \"{outcome}\": add it under outcomes, or name one of {}",
                known.join(", ")
            );
            findings.add("unknown-outcome", path.as_str(), message);
        }
    }
}
