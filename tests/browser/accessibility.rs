//! What an accessibility checker says of the widget: nothing, by every rule of WCAG 2.2 A and AA and
//! by its own best practice.

use crate::{
    stories::{Story, stories},
    walkthrough::walk_through,
};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use webdriver_tests::page::Page;

const CHECK: &str = "const done = arguments[arguments.length - 1];
const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const said = (fault) => fault.id + ': ' + fault.nodes.map((node) => node.html + ' ' + node.failureSummary).join(' | ');
const run = () => axe.run(document.querySelector('ppimhs-finder') || document.body, {runOnly: {type: 'tag', values}, resultTypes: ['violations']})
  .then((found) => done(found.violations.map(said)), (error) => done(['' + error]));
if (window.axe) run();
else { const script = document.createElement('script'); script.src = '/axe.js'; script.onload = run; document.head.append(script); }";

pub async fn nothing_is_found(page: &Page, screen: &str) {
    let found = page.client.execute_async(CHECK, Vec::new()).await.unwrap();
    assert_eq!(found, json!([]), "{screen}");
}

async fn check(story: &Story, width: u32) -> BTreeSet<String> {
    let page = Page::opened(width, 800).await;
    let mut seen = BTreeSet::new();
    walk_through(&page, &story.answers, async |page, screen| {
        nothing_is_found(page, &format!("{screen}: {}", story.name)).await;
        seen.insert(screen.to_owned());
    })
    .await;
    seen
}

fn story(name: &str) -> Story {
    let mut stories = stories().into_iter();
    stories.find(|story| story.name.contains(name)).unwrap()
}

/// HAZ-010, HAZ-019: every question and every error at least once, and every story's result and summary.
#[tokio::test]
async fn nothing_is_found_on_any_question_error_result_or_summary() {
    let mut seen = BTreeSet::new();
    for (number, story) in stories().iter().enumerate() {
        seen.extend(check(story, [320, 768, 1280][number % 3]).await);
    }
    let pathway = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../www/pathways/ppimhs/pathway.json"
    );
    let pathway: Value = serde_json::from_slice(&std::fs::read(pathway).unwrap()).unwrap();
    for question in pathway["questions"].as_array().unwrap() {
        let id = question["id"].as_str().unwrap();
        for screen in [format!("question {id}"), format!("error {id}")] {
            assert!(seen.contains(&screen), "{screen} was never looked at");
        }
    }
}

/// HAZ-010, HAZ-014, HAZ-019: a host page may be dark: the widget stands on a ground of its own.
#[tokio::test]
async fn nothing_is_found_on_a_dark_page() {
    let page = Page::opened(768, 800).await;
    page.run("document.documentElement.style.cssText = 'background: #111; color: #eee; color-scheme: dark'; return true").await;
    walk_through(
        &page,
        &story("After a loss").answers,
        async |page, screen| {
            nothing_is_found(page, screen).await;
        },
    )
    .await;
}

mod every_engine {
    use super::{check, story};

    /// HAZ-019.
    #[tokio::test]
    async fn nothing_is_found_on_the_longest_kind_of_journey() {
        check(&story("A midwife"), 320).await;
    }

    /// HAZ-010, HAZ-019.
    #[tokio::test]
    async fn nothing_is_found_in_an_emergency() {
        check(&story("psychosis"), 1280).await;
    }

    /// HAZ-019.
    #[tokio::test]
    async fn nothing_is_found_on_an_urgent_result() {
        check(&story("Thoughts of suicide"), 768).await;
    }
}

#[tokio::test]
async fn nothing_is_found_on_the_review_page() {
    for width in [320, 1280] {
        let page = Page::opened(width, 800).await;
        page.goto("/review.html").await;
        let proved = "document.getElementById('state').textContent.includes('read and proved in')";
        page.until(proved).await;
        nothing_is_found(&page, "review page").await;
    }
}
