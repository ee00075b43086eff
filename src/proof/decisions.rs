//! A pathway → its smallest decision table: for each outcome, one row for each distinct reason to
//! give it, and the rest. Rows of an outcome never overlap, and together they are all journeys.

use crate::{
    diagram::{Diagram, Space},
    model::Model,
    variables::Plan,
};
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

/// A row: journeys on which one outcome is given for one reason, and no row above holds.
#[derive(Clone, Debug)]
pub struct Decision {
    /// The outcome's place.
    pub outcome: usize,
    /// Why it is given, or why not.
    pub reason: DecisionReason,
    /// How many journeys; in all rows of an outcome together, every one.
    pub journeys: BigUint,
}

/// What a row says of its outcome.
#[derive(Clone, Debug)]
pub enum DecisionReason {
    /// A rule gives it.
    Rule {
        /// The rule's place.
        rule: usize,
        /// When, without what follows from the journeys that are left: the least to read.
        when: Condition,
    },
    /// The last resort gives it.
    LastResort,
    /// It stands instead of outcomes that only some areas have.
    LocalRule,
    /// A rule gives it, and the area takes it away.
    OutsideArea,
    /// Nothing gives it.
    NoRule,
}

/// Draws up the table.
#[must_use]
pub fn decisions(pathway: &CheckedPathway) -> Decisions {
    let plan = Plan::of(&[pathway.document()]);
    let space = Space::of(&plan);
    let model = Model::new(&space, &plan, pathway.document());
    let outcomes = 0..model.document().outcomes.len();
    Decisions {
        journeys: model.count(&space.always()),
        rows: outcomes.flat_map(|outcome| rows(&model, outcome)).collect(),
    }
}

/// The rows of one outcome.
fn rows(model: &Model<'_>, outcome: usize) -> Vec<Decision> {
    let (document, routing) = (model.document(), &model.routing);
    let mut rows = Vec::new();
    let mut left = model.journeys.complete.clone();
    let Some(known) = document.outcomes.get(outcome) else {
        return rows;
    };
    let mut row =
        |left: &mut Diagram, holds: &Diagram, gives: &dyn Fn(&Diagram) -> DecisionReason| {
            let here = left.and(holds);
            if !here.is_never() {
                rows.push(Decision {
                    outcome,
                    reason: gives(left),
                    journeys: model.count(&here),
                });
                *left = left.but_not(&here);
            }
        };
    if document.local.outcomes.contains(&known.id) {
        let gone = routing.given.get(outcome).zip(routing.present.get(outcome));
        let gone = gone.map(|(given, present)| given.but_not(present));
        if let Some(gone) = gone {
            row(&mut left, &gone, &|_| DecisionReason::OutsideArea);
        }
    }
    for (place, (rule, counts)) in document.rules.iter().zip(&routing.rules).enumerate() {
        if rule.outcomes.contains(&known.id) {
            row(&mut left, counts, &|left| DecisionReason::Rule {
                rule: place,
                when: shortened(model, &rule.when, counts, left),
            });
        }
    }
    let last = document.rules.len();
    if document.last_resort.outcomes.contains(&known.id)
        && let Some(resort) = routing.rules.get(last)
    {
        row(&mut left, resort, &|_| DecisionReason::LastResort);
    }
    if document.local.instead == known.id
        && let Some(applies) = routing.rules.get(last + 1)
    {
        row(&mut left, applies, &|_| DecisionReason::LocalRule);
    }
    row(&mut left, &model.space().always(), &|_| {
        DecisionReason::NoRule
    });
    rows
}

/// The condition without the parts that make no difference on the journeys that are left.
fn shortened(model: &Model<'_>, when: &Condition, counts: &Diagram, left: &Diagram) -> Condition {
    let Condition::All(parts) = when else {
        return when.clone();
    };
    let mut kept = parts.clone();
    for part in parts {
        let fewer: Vec<Condition> = kept.iter().filter(|one| *one != part).cloned().collect();
        let holds = model.conditions.holds(&Condition::All(fewer.clone()));
        if left.and(&holds) == left.and(counts) {
            kept = fewer;
        }
    }
    Condition::All(kept)
}
