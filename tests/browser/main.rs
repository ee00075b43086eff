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
mod changed_links;
mod click_watchdog;
mod colours;
mod damaged_files;
mod demo_page;
mod development;
mod dist;
mod element_attributes;
mod every_screen;
mod exhaustive;
mod exit;
mod exit_refused;
mod failures;
mod first_question;
mod frame_links;
#[path = "../bench/heap.rs"]
mod heap;
mod journeys;
mod keyboard;
mod layout;
mod loading;
mod messages;
mod modules;
mod navigation;
mod number_order;
mod own_files;
mod own_service;
mod review;
mod snippets;
#[path = "../screens/stories.rs"]
mod stories;
mod styles;
mod summary_export;
mod trust;
mod walkthrough;
