//! A pathway → all of it as diagrams.

use crate::{
    conditions::Conditions,
    diagram::{Diagram, Space},
    journeys::Journeys,
    routing::Routing,
    variables::{Plan, Variables},
};
use num_bigint::BigUint;
use pathway::{
    answers::Answers,
    document::Document,
    id::{OutcomeId, QuestionId},
};
use std::collections::BTreeSet;

/// A pathway over the variables of one journey.
#[derive(Clone, Debug)]
pub(crate) struct Model<'a> {
    pub(crate) plan: &'a Plan<'a>,
    pub(crate) conditions: Conditions<'a>,
    pub(crate) journeys: Journeys,
    pub(crate) routing: Routing,
}

impl<'a> Model<'a> {
    pub(crate) fn new(plan: &'a Plan<'a>, document: &'a Document) -> Self {
        Self::apart(plan, document, &BTreeSet::new())
    }

    /// A second journey, with its own answers to the questions in `apart`.
    pub(crate) fn apart(
        plan: &'a Plan<'a>,
        document: &'a Document,
        apart: &BTreeSet<usize>,
    ) -> Self {
        let space = plan.space();
        let conditions = Conditions::new(space, document, plan.variables(document, apart));
        let mut journeys = Journeys::new(&conditions);
        let unused = plan.unused(document).into_iter();
        let unused = space.any(unused.map(|variable| space.variable(variable)));
        journeys.complete = journeys.complete.but_not(&unused);
        Self {
            plan,
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

    /// How many complete journeys a diagram holds.
    pub(crate) fn count(&self, diagram: &Diagram) -> BigUint {
        // Half of the variables are a second journey's, and take any value.
        self.journeys.complete.and(diagram).count() >> (self.plan.prices().len() / 2)
    }

    /// The shortest complete journey in a diagram: the fewest questions, then the fewest picks.
    pub(crate) fn shortest(&self, diagram: &Diagram) -> Option<Answers> {
        let journeys = self.journeys.complete.and(diagram);
        let truths = journeys.cheapest(self.plan.prices())?;
        Some(self.variables().answers(&truths))
    }

    /// The journeys with this outcome on the result; none, if no outcome has this id.
    pub(crate) fn present(&self, id: &OutcomeId) -> Diagram {
        let outcome = self.outcome(id);
        let present = outcome.and_then(|outcome| self.routing.present.get(outcome));
        present.cloned().unwrap_or_else(|| self.space().never())
    }

    /// The journeys with at least one of these outcomes on the result.
    pub(crate) fn present_any(&self, ids: &[OutcomeId]) -> Diagram {
        self.space().any(ids.iter().map(|id| self.present(id)))
    }

    /// The journeys with an outcome on the result that is not among these.
    pub(crate) fn present_other(&self, ids: &[OutcomeId]) -> Diagram {
        let outcomes = self.document().outcomes.iter().zip(&self.routing.present);
        let others = outcomes.filter(|(outcome, _)| !ids.contains(&outcome.id));
        self.space().any(others.map(|(_, present)| present.clone()))
    }

    /// The journeys with both outcomes on the result, the first one before the second.
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
