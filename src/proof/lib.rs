//! A checked pathway in; what holds for **every** possible journey out, counted and exact.
//!
//! ```text
//! Pathway ─variables→ variables ─conditions→ Diagrams ─journeys, routing→ Model ─laws, always→ Proof
//!                                                       └─pairs→ two journeys at a time
//! ```
//!
//! A journey is a set of picked options. A decision diagram holds all journeys of a kind at once, so
//! a law is proved by showing that the diagram of the journeys that break it is empty, and a broken
//! law gives the shortest journey in that diagram. Nothing is sampled.

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

use diagram::Space;
use model::Model;
use pathway::{document::Document, id::LawId};
use variables::Plan;

/// What is known of all journeys through a pathway.
#[derive(Clone, Debug)]
pub struct Proof {
    /// How many complete journeys there are.
    pub journeys: BigUint,
    /// Each law, as far as it speaks of answers and outcomes.
    pub laws: Vec<LawProof>,
    /// What does not hold or cannot happen; without any, all is proved.
    pub violations: Vec<Violation>,
}

impl Proof {
    /// What is proved of a law; none, if any of its claims is refused.
    #[must_use]
    pub fn of(&self, law: &LawId) -> Option<&LawProof> {
        let about = format!("laws.{law}.");
        let mut violations = self.violations.iter();
        let refused = violations.any(|violation| violation.finding.path.starts_with(&about));
        let mut laws = self.laws.iter();
        laws.find(|proved| proved.law == *law && !refused)
    }
}

/// Proves every law of a pathway, and what must hold for every pathway.
///
/// It asks for no checked [`Pathway`](pathway::pathway::Pathway): whoever has written a rule, and no
/// story that reaches it, wants to know whether any can. An id that leads nowhere is never picked
/// and never given.
#[must_use]
pub fn prove(document: &Document) -> Proof {
    let plan = Plan::of(&[document]);
    let space = Space::of(&plan);
    let model = Model::new(&space, &plan, document);
    let mut violations = universal::violations(&model);
    for law in &document.laws {
        violations.extend(laws::broken(&model, law));
    }
    Proof {
        journeys: model.count(&space.always()),
        laws: document.laws.iter().map(LawProof::new).collect(),
        violations,
    }
}
