//! Tests the script that `cargo xtask serve` adds to a page. The script reloads the page after a
//! build, and shows a message after a failed build.

use axum::{Router, http::header, response::Html, routing::get};
use serde_json::json;
use webdriver_tests::{page::Page, server::Site};

const RELOAD: &str = include_str!("../../src/xtask/development/reload.js");

/// A page with the script that reloads it. The test itself sends the events of builds to this page.
const PAGE: &str = r#"<!doctype html><title>A page</title>
<script>window.EventSource = class { constructor(address) { Object.assign(window, { source: this, address }); } };</script>
<script type="module" src="/reload.js"></script>"#;

/// Opens the page of this test at a path of the site, and sends it the first event of a build.
async fn open(path: &str) -> Page {
    let script = ([(header::CONTENT_TYPE, "text/javascript")], RELOAD);
    let pages = Router::new()
        .route("/reload.js", get(async move || script))
        .fallback(async || Html(PAGE));
    let site = Site::serve(pages).await;
    let page = Page::at(format!("http://127.0.0.1:{}", site.port), 800, 900).await;
    page.goto(path).await;
    page.until(LISTENS).await;
    page.run("window.isOld = true; return true").await;
    tell(&page, 1, 1, false).await;
    page
}

const LISTENS: &str = "window.source && window.source.onmessage && !window.isOld";

/// Sends the page the state of the builds: a number for the builds of the demo page, one for the
/// builds of other pages, and whether the last build failed.
async fn tell(page: &Page, of_page: u32, others: u32, failed: bool) {
    let state =
        json!({"page": of_page.to_string(), "others": others.to_string(), "failed": failed});
    let state = json!(state.to_string());
    page.run(&format!(
        "source.onmessage({{ data: {state} }}); return true"
    ))
    .await;
}

#[tokio::test]
async fn a_build_that_failed_shows_a_notice_and_one_that_works_removes_it() {
    let page = open("/").await;
    let notice = "return [...document.querySelectorAll('[role=alert]')].map((notice) => notice.checkVisibility() && notice.textContent)";
    assert_eq!(
        page.run("return address").await,
        json!("/development/events")
    );
    assert_eq!(page.run(notice).await, json!([]));
    tell(&page, 1, 1, true).await;
    let shown = page.texts(notice).await;
    assert!(shown[0].starts_with("The last build failed"), "{shown:?}");
    tell(&page, 1, 1, true).await;
    assert_eq!(page.texts(notice).await.len(), 1);
    tell(&page, 1, 1, false).await;
    assert_eq!(page.run(notice).await, json!([]));
}

#[tokio::test]
async fn a_new_build_reloads_the_pages_that_it_is_for() {
    let page = open("/").await;
    // The demo page does not use the modules of the review page, so it must not reload.
    tell(&page, 1, 2, false).await;
    assert_eq!(page.run("return window.isOld").await, json!(true));
    tell(&page, 2, 2, false).await;
    page.until(LISTENS).await;

    let review = open("/review.html").await;
    tell(&review, 1, 2, false).await;
    review.until(LISTENS).await;
}
