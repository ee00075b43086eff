//! A checked pathway → all of it as diagrams.

use crate::{
    conditions::Conditions,
    diagram::{Diagram, Space},
    journeys::Journeys,
    routing::Routing,
    variables::{Plan, Variables},
};
use num_bigint::BigUint;
use pathway::{answers::Answers, document::Document};
use std::collections::BTreeSet;

/// A pathway over the variables of one journey.
#[derive(Clone, Debug)]
pub(crate) struct Model<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) conditions: Conditions<'a>,
    pub(crate) journeys: Journeys,
    pub(crate) routing: Routing,
}

impl<'a> Model<'a> {
    pub(crate) fn new(space: &'a Space, plan: &'a Plan, document: &'a Document) -> Self {
        Self::apart(space, plan, document, &BTreeSet::new())
    }

    /// A second journey, with answers of its own to the questions in `apart`.
    pub(crate) fn apart(
        space: &'a Space,
        plan: &'a Plan,
        document: &'a Document,
        apart: &BTreeSet<usize>,
    ) -> Self {
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
        // Half of the variables are a second journey's, and free.
        self.journeys.complete.and(diagram).count() >> (self.plan.len() / 2)
    }

    /// The shortest complete journey in a diagram: the fewest questions, then the fewest ticks.
    pub(crate) fn shortest(&self, diagram: &Diagram) -> Option<Answers> {
        let truths = self
            .journeys
            .complete
            .and(diagram)
            .cheapest(self.plan.prices())?;
        Some(self.variables().answers(&truths))
    }

    /// When the outcome of this id is on the result.
    pub(crate) fn present(&self, id: &str) -> Diagram {
        let place = self.outcome(id);
        place
            .and_then(|place| self.routing.present.get(place).cloned())
            .unwrap_or_else(|| self.space().never())
    }

    pub(crate) fn outcome(&self, id: &str) -> Option<usize> {
        let mut known = self.document().outcomes.iter();
        known.position(|outcome| outcome.id.as_str() == id)
    }

    pub(crate) fn question(&self, id: &str) -> Option<usize> {
        let mut known = self.document().questions.iter();
        known.position(|question| question.id.as_str() == id)
    }
}
