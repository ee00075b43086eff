//! Tests when the click watchdog moves the widget to a frame. It does so only after a press of the
//! main mouse button that causes no click.

use fantoccini::actions::{
    InputSource, MOUSE_BUTTON_MIDDLE, MOUSE_BUTTON_RIGHT, MouseActions, PointerAction,
};
use serde_json::json;
use webdriver_tests::{engine::Engine, input::Hand, page::Page};

/// Presses a mouse button on an element of the widget.
async fn press(page: &Page, button: u64, css: &str) {
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
        .then(PointerAction::Down { button })
        .then(PointerAction::Up { button });
    page.client.perform_actions(press).await.unwrap();
}

/// Checks that the widget stays on its page after a press of another button than the main one.
async fn check_stays(button: u64, css: &str) {
    let page = Page::open("").await;
    page.until("q('[data-action=start]')").await;
    press(&page, button, css).await;
    // The watchdog waits 0.4 seconds for a click after the press.
    page.until("(memory.since = memory.since || performance.now()) < performance.now() - 1000")
        .await;
    let level = "return q('[data-rung]').dataset.rung";
    assert_eq!(page.run(level).await, json!("1"), "{button} {css}");
    page.start(Hand::Mouse).await;
}

mod every_engine {
    use super::*;

    /// In WebKitGTK, a press of the right button opens a menu and picks its first entry, and a press
    /// of the middle button is one of the main button.
    ///
    /// The hazard log lists this test under HAZ-010.
    #[tokio::test]
    async fn a_right_press_on_a_number_or_a_button_moves_nothing() {
        if Engine::of_this_run() == Engine::WebKit {
            return;
        }
        for css in [
            ".finder-crisis__number",
            "a[href$='plain.html']",
            "[data-action=start]",
            "[data-action=exit]",
        ] {
            check_stays(MOUSE_BUTTON_RIGHT, css).await;
        }
    }

    /// The hazard log lists this test under HAZ-010.
    #[tokio::test]
    async fn a_middle_press_on_a_button_or_its_help_moves_nothing() {
        if Engine::of_this_run() == Engine::WebKit {
            return;
        }
        for css in [
            "[data-action=start]",
            "[data-action=exit]",
            ".finder-crisis__title",
        ] {
            check_stays(MOUSE_BUTTON_MIDDLE, css).await;
        }
    }
}
