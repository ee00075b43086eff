//! Tests the core as other programs use it: it takes bytes, answers and events, and returns
//! findings, outcomes and screens.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing that is not as it must be"
)]

mod bad_pathways;
mod broken_files;
mod broken_trusts;
mod codec;
mod contact_check_dates;
mod crisis_numbers;
mod laws_on_random_journeys;
mod never_panics;
mod number_forms;
mod numbers;
mod other_service;
mod pathway_hash_and_errors;
mod positions;
mod routes;
mod screen_laws;
mod screen_promises;
mod size_limits;
mod summary_privacy;
mod support;
mod trust_age_limits;
mod trust_entries;
mod trusts;
mod visitor_actions;
mod web_addresses;
mod work_limits;
mod wrapped_links;

use support::{
    claim_holds, evaluate_conditions, files, finding_cases, random_answers, small_pathway, visitors,
};
