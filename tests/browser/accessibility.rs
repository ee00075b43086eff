//! What an accessibility checker says of the widget: nothing.

use crate::page::{Hand, Page};
use serde_json::{Value, json};

const CHECK: &str = "const done = arguments[arguments.length - 1];
const run = () => axe.run('ppimhs-finder', {resultTypes: ['violations']}).then((found) => done(found.violations.map((fault) => fault.id + ': ' + fault.nodes.map((node) => node.html).join(' | '))), (error) => done(['' + error]));
if (window.axe) run();
else { const script = document.createElement('script'); script.src = '/axe.js'; script.onload = run; document.head.append(script); }";

async fn nothing_is_found(page: &Page, screen: &str) {
    page.until("q('link').sheet && true").await;
    let found = page.client.execute_async(CHECK, Vec::new()).await.unwrap();
    assert_eq!(found, json!([]), "{screen}");
}

/// Every screen of a journey, with the error on each question.
async fn check(answers: Value, width: u32) {
    let page = Page::opened(width, 800).await;
    page.until("q('[data-action=start]')").await;
    nothing_is_found(&page, "start").await;
    page.start(Hand::Mouse).await;
    while page.run("return !q('[data-screen=result]')").await == json!(true) {
        let question = page.question().await;
        nothing_is_found(&page, &question).await;
        page.click("[data-action=continue]").await;
        page.until("q('.nhsuk-error-summary')").await;
        nothing_is_found(&page, &format!("the error on {question}")).await;
        let options: Vec<String> = match &answers[&question] {
            Value::String(option) => vec![option.clone()],
            list => serde_json::from_value(list.clone()).unwrap(),
        };
        page.pick(Hand::Mouse, &options).await;
        page.go_on(Hand::Mouse).await;
    }
    nothing_is_found(&page, "the result").await;
    page.close().await;
}

/// HAZ-010, HAZ-019.
#[tokio::test]
async fn no_screen_of_the_longest_kind_of_journey_has_a_fault() {
    check(
        json!({
            "danger": ["none"], "who": "family-i-work-with", "needs-help": "birth-parent", "stage": ["pregnant", "has-child"],
            "today": ["unwanted-thoughts", "child-unwell"], "help-with": ["mood", "bonding", "crying-sleep-feeding", "development"],
            "bonding-with": "both", "child-age": "13-to-18-months", "parent-signs": ["detached"], "baby-signs": ["avoids-eyes"],
            "effect": "a-little", "skills": "lost", "area": "not-sure"
        }),
        320,
    )
    .await;
}

/// HAZ-010, HAZ-019.
#[tokio::test]
async fn no_screen_of_an_emergency_has_a_fault() {
    check(
        json!({"danger": ["harmed-child-or-about-to", "psychosis-signs"]}),
        1280,
    )
    .await;
}

/// HAZ-010, HAZ-014, HAZ-019.
#[tokio::test]
async fn no_screen_after_a_loss_has_a_fault() {
    check(
        json!({
            "danger": ["none"], "who": "birth-parent", "stage": ["loss"], "today": ["suicidal-thoughts"],
            "help-with": ["mood", "not-safe-at-home"], "effect": "a-little", "history": "no", "area": "havering"
        }),
        768,
    )
    .await;
}
