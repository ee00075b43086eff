//! Takes pictures of every kind of screen at three widths. Writes the pictures as PNG files, and an
//! HTML page with all of them for a person to look at.
//!
//! `cargo xtask screens` builds the widget, runs this program and prints the path of the HTML page.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the program stops at its first failure"
)]

mod sheet;
mod stories;

use sheet::Sheet;
use std::{collections::BTreeSet, path::PathBuf};
use stories::{Story, stories};
use webdriver_tests::{files::top, input::Hand, page::Page};

/// The widths of a small phone, a tablet and a desktop, in CSS pixels.
const WIDTHS: [u32; 3] = [320, 768, 1280];

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let folder = std::env::var_os("PPIMHS_SCREENS")
        .map_or_else(|| top().join("target/screens"), PathBuf::from);
    let mut sheet = Sheet::new(folder);
    let page = Page::sized("", WIDTHS[0], 800).await;
    page.until("q('[data-action=start]') && !!q('[style*=rem]')")
        .await;
    shoot(&page, &mut sheet, "Start").await;
    // The next page can use the browser of this page only after the test drops this page.
    drop(page);
    let mut shown = BTreeSet::new();
    for story in stories() {
        let page = Page::sized("", WIDTHS[0], 800).await;
        shoot_story(&page, &story, &mut sheet, &mut shown).await;
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

/// Answers the questions of a visitor's story. Takes pictures of each question that has no picture
/// yet, of the result and of the summary.
async fn shoot_story(page: &Page, story: &Story, sheet: &mut Sheet, shown: &mut BTreeSet<String>) {
    page.start(Hand::Mouse).await;
    while !page.shows_result().await {
        let question = page.question().await;
        if story.questions && shown.insert(question.clone()) {
            shoot(page, sheet, &format!("Question {question}: {}", story.name)).await;
            page.click("[data-action=continue]").await;
            page.until("q('.nhsuk-error-summary')").await;
            shoot(page, sheet, &format!("Error {question}: {}", story.name)).await;
        }
        let options = page.options_for(&question, &story.answers).await;
        page.pick(Hand::Mouse, &options).await;
        page.go_on(Hand::Mouse).await;
    }
    shoot(page, sheet, &format!("Result: {}", story.name)).await;
    page.click("[data-action=notes]").await;
    page.until("q('[data-screen=summary]')").await;
    shoot(page, sheet, &format!("Summary: {}", story.name)).await;
}

/// Takes a picture of the whole page at each of the three widths.
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
