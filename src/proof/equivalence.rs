//! Finds a journey that shows a difference between two pathways. Without such a journey the
//! pathways are equivalent: they have the same questions with the same options, the same outcomes
//! in the same order, the same rules and the same blocks.

use crate::{budget::TooLarge, diagram::Diagram, model::Model, variables::VariableNumbers};
use pathway::{answers::Answers, check::CheckedPathway, id::OutcomeId};

/// Finds the shortest journey that is complete in only one of the two pathways, or that has
/// different results in them. Returns its answers, with the indexes of the pathway `one`. Returns
/// `None` if the pathways are equivalent.
///
/// Questions, options, rules, outcomes, blocks and lines with the same id count as the same. Other
/// texts on a screen, such as hints, are not compared.
///
/// # Errors
/// Returns an error if the diagrams are too large.
pub fn counterexample(
    one: &CheckedPathway,
    other: &CheckedPathway,
) -> Result<Option<Answers>, TooLarge> {
    let numbers = VariableNumbers::of(&[one.document(), other.document()]);
    let models = [one, other].map(|pathway| Model::new(&numbers, pathway.document()));
    let [one, other] = &models;
    // Pathways with the same complete journeys have the same questions and options, because each
    // option is picked on some complete journey.
    let mut differences = vec![one.journeys.complete.differs(&other.journeys.complete)];
    let mut compare = |diagram: &dyn Fn(&Model<'_>) -> Diagram| {
        let difference = diagram(one).differs(&diagram(other));
        differences.push(one.journeys.complete.and(&difference));
    };
    for rule in models.iter().flat_map(rule_ids) {
        compare(&|model| {
            let index = rule_ids(model).position(|id| id == rule);
            let gives = index.and_then(|index| model.routing.rules.get(index));
            gives.cloned().unwrap_or_else(|| model.space().never())
        });
    }
    let outcomes: Vec<&OutcomeId> = models.iter().flat_map(outcome_ids).collect();
    for first in &outcomes {
        compare(&|model| model.present(first));
        for second in &outcomes {
            compare(&|model| model.comes_before(first, second));
        }
    }
    for block in models.iter().flat_map(|model| &model.document().blocks) {
        compare(&|model| model.block(&block.id));
        for line in &block.lines {
            compare(&|model| model.line_of_block(&block.id, &line.id));
        }
    }
    let true_variables = one.space().any(differences).cheapest(numbers.prices());
    let answers = true_variables.map(|true_variables| one.variables().answers(&true_variables));
    numbers.space().check(answers)
}

/// Lists the ids of the rules in order, followed by the ids of the last resort and the local rule.
fn rule_ids<'a>(model: &Model<'a>) -> impl Iterator<Item = &'a str> {
    let document = model.document();
    let rules = document.rules.iter().map(|rule| &rule.id);
    let last = [&document.last_resort.id, &document.local.id];
    rules.chain(last).map(|id| id.as_str())
}

fn outcome_ids<'a>(model: &Model<'a>) -> impl Iterator<Item = &'a OutcomeId> {
    model.document().outcomes.iter().map(|outcome| &outcome.id)
}
