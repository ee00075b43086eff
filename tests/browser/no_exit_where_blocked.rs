//! Checks that the widget shows no exit where the exit would do nothing: in a frame that may not
//! replace the page around it, and on a page that has failed.

use crate::serve_snippets::{Sites, enter, printed};
use serde_json::json;
use webdriver_tests::{input::Hand, page::Page};

/// The right of a frame to replace the page around it.
const RIGHT: &str = " allow-top-navigation-by-user-activation";
/// The advice that replaces the exit.
const ADVICE: &str = "If this page stays open, close this tab.";

/// Opens a page with snippet C, whose frame has all rights or may not replace the page. `more` is
/// further HTML.
async fn open(has_right: bool, more: &str) -> (Sites, Page) {
    let snippet = printed("c");
    assert!(snippet.contains(RIGHT));
    let snippet = match has_right {
        true => snippet,
        false => snippet.replace(RIGHT, ""),
    };
    let sites = Sites::with(&format!("{snippet}\n{more}"), None).await;
    let page = Page::at(sites.address(), 800, 900).await;
    page.goto("/").await;
    enter(&page, &["c"]).await;
    page.until("q('[data-action=start]')").await;
    (sites, page)
}

/// Checks whether the screen shows the exit, or the advice in its place.
async fn check_exit(page: &Page, is_shown: bool) {
    let parts = "return [...root.querySelectorAll('[data-action=exit], .finder-leave')].map((part) => part.checkVisibility())";
    let parts = page.run(parts).await;
    let parts = parts.as_array().unwrap();
    assert!(!parts.is_empty());
    assert!(
        parts.iter().all(|part| *part == json!(is_shown)),
        "{parts:?}"
    );
    let text = page
        .run("return root.querySelector('[data-rung]').innerText")
        .await;
    let text = text.as_str().unwrap();
    assert_eq!(text.contains(ADVICE), !is_shown, "{text}");
    assert_eq!(text.contains("Exit this page"), is_shown, "{text}");
}

/// Presses Start, Back, and Start again, and answers the first question. Checks each screen.
async fn check_journey(page: &Page, is_shown: bool) {
    page.start(Hand::Mouse).await;
    check_exit(page, is_shown).await;
    page.click("[data-action=back]").await;
    page.until("q('[data-action=start]')").await;
    check_exit(page, is_shown).await;
    page.start(Hand::Mouse).await;
    page.click("[data-action=continue]").await;
    page.until("q('.nhsuk-error-summary')").await;
    check_exit(page, is_shown).await;
    let first = page.texts("return [q('form input').value]").await;
    page.pick(Hand::Mouse, &first).await;
    page.go_on(Hand::Mouse).await;
    page.check_screen().await;
    check_exit(page, is_shown).await;
}

mod chromium_only {
    use super::*;

    /// The frame learns at the first press that it cannot exit.
    ///
    /// The hazard log lists this test under HAZ-007.
    #[tokio::test]
    async fn a_frame_that_cannot_exit_says_to_close_the_tab() {
        let (_sites, page) = open(false, "").await;
        check_journey(&page, false).await;
    }
}

mod every_engine {
    use super::*;

    /// The hazard log lists this test under HAZ-007.
    #[tokio::test]
    async fn a_frame_that_can_exit_keeps_its_button() {
        let (_sites, page) = open(true, "").await;
        check_journey(&page, true).await;
        // The script of the page around the frame exits, even if the frame may not.
        let (_sites, page) = open(false, &printed("grow")).await;
        page.until("window.seen.told.some((line) => line.includes('hello'))")
            .await;
        check_journey(&page, true).await;
    }

    /// The hazard log lists this test under HAZ-007.
    #[tokio::test]
    async fn an_exit_as_the_first_press_in_such_a_frame_hides_the_page() {
        let (_sites, page) = open(false, "").await;
        page.click("[data-action=exit]").await;
        let text = page.until("document.body.innerText.trim() === 'If this page stays open, close this tab.' && document.body.innerText.trim()").await;
        assert_eq!(text, json!(ADVICE));
    }
}

/// The hazard log lists this test under HAZ-007, HAZ-008.
#[tokio::test]
async fn a_page_that_has_failed_shows_no_exit() {
    for (folder, attributes) in [
        ("/frameless", "mode=\"frame\""),
        ("/gone", ""),
        ("", "pathway=\"/broken/pathway.json\""),
        ("", "trust=\"/nowhere/trust.json\""),
    ] {
        let page = Page::from(folder, attributes).await;
        if attributes.contains(".json") {
            page.until_own_files_failed().await;
        } else {
            page.until_failed().await;
        }
        check_no_exit(&page).await;
    }
    let page = Page::open("").await;
    page.until("q('[data-action=start]')").await;
    page.run("document.createElement = () => { delete document.createElement; throw Error('no'); }; q('[data-action=start]').click(); return true")
        .await;
    page.until_failed().await;
    check_no_exit(&page).await;
}

/// Checks that a page names no exit, and that three presses of Shift do nothing.
async fn check_no_exit(page: &Page) {
    let text = "return q('[data-rung]').innerText";
    let before = page.run(text).await;
    assert!(!before.to_string().contains("Exit this page"), "{before}");
    for _ in 0..3 {
        page.press('\u{e008}').await;
    }
    let state = "return [!!q('[data-action=exit]'), !!q('[role=status]'), getComputedStyle(document.documentElement).display, q('[data-rung]').innerText]";
    assert_eq!(
        page.run(state).await,
        json!([false, false, "block", before])
    );
}
