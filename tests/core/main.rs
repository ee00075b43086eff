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
mod broken_files;
mod broken_trusts;
mod clocks;
mod codec;
mod crisis_numbers;
mod editions;
mod journeys;
mod laws;
mod never_panics;
mod number_forms;
mod numbers;
mod other_service;
mod positions;
mod routes;
mod screen_laws;
mod screen_rules;
mod size_limits;
mod summary;
mod support;
mod trust_entries;
mod trust_limits;
mod trusts;
mod work_limits;
mod wrapped_links;

use support::{
    broken_file_cases, claims, conditions, files, random_answers, small_pathway, visitors,
};
