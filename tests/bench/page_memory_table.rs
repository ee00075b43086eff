//! Measures the memory of a page after some journeys, and after the widget was added and removed
//! some times.

use crate::heap::{Memory, WidgetPage};

/// The numbers of journeys, and of additions of the widget, after which the memory is measured.
const JOURNEYS: [usize; 3] = [1, 10, 50];
const ADDITIONS: [usize; 3] = [1, 5, 20];

/// Returns each measurement of the memory with its name. The journeys have one page, and the
/// additions of the widget have another.
pub async fn measure() -> Vec<(String, Memory)> {
    let mut measured = repeat("journeys", JOURNEYS, WidgetPage::walk).await;
    measured.extend(repeat("comings and goings", ADDITIONS, WidgetPage::add_and_remove).await);
    measured
}

async fn repeat(
    what: &str,
    numbers: [usize; 3],
    again: impl AsyncFn(&WidgetPage, usize),
) -> Vec<(String, Memory)> {
    let page = WidgetPage::open().await;
    let mut measured = Vec::new();
    let mut done = 0;
    for number in numbers {
        again(&page, number - done).await;
        done = number;
        measured.push((format!("{number} {what}"), page.memory().await));
    }
    measured
}
