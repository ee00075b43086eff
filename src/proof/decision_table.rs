//! Turns a pathway into its smallest decision table. Each outcome has a row for each distinct
//! reason to give it, and a row for all other journeys. For each outcome, every journey belongs to
//! exactly one row.

use crate::{budget::TooLarge, diagram::Diagram, model::Model, variables::VariableNumbers};
use num_bigint::BigUint;
use pathway::{check::CheckedPathway, document::Condition};

/// The decision table of a pathway.
#[derive(Clone, Debug)]
pub struct Decisions {
    /// The number of complete journeys of the pathway.
    pub journeys: BigUint,
    /// The rows of the table, sorted by outcome. The rows of one outcome are in the order in which
    /// they apply.
    pub rows: Vec<Decision>,
}

/// A row of the table: the journeys on which one outcome is given for one reason. A row applies
/// only to journeys to which no earlier row of the outcome applies.
#[derive(Clone, Debug)]
pub struct Decision {
    /// The index of the outcome that the row is about.
    pub outcome: usize,
    /// The reason why the outcome is given or not given.
    pub reason: DecisionReason,
    /// The number of journeys to which the row applies.
    pub journeys: BigUint,
}

/// The reason why an outcome is given or not given.
#[derive(Clone, Debug)]
pub enum DecisionReason {
    /// A rule gives the outcome.
    Rule {
        /// The index of the rule that gives the outcome.
        rule: usize,
        /// The shortest condition that separates the journeys of this row from the journeys of
        /// later rows.
        when: Condition,
    },
    /// The last resort adds the outcome, because no rule gives enough help by itself.
    LastResort,
    /// The local rule gives the outcome to people who live outside the areas, or whose area is
    /// unknown.
    LocalRule,
    /// A rule gives the outcome, but the result does not show it, because the person lives outside
    /// the areas.
    OutsideArea,
    /// No rule gives the outcome.
    NoRule,
}

/// Makes the decision table of a pathway.
///
/// # Errors
/// Returns an error if the diagrams are too large.
pub fn decisions(pathway: &CheckedPathway) -> Result<Decisions, TooLarge> {
    let numbers = VariableNumbers::of(&[pathway.document()]);
    let model = Model::new(&numbers, pathway.document());
    let outcomes = 0..model.document().outcomes.len();
    let decisions = Decisions {
        journeys: model.count(&numbers.space().always()),
        rows: outcomes.flat_map(|outcome| rows(&model, outcome)).collect(),
    };
    numbers.space().check(decisions)
}

/// Returns the rows of the decision table that are about one outcome.
fn rows(model: &Model<'_>, outcome: usize) -> Vec<Decision> {
    let mut left = model.journeys.complete.clone();
    let rows = reasons(model, outcome)
        .into_iter()
        .filter_map(|(gives, reason)| {
            let here = left.and(&gives);
            if here.is_never() {
                return None;
            }
            let reason = match reason {
                DecisionReason::Rule { rule, when } => DecisionReason::Rule {
                    rule,
                    when: shortened(model, &when, &gives, &left),
                },
                reason => reason,
            };
            left = left.but_not(&here);
            Some(Decision {
                outcome,
                reason,
                journeys: model.count(&here),
            })
        });
    rows.collect()
}

/// Returns the reasons to give or not to give one outcome, each with its journeys. If several
/// reasons apply to a journey, the first one counts.
fn reasons(model: &Model<'_>, outcome: usize) -> Vec<(Diagram, DecisionReason)> {
    let (document, routing) = (model.document(), &model.routing);
    let mut reasons = Vec::new();
    let Some(id) = document.outcomes.get(outcome).map(|outcome| &outcome.id) else {
        return reasons;
    };
    if let Some(before_area) = routing.outcomes_before_area.get(outcome) {
        let removed = before_area.but_not(&model.present(id));
        reasons.push((removed, DecisionReason::OutsideArea));
    }
    for (rule, (entry, gives)) in document.rules.iter().zip(&routing.rules).enumerate() {
        if entry.outcomes.contains(id) {
            let when = entry.when.clone();
            reasons.push((gives.clone(), DecisionReason::Rule { rule, when }));
        }
    }
    if let Some([resort, local]) = routing.rules.get(document.rules.len()..) {
        if document.last_resort.outcomes.contains(id) {
            reasons.push((resort.clone(), DecisionReason::LastResort));
        }
        if document.local.instead == *id {
            reasons.push((local.clone(), DecisionReason::LocalRule));
        }
    }
    reasons.push((model.space().always(), DecisionReason::NoRule));
    reasons
}

/// Removes each part of a condition that makes no difference for the journeys in `left`.
fn shortened(model: &Model<'_>, when: &Condition, gives: &Diagram, left: &Diagram) -> Condition {
    let Condition::All(parts) = when else {
        return when.clone();
    };
    let mut kept = parts.clone();
    for part in parts {
        let fewer: Vec<Condition> = kept.iter().filter(|one| *one != part).cloned().collect();
        let holds = model.conditions.holds(&Condition::All(fewer.clone()));
        if left.and(&holds) == left.and(gives) {
            kept = fewer;
        }
    }
    Condition::All(kept)
}
