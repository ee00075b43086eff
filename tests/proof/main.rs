//! Tests that the proof agrees with the program on the laws and on every violation.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at the first thing that is not as it must be"
)]

mod agreement;
mod equivalence;
#[path = "../core/support/evaluate_conditions.rs"]
mod evaluate_conditions;
mod expected_violations;
mod household_pathways;
mod load_pathways;
mod mutants;
mod ppimhs;
mod replay_claims;
mod small_pathway_journeys;
mod too_large;
mod unreached_parts;
mod write_answers;
