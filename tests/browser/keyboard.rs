//! The widget by keyboard alone: no trap, focus on each new heading, and the focus always in sight.

use crate::{
    stories::stories,
    walkthrough::{look_on_the_way, story, to_summary},
};
use serde_json::json;
use webdriver_tests::{
    input::{ENTER, Hand, SPACE, TAB},
    page::Page,
};

/// The most presses of Tab from the heading of a screen to the end of the widget.
const MOST_TABS: usize = 120;

/// Gives `sight` once the whole focused element is in sight and uncovered, or `outside` when the focus
/// has left the widget. A browser may scroll a moment after the key.
const IN_SIGHT: &str = "(() => {
  const root = roots[roots.length - 1];
  const part = root.activeElement;
  if (!part) return 'outside';
  const box = part.getClientRects()[0];
  const covered = [...root.querySelectorAll('.finder-top')].some((bar) => {
    if (bar.contains(part) || getComputedStyle(bar).position !== 'sticky') return false;
    const over = bar.getBoundingClientRect();
    return box.top < over.bottom - 1 && box.bottom > over.top + 1;
  });
  return covered || box.top < 0 || box.bottom > innerHeight ? '' : 'sight';
})()";

mod every_engine {
    use super::*;

    /// The story has the most questions, in the wording of a professional.
    ///
    /// HAZ-019.
    #[tokio::test]
    async fn the_longest_journey_takes_only_keys() {
        let answers = story("A midwife").answers;
        let page = Page::open("").await;
        page.start(Hand::Keyboard).await;
        page.answer_all(Hand::Keyboard, &answers).await;
        page.use_control(Hand::Keyboard, "[data-action=notes]", ENTER)
            .await;
        page.until("q('[data-screen=summary]') && /^H[1-6]$/.test(root().activeElement.nodeName)")
            .await;
        page.use_control(Hand::Keyboard, "[data-note=background] input", SPACE)
            .await;
        page.until("q('[data-note=background] input').checked")
            .await;
        // Tab leads out of the widget at its end.
        for _ in 0..40 {
            if page.run("return document.activeElement.localName").await != json!("ppimhs-finder") {
                return;
            }
            page.press(TAB).await;
        }
        panic!("Tab does not lead out of the widget");
    }
}

/// HAZ-019.
#[tokio::test]
async fn what_has_the_focus_is_never_covered() {
    for story in stories().into_iter().filter(|story| story.questions) {
        let page = Page::sized("", 360, 640).await;
        look_on_the_way(&page, &story.answers, tab_to_the_end).await;
        to_summary(&page).await;
        tab_to_the_end(&page, "summary").await;
    }
}

/// Presses Tab until the focus leaves the widget, and waits each time until what has it is in sight.
async fn tab_to_the_end(page: &Page, screen: &str) {
    for _ in 0..MOST_TABS {
        page.press(TAB).await;
        if page.until(IN_SIGHT).await == json!("outside") {
            return;
        }
    }
    panic!("{screen}: Tab does not lead out of the widget");
}

mod chromium_only {
    use super::*;

    /// The browser freezes the page of a locked phone or a hidden tab; the answers stay, in memory alone.
    ///
    /// HAZ-021.
    #[tokio::test]
    async fn the_journey_is_there_when_a_phone_is_unlocked() {
        let page = Page::open("").await;
        page.start(Hand::Mouse).await;
        page.pick(Hand::Mouse, &["none".to_owned()]).await;
        page.go_on(Hand::Mouse).await;
        page.pick(Hand::Mouse, &["carer".to_owned()]).await;
        for state in ["frozen", "active"] {
            page.ask_tools("Page.setWebLifecycleState", json!({"state": state}))
                .await;
        }
        page.until("q('[data-question=who] input[value=carer]').checked")
            .await;
        let stored = page
            .run("return [localStorage.length, sessionStorage.length, document.cookie]")
            .await;
        assert_eq!(stored, json!([0, 0, ""]));
        page.go_on(Hand::Mouse).await;
        page.click("[data-action=back]").await;
        page.until("q('[data-question=who] input[value=carer]').checked")
            .await;
    }
}
