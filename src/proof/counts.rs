//! Counts exactly how many complete journeys reach each question, rule and outcome. Also counts how
//! many end with each result.

use crate::{budget::TooLarge, diagram::Diagram, model::Model, variables::VariableNumbers};
use num_bigint::BigUint;
use pathway::check::CheckedPathway;

/// The numbers of complete journeys, for the whole pathway and for each of its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    /// The number of all complete journeys of the pathway.
    pub journeys: BigUint,
    /// For each question, the number of journeys on which it is asked.
    pub questions: Vec<BigUint>,
    /// For each rule, the number of journeys on which it gives outcomes. The last two entries are
    /// for the last resort and the local rule, which add outcomes after the rules.
    pub rules: Vec<BigUint>,
    /// For each outcome, the number of journeys whose result has this outcome.
    pub outcomes: Vec<BigUint>,
}

/// A possible result, and the number of complete journeys that end with it. The result is a list of
/// the indexes of outcomes, in the order on the screen.
pub type ResultCount = (Vec<usize>, BigUint);

/// Counts the complete journeys of a pathway, and of each of its parts.
///
/// # Errors
/// Returns an error if the diagrams are too large.
pub fn count(pathway: &CheckedPathway) -> Result<Counts, TooLarge> {
    let numbers = VariableNumbers::of(&[pathway.document()]);
    let model = Model::new(&numbers, pathway.document());
    let count = |diagrams: &[Diagram]| diagrams.iter().map(|one| model.count(one)).collect();
    let questions = model.journeys.questions.iter();
    let counts = Counts {
        journeys: model.count(&model.space().always()),
        questions: questions
            .map(|question| model.count(&question.is_asked))
            .collect(),
        rules: count(&model.routing.rules),
        outcomes: count(&model.routing.present),
    };
    numbers.space().check(counts)
}

/// Lists every possible result of a pathway with its number of journeys. The most frequent result
/// is first. There can be tens of thousands.
///
/// # Errors
/// Returns an error if the diagrams are too large.
pub fn results(pathway: &CheckedPathway) -> Result<Vec<ResultCount>, TooLarge> {
    let numbers = VariableNumbers::of(&[pathway.document()]);
    // The limit on the work of all diagrams is removed, because only a person who asks for all
    // results waits for the list.
    numbers.space().extend_budget();
    let model = Model::new(&numbers, pathway.document());
    let results = split(&model).into_iter();
    let results = results.map(|(outcomes, journeys)| (outcomes, model.count(&journeys)));
    let mut results: Vec<ResultCount> = results.collect();
    results.sort_by(|(one, few), (other, many)| many.cmp(few).then_with(|| one.cmp(other)));
    numbers.space().check(results)
}

/// Groups all complete journeys by their result. A result is a list of the indexes of outcomes, in
/// the order on the screen.
fn split(model: &Model<'_>) -> Vec<(Vec<usize>, Diagram)> {
    let mut parts = vec![(Vec::new(), model.journeys.complete.clone())];
    for (outcome, positions) in model.routing.positions.iter().enumerate() {
        let mut next = Vec::with_capacity(parts.len());
        for (placed, mut rest) in parts {
            for (position, here) in positions {
                let with = rest.and(here);
                if !with.is_never() {
                    let mut placed: Vec<(usize, usize)> = placed.clone();
                    placed.push((*position, outcome));
                    next.push((placed, with));
                }
                rest = rest.but_not(here);
            }
            if !rest.is_never() {
                next.push((placed, rest));
            }
        }
        parts = next;
    }
    let results = parts.into_iter().map(|(mut placed, journeys)| {
        placed.sort_unstable();
        let outcomes = placed.into_iter().map(|(_, outcome)| outcome);
        (outcomes.collect(), journeys)
    });
    let mut results: Vec<(Vec<usize>, Diagram)> = results.collect();
    // Two groups can have the same outcomes in the same order, because the order names some
    // outcomes several times.
    results.sort_by(|(one, _), (other, _)| one.cmp(other));
    results.dedup_by(|(later, more), (earlier, journeys)| {
        let same = later == earlier;
        if same {
            *journeys = journeys.or(more);
        }
        same
    });
    results
}
