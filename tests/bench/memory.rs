//! Measures the memory that a page keeps after some journeys, and after the widget was added and
//! removed some times.

use crate::heap::{Kept, Used};

/// The numbers of journeys, and of additions, after which memory is measured.
const JOURNEYS: [usize; 3] = [1, 10, 50];
const ADDITIONS: [usize; 3] = [1, 5, 20];

/// Each measurement with its name; each kind has a page of its own.
pub async fn measure() -> Vec<(String, Kept)> {
    let mut kept = repeat("journeys", JOURNEYS, Used::walk).await;
    kept.extend(repeat("comings and goings", ADDITIONS, Used::come_and_go).await);
    kept
}

async fn repeat(
    what: &str,
    numbers: [usize; 3],
    again: impl AsyncFn(&Used, usize),
) -> Vec<(String, Kept)> {
    let page = Used::open().await;
    let mut measured = Vec::new();
    let mut done = 0;
    for number in numbers {
        again(&page, number - done).await;
        done = number;
        measured.push((format!("{number} {what}"), page.kept().await));
    }
    measured
}
