//! axe-core finds nothing on any screen, with every rule of WCAG 2.2 A and AA and of best practice.

use crate::{
    review::PROVED,
    stories::{Story, stories},
    walkthrough::{story, walk_through},
};
use serde_json::json;
use std::collections::BTreeSet;
use webdriver_tests::{files::pathway, page::Page};

/// Runs axe-core in the page, and gives the faults that it finds.
const CHECK: &str = "const done = arguments[arguments.length - 1];
const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const described = (fault) => fault.id + ': ' + fault.nodes.map((node) => node.html + ' ' + node.failureSummary).join(' | ');
const run = () => axe.run(document.querySelector('ppimhs-finder') || document.body, {runOnly: {type: 'tag', values}, resultTypes: ['violations']})
  .then((found) => done(found.violations.map(described)), (error) => done(['' + error]));
if (window.axe) run();
else { const script = document.createElement('script'); script.src = '/axe.js'; script.onload = run; document.head.append(script); }";

/// Fails when axe-core finds a fault on a screen.
pub async fn check_with_axe(page: &Page, screen: &str) {
    let found = page.client.execute_async(CHECK, Vec::new()).await.unwrap();
    assert_eq!(found, json!([]), "{screen}");
}

/// Checks every screen of a story, and gives their names.
async fn check(story: &Story, width: u32) -> BTreeSet<String> {
    let page = Page::opened(width, 800).await;
    let mut seen = BTreeSet::new();
    walk_through(&page, &story.answers, async |page, screen| {
        check_with_axe(page, &format!("{screen}: {}", story.name)).await;
        seen.insert(screen.to_owned());
    })
    .await;
    seen
}

/// Every question and every error comes at least once, and the result and summary of every story.
///
/// HAZ-010, HAZ-019.
#[tokio::test]
async fn axe_finds_nothing_on_any_question_error_result_or_summary() {
    let mut seen = BTreeSet::new();
    for (number, story) in stories().iter().enumerate() {
        seen.extend(check(story, [320, 768, 1280][number % 3]).await);
    }
    for question in pathway("pathway.json")["questions"].as_array().unwrap() {
        let id = question["id"].as_str().unwrap();
        for screen in [format!("question {id}"), format!("error {id}")] {
            assert!(seen.contains(&screen), "{screen} was never checked");
        }
    }
}

/// On a dark host page the widget keeps a background of its own.
///
/// HAZ-010, HAZ-014, HAZ-019.
#[tokio::test]
async fn axe_finds_nothing_on_a_dark_page() {
    let page = Page::opened(768, 800).await;
    page.run("document.documentElement.style.cssText = 'background: #111; color: #eee; color-scheme: dark'; return true").await;
    walk_through(
        &page,
        &story("After a loss").answers,
        async |page, screen| {
            check_with_axe(page, screen).await;
        },
    )
    .await;
}

mod every_engine {
    use super::check;
    use crate::walkthrough::story;

    /// HAZ-019.
    #[tokio::test]
    async fn axe_finds_nothing_on_the_longest_journey() {
        check(&story("A midwife"), 320).await;
    }

    /// HAZ-010, HAZ-019.
    #[tokio::test]
    async fn axe_finds_nothing_in_an_emergency() {
        check(&story("psychosis"), 1280).await;
    }

    /// HAZ-019.
    #[tokio::test]
    async fn axe_finds_nothing_on_an_urgent_result() {
        check(&story("Thoughts of suicide"), 768).await;
    }
}

#[tokio::test]
async fn axe_finds_nothing_on_the_review_page() {
    for width in [320, 1280] {
        let page = Page::opened(width, 800).await;
        page.goto("/review.html").await;
        page.until(PROVED).await;
        check_with_axe(&page, "review page").await;
    }
}
