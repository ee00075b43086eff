//! Tests the core as other programs use it: it takes bytes, answers and events, and returns
//! findings, outcomes and screens.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing that is not as it must be"
)]

mod addresses;
mod bad_pathways;
mod broken_trusts;
mod cases;
mod claims;
mod clocks;
mod codec;
mod conditions;
mod crisis_numbers;
mod editions;
mod files;
mod fixtures;
mod journeys;
mod laws;
mod limits;
mod never_panics;
mod numbers;
mod positions;
mod random_answers;
mod routes;
mod screen_laws;
mod screen_rules;
mod summary;
mod trust_limits;
mod trusts;
mod visitors;
mod work;
