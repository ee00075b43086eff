//! Tests `dist/` in Chromium, Firefox or WebKitGTK through WebDriver.
//!
//! `cargo xtask test` first builds `dist/` and installs the browsers.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at its first failure"
)]

mod accessibility;
mod accessible_names;
mod blocked_clicks;
mod changed_links;
mod damaged_files;
mod demo_page;
mod development;
mod dist_hashes_and_compression;
mod element_attributes;
mod exhaustive;
mod exit;
mod failures;
mod files_before_first_question;
mod forged_messages;
#[path = "../bench/heap.rs"]
mod heap;
mod journeys;
mod keyboard;
mod layout;
mod malicious_frame_links;
mod navigation;
mod no_exit_where_blocked;
mod number_order;
mod own_files;
mod own_service;
mod review;
mod rust_modules;
mod screen_data;
mod serve_snippets;
mod start_page;
#[path = "../screens/stories.rs"]
mod stories;
mod styles;
mod summary_export;
mod trust;
mod user_preferences;
mod walk_scenario;
