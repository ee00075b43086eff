//! Turns a pathway into its smallest decision table. Each outcome has one row for each distinct
//! reason to give it, and one row for all other journeys. Each journey is in exactly one row of an
//! outcome.

use crate::{budget::TooLarge, diagram::Diagram, model::Model, variables::Plan};
use num_bigint::BigUint;
use pathway::{check::CheckedPathway, document::Condition};

/// A decision table.
#[derive(Clone, Debug)]
pub struct Decisions {
    /// The number of complete journeys.
    pub journeys: BigUint,
    /// The rows, sorted by outcome, then by reason.
    pub rows: Vec<Decision>,
}

/// A row: the journeys on which one outcome is given for one reason, if no earlier row applies.
#[derive(Clone, Debug)]
pub struct Decision {
    /// The index of the outcome.
    pub outcome: usize,
    /// The reason why the outcome is given or not given.
    pub reason: DecisionReason,
    /// The number of journeys in the row.
    pub journeys: BigUint,
}

/// The reason why an outcome is given or not given.
#[derive(Clone, Debug)]
pub enum DecisionReason {
    /// A rule gives the outcome.
    Rule {
        /// The index of the rule.
        rule: usize,
        /// The shortest condition that separates these journeys from the journeys of the later
        /// rows.
        when: Condition,
    },
    /// The last resort gives the outcome.
    LastResort,
    /// The local rule gives the outcome, before or instead of the outcomes that only some areas
    /// have.
    LocalRule,
    /// A rule gives the outcome, but the visitor lives outside the area, so the outcome is removed.
    OutsideArea,
    /// No rule gives the outcome.
    NoRule,
}

/// Makes the decision table of a pathway.
///
/// # Errors
/// Returns an error if the diagrams are too large.
pub fn decisions(pathway: &CheckedPathway) -> Result<Decisions, TooLarge> {
    let plan = Plan::of(&[pathway.document()]);
    let model = Model::new(&plan, pathway.document());
    let outcomes = 0..model.document().outcomes.len();
    let decisions = Decisions {
        journeys: model.count(&plan.space().always()),
        rows: outcomes.flat_map(|outcome| rows(&model, outcome)).collect(),
    };
    plan.space().check(decisions)
}

/// Returns the rows of one outcome.
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

/// Returns the reasons of one outcome, each with its journeys. If several reasons apply, the first
/// one counts.
fn reasons(model: &Model<'_>, outcome: usize) -> Vec<(Diagram, DecisionReason)> {
    let (document, routing) = (model.document(), &model.routing);
    let mut reasons = Vec::new();
    let Some(id) = document.outcomes.get(outcome).map(|outcome| &outcome.id) else {
        return reasons;
    };
    if let Some(given) = routing.given.get(outcome) {
        let removed = given.but_not(&model.present(id));
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

/// Removes the parts of a condition that make no difference on the journeys in `left`.
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
