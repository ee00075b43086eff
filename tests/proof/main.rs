//! The proof speaks of the program: what it proves, what it refuses, and how it was tried.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at the first thing that is not as it must be"
)]

mod agreement;
mod breaks;
mod every;
mod fixtures;
mod growing;
mod mutants;
mod parting;
mod ppimhs;
mod said;
mod unchecked;
