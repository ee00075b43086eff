//! Tests the review page with files that need too much time or memory, and with a server that sends
//! wrong files. The page ends its worker and starts another one. It stores only files of the same
//! build.

use super::{PROVED, drop_file, press, wait_for_text};
use axum::{
    Router,
    http::{HeaderName, header},
    routing::get,
};
use tower_http::services::ServeDir;
use webdriver_tests::{files::dist, page::Page, server::Site};

/// A script that replaces the worker of the page. One file keeps this worker busy for ever, and
/// another file uses all its memory.
const WORKER: &str = "import './own-worker.js';
    const own = onmessage;
    onmessage = (event) => {
      const [number, method, request] = event.data;
      const text = method === 'read' ? new TextDecoder().decode(request.pathway) : '';
      if (text.includes('for ever')) for (;;);
      if (text.includes('all memory')) postMessage([number, undefined, 'unreachable', true]);
      else own(event);
    };";

const SCRIPT: [(HeaderName, &str); 1] = [(header::CONTENT_TYPE, "text/javascript")];

async fn open() -> (Site, Page) {
    let own = async || {
        let path = dist().join("review/worker.js");
        (SCRIPT, tokio::fs::read(path).await.unwrap())
    };
    let wrapped = async || (SCRIPT, WORKER);
    let pages = Router::new()
        .route("/review/worker.js", get(wrapped))
        .route("/review/own-worker.js", get(own))
        .fallback_service(ServeDir::new(dist()));
    let site = Site::serve(pages).await;
    let page = Page::at(format!("http://127.0.0.1:{}", site.port), 1280, 900).await;
    page.goto("/review.html").await;
    page.until(PROVED).await;
    (site, page)
}

#[tokio::test]
async fn newer_files_end_the_work_on_older_ones() {
    let (_site, page) = open().await;
    drop_file(&page, "slow.json", r#"{"laws": "for ever"}"#).await;
    wait_for_text(&page, "pathway-status", "slow.json").await;
    wait_for_text(&page, "status", "Checking and proving").await;
    press(&page, "reset").await;
    page.until(PROVED).await;
    press(&page, "tab-walkthrough").await;
    page.until("document.querySelectorAll('#journey fieldset').length > 0")
        .await;
}

#[tokio::test]
async fn a_core_without_memory_is_replaced_and_the_page_says_so() {
    let (_site, page) = open().await;
    drop_file(&page, "large.json", r#"{"laws": "all memory"}"#).await;
    wait_for_text(&page, "status", "these files need more time or memory").await;
    press(&page, "reset").await;
    page.until(PROVED).await;
}

/// The browser stores the pathway files first. It stores all scripts of the page, or none.
#[tokio::test]
async fn a_program_of_another_build_is_not_kept() {
    let other = async || (SCRIPT, "export const renderGraph = 1;");
    let pages = Router::new()
        .route("/review/graph.js", get(other))
        .fallback_service(ServeDir::new(dist()));
    let site = Site::serve(pages).await;
    let page = Page::at(format!("http://127.0.0.1:{}", site.port), 1280, 900).await;
    page.goto("/review.html").await;
    page.until(PROVED).await;
    page.until(
        "caches.open('ppimhs-review').then((cache) => cache.keys()).then((kept) => (window.kept = kept.map(({ url }) => url))) && window.kept && window.kept.length === 3",
    )
    .await;
    let kept = page
        .run("return window.kept.every((url) => url.endsWith('.json'))")
        .await;
    assert_eq!(kept, true);
    let offline = page
        .run("return document.getElementById('offline').checkVisibility()")
        .await;
    assert_eq!(offline, false);
}
