//! Tests that look at every scenario, every snippet or every kind of file. They take long, so only
//! `cargo xtask test --all` runs them.

mod every_scenario;
mod exit_addresses;
mod exit_from_every_snippet;
mod journey_privacy;
mod memory;
mod review;
mod snippet_buttons;
