//! When the widget cannot run, whatever the cause, the crisis block and the plain guide are there.

use serde_json::json;
use webdriver_tests::{input::Hand, page::Page};

async fn crisis_and_guide_are_there(page: &Page, code: &str) {
    page.until("window.seen.finder.some((event) => event.startsWith('failed'))")
        .await;
    for (number, tel) in [("999", "999"), ("111", "111"), ("116 123", "116123")] {
        page.until(&format!("[...root().querySelectorAll('a[href=\"tel:{tel}\"]')].some((link) => link.textContent.includes('{number}') && link.checkVisibility())")).await;
    }
    page.until("q('a[href$=\"plain.html\"]').checkVisibility()")
        .await;
    let said = page
        .run("return window.seen.finder.find((event) => event.startsWith('failed'))")
        .await;
    assert!(said.as_str().unwrap().contains(code), "{said}");
    let questions = page
        .run("return !!q('[data-question], [data-action=start]')")
        .await;
    assert_eq!(questions, json!(false), "never half a page");
}

/// HAZ-008.
#[tokio::test]
async fn a_cut_pathway_shows_the_crisis_block_and_the_plain_guide() {
    let page = Page::open("pathway=\"/broken/pathway.json\"").await;
    crisis_and_guide_are_there(&page, "pathway").await;
}

/// HAZ-008.
#[tokio::test]
async fn a_pathway_that_is_not_there_shows_the_crisis_block_and_the_plain_guide() {
    let page = Page::open("pathway=\"/nowhere/pathway.json\"").await;
    crisis_and_guide_are_there(&page, "").await;
}

/// The module stops in the middle of a screen: once by its own fault, once by an error of the page's
/// that passes through it. It can say nothing after that, and its page is told all the same.
///
/// HAZ-008.
#[tokio::test]
async fn a_module_that_dies_leaves_the_crisis_block_and_the_plain_guide() {
    for broken in ["createElement", "createTextNode"] {
        let page = Page::open("").await;
        page.until("q('[data-action=start]')").await;
        page.run(&format!(
            "document.{broken} = () => {{ delete document.{broken}; throw Error('no'); }}; q('[data-action=start]').click(); return true"
        ))
        .await;
        crisis_and_guide_are_there(&page, "panic").await;
    }
}

/// HAZ-008.
#[tokio::test]
async fn a_script_for_the_frame_that_is_not_there_leaves_the_crisis_block_and_the_plain_guide() {
    let page = Page::from("/frameless", "mode=\"frame\"").await;
    crisis_and_guide_are_there(&page, "load").await;
}

/// A new build was put up between two requests of a visitor, and the old one is gone.
///
/// HAZ-008.
#[tokio::test]
async fn a_program_that_an_update_took_away_leaves_the_crisis_block_and_the_plain_guide() {
    let page = Page::from("/gone", "").await;
    crisis_and_guide_are_there(&page, "load").await;
}

/// The reader is loaded, reads the files that the page names, and the widget runs what it made.
#[tokio::test]
async fn a_pathway_that_the_page_names_runs() {
    let page = Page::open("pathway=\"/pathways/ppimhs/pathway.json\"").await;
    page.start(Hand::Mouse).await;
    assert_eq!(page.question().await, "danger");
    let loaded = page
        .run("return performance.getEntriesByType('resource').some((file) => file.name.includes('reader'))")
        .await;
    assert_eq!(loaded, json!(true));
}

/// HAZ-008.
#[tokio::test]
async fn the_plain_guide_holds_every_outcome_and_no_script() {
    let page = Page::open("").await;
    page.client
        .goto(&format!("{}/plain.html", page.address))
        .await
        .unwrap();
    let guide = page
        .client
        .execute("return {scripts: document.scripts.length, text: document.body.innerText, heading: document.querySelectorAll('h1').length}", Vec::new())
        .await
        .unwrap();
    assert_eq!(guide["scripts"], json!(0));
    assert_eq!(guide["heading"], json!(1));
    let text = guide["text"].as_str().unwrap();
    for words in [
        "999",
        "111",
        "116 123",
        "PPIMHS",
        "0300 555 1242",
        "health visitor",
    ] {
        assert!(text.contains(words), "{words}");
    }
}
