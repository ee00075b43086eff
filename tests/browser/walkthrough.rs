//! A visitor who goes through a whole story, and whoever looks at every screen on the way.

use serde_json::{Value, json};
use webdriver_tests::{input::Hand, page::Page};

/// Goes from the start page to the summary. `look` sees each screen, with its name, and each
/// question a second time with the error that Continue brings without an answer. A question that
/// the story does not answer gets its last option.
pub async fn walk_through(page: &Page, answers: &Value, mut look: impl AsyncFnMut(&Page, &str)) {
    page.until("q('[data-action=start]') && !!q('[style*=rem]')")
        .await;
    look(page, "start").await;
    page.start(Hand::Mouse).await;
    while page.run("return !q('[data-screen=result]')").await == json!(true) {
        page.check_screen().await;
        let question = page.question().await;
        look(page, &format!("question {question}")).await;
        page.click("[data-action=continue]").await;
        page.until("q('.nhsuk-error-summary')").await;
        look(page, &format!("error {question}")).await;
        page.pick(Hand::Mouse, &options(page, &answers[&question]).await)
            .await;
        page.go_on(Hand::Mouse).await;
    }
    page.check_screen().await;
    look(page, "result").await;
    page.run("for (const part of root.querySelectorAll('details')) part.open = true; return true")
        .await;
    look(page, "result, all open").await;
    page.run("q('[data-action=notes]').scrollIntoView({ block: 'center' }); return true")
        .await;
    page.click("[data-action=notes]").await;
    page.until("q('[data-screen=summary]')").await;
    look(page, "summary").await;
}

/// Goes to the result.
pub async fn to_result(page: &Page, answers: &Value) {
    page.start(Hand::Mouse).await;
    while page.run("return !q('[data-screen=result]')").await == json!(true) {
        page.check_screen().await;
        let question = page.question().await;
        page.pick(Hand::Mouse, &options(page, &answers[&question]).await)
            .await;
        page.go_on(Hand::Mouse).await;
    }
    page.check_screen().await;
}

async fn options(page: &Page, answer: &Value) -> Vec<String> {
    match answer {
        Value::String(option) => vec![option.clone()],
        Value::Array(_) => serde_json::from_value(answer.clone()).unwrap(),
        _ => {
            page.texts("return [[...root.querySelectorAll('form input')].pop().value]")
                .await
        }
    }
}
