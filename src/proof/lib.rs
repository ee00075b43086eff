//! A checked pathway → what holds for **every** possible journey, counted and exact.
//!
//! ```text
//! Pathway ─variables→ Plan ─conditions→ diagrams ─journeys, routing→ Model ─universal, laws→ Proof
//!                                                  └─changed_answer→ two journeys at a time
//! ```
//!
//! A journey is a set of picked options. One decision diagram holds all journeys of a kind. A law is
//! proved when the diagram of the journeys that break it is empty; otherwise the shortest journey in
//! that diagram is the counterexample. Nothing is sampled.

mod changed_answer;
mod conditions;
mod counts;
mod decisions;
mod diagram;
mod diff;
mod equivalence;
mod journeys;
mod laws;
mod model;
mod query;
mod routing;
mod universal;
mod variables;
mod violation;
mod visibility;

pub use counts::{Counts, ResultCount, count, results};
pub use decisions::{Decision, DecisionReason, Decisions, decisions};
pub use diff::{Diff, OutcomeChange, diff};
pub use equivalence::counterexample;
pub use laws::LawProof;
pub use num_bigint::BigUint;
pub use query::{Query, with_query};
pub use violation::{Counterexample, Violation};

use model::Model;
use pathway::{document::Document, id::LawId};
use variables::Plan;

/// The proof of a pathway.
#[derive(Clone, Debug)]
pub struct Proof {
    /// How many complete journeys there are.
    pub journeys: BigUint,
    /// Each law, as far as it is about answers and outcomes.
    pub laws: Vec<LawProof>,
    /// Everything that does not hold or cannot happen; if empty, every law is proved.
    pub violations: Vec<Violation>,
}

impl Proof {
    /// The proof of a law; none, if one of its claims is violated.
    pub fn of(&self, law: &LawId) -> Option<&LawProof> {
        let prefix = format!("laws.{law}.");
        let mut violations = self.violations.iter();
        let violated = violations.any(|violation| violation.finding.path.starts_with(&prefix));
        let mut laws = self.laws.iter();
        laws.find(|proof| proof.law == *law && !violated)
    }
}

/// Proves every law of a pathway, and what must hold for every pathway.
///
/// The document need not be checked: an author with a rule that no scenario reaches wants to know
/// whether any journey can. An id that leads nowhere is never picked and never given.
pub fn prove(document: &Document) -> Proof {
    let plan = Plan::of(&[document]);
    let model = Model::new(&plan, document);
    let mut violations = universal::violations(&model);
    for law in &document.laws {
        violations.extend(laws::violations(&model, law));
    }
    Proof {
        journeys: model.count(&plan.space().always()),
        laws: document.laws.iter().map(LawProof::new).collect(),
        violations,
    }
}
