//! The memory of a page does not grow with journeys or with widgets that come and go.

use crate::heap::{Kept, Used};

/// The journeys after which the memory of the module no longer grows.
const TO_SETTLE: usize = 5;

/// Compares memory, nodes and listeners after the first repetitions with those after all of them.
async fn check_kept(times: usize, again: impl AsyncFn(&Used, usize)) {
    let page = Used::open().await;
    again(&page, TO_SETTLE).await;
    let settled = page.kept().await;
    again(&page, times - TO_SETTLE).await;
    let kept = page.kept().await;
    assert!(
        settled.wasm_bytes > 0,
        "the memory of the module was not measured"
    );
    assert_eq!(kept.wasm_bytes, settled.wasm_bytes);
    let counted = |kept: Kept| kept.told.map(|told| (told.nodes, told.listeners));
    assert_eq!(counted(kept), counted(settled), "nodes and listeners");
}

mod every_engine {
    use super::*;

    #[tokio::test]
    async fn fifty_journeys_take_no_more_memory_than_the_first_few() {
        check_kept(50, Used::walk).await;
    }

    #[tokio::test]
    async fn a_widget_that_came_and_went_twenty_times_leaves_nothing_behind() {
        check_kept(20, Used::come_and_go).await;
    }
}
