//! Every outcome tells a person what to do, with a heading under every condition.

use crate::{
    authoring::{
        document::{Block, Condition, Conditional, Document, Outcome},
        finding::Findings,
    },
    model::{id::LineId, properties::Urgency},
};
use alloc::{collections::BTreeSet, format};

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
    let place = format!("outcomes.{}", outcome.id);
    for (section, lines) in [
        ("title", &outcome.title),
        ("first", &outcome.first),
        ("turned_away", &outcome.turned_away),
    ] {
        if !always_something(lines) {
            findings.add(
                "may-be-empty",
                format!("{place}.{section}"),
                "no line of it is shown under every condition: add one without when",
            );
        }
    }
    for lines in outcome.sections().map(|(_, lines)| lines) {
        repeated(lines, &place, findings);
    }
    if outcome.urgency >= Urgency::Today
        && outcome.call.iter().all(|contact| contact.when.is_some())
    {
        findings.add(
            "urgent-without-number",
            format!("{place}.call"),
            "an urgent outcome must always show whom to call: name a contact without when",
        );
    }
}

/// Whether a line is shown under every condition: one line without a condition, or two lines with
/// opposite conditions.
fn always_something(lines: &[Conditional<LineId>]) -> bool {
    lines.iter().any(|line| match &line.when {
        None => true,
        Some(Condition::Not(when)) => lines
            .iter()
            .any(|other| other.when.as_ref() == Some(when.as_ref())),
        Some(_) => false,
    })
}

fn repeated(lines: &[Conditional<LineId>], place: &str, findings: &mut Findings) {
    let mut seen = BTreeSet::new();
    for line in lines {
        if !seen.insert(line.id.as_str()) {
            findings.add(
                "duplicate-id",
                format!("{place}.{}", line.id),
                "the line stands here twice: rename one of them",
            );
        }
    }
}

fn blocks(block: &Block, known: &BTreeSet<&str>, findings: &mut Findings) {
    let place = format!("blocks.{}", block.id);
    if block.lines.is_empty() {
        findings.add(
            "may-be-empty",
            place.as_str(),
            "the block has no line: add one, or take it out",
        );
    }
    repeated(&block.lines, &place, findings);
    for outcome in &block.outcomes {
        if !known.contains(outcome.as_str()) {
            findings.add(
                "unknown-outcome",
                place.as_str(),
                format!("there is no outcome \"{outcome}\": name one under outcomes"),
            );
        }
    }
}
