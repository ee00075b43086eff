//! Tests when the click watchdog moves the widget to a frame. It does so only after a press of the
//! main mouse button that causes no click.

use fantoccini::actions::{InputSource, MOUSE_BUTTON_RIGHT, MouseActions, PointerAction};
use serde_json::json;
use webdriver_tests::{input::Hand, page::Page};

/// Presses the right mouse button on an element of the widget.
async fn press_right(page: &Page, css: &str) {
    let place = format!(
        "const control = q({}); control.scrollIntoView({{ block: 'center', behavior: 'instant' }}); const {{ left, top, width, height }} = control.getBoundingClientRect(); return [left + width / 2, top + height / 2]",
        json!(css)
    );
    let place = page.run(&place).await;
    let at = |index: usize| place[index].as_f64().unwrap().floor();
    let press = MouseActions::new("mouse".to_owned())
        .then(PointerAction::MoveTo {
            duration: None,
            x: at(0),
            y: at(1),
        })
        .then(PointerAction::Down {
            button: MOUSE_BUTTON_RIGHT,
        })
        .then(PointerAction::Up {
            button: MOUSE_BUTTON_RIGHT,
        });
    page.client.perform_actions(press).await.unwrap();
}

/// The tests with the right mouse button need Chromium. In WebKitGTK, a press of this button opens
/// a menu and picks its first entry.
mod chromium_only {
    use super::*;

    /// The hazard log lists this test under HAZ-010.
    #[tokio::test]
    async fn a_right_press_on_a_number_or_a_button_moves_nothing() {
        for css in [".finder-crisis__number", "[data-action=start]"] {
            let page = Page::open("").await;
            page.until("q('[data-action=start]')").await;
            press_right(&page, css).await;
            // The watchdog waits 0.4 seconds for a click after the press.
            page.until(
                "(memory.since = memory.since || performance.now()) < performance.now() - 1000",
            )
            .await;
            assert_eq!(
                page.run("return q('[data-rung]').dataset.rung").await,
                json!("1")
            );
            page.start(Hand::Mouse).await;
        }
    }
}
