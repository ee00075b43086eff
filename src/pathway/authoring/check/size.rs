//! Checks size limits, so that a hostile file cannot make routing slow or use a deep recursion.

use crate::{
    authoring::{
        document::{Condition, Document},
        finding::Findings,
    },
    model::set,
    runtime::compiled::MAX_STEPS,
};
use alloc::{collections::BTreeMap, format};

/// The maximum number of questions and notes together.
const QUESTIONS: usize = 60;
/// The maximum number of named conditions, rules, blocks, contacts, laws, scenarios, sources or
/// conflicts.
const ENTRIES: usize = 400;

pub(super) fn check(document: &Document, findings: &mut Findings) {
    let mut at_most = |path: &str, count: usize, most: usize| {
        if count > most {
            let message = format!(
                "there are {count}, and {most} are the most: take some out, or split the pathway"
            );
            findings.add("too-many", path, message);
        }
    };
    at_most(
        "questions",
        document.questions.len() + document.notes.len(),
        QUESTIONS,
    );
    at_most("outcomes", document.outcomes.len(), set::MAX);
    for (list, question) in document.asked() {
        at_most(
            &format!("{list}.{}.options", question.id),
            question.options.len(),
            set::MAX,
        );
    }
    for (path, count) in [
        ("sources", document.sources.len()),
        ("conflicts", document.conflicts.len()),
        ("conditions", document.conditions.len()),
        ("rules", document.rules.len()),
        ("blocks", document.blocks.len()),
        ("contacts", document.contacts.len()),
        ("order", document.order.len()),
        ("laws", document.laws.len()),
        ("scenarios", document.scenarios.len()),
    ] {
        at_most(path, count, ENTRIES);
    }
    conditions(document, findings);
}

fn conditions(document: &Document, findings: &mut Findings) {
    let mut steps: BTreeMap<&str, usize> = BTreeMap::new();
    for named in &document.conditions {
        let mut cost = 0usize;
        named.when.walk(&mut |part| {
            let part = match part {
                Condition::Named(name) => steps.get(name.as_str()).copied().unwrap_or(1),
                _ => 1,
            };
            cost = cost.saturating_add(part);
        });
        steps.insert(named.id.as_str(), cost.saturating_add(1));
        if cost > MAX_STEPS as usize {
            let message =
                format!("written out, it takes more than {MAX_STEPS} steps: say it more simply");
            findings.add("too-complex", format!("conditions.{}", named.id), message);
            return;
        }
    }
}
