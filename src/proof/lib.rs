//! Proves the laws of a pathway for **every** possible journey, and counts the journeys exactly.
//!
//! ```text
//! Pathway ─variables→ VariableNumbers ─conditions→ diagrams ─journeys, routing→ Model
//! Model ─invariants, laws→ Proof
//!   └─changed_answer→ two journeys at a time
//! ```
//!
//! A journey is a set of picked options. A decision diagram represents a set of journeys. For each
//! law, the proof makes the diagram of the journeys that violate the law. If this diagram is empty,
//! the law is proved. Otherwise the shortest journey in the diagram is the counterexample. The
//! proof covers all journeys; it is never a sample.

mod budget;
mod changed_answer;
mod conditions;
mod counts;
mod decision_table;
mod diagram;
mod diff;
mod equivalence;
mod invariants;
mod journeys;
mod laws;
mod model;
mod query;
mod result_contents;
mod routing;
mod variables;
mod violation;

pub use budget::TooLarge;
pub use counts::{Counts, ResultCount, count, results};
pub use decision_table::{Decision, DecisionReason, Decisions, decisions};
pub use diff::{Diff, OutcomeChange, diff};
pub use equivalence::counterexample;
pub use laws::LawProof;
pub use num_bigint::BigUint;
pub use query::{Query, with_query};
pub use violation::{Counterexample, Violation};

use model::Model;
use pathway::{document::Document, id::LawId};
use variables::VariableNumbers;

/// The proof of a pathway's laws: which of them are true for every journey.
#[derive(Clone, Debug)]
pub struct Proof {
    /// The number of complete journeys of the pathway.
    pub journeys: BigUint,
    /// The proof of each law, for its claims about answers and outcomes. Tests check its claims about
    /// screens.
    pub laws: Vec<LawProof>,
    /// Every violation that the proof found. If the list is empty, every law is proved.
    pub violations: Vec<Violation>,
}

impl Proof {
    /// Returns the proof of the law with this id. Returns `None` if a claim of the law is violated.
    pub fn of(&self, law: &LawId) -> Option<&LawProof> {
        let prefix = format!("laws.{law}.");
        let mut violations = self.violations.iter();
        let violated = violations.any(|violation| violation.finding.path.starts_with(&prefix));
        let mut laws = self.laws.iter();
        laws.find(|proof| proof.law == *law && !violated)
    }
}

/// Proves every law of a pathway. Also proves the statements that must be true for every pathway.
///
/// The document may have findings. For example, if no scenario reaches a rule, its author wants to
/// know whether a journey can reach the rule. An option or an outcome with an unknown id counts as
/// never picked or never given. If the diagrams of the pathway are too large, the proof has one
/// violation, which says so.
pub fn prove(document: &Document) -> Proof {
    let numbers = VariableNumbers::of(&[document]);
    let model = Model::new(&numbers, document);
    let mut violations = invariants::violations(&model);
    for law in &document.laws {
        violations.extend(laws::violations(&model, law));
    }
    let proof = Proof {
        journeys: model.count(&numbers.space().always()),
        laws: document.laws.iter().map(LawProof::new).collect(),
        violations,
    };
    numbers.space().check(proof).unwrap_or_else(Proof::from)
}

/// A pathway that is too large to prove has one violation and no proved law.
impl From<TooLarge> for Proof {
    fn from(too_large: TooLarge) -> Self {
        Self {
            journeys: BigUint::ZERO,
            laws: Vec::new(),
            violations: vec![too_large.into()],
        }
    }
}
