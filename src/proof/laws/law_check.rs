//! Collects the violations of one law.

use crate::{
    changed_answer::JourneyPairs,
    diagram::Diagram,
    model::Model,
    violation::{Counterexample, Violation},
};
use pathway::document::law::Law;

pub(super) struct LawCheck<'a, 'm> {
    pub(super) model: &'m Model<'a>,
    pub(super) found: Vec<Violation>,
    law: &'m Law,
    path: String,
}

impl<'a, 'm> LawCheck<'a, 'm> {
    pub(super) fn new(model: &'m Model<'a>, law: &'m Law) -> Self {
        Self {
            model,
            found: Vec::new(),
            law,
            path: String::new(),
        }
    }

    /// Starts a claim. All later violations belong to this claim.
    pub(super) fn start_claim(&mut self, number: usize) {
        self.path = format!("laws.{}.claims.{number}", self.law.id);
    }

    /// Adds a violation of a part of the claim if `by` contains a complete journey.
    pub(super) fn single(&mut self, part: &str, by: &Diagram) {
        let counterexample = self.model.shortest(by);
        self.add(part, counterexample.map(Counterexample::from));
    }

    /// Adds a violation of a part of the claim if `by` contains a pair of journeys.
    pub(super) fn pair(&mut self, part: &str, pairs: &JourneyPairs<'_, '_>, by: &Diagram) {
        self.add(part, pairs.shortest(&pairs.together.and(by)));
    }

    fn add(&mut self, part: &str, counterexample: Option<Counterexample>) {
        if counterexample.is_some() {
            let message = format!(
                "it is broken at {part}. The law: {} Correct the rules, or the law",
                self.law.statement
            );
            let path = self.path.clone();
            self.found
                .push(Violation::new("broken-law", path, message, counterexample));
        }
    }

    /// Reports a claim about journeys that cannot happen, because such a claim is most likely a
    /// mistake.
    pub(super) fn refuse_empty(&mut self, about: &Diagram) {
        if self.model.journeys.complete.and(about).is_never() {
            let message = "no journey can be of the kind that the claim is about: correct when it applies, or take the claim out";
            let path = self.path.clone();
            self.found
                .push(Violation::new("empty-claim", path, message, None));
        }
    }
}
