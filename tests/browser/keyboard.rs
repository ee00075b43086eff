//! Tests the widget with the keyboard. The focus can leave every part of the widget, and it moves
//! to each new heading. The focused element is always visible.

use crate::{
    stories::stories,
    walkthrough::{look_on_the_way, story, to_summary},
};
use serde_json::json;
use webdriver_tests::{
    input::{ENTER, Hand, SPACE, TAB},
    page::Page,
};

/// The maximum number of Tab presses from the heading of a screen to the end of the widget.
const MOST_TABS: usize = 120;

/// A JavaScript condition. It returns `sight` if the whole focused element is visible, and
/// `outside` if the focus has left the widget. The test waits for it, because a browser may scroll
/// some time after the key.
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

    /// The scenario in this test has the most questions, and the wording for professionals.
    ///
    /// The hazard log lists this test under HAZ-019.
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
        // After the last element of the widget, Tab moves the focus to the host page.
        for _ in 0..40 {
            if page.run("return document.activeElement.localName").await != json!("ppimhs-finder") {
                return;
            }
            page.press(TAB).await;
        }
        panic!("Tab does not lead out of the widget");
    }
}

/// The hazard log lists this test under HAZ-019.
#[tokio::test]
async fn what_has_the_focus_is_never_covered() {
    for story in stories().into_iter().filter(|story| story.questions) {
        let page = Page::sized("", 360, 640).await;
        look_on_the_way(&page, &story.answers, tab_to_the_end).await;
        to_summary(&page).await;
        tab_to_the_end(&page, "summary").await;
    }
}

/// Presses Tab until the focus leaves the widget. After each press, waits until the focused element
/// is visible.
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

    /// A browser freezes the page in a hidden tab or on a locked phone. The answers must stay in
    /// memory.
    ///
    /// The hazard log lists this test under HAZ-021.
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
