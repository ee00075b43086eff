//! Everything that can be observed without a browser.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing that is not as it must be"
)]

mod bad_pathways;
mod files;
mod house_rules;
mod journeys;
mod laws;
mod routes;
mod screen_laws;
mod screens;
mod total;
