//! The widget begins with the first part of its edition. A result that ends the questions needs no more; any
//! other waits for the rest, beside the help.

use crate::{stories::stories, walkthrough::to_result};
use serde_json::{Value, json};
use webdriver_tests::{files::built, input::Hand, page::Page};

/// What stands on the screen, and how tall it is.
const SCREEN: &str = "const step = q('.finder-step'); return [step.innerText, step.offsetHeight]";

/// Every time that the rest was asked for.
const ASKED: &str = "performance.getEntriesByType('resource').filter((file) => file.name.endsWith('.rest.bin')).map((file) => file.startTime)";

/// Every time that what prints and saves was asked for.
const KEEPS: &str = "performance.getEntriesByType('resource').filter((file) => file.name.endsWith('/keep.js')).map((file) => file.startTime)";

/// Answers everything, and looks until there is no question.
async fn to_the_end(page: &Page) {
    let answers = &stories()[2].answers;
    page.start(Hand::Mouse).await;
    while page.run("return !!q('[data-question]')").await == json!(true) {
        let question = page.question().await;
        let options = match &answers[&question] {
            Value::String(option) => vec![option.clone()],
            several => serde_json::from_value(several.clone()).unwrap(),
        };
        page.pick(Hand::Mouse, &options).await;
        page.click("[data-action=continue]").await;
        page.until(&format!("!q('[data-question={question}]')"))
            .await;
    }
}

/// The help stands open, with the way to the guide, and the heading has the focus.
async fn waits(page: &Page) {
    page.until("q('[data-screen=waiting] [data-crisis=open]')")
        .await;
    page.check_screen().await;
    page.until("q('a[href$=\"plain.html\"]').checkVisibility()")
        .await;
    let told = page
        .run("return window.seen.finder.includes('end null')")
        .await;
    assert_eq!(told, json!(false), "a result is told that is not there");
    let half = page.run("return !!q('[data-outcome]')").await;
    assert_eq!(half, json!(false), "half a result");
}

mod every_engine {
    use super::*;

    /// HAZ-001.
    #[tokio::test]
    async fn an_emergency_never_waits_for_the_rest_of_the_pathway() {
        let mut seen = Vec::new();
        for folder in ["", "/late", "/lost", "/foreign"] {
            let page = Page::from(folder, "").await;
            page.start(Hand::Mouse).await;
            let flags = ["suicide-plan", "adult-not-safe"].map(str::to_string);
            page.pick(Hand::Mouse, &flags).await;
            page.go_on(Hand::Mouse).await;
            assert_eq!(page.outcomes().await, ["emergency", "safety-at-home"]);
            page.check_screen().await;
            page.until("window.seen.finder.includes('end null')").await;
            seen.push(page.run(SCREEN).await);
        }
        for screen in &seen[1..] {
            assert_eq!(screen, &seen[0]);
        }
    }

    /// HAZ-008.
    #[tokio::test]
    async fn a_result_that_is_late_waits_beside_the_help_and_then_comes() {
        let page = Page::from("/late", "").await;
        to_the_end(&page).await;
        waits(&page).await;
        page.until("q('[data-action=again]')").await;
        waits(&page).await;
        page.click("[data-action=again]").await;
        page.until("!q('[data-action=again]')").await;
        waits(&page).await;
        page.run("fetch('/bring'); return true").await;
        page.until("q('[data-screen=result]')").await;
        page.check_screen().await;
        page.until("window.seen.finder.includes('end null')").await;
        let late = page.run(SCREEN).await;

        let page = Page::open("").await;
        to_result(&page, &stories()[2].answers).await;
        assert_eq!(page.run(SCREEN).await, late);
    }
}

/// What comes by itself is asked for by the clock: no request tells where a visitor is.
///
/// HAZ-008, HAZ-017.
#[tokio::test]
async fn a_rest_that_was_lost_is_asked_for_again_by_the_clock_alone() {
    let page = Page::from("/lost", "").await;
    to_the_end(&page).await;
    page.until("q('[data-action=again]')").await;
    waits(&page).await;
    for _ in 0..3 {
        page.until("q('[data-action=again]')").await;
        page.click("[data-action=again]").await;
    }
    page.run("fetch('/bring'); return true").await;
    page.until("q('[data-screen=result]')").await;
    let asked = page.run(&format!("return {ASKED}")).await;
    let asked: Vec<f64> = serde_json::from_value(asked).unwrap();
    assert!(asked.len() > 2, "{asked:?}");
    for pair in asked.windows(2) {
        assert!(pair[1] - pair[0] >= 4_900.0, "{asked:?}");
    }
}

/// HAZ-018.
#[tokio::test]
async fn a_rest_of_another_build_is_never_shown() {
    let page = Page::from("/foreign", "").await;
    to_the_end(&page).await;
    page.until("q('[data-action=again]')").await;
    waits(&page).await;
}

/// Also what `cargo xtask build` counts for the first question: all that a browser asks for before the
/// first screen stands, and nothing of it is missing when the first question is asked.
#[tokio::test]
async fn the_rest_is_asked_for_last_and_the_first_question_needs_none_of_it() {
    let page = Page::from("/lost", "").await;
    page.start(Hand::Mouse).await;
    page.until(&format!("{ASKED}.length")).await;
    page.until(&format!("{KEEPS}.length")).await;
    let asked = format!(
        "const first = Math.min(...{ASKED}, ...{KEEPS});
        const files = performance.getEntriesByType('resource').filter((file) => file.name.includes('/lost/') && file.startTime < first);
        return files.map((file) => file.name.split('/lost/')[1]).sort()"
    );
    let named_by_content = [
        "en-GB.edition.bin",
        "ladder.js",
        "ppimhs_finder.js",
        "ppimhs_finder_bg.wasm",
        "widget.css",
    ];
    let mut first: Vec<String> = named_by_content.into_iter().map(built).collect();
    first.push("ppimhs-finder.js".to_owned());
    first.sort();
    assert_eq!(page.texts(&asked).await, first);
}
