//! The built page and its peers in Chromium → what they load, when the first question can be used, what
//! a step takes, and what memory they keep, as one JSON object a line. `cargo xtask bench` builds the
//! page, installs the peers, runs this and draws the tables.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "it stops at the first thing that is not as it must be"
)]

mod heap;
mod journey;
mod loading;
mod memory;
mod peers;
mod site;

use serde_json::Value;
use std::env;

const ROUNDS: usize = 9;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let rounds = env::var("PPIMHS_ROUNDS").map_or(ROUNDS, |rounds| rounds.parse().unwrap());
    loading::measure(rounds, &say).await;
    memory::measure(&say).await;
}

fn say(line: Value) {
    println!("{line}");
}
