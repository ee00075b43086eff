//! Walks through a whole scenario, so that a test can look at each screen.

use crate::stories::{Story, stories};
use serde_json::Value;
use webdriver_tests::{input::Hand, page::Page};

/// Goes from the start page to the summary, and calls `look` with each screen and its name.
///
/// Each question comes twice: first without an error, then with the error after Continue without an
/// answer. If the scenario does not answer a question, the visitor picks its last option.
pub async fn walk_through(page: &Page, answers: &Value, mut look: impl AsyncFnMut(&Page, &str)) {
    page.until("q('[data-action=start]') && !!q('[style*=rem]')")
        .await;
    look(page, "start").await;
    page.start(Hand::Mouse).await;
    while !page.shows_result().await {
        page.check_screen().await;
        let question = page.question().await;
        look(page, &format!("question {question}")).await;
        page.click("[data-action=continue]").await;
        page.until("q('.nhsuk-error-summary')").await;
        look(page, &format!("error {question}")).await;
        answer(page, &question, answers).await;
    }
    page.check_screen().await;
    look(page, "result").await;
    page.run("for (const part of root.querySelectorAll('details')) part.open = true; return true")
        .await;
    look(page, "result, all open").await;
    to_summary(page).await;
    look(page, "summary").await;
}

/// Goes from the start page to the result of a scenario.
pub async fn to_result(page: &Page, answers: &Value) {
    look_on_the_way(page, answers, async |_, _| {}).await;
}

/// Goes from the start page to the result. Calls `look` with each question, with the result, and
/// with their names.
pub async fn look_on_the_way(page: &Page, answers: &Value, mut look: impl AsyncFnMut(&Page, &str)) {
    page.start(Hand::Mouse).await;
    while !page.shows_result().await {
        page.check_screen().await;
        let question = page.question().await;
        look(page, &format!("question {question}")).await;
        answer(page, &question, answers).await;
    }
    page.check_screen().await;
    look(page, "result").await;
}

/// Goes from the result to the summary.
pub async fn to_summary(page: &Page) {
    page.click("[data-action=notes]").await;
    page.until("q('[data-screen=summary]')").await;
}

async fn answer(page: &Page, question: &str, answers: &Value) {
    let options = page.options_for(question, answers).await;
    page.pick(Hand::Mouse, &options).await;
    page.go_on(Hand::Mouse).await;
}

/// Returns the first scenario whose name contains these words.
pub fn story(words: &str) -> Story {
    let mut stories = stories().into_iter();
    let found = stories.find(|story| story.name.contains(words));
    found.unwrap_or_else(|| panic!("no story is called {words}"))
}
