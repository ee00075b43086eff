//! What the page keeps after so many journeys, and after it came and went so often: a line for each.

use crate::heap::{Kept, Used};
use serde_json::{Value, json};

/// How many of each, and after how many what is kept is looked at first.
const JOURNEYS: [usize; 3] = [1, 10, 50];
const ROUNDS: [usize; 3] = [1, 5, 20];

/// Both, each on a page of its own.
pub async fn measure(say: &impl Fn(Value)) {
    repeat("journeys", JOURNEYS, Used::walk, say).await;
    repeat("comings and goings", ROUNDS, Used::come_and_go, say).await;
}

async fn repeat(
    what: &str,
    looks: [usize; 3],
    again: impl AsyncFn(&Used, usize),
    say: &impl Fn(Value),
) {
    let page = Used::open().await;
    let mut done = 0;
    for times in looks {
        again(&page, times - done).await;
        done = times;
        say(line(what, times, page.kept().await));
    }
}

fn line(after: &str, times: usize, kept: Kept) -> Value {
    let told = kept.told.map(|told| {
        json!({"script_bytes": told.script_bytes, "nodes": told.nodes, "listeners": told.listeners})
    });
    json!({"after": after, "times": times, "wasm_bytes": kept.wasm_bytes, "told": told})
}
