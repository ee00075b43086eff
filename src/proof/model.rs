//! Turns a whole pathway into decision diagrams.

use crate::{
    conditions::Conditions,
    diagram::{Diagram, Space},
    journeys::Journeys,
    routing::Routing,
    variables::{VariableNumbers, Variables},
};
use num_bigint::BigUint;
use pathway::{
    answers::Answers,
    document::Document,
    id::{OutcomeId, QuestionId},
};
use std::collections::BTreeSet;

/// A pathway as decision diagrams over the variables of one journey.
#[derive(Clone, Debug)]
pub(crate) struct Model<'a> {
    pub(crate) numbers: &'a VariableNumbers<'a>,
    pub(crate) conditions: Conditions<'a>,
    pub(crate) journeys: Journeys,
    pub(crate) routing: Routing,
}

impl<'a> Model<'a> {
    pub(crate) fn new(numbers: &'a VariableNumbers<'a>, document: &'a Document) -> Self {
        Self::second_journey(numbers, document, &BTreeSet::new())
    }

    /// Makes the diagrams of the second journey for a comparison of two journeys. Only for the
    /// questions in `own_answers` can the second journey have other answers than the first.
    pub(crate) fn second_journey(
        numbers: &'a VariableNumbers<'a>,
        document: &'a Document,
        own_answers: &BTreeSet<usize>,
    ) -> Self {
        let space = numbers.space();
        let conditions = Conditions::new(space, document, numbers.variables(document, own_answers));
        let mut journeys = Journeys::new(&conditions);
        let unused = numbers.unused(document).into_iter();
        let unused = space.any(unused.map(|variable| space.variable(variable)));
        journeys.complete = journeys.complete.but_not(&unused);
        Self {
            numbers,
            routing: Routing::new(&conditions),
            journeys,
            conditions,
        }
    }

    pub(crate) fn space(&self) -> &'a Space {
        self.conditions.space
    }

    pub(crate) fn document(&self) -> &'a Document {
        self.conditions.document
    }

    pub(crate) fn variables(&self) -> &Variables {
        &self.conditions.variables
    }

    /// Counts the complete journeys that a diagram contains.
    pub(crate) fn count(&self, diagram: &Diagram) -> BigUint {
        // Half of the variables belong to the second journey of a comparison. Here they can have
        // any value.
        self.journeys.complete.and(diagram).count() >> (self.numbers.prices().len() / 2)
    }

    /// Finds the shortest complete journey in a diagram: the one with the fewest questions, and
    /// among these the one with the fewest picked options. Returns its answers.
    pub(crate) fn shortest(&self, diagram: &Diagram) -> Option<Answers> {
        let journeys = self.journeys.complete.and(diagram);
        let true_variables = journeys.cheapest(self.numbers.prices())?;
        Some(self.variables().answers(&true_variables))
    }

    /// Returns the journeys whose result shows this outcome. Returns no journey if the pathway has
    /// no such outcome.
    pub(crate) fn present(&self, id: &OutcomeId) -> Diagram {
        let outcome = self.outcome(id);
        let present = outcome.and_then(|outcome| self.routing.present.get(outcome));
        present.cloned().unwrap_or_else(|| self.space().never())
    }

    /// Returns the journeys whose result shows at least one of these outcomes.
    pub(crate) fn present_any(&self, ids: &[OutcomeId]) -> Diagram {
        self.space().any(ids.iter().map(|id| self.present(id)))
    }

    /// Returns the journeys whose result shows an outcome that is not in this list.
    pub(crate) fn present_other(&self, ids: &[OutcomeId]) -> Diagram {
        let outcomes = self.document().outcomes.iter().zip(&self.routing.present);
        let others = outcomes.filter(|(outcome, _)| !ids.contains(&outcome.id));
        self.space().any(others.map(|(_, present)| present.clone()))
    }

    /// Returns the journeys whose result shows the outcome `first` before the outcome `second`.
    pub(crate) fn comes_before(&self, first: &OutcomeId, second: &OutcomeId) -> Diagram {
        let outcomes = self.outcome(first).zip(self.outcome(second));
        outcomes.map_or_else(
            || self.space().never(),
            |(first, second)| self.routing.comes_before(self.space(), first, second),
        )
    }

    pub(crate) fn outcome(&self, id: &OutcomeId) -> Option<usize> {
        let mut known = self.document().outcomes.iter();
        known.position(|outcome| outcome.id == *id)
    }

    pub(crate) fn question(&self, id: &QuestionId) -> Option<usize> {
        let mut known = self.document().questions.iter();
        known.position(|question| question.id == *id)
    }
}
