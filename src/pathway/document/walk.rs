//! Walks over a whole document: every section of an outcome, every condition anywhere.

use super::{Condition, Document, Outcome, Shown, law::Claim};
use crate::id::LineId;
use alloc::collections::{BTreeMap, BTreeSet};

impl Outcome {
    /// Its sections of text by name, in the order they are read.
    pub fn sections(&self) -> impl Iterator<Item = (&'static str, &[Shown<LineId>])> {
        [
            ("title", self.title.as_slice()),
            ("first", &self.first),
            ("who", &self.who),
            ("say", &self.say),
            ("next", &self.next),
            ("turned_away", &self.turned_away),
        ]
        .into_iter()
    }
}

fn whens<'a, I>(things: &'a [Shown<I>], visit: &mut dyn FnMut(&'a Condition)) {
    things
        .iter()
        .filter_map(|thing| thing.when.as_ref())
        .for_each(visit);
}

impl Document {
    /// Calls `visit` for every condition, wherever it stands.
    pub fn each_condition<'a>(&'a self, visit: &mut dyn FnMut(&'a Condition)) {
        visit(&self.wordings.someone);
        visit(&self.wordings.professional);
        for question in self.questions.iter().chain(&self.notes) {
            question.ask_when.iter().for_each(&mut *visit);
            whens(&question.hints, visit);
            whens(&question.why, visit);
            for option in &question.options {
                option.show_when.iter().for_each(&mut *visit);
                whens(&option.variants, visit);
            }
        }
        self.conditions.iter().for_each(|named| visit(&named.when));
        self.rules.iter().for_each(|rule| visit(&rule.when));
        visit(&self.local.outside);
        visit(&self.local.unknown);
        for outcome in &self.outcomes {
            outcome
                .sections()
                .for_each(|(_, lines)| whens(lines, visit));
            whens(&outcome.call, visit);
            whens(&outcome.helplines, visit);
        }
        whens(&self.order, visit);
        for block in &self.blocks {
            block.when.iter().for_each(&mut *visit);
            whens(&block.lines, visit);
        }
        visit(&self.crisis.open_when);
        for claim in self.laws.iter().flat_map(|law| &law.claims) {
            match claim {
                Claim::Whenever(claim) => claim.when.iter().for_each(&mut *visit),
                Claim::PickingMore(claim) => claim.when.iter().for_each(&mut *visit),
                _ => {}
            }
        }
    }
}

/// The questions a condition looks at, given those of each condition it may name.
fn looked_at<'a>(
    condition: &'a Condition,
    named: &BTreeMap<&str, BTreeSet<&'a str>>,
) -> BTreeSet<&'a str> {
    let mut questions = BTreeSet::new();
    condition.walk(&mut |part| match part {
        Condition::Is(question, _) => drop(questions.insert(question.as_str())),
        Condition::Named(name) => {
            questions.extend(named.get(name.as_str()).into_iter().flatten().copied());
        }
        Condition::All(_) | Condition::Any(_) | Condition::Not(_) => {}
    });
    questions
}

impl Document {
    /// The questions a condition looks at, named conditions written out.
    #[must_use]
    pub fn questions_of<'a>(&'a self, condition: &'a Condition) -> BTreeSet<&'a str> {
        let mut named = BTreeMap::new();
        for entry in &self.conditions {
            let questions = looked_at(&entry.when, &named);
            named.insert(entry.id.as_str(), questions);
        }
        looked_at(condition, &named)
    }
}
