//! Tests that journeys and removed widgets leave nothing in the memory of a page.

use crate::heap::{Memory, WidgetPage};

/// The number of journeys after which the memory of the widget's module no longer grows.
const TO_SETTLE: usize = 5;

/// Measures the memory, HTML nodes and event listeners of a page after the first few calls of
/// `again`, and once more after all calls. Both measurements must be equal.
async fn check_memory(times: usize, again: impl AsyncFn(&WidgetPage, usize)) {
    let page = WidgetPage::open().await;
    again(&page, TO_SETTLE).await;
    let settled = page.memory().await;
    again(&page, times - TO_SETTLE).await;
    let memory = page.memory().await;
    assert!(
        settled.wasm_bytes > 0,
        "the memory of the module was not measured"
    );
    assert_eq!(memory.wasm_bytes, settled.wasm_bytes);
    let counted = |memory: Memory| {
        memory
            .metrics
            .map(|metrics| (metrics.nodes, metrics.listeners))
    };
    assert_eq!(counted(memory), counted(settled), "nodes and listeners");
}

mod every_engine {
    use super::*;

    #[tokio::test]
    async fn fifty_journeys_take_no_more_memory_than_the_first_few() {
        check_memory(50, WidgetPage::walk).await;
    }

    #[tokio::test]
    async fn a_widget_that_came_and_went_twenty_times_leaves_nothing_behind() {
        check_memory(20, WidgetPage::add_and_remove).await;
    }
}
