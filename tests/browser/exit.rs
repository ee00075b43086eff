//! Tests that "Exit this page" deletes the answers and opens another page instead of this one.

use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
};
use serde_json::json;
use webdriver_tests::{
    input::{DOWN, Hand, TAB},
    page::Page,
};

const SHIFT: char = '\u{e008}';

/// Opens a page with these attributes of the element, and answers the first question.
async fn page(attributes: &str) -> Page {
    let page = Page::open(attributes).await;
    page.start(Hand::Mouse).await;
    page.pick(Hand::Mouse, &["none".to_owned()]).await;
    page.go_on(Hand::Mouse).await;
    page
}

/// An address at which there is no server, so that no test sends a request to a real site.
const NOWHERE: &str = "https://127.0.0.1.invalid/";

/// The hazard log lists this test under HAZ-007.
#[tokio::test]
async fn the_start_page_says_how_to_leave() {
    let page = Page::open("").await;
    page.until("q('[data-action=start]')").await;
    let text = page.run("return q('.finder-step').innerText").await;
    let text = text.as_str().unwrap();
    for words in [
        "press the Shift key 3 times",
        "answers are cleared",
        "history of your browser",
    ] {
        assert!(text.contains(words), "{words} not in {text}");
    }
    let seen = page.run("return q('.finder-leave').checkVisibility() && q('.finder-leave').compareDocumentPosition(q('[data-action=start]')) === Node.DOCUMENT_POSITION_FOLLOWING").await;
    assert_eq!(seen, json!(true));
}

/// The hazard log lists this test under HAZ-007.
#[tokio::test]
async fn each_press_of_shift_is_announced() {
    let page = page("").await;
    page.press(SHIFT).await;
    page.until("[...root().querySelectorAll('[role=status]')].some((status) => status.textContent.includes('2 more times'))").await;
    page.press(SHIFT).await;
    page.until("[...root().querySelectorAll('[role=status]')].some((status) => status.textContent.includes('1 more time'))").await;
    // Another key resets the count of presses, because the visitor may be typing capital letters.
    page.press('a').await;
    page.until(
        "[...root().querySelectorAll('[role=status]')].every((status) => !status.textContent)",
    )
    .await;
    assert_eq!(page.question().await, "who");
}

/// Calls `act` while the Shift key is pressed.
async fn with_shift(page: &Page, act: impl AsyncFn(&Page)) {
    let keys = || KeyActions::new("keys".to_owned());
    let down = keys().then(KeyAction::Down { value: SHIFT });
    page.client.perform_actions(down).await.unwrap();
    act(page).await;
    let up = keys().then(KeyAction::Up { value: SHIFT });
    page.client.perform_actions(up).await.unwrap();
}

#[tokio::test]
async fn a_trust_can_switch_the_exit_off() {
    let page = page("exit=\"off\"").await;
    assert_eq!(
        page.run("return !q('[data-action=exit]')").await,
        json!(true)
    );
    for _ in 0..3 {
        page.press(SHIFT).await;
    }
    assert_eq!(page.question().await, "who");
}

mod every_engine {
    use super::*;

    /// Moves the mouse from the heading of the host page to its end, with the button pressed.
    async fn drag(page: &Page) {
        let to = |x: f64, y: f64| PointerAction::MoveTo {
            duration: None,
            x,
            y,
        };
        let button = MOUSE_BUTTON_LEFT;
        let drag = MouseActions::new("mouse".to_owned())
            .then(to(10.0, 10.0))
            .then(PointerAction::Down { button })
            .then(to(200.0, 20.0))
            .then(PointerAction::Up { button });
        page.client.perform_actions(drag).await.unwrap();
    }

    /// Waits for this time, in milliseconds.
    async fn hold(page: &Page, time: u32) {
        page.until(&format!(
            "(memory.since = memory.since || performance.now()) < performance.now() - {time}"
        ))
        .await;
    }

    /// People also hold Shift to select text and to type. The page must then stay open.
    #[tokio::test]
    async fn shift_with_another_act_is_no_press() {
        let page = page("").await;
        for _ in 0..3 {
            with_shift(&page, async |page| {
                page.click_on("document.querySelector('h1')").await
            })
            .await;
        }
        for _ in 0..3 {
            with_shift(&page, drag).await;
        }
        for key in ['a', TAB, DOWN] {
            for _ in 0..3 {
                with_shift(&page, async |page| page.press(key).await).await;
            }
        }
        for _ in 0..3 {
            with_shift(&page, async |page| hold(page, 900).await).await;
        }
        assert_eq!(page.question().await, "who");
    }
}

mod chromium_only {
    use super::*;

    /// Waits until another page has replaced this page in the browser's history.
    async fn until_replaced(page: &Page) {
        for _ in 0..2_000 {
            let history = page.ask_tools("Page.getNavigationHistory", json!({})).await;
            let entries = history["entries"].as_array().unwrap();
            if entries.last().unwrap()["url"] == json!(NOWHERE) {
                return;
            }
        }
        let history = page.ask_tools("Page.getNavigationHistory", json!({})).await;
        panic!("the page was not replaced: {history}");
    }

    /// The hazard log lists this test under HAZ-007.
    #[tokio::test]
    async fn the_exit_button_replaces_the_page() {
        let page = page(&format!("exit=\"{NOWHERE}\"")).await;
        page.click("[data-action=exit]").await;
        until_replaced(&page).await;
    }

    /// The hazard log lists this test under HAZ-007.
    #[tokio::test]
    async fn shift_three_times_replaces_the_page() {
        let page = page(&format!("exit=\"{NOWHERE}\"")).await;
        for _ in 0..3 {
            page.press(SHIFT).await;
        }
        until_replaced(&page).await;
    }

    /// While the next page loads, this page is hidden and contains no answers.
    ///
    /// The hazard log lists this test under HAZ-007.
    #[tokio::test]
    async fn the_page_is_hidden_until_the_other_page_comes() {
        let page = page(&format!("exit=\"{NOWHERE}\"")).await;
        // One script presses the exit button and reads the state of the page, because the next page
        // may load directly afterwards.
        let state = page
            .run("q('[data-action=exit]').click(); return (async () => { for (let turn = 0; turn < 20; turn += 1) await null; return [getComputedStyle(document.documentElement).display, !!q('[data-question]')]; })()")
            .await;
        assert_eq!(state, json!(["none", false]));
    }
}
