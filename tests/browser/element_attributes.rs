//! Tests the attributes of the element, and a host page that moves the element.

use serde_json::json;
use webdriver_tests::{input::Hand, page::Page};

#[tokio::test]
async fn the_heading_level_is_the_host_s_to_choose() {
    let page = Page::open("heading-level=\"3\"").await;
    page.start(Hand::Mouse).await;
    page.until("root().activeElement && root().activeElement.nodeName === 'H3'")
        .await;
}

#[tokio::test]
async fn a_wrong_attribute_falls_back_and_says_so_in_one_line() {
    let page = Page::open("heading-level=\"seven\"").await;
    page.start(Hand::Mouse).await;
    page.until("root().activeElement && root().activeElement.nodeName === 'H2'")
        .await;
    let lines = page.texts("return window.seen.console").await;
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].contains("heading-level"), "{lines:?}");
}

#[tokio::test]
async fn a_language_that_the_page_cannot_have_is_told_in_one_line() {
    for attributes in [
        "lang=\"cy\"",
        "lang=\"1\" trust=\"/trusts/exampleshire.json\"",
    ] {
        let page = Page::open(attributes).await;
        page.start(Hand::Mouse).await;
        page.until("window.seen.console.length").await;
        let lines = page.texts("return window.seen.console").await;
        assert_eq!(lines.len(), 1, "{lines:?}");
        assert!(lines[0].contains("use en-GB"), "{lines:?}");
    }
}

#[tokio::test]
async fn the_widget_adds_at_most_one_global_name() {
    let page = Page::open("").await;
    page.until("q('[data-action=start]')").await;
    let names = page.texts("const clean = document.createElement('iframe'); document.body.append(clean); const usual = new Set(Object.getOwnPropertyNames(clean.contentWindow)); clean.remove(); return Object.getOwnPropertyNames(window).filter((name) => !usual.has(name) && !['roots', 'seen'].includes(name) && !/^\\d+$/.test(name) && !name.startsWith('cdc_') && !name.startsWith('ret_') && !name.startsWith('$'))").await;
    assert!(names.len() <= 1, "{names:?}");
}

/// The hazard log lists this test under HAZ-008.
#[tokio::test]
async fn an_element_that_is_removed_and_put_back_works() {
    let page = Page::open("").await;
    page.until("q('[data-action=start]')").await;
    page.run(
        "window.kept = document.querySelector('ppimhs-finder'); window.kept.remove(); return true",
    )
    .await;
    page.client.execute_async("const done = arguments[0]; requestAnimationFrame(() => { document.body.append(window.kept); done(true); });", Vec::new()).await.unwrap();
    page.start(Hand::Mouse).await;
    assert_eq!(page.question().await, "danger");
    page.run("document.body.prepend(window.kept); return true")
        .await;
    page.until("q('[data-question], [data-action=start]')")
        .await;
    let numbers = page
        .run("return root.querySelectorAll('a[href=\"tel:999\"]').length > 0")
        .await;
    assert_eq!(numbers, json!(true));
}
