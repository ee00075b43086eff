//! The review page, as someone uses it who must sign: the built-in pathway is proved as the page opens,
//! files of one's own take its place, and what is wrong with them is said.

use engines::page::Page;
use fantoccini::Locator;
use std::path::Path;

const PROVED: &str = "document.getElementById('state').textContent.includes('read and proved in')";
const PAPER: &str = "document.querySelector('iframe').contentDocument.body";

async fn open() -> Page {
    let page = Page::open("").await;
    page.goto("/review.html").await;
    page.until(PROVED).await;
    page.until(&format!("!!{PAPER}.querySelector('main')"))
        .await;
    page
}

/// Opens a file of the project in one of the fields.
async fn give(page: &Page, field: &str, file: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(file);
    let path = path.canonicalize().unwrap().display().to_string();
    let field = page.client.find(Locator::Id(field)).await.unwrap();
    field.send_keys(&path).await.unwrap();
}

async fn paper(page: &Page) -> String {
    let text = page.run(&format!("return {PAPER}.textContent")).await;
    text.as_str().unwrap().to_owned()
}

#[tokio::test]
async fn the_built_in_pathway_is_proved_as_the_page_opens() {
    let page = open().await;
    let said = paper(&page).await;
    for expected in [
        "A draft.",
        "0 of 7 who must sign have signed.",
        "hold for all 55,320,931,964,059,135 journeys that are possible.",
        "Where to sign",
    ] {
        assert!(said.contains(expected), "{expected}");
    }
}

#[tokio::test]
async fn a_trust_s_own_file_is_laid_over_it_and_named() {
    let page = open().await;
    give(&page, "trust", "www/trusts/exampleshire.json").await;
    page.until(&format!("{PAPER}.textContent.includes('Little Steps')"))
        .await;
    assert!(paper(&page).await.contains("exampleshire.json"));
    page.client
        .find(Locator::Id("built-in"))
        .await
        .unwrap()
        .click()
        .await
        .unwrap();
    page.until(&format!(
        "!{PAPER}.textContent.includes('Little Steps') && {PROVED}"
    ))
    .await;
}

#[tokio::test]
async fn files_with_findings_say_each_and_hide_what_was_there() {
    let page = open().await;
    give(&page, "pathway", "tests/pathways/small/pathway.json").await;
    page.until("document.querySelectorAll('#findings li').length > 1")
        .await;
    let shown = page
        .run("return document.getElementById('pack').checkVisibility()")
        .await;
    assert_eq!(shown, false);
    give(&page, "pathway", "tests/pathways/small/words/en-GB.json").await;
    page.until("document.querySelectorAll('#findings li').length === 1")
        .await;
    let said = page
        .run("return document.getElementById('findings').textContent")
        .await;
    let said = said.as_str().unwrap();
    assert!(said.starts_with("pathway.json: "), "{said}");
}

#[tokio::test]
async fn opening_files_asks_for_nothing_and_the_numbers_stay() {
    let page = open().await;
    let loaded = "return performance.getEntriesByType('resource').length";
    let before = page.run(loaded).await;
    give(&page, "trust", "www/trusts/exampleshire.json").await;
    page.until(&format!("{PAPER}.textContent.includes('Little Steps')"))
        .await;
    assert_eq!(page.run(loaded).await, before);
    for number in ["999", "111", "116123"] {
        page.until(&format!(
            "document.querySelector('a[href=\"tel:{number}\"]').checkVisibility()"
        ))
        .await;
    }
    let kept = page
        .run("return localStorage.length + sessionStorage.length + document.cookie.length")
        .await;
    assert_eq!(kept, 0);
}

/// Drops a file of the server on the page, as a visitor does from a folder.
const DROP: &str = "const done = arguments[0];
fetch('/trusts/exampleshire.json').then((response) => response.text()).then((text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], 'ours.json', { type: 'application/json' }));
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
    done(true);
});";

#[tokio::test]
async fn a_dropped_file_goes_where_it_belongs() {
    let page = open().await;
    page.client.execute_async(DROP, Vec::new()).await.unwrap();
    page.until(&format!("{PAPER}.textContent.includes('Little Steps')"))
        .await;
    let chosen = page
        .run("return document.getElementById('trust').files[0].name")
        .await;
    assert_eq!(chosen, "ours.json");
    assert!(paper(&page).await.contains("ours.json"));
}
