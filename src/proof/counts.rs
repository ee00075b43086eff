//! A pathway → exactly how many complete journeys reach each question, rule, outcome and result.

use crate::{
    diagram::{Diagram, Space},
    model::Model,
    variables::Plan,
};
use num_bigint::BigUint;
use pathway::check::CheckedPathway;

/// How many complete journeys there are of each kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    /// All of them.
    pub journeys: BigUint,
    /// By place of the question: those that are asked it.
    pub questions: Vec<BigUint>,
    /// By place of the rule, then the last resort, then the local rule: those to which it gives
    /// outcomes.
    pub rules: Vec<BigUint>,
    /// By place of the outcome: those with it on their result.
    pub outcomes: Vec<BigUint>,
}

/// A result that can be, as places of outcomes in display order, and how many complete journeys end
/// with it.
pub type ResultCount = (Vec<usize>, BigUint);

/// Counts every journey of a pathway.
#[must_use]
pub fn count(pathway: &CheckedPathway) -> Counts {
    let plan = Plan::of(&[pathway.document()]);
    let space = Space::of(&plan);
    let model = Model::new(&space, &plan, pathway.document());
    let all = |diagrams: &mut dyn Iterator<Item = &Diagram>| -> Vec<BigUint> {
        diagrams.map(|diagram| model.count(diagram)).collect()
    };
    let asked = model.journeys.questions.iter();
    Counts {
        journeys: model.count(&space.always()),
        questions: all(&mut asked.map(|question| &question.asked)),
        rules: all(&mut model.routing.rules.iter()),
        outcomes: all(&mut model.routing.present.iter()),
    }
}

/// Every result of a pathway, most frequent first. There can be tens of thousands.
#[must_use]
pub fn results(pathway: &CheckedPathway) -> Vec<ResultCount> {
    let plan = Plan::of(&[pathway.document()]);
    let space = Space::of(&plan);
    let model = Model::new(&space, &plan, pathway.document());
    let mut results: Vec<_> = split(&model, &model.journeys.complete)
        .into_iter()
        .map(|(outcomes, journeys)| (outcomes, model.count(&journeys)))
        .collect();
    results.sort_by(|(one, few), (other, many)| many.cmp(few).then_with(|| one.cmp(other)));
    results
}

/// The journeys in `among` by their result: places of outcomes in display order.
fn split(model: &Model<'_>, among: &Diagram) -> Vec<(Vec<usize>, Diagram)> {
    let mut parts: Vec<(Vec<(usize, usize)>, Diagram)> = vec![(Vec::new(), among.clone())];
    for (outcome, places) in model.routing.places.iter().enumerate() {
        let mut next = Vec::with_capacity(parts.len());
        for (placed, journeys) in parts {
            let mut rest = journeys;
            for (place, here) in places {
                let with = rest.and(here);
                if !with.is_never() {
                    let mut placed = placed.clone();
                    placed.push((*place, outcome));
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
    let mut results: Vec<(Vec<usize>, Diagram)> = Vec::new();
    for (mut placed, journeys) in parts {
        placed.sort_unstable();
        let outcomes: Vec<usize> = placed.into_iter().map(|(_, outcome)| outcome).collect();
        results.push((outcomes, journeys));
    }
    // The same outcomes in the same order can stand at other places.
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
