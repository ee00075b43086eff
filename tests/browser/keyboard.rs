//! Tests the widget with the keyboard. The focus can leave every part of the widget, and it moves
//! to each new heading. The focused element is always visible.

use crate::walk_scenario::story;
use serde_json::json;
use webdriver_tests::{
    input::{ENTER, Hand, SPACE, TAB},
    page::Page,
};

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
