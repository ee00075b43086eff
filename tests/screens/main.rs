//! Every kind of screen at three widths, as PNG files and on one HTML sheet, so that a person can see
//! them all at a glance. `cargo xtask screens` builds the page, runs this and says where the sheet is.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "it stops at the first thing that is not as it must be"
)]

mod sheet;
mod stories;

use serde_json::{Value, json};
use sheet::Sheet;
use std::{collections::BTreeSet, path::PathBuf};
use stories::{Story, stories};
use webdriver_tests::{input::Hand, page::Page};

/// A small phone, a tablet, a desk.
const WIDTHS: [u32; 3] = [320, 768, 1280];

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let folder = std::env::var_os("PPIMHS_SCREENS").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/screens")),
        PathBuf::from,
    );
    let mut sheet = Sheet::new(folder);
    let page = Page::sized("", WIDTHS[0], 800).await;
    page.until("q('[data-action=start]') && !!q('[style*=rem]')")
        .await;
    shoot(&page, &mut sheet, "Start").await;
    // A page that is dropped gives its browser to the next.
    drop(page);
    let mut shown = BTreeSet::new();
    for story in stories() {
        let page = Page::sized("", WIDTHS[0], 800).await;
        tell(&page, &story, &mut sheet, &mut shown).await;
    }
    let page = Page::sized("pathway=\"/broken/pathway.json\"", WIDTHS[0], 800).await;
    page.until("window.seen.finder.some((event) => event.startsWith('failed'))")
        .await;
    shoot(&page, &mut sheet, "When the questions cannot open").await;
    page.client
        .goto(&format!("{}/plain.html", page.address))
        .await
        .unwrap();
    shoot(&page, &mut sheet, "The plain guide").await;
    println!("{}", sheet.write().display());
}

/// Goes through a story; shows each question once, then the result and its summary.
async fn tell(page: &Page, story: &Story, sheet: &mut Sheet, shown: &mut BTreeSet<String>) {
    page.start(Hand::Mouse).await;
    while page.run("return !q('[data-screen=result]')").await == json!(true) {
        let question = page.question().await;
        if story.questions && shown.insert(question.clone()) {
            shoot(page, sheet, &format!("Question {question}: {}", story.name)).await;
            page.click("[data-action=continue]").await;
            page.until("q('.nhsuk-error-summary')").await;
            shoot(page, sheet, &format!("Error {question}: {}", story.name)).await;
        }
        let options = match &story.answers[&question] {
            Value::String(option) => vec![option.clone()],
            Value::Array(_) => serde_json::from_value(story.answers[&question].clone()).unwrap(),
            _ => {
                page.texts("return [[...root.querySelectorAll('form input')].pop().value]")
                    .await
            }
        };
        page.pick(Hand::Mouse, &options).await;
        page.go_on(Hand::Mouse).await;
    }
    shoot(page, sheet, &format!("Result: {}", story.name)).await;
    page.click("[data-action=notes]").await;
    page.until("q('[data-screen=summary]')").await;
    shoot(page, sheet, &format!("Summary: {}", story.name)).await;
}

/// The whole page at each width.
async fn shoot(page: &Page, sheet: &mut Sheet, name: &str) {
    let mut pictures = Vec::new();
    for width in WIDTHS {
        page.resize(width, 800).await;
        let height = page
            .client
            .execute("return document.documentElement.scrollHeight", Vec::new())
            .await
            .unwrap();
        let height = u32::try_from(height.as_u64().unwrap()).unwrap();
        page.resize(width, height.clamp(400, 12_000)).await;
        pictures.push((width, page.client.screenshot().await.unwrap()));
    }
    page.resize(WIDTHS[0], 800).await;
    sheet.add(name, &pictures);
}
