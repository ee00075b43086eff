//! Tests the Back link, the browser's Back and Forward, errors, and "Start again".

use serde_json::json;
use webdriver_tests::{
    input::{ENTER, Hand},
    page::Page,
};

/// Answers the first question, and goes on to the second.
async fn at_who(page: &Page) {
    page.start(Hand::Mouse).await;
    page.pick(Hand::Mouse, &["none".to_string()]).await;
    page.go_on(Hand::Mouse).await;
    assert_eq!(page.question().await, "who");
}

/// The hazard log lists this test under HAZ-019.
#[tokio::test]
async fn continue_without_an_answer_says_what_to_do_and_takes_focus_there() {
    let page = Page::open("").await;
    page.start(Hand::Mouse).await;
    page.click("[data-action=continue]").await;
    page.until("q('.nhsuk-error-summary')").await;
    page.until("root().activeElement.closest('.nhsuk-error-summary')")
        .await;
    let address = page.run("return location.href").await;
    page.click(".nhsuk-error-summary a, .nhsuk-error-summary__list button")
        .await;
    page.until("root().activeElement.matches('input')").await;
    assert_eq!(
        page.run("return location.href").await,
        address,
        "the host's address stays"
    );
    let wired = page.run("const input = q('input'); const ids = (input.getAttribute('aria-describedby') || input.closest('fieldset').getAttribute('aria-describedby')).split(' '); return ids.every((id) => root.getElementById(id))").await;
    assert_eq!(wired, json!(true), "the field's description is there");
    page.pick(Hand::Mouse, &["none".to_string()]).await;
    page.go_on(Hand::Mouse).await;
    assert_eq!(page.question().await, "who");
}

#[tokio::test]
async fn enter_in_a_field_continues_and_never_leaves_the_host_s_page() {
    let page = Page::open("").await;
    page.start(Hand::Keyboard).await;
    page.pick(Hand::Keyboard, &["none".to_string()]).await;
    page.press(ENTER).await;
    page.until("q('[data-question=who]')").await;
}

/// The hazard log lists this test under HAZ-016.
#[tokio::test]
async fn back_shows_the_answer_that_was_given() {
    let page = Page::open("").await;
    at_who(&page).await;
    page.click("[data-action=back]").await;
    page.until("q('[data-question=danger]')").await;
    page.until("q('input[value=none]').checked").await;
    page.click("[data-action=back]").await;
    page.until("q('[data-action=start]')").await;
}

/// The hazard log lists this test under HAZ-016.
#[tokio::test]
async fn the_browser_s_back_and_forward_move_through_the_questions() {
    let page = Page::open("").await;
    at_who(&page).await;
    page.client.back().await.unwrap();
    page.until("q('[data-question=danger]')").await;
    page.until("q('input[value=none]').checked").await;
    page.client.forward().await.unwrap();
    page.until("q('[data-question=who]')").await;
    page.client.back().await.unwrap();
    page.until("q('[data-question=danger]')").await;
    page.client.back().await.unwrap();
    page.until("q('[data-action=start]')").await;
    assert_eq!(
        page.run("return document.title").await,
        json!("A host page")
    );
}

/// The browser's history must not show how long each journey was, because a journey of two screens
/// is an emergency.
///
/// The hazard log lists this test under HAZ-007.
#[tokio::test]
async fn the_history_keeps_no_tally_of_earlier_journeys() {
    let page = Page::open("").await;
    for _ in 0..3 {
        at_who(&page).await;
        page.client.refresh().await.unwrap();
    }
    at_who(&page).await;
    let widgets = "return Object.keys(history.state.ppimhsFinder.at).length";
    assert_eq!(page.run(widgets).await, json!(1));
}

/// The hazard log lists this test under HAZ-007 and HAZ-016.
#[tokio::test]
async fn start_again_clears_every_answer() {
    let page = Page::open("").await;
    page.start(Hand::Mouse).await;
    page.pick(Hand::Mouse, &["psychosis-signs".to_string()])
        .await;
    page.go_on(Hand::Mouse).await;
    assert_eq!(page.outcomes().await, ["emergency"]);
    page.click("[data-action=restart]").await;
    page.until("q('[data-action=start]')").await;
    page.start(Hand::Mouse).await;
    let picked = page
        .texts("return [...root.querySelectorAll('input:checked')].map((input) => input.value)")
        .await;
    assert!(picked.is_empty(), "{picked:?}");
}

#[tokio::test]
async fn nothing_takes_focus_before_the_visitor_acts() {
    let page = Page::open("").await;
    page.until("q('[data-action=start]')").await;
    assert_eq!(
        page.run("return document.activeElement.nodeName").await,
        json!("BODY")
    );
}

/// A page translator wraps each text in an element of its own. The next step of the journey must
/// not show these elements.
///
/// The hazard log lists this test under HAZ-015.
#[tokio::test]
async fn a_translator_leaves_no_words_of_the_step_before() {
    let page = Page::open("").await;
    page.start(Hand::Mouse).await;
    let wrap = "const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT); const texts = []; while (walker.nextNode()) if (!walker.currentNode.parentNode.closest('style')) texts.push(walker.currentNode); for (const text of texts) { const font = document.createElement('font'); text.parentNode.insertBefore(font, text); font.appendChild(document.createTextNode('~' + text.data)); text.remove(); }";
    for (question, option) in [
        ("danger", "none"),
        ("who", "birth-parent"),
        ("stage", "pregnant"),
    ] {
        page.run(wrap).await;
        page.pick(Hand::Mouse, &[option.to_string()]).await;
        page.click("[data-action=continue]").await;
        page.until(&format!(
            "!q('[data-question={question}]') && q('[data-question]')"
        ))
        .await;
        let left = page
            .run("return q('[data-question]').textContent.includes('~')")
            .await;
        assert_eq!(left, json!(false), "after {question}");
    }
}

/// The hazard log lists this test under HAZ-010 and HAZ-019.
#[tokio::test]
async fn at_320_pixels_nothing_scrolls_sideways() {
    let page = Page::sized("", 320, 640).await;
    page.start(Hand::Mouse).await;
    page.pick(Hand::Mouse, &["none".to_string()]).await;
    let wide = "return document.documentElement.scrollWidth > document.documentElement.clientWidth";
    assert_eq!(page.run(wide).await, json!(false));
    page.go_on(Hand::Mouse).await;
    assert_eq!(page.run(wide).await, json!(false));
}

/// A script of the host page that replaces the state of the current history entry all the time.
fn with_state(state: &str) -> String {
    format!("setInterval(() => history.replaceState({state}, ''), 100); return true")
}

/// Browsers without the Navigation API cannot tell such entries apart.
mod chromium_only {
    use super::*;

    /// The hazard log lists this test under HAZ-016.
    #[tokio::test]
    async fn back_and_forward_work_on_a_page_that_replaces_the_state_of_each_entry() {
        for state in ["null", "{ x: 1 }", "'text'", "[1, 2]"] {
            let page = Page::open("").await;
            page.until("q('[data-action=start]')").await;
            page.run(&with_state(state)).await;
            at_who(&page).await;
            page.client.back().await.unwrap();
            page.until("q('input[value=none]').checked").await;
            page.client.forward().await.unwrap();
            page.until("q('[data-question=who]')").await;
            page.click("[data-action=back]").await;
            page.until("q('input[value=none]').checked").await;
            page.client.back().await.unwrap();
            page.until("q('[data-action=start]')").await;
        }
    }

    /// After "Start again", the browser's Back leaves the journey behind at once.
    #[tokio::test]
    async fn start_again_leaves_no_dead_entries_on_a_page_that_replaces_the_state() {
        let page = Page::open("").await;
        page.until("q('[data-action=start]')").await;
        page.run("history.pushState(null, '', '#before'); return true")
            .await;
        page.run(&with_state("null")).await;
        at_who(&page).await;
        page.client.back().await.unwrap();
        page.until("q('input[value=none]').checked").await;
        page.pick(Hand::Mouse, &["psychosis-signs".to_string()])
            .await;
        page.go_on(Hand::Mouse).await;
        page.click("[data-action=restart]").await;
        page.until("q('[data-action=start]') && location.hash === '#before'")
            .await;
        page.client.back().await.unwrap();
        page.until("location.hash === ''").await;
    }
}

mod every_engine {
    use super::*;

    /// "Start again" goes back to the entry before the ended journey. A slow browser arrives there
    /// only after the visitor has begun the next journey.
    #[tokio::test]
    async fn a_journey_stays_when_the_browser_arrives_late_at_the_entry_before_it() {
        let page = Page::open("").await;
        at_who(&page).await;
        page.click("[data-action=back]").await;
        page.until("q('input[value=none]').checked").await;
        page.pick(Hand::Mouse, &["psychosis-signs".to_string()])
            .await;
        page.go_on(Hand::Mouse).await;
        page.run(
            "addEventListener('popstate', (event) => { window.arrival = event; }); return true",
        )
        .await;
        page.click("[data-action=restart]").await;
        page.until("window.arrival && q('[data-action=start]')")
            .await;
        at_who(&page).await;
        page.run(
            "dispatchEvent(new PopStateEvent('popstate', { state: arrival.state })); return true",
        )
        .await;
        page.resolved(
            "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))",
        )
        .await;
        assert_eq!(page.question().await, "who");
    }
}
