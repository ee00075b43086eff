//! Tests that the proof agrees with the program on the laws and on every violation.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at the first thing that is not as it must be"
)]

mod agreement;
mod answers_json;
#[path = "../core/support/conditions.rs"]
mod conditions;
mod equivalence;
mod fixtures;
mod invariants;
mod mutants;
mod pathways;
mod ppimhs;
mod refused_documents;
mod scaling;
mod too_large;
mod violations;
