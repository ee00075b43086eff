//! The proof speaks of the program: what it proves, what it refuses, and how it was tried.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at the first thing that is not as it must be"
)]

mod agreement;
mod equivalence;
mod fixtures;
mod invariants;
mod mutants;
mod ppimhs;
mod raw_documents;
mod report;
mod scaling;
mod violations;
