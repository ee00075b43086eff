//! Tests that the help and the link to the plain guide appear if the widget cannot run.

use serde_json::json;
use webdriver_tests::{input::Hand, page::Page};

/// Waits for the help, and compares the code in the event `ppimhs-finder-failed` with this code.
async fn check_failed(page: &Page, code: &str) {
    page.until_failed().await;
    check_event(page, code).await;
}

/// Checks the code in the event `ppimhs-finder-failed`.
async fn check_event(page: &Page, code: &str) {
    let event = "return window.seen.finder.find((event) => event.startsWith('failed'))";
    let event = page.run(event).await;
    assert!(event.as_str().unwrap().contains(code), "{event}");
}

/// The hazard log lists this test under HAZ-008.
#[tokio::test]
async fn a_cut_pathway_shows_the_help_and_no_guide_of_another() {
    let page = Page::open("pathway=\"/broken/pathway.json\"").await;
    page.until_own_files_failed().await;
    check_event(&page, "pathway").await;
}

/// The hazard log lists this test under HAZ-008.
#[tokio::test]
async fn a_missing_pathway_shows_the_help_and_no_guide_of_another() {
    let page = Page::open("pathway=\"/nowhere/pathway.json\"").await;
    page.until_own_files_failed().await;
    check_event(&page, "").await;
}

/// A panic of the module in the middle of a screen must end in the help, too.
///
/// The hazard log lists this test under HAZ-008.
#[tokio::test]
async fn a_module_that_stops_leaves_the_help_and_the_plain_guide() {
    for broken in ["createElement", "createTextNode"] {
        let page = Page::open("").await;
        page.until("q('[data-action=start]')").await;
        page.run(&format!(
            "document.{broken} = () => {{ delete document.{broken}; throw Error('no'); }}; q('[data-action=start]').click(); return true"
        ))
        .await;
        check_failed(&page, "panic").await;
    }
}

/// The hazard log lists this test under HAZ-008.
#[tokio::test]
async fn a_missing_script_for_the_frame_leaves_the_help_and_the_plain_guide() {
    let page = Page::from("/frameless", "mode=\"frame\"").await;
    check_failed(&page, "load").await;
}

/// Between two requests of a visitor, an update of the trust's server removes the old folder of the
/// program.
///
/// The hazard log lists this test under HAZ-008.
#[tokio::test]
async fn a_program_that_an_update_removed_leaves_the_help_and_the_plain_guide() {
    let page = Page::from("/gone", "").await;
    check_failed(&page, "load").await;
}

/// The host page sets its own pathway files. The widget runs the edition that it makes from these
/// files.
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

/// The hazard log lists this test under HAZ-008.
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
