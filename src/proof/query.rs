//! Finds the result of one journey in the diagrams. The core's function `evaluate` finds the same
//! result in another way, and tests compare the two.

use crate::{budget::TooLarge, model::Model, variables::VariableNumbers};
use pathway::{answers::Answers, check::CheckedPathway, replay::RoutingResult};

/// The diagrams of a pathway, ready to find the results of single journeys.
#[derive(Debug)]
pub struct Query<'a> {
    pathway: &'a CheckedPathway,
    model: Model<'a>,
}

/// Makes the diagrams of a pathway, and calls the function `ask` with them.
///
/// # Errors
/// Returns an error if the diagrams are too large.
pub fn with_query<T>(
    pathway: &CheckedPathway,
    ask: impl FnOnce(&Query<'_>) -> T,
) -> Result<T, TooLarge> {
    let numbers = VariableNumbers::of(&[pathway.document()]);
    let model = Model::new(&numbers, pathway.document());
    let query = numbers.space().check(Query { pathway, model })?;
    Ok(ask(&query))
}

impl Query<'_> {
    /// Returns the result of the journey with these answers. Returns `None` if the answers are not
    /// those of a complete journey.
    pub fn route(&self, answers: &Answers) -> Option<RoutingResult> {
        let (model, routing) = (&self.model, &self.model.routing);
        let values = model
            .variables()
            .values(answers, model.numbers.prices().len());
        if !model.journeys.complete.holds(&values) {
            return None;
        }
        let positions = routing.positions.iter().enumerate();
        let positions = positions.flat_map(|(outcome, positions)| {
            let here = positions.iter().filter(|(_, here)| here.holds(&values));
            here.map(move |(position, _)| (*position, outcome))
        });
        let mut positions: Vec<(usize, usize)> = positions.collect();
        positions.sort_unstable();
        let outcomes: Vec<usize> = positions.into_iter().map(|(_, outcome)| outcome).collect();
        let rules = routing.rules.iter().enumerate();
        let rules = rules.filter(|(_, gives)| gives.holds(&values));
        let local = &model.document().local.outcomes;
        let outcomes_before_area = model
            .document()
            .outcomes
            .iter()
            .zip(&routing.outcomes_before_area)
            .enumerate();
        let local_outcomes = outcomes_before_area.filter(|(_, (outcome, before_area))| {
            local.contains(&outcome.id) && before_area.holds(&values)
        });
        Some(RoutingResult {
            rules: rules.map(|(rule, _)| rule).collect(),
            local: local_outcomes.map(|(outcome, _)| outcome).collect(),
            urgency: self.pathway.urgency(outcomes.iter().copied().collect()),
            outcomes,
        })
    }
}
