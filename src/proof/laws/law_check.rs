//! Collects the violations of one law while its claims are checked.

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

    /// Starts the claim with this number. Each violation after this call belongs to the claim.
    pub(super) fn start_claim(&mut self, number: usize) {
        self.path = format!("laws.{}.claims.{number}", self.law.id);
    }

    /// Adds a violation if the diagram `by` contains a complete journey. The text `part` names the
    /// part of the claim that the journey violates.
    pub(super) fn single(&mut self, part: &str, by: &Diagram) {
        let counterexample = self.model.shortest(by);
        self.add(part, counterexample.map(Counterexample::from));
    }

    /// Adds a violation if the diagram `by` contains one of these pairs of journeys. The text
    /// `part` names the part of the claim that the pair violates.
    pub(super) fn pair(&mut self, part: &str, pairs: &JourneyPairs<'_, '_>, by: &Diagram) {
        self.add(part, pairs.shortest(&pairs.valid.and(by)));
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

    /// Adds a violation if no journey is of the kind that the claim is about. Such a claim is most
    /// likely a mistake of its author.
    pub(super) fn refuse_empty(&mut self, about: &Diagram) {
        if self.model.journeys.complete.and(about).is_never() {
            let message = "no journey can be of the kind that the claim is about: correct when it applies, or take the claim out";
            let path = self.path.clone();
            self.found
                .push(Violation::new("empty-claim", path, message, None));
        }
    }
}
