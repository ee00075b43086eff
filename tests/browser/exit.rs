//! The way out of the page at once: what was answered goes, and another page stands in this one's place.

use serde_json::json;
use webdriver_tests::{input::Hand, page::Page};

const SHIFT: char = '\u{e008}';

/// A page in the middle of its questions.
async fn page(attributes: &str) -> Page {
    let page = Page::open(attributes).await;
    page.start(Hand::Mouse).await;
    page.pick(Hand::Mouse, &["none".to_owned()]).await;
    page.go_on(Hand::Mouse).await;
    page
}

/// An address that leads nowhere: no test asks another site.
const NOWHERE: &str = "https://127.0.0.1.invalid/";

/// HAZ-007.
#[tokio::test]
async fn how_to_leave_is_told_before_anything_is_asked() {
    let page = Page::open("").await;
    page.until("q('[data-action=start]')").await;
    let told = page.run("return q('.finder-step').innerText").await;
    let told = told.as_str().unwrap();
    for words in [
        "press the Shift key 3 times",
        "answers are cleared",
        "history of your browser",
    ] {
        assert!(told.contains(words), "{words} not in {told}");
    }
    let seen = page.run("return q('.finder-leave').checkVisibility() && q('.finder-leave').compareDocumentPosition(q('[data-action=start]')) === Node.DOCUMENT_POSITION_FOLLOWING").await;
    assert_eq!(seen, json!(true));
}

/// HAZ-007.
#[tokio::test]
async fn shift_three_times_counts_aloud() {
    let page = page("").await;
    page.press(SHIFT).await;
    page.until("[...root().querySelectorAll('[role=status]')].some((said) => said.textContent.includes('2 more times'))").await;
    page.press(SHIFT).await;
    page.until("[...root().querySelectorAll('[role=status]')].some((said) => said.textContent.includes('1 more time'))").await;
    // Any other key begins anew: nobody leaves by writing in capitals.
    page.press('a').await;
    page.until("[...root().querySelectorAll('[role=status]')].every((said) => !said.textContent)")
        .await;
    assert_eq!(page.question().await, "who");
}

#[tokio::test]
async fn a_trust_can_switch_it_off() {
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

mod chromium_only {
    use super::*;

    /// Waits until another page stands in the last place of the history, where this one was.
    async fn left(page: &Page) {
        for _ in 0..2_000 {
            let history = page.ask_tools("Page.getNavigationHistory", json!({})).await;
            let entries = history["entries"].as_array().unwrap();
            if entries.last().unwrap()["url"] == json!(NOWHERE) {
                return;
            }
        }
        let history = page.ask_tools("Page.getNavigationHistory", json!({})).await;
        panic!("the page was never left: {history}");
    }

    /// HAZ-007.
    #[tokio::test]
    async fn the_button_puts_another_page_in_place_of_this_one() {
        let page = page(&format!("exit=\"{NOWHERE}\"")).await;
        page.click("[data-action=exit]").await;
        left(&page).await;
    }

    /// HAZ-007.
    #[tokio::test]
    async fn shift_three_times_leaves_too() {
        let page = page(&format!("exit=\"{NOWHERE}\"")).await;
        for _ in 0..3 {
            page.press(SHIFT).await;
        }
        left(&page).await;
    }

    /// The page is out of sight, and holds no answer, before the next one has come.
    ///
    /// HAZ-007.
    #[tokio::test]
    async fn nothing_can_be_seen_while_the_other_page_comes() {
        let page = page(&format!("exit=\"{NOWHERE}\"")).await;
        // In the same moment: whatever comes later may find the next page there.
        let held = page
            .run("q('[data-action=exit]').click(); return (async () => { for (let turn = 0; turn < 20; turn += 1) await null; return [getComputedStyle(document.documentElement).display, !!q('[data-question]')]; })()")
            .await;
        assert_eq!(held, json!(["none", false]));
    }
}
