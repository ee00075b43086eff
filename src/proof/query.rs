//! One journey's answers → what the diagrams say of it: the same value as the core's `evaluate`
//! gives, from a different machine.

use crate::{diagram::Space, model::Model, variables::Plan};
use pathway::{answers::Answers, check::CheckedPathway, evaluate::RoutingResult, set::Set};

/// A pathway as diagrams.
#[derive(Debug)]
pub struct Query<'a> {
    pathway: &'a CheckedPathway,
    model: Model<'a>,
}

/// Draws a pathway, and asks `ask` about it.
pub fn with_query<T>(pathway: &CheckedPathway, ask: impl FnOnce(&Query<'_>) -> T) -> T {
    let plan = Plan::of(&[pathway.document()]);
    let space = Space::of(&plan);
    let model = Model::new(&space, &plan, pathway.document());
    ask(&Query { pathway, model })
}

impl Query<'_> {
    /// Where a complete journey leads; nothing, if it is not one.
    #[must_use]
    pub fn route(&self, answers: &Answers) -> Option<RoutingResult> {
        let model = &self.model;
        let truths = model.variables().truths(answers, model.plan.len());
        if !model.journeys.complete.holds(&truths) {
            return None;
        }
        let routing = &model.routing;
        let rules = routing.rules.iter().enumerate();
        let places = routing.places.iter().enumerate();
        let mut outcomes: Vec<(usize, usize)> = places
            .flat_map(|(outcome, places)| places.iter().map(move |place| (outcome, place)))
            .filter(|(_, (_, here))| here.holds(&truths))
            .map(|(outcome, (place, _))| (*place, outcome))
            .collect();
        outcomes.sort_unstable();
        let outcomes: Vec<usize> = outcomes.into_iter().map(|(_, outcome)| outcome).collect();
        let local = &model.document().local.outcomes;
        let given = model.document().outcomes.iter().zip(&routing.given);
        let given = given
            .enumerate()
            .filter(|(_, (outcome, given))| local.contains(&outcome.id) && given.holds(&truths));
        Some(RoutingResult {
            rules: rules
                .filter(|(_, counts)| counts.holds(&truths))
                .map(|(rule, _)| rule)
                .collect(),
            local: given.map(|(outcome, _)| outcome).collect::<Set>(),
            urgency: self.pathway.urgency(outcomes.iter().copied().collect()),
            outcomes,
        })
    }
}
