//! Checks the size of a pathway, so that no file makes a check, a journey or a screen slow.

use crate::{
    authoring::{
        document::{Condition, Document, OutcomeLines},
        finding::Findings,
    },
    model::set,
    runtime::compiled::MAX_STEPS,
};
use alloc::{collections::BTreeMap, format};

/// The maximum number of questions, together with the optional questions of the summary page.
const QUESTIONS: usize = 60;
/// The maximum number of entries of one kind, such as rules, blocks, contacts, laws or scenarios.
const ENTRIES: usize = 400;
/// The maximum number of lines, contacts or age limits in one list.
const LINES: usize = 64;
/// The maximum number of steps for evaluating the conditions of one journey. Below this number, a
/// page reacts to a press at once.
const JOURNEY: usize = 500_000;
/// The maximum number of steps for evaluating the conditions of all scenarios together. The check
/// replays every scenario.
const CHECK: usize = 50_000_000;

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
    for (list, question) in document.questions_and_notes() {
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
    lists(document, &mut at_most);
    if findings.is_empty() {
        work(document, findings);
    }
}

/// Checks that no list of lines, contacts or areas is too long.
fn lists(document: &Document, at_most: &mut dyn FnMut(&str, usize, usize)) {
    for (list, question) in document.questions_and_notes() {
        let path = format!("{list}.{}", question.id);
        at_most(&format!("{path}.hints"), question.hints.len(), LINES);
        at_most(&format!("{path}.why"), question.why.len(), LINES);
        for option in &question.options {
            let path = format!("{path}.options.{}.variants", option.id);
            at_most(&path, option.variants.len(), LINES);
        }
    }
    for outcome in &document.outcomes {
        let path = format!("outcomes.{}", outcome.id);
        for (section, lines) in outcome.sections() {
            at_most(&format!("{path}.{}", section.as_str()), lines.len(), LINES);
        }
        at_most(&format!("{path}.call"), outcome.call.len(), LINES);
        at_most(&format!("{path}.helplines"), outcome.helplines.len(), LINES);
    }
    for block in &document.blocks {
        let path = format!("blocks.{}.lines", block.id);
        at_most(&path, block.lines.len(), LINES);
    }
    at_most("crisis.contacts", document.crisis.contacts.len(), LINES);
    at_most("crisis.more", document.crisis.more.len(), LINES);
    at_most("limits", document.limits.len(), LINES);
    at_most("local.areas", document.local.areas.len(), set::MAX);
    let count = |lists: &[OutcomeLines]| {
        let lists = lists.iter();
        lists.map(|lines| lines.lines.len()).sum::<usize>()
    };
    let service_lines = count(&document.local.service_lines);
    at_most("local.service_lines", service_lines, LINES);
    let service_sources = document.local.service_sources.len();
    at_most("local.service_sources", service_sources, LINES);
    let form_lines = count(&document.local.form_lines);
    at_most("local.form_lines", form_lines, LINES);
    let limit_lines = document.local.limit_lines.iter();
    let limit_lines = limit_lines.map(|lines| lines.lines.len()).sum();
    at_most("local.limit_lines", limit_lines, LINES);
    at_most("local.slots", document.local.slots.len(), LINES);
    for slot in &document.local.slots {
        let place = format!("local.slots.{}", slot.id);
        at_most(&place, slot.outcomes.len(), LINES);
    }
    for area in &document.local.areas {
        let place = format!("local.areas.{}", area.id);
        at_most(&place, area.contacts.len() + count(&area.lines), LINES);
    }
}

/// Counts the steps for evaluating a condition, with the steps of each named condition that it
/// uses.
fn steps_of(condition: &Condition, named: &BTreeMap<&str, usize>) -> usize {
    let mut steps = 0usize;
    condition.walk(&mut |part| {
        let part = match part {
            Condition::Named(name) => named.get(name.as_str()).copied().unwrap_or(1),
            _ => 1,
        };
        steps = steps.saturating_add(part);
    });
    steps
}

fn work(document: &Document, findings: &mut Findings) {
    let mut named: BTreeMap<&str, usize> = BTreeMap::new();
    for condition in &document.conditions {
        let steps = steps_of(&condition.when, &named);
        named.insert(condition.id.as_str(), steps.saturating_add(1));
        if steps > MAX_STEPS as usize {
            findings.add(
                "too-complex",
                format!("conditions.{}", condition.id),
                format!("written out, it takes more than {MAX_STEPS} steps: say it more simply"),
            );
            return;
        }
    }
    let mut once = 0usize;
    document.each_condition(&mut |_, condition| {
        once = once.saturating_add(steps_of(condition, &named));
    });
    let stops = document.rules.iter().filter(|rule| rule.stop);
    let stops = stops.fold(0usize, |sum, rule| {
        sum.saturating_add(steps_of(&rule.when, &named))
    });
    // A rule that ends the questions is evaluated again after each question.
    let journey = once.saturating_add(stops.saturating_mul(document.questions.len()));
    if journey > JOURNEY {
        findings.add(
            "too-much-work",
            "rules",
            format!("a journey takes {journey} steps, and {JOURNEY} are the most: let fewer rules look at long conditions, or ask fewer questions"),
        );
        return;
    }
    let check = journey.saturating_mul(document.scenarios.len());
    if check > CHECK {
        findings.add(
            "too-much-work",
            "scenarios",
            format!("all scenarios take {check} steps, and {CHECK} are the most: write fewer scenarios, or shorter conditions"),
        );
    }
}
