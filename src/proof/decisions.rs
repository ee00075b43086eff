//! A pathway → its smallest decision table: for each outcome, one row for each distinct reason to
//! give it, and one for all other journeys. The rows of an outcome are all journeys, each in one row.

use crate::{diagram::Diagram, model::Model, variables::Plan};
use num_bigint::BigUint;
use pathway::{check::CheckedPathway, document::Condition};

/// A decision table.
#[derive(Clone, Debug)]
pub struct Decisions {
    /// How many complete journeys there are.
    pub journeys: BigUint,
    /// By outcome, then by reason.
    pub rows: Vec<Decision>,
}

/// A row: the journeys on which one outcome is given for one reason, and no row above applies.
#[derive(Clone, Debug)]
pub struct Decision {
    /// The index of the outcome.
    pub outcome: usize,
    /// The reason why it is given, or why not.
    pub reason: DecisionReason,
    /// How many journeys the row has.
    pub journeys: BigUint,
}

/// Why a row gives its outcome, or does not.
#[derive(Clone, Debug)]
pub enum DecisionReason {
    /// A rule gives it.
    Rule {
        /// The index of the rule.
        rule: usize,
        /// The shortest condition that tells these journeys from those of the rows below.
        when: Condition,
    },
    /// The last resort gives it.
    LastResort,
    /// The local rule gives it, before or instead of outcomes that only some areas have.
    LocalRule,
    /// A rule gives it, and the area removes it.
    OutsideArea,
    /// No rule gives it.
    NoRule,
}

/// Makes the decision table of a pathway.
pub fn decisions(pathway: &CheckedPathway) -> Decisions {
    let plan = Plan::of(&[pathway.document()]);
    let model = Model::new(&plan, pathway.document());
    let outcomes = 0..model.document().outcomes.len();
    Decisions {
        journeys: model.count(&plan.space().always()),
        rows: outcomes.flat_map(|outcome| rows(&model, outcome)).collect(),
    }
}

/// The rows of one outcome.
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

/// The reasons of one outcome, each with its journeys; the first reason that applies counts.
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

/// The condition without the parts that make no difference on the journeys that are `left`.
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
