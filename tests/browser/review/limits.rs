//! Tests the review page with files that need too much time or memory, and with a server that sends
//! wrong files. The page ends its worker and starts another one. It stores only files of the same
//! build.

use super::{PROVED, SIGN_OFF, drop_file, press, text_of, wait_for_text};
use axum::{
    Router,
    http::{HeaderName, header},
    routing::get,
};
use serde_json::json;
use tower_http::services::ServeDir;
use webdriver_tests::{
    files::{dist, pathway},
    page::Page,
    server::Site,
};

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

/// HTML in the texts and in the name of a file.
const HTML: &str = "<img id=planted src=x onerror=window.planted=1>";

/// A script that returns whether the HTML of a file became an element or ran.
const PLANTED: &str = "return [document, document.querySelector('iframe').contentDocument].map((tree) => !!tree.querySelector('#planted')).concat('planted' in window)";

#[tokio::test]
async fn the_html_of_a_file_stays_text() {
    let (_site, page) = open().await;
    let mut words = pathway("words/en-GB.json");
    words["title"] = format!("Find help {HTML}").into();
    drop_file(&page, "en-GB.json", &words.to_string()).await;
    page.until(&format!(
        "{SIGN_OFF}.textContent.includes('<img id=planted')"
    ))
    .await;
    for tab in ["tab-graph", "tab-walkthrough"] {
        press(&page, tab).await;
        assert_eq!(page.run(PLANTED).await, json!([false, false, false]));
    }
    drop_file(&page, &format!("{HTML}.json"), "{ \"laws\": 1 }").await;
    page.until("document.querySelectorAll('#findings li').length > 0")
        .await;
    let findings = text_of(&page, "findings").await;
    assert!(findings.contains(HTML), "{findings}");
    assert_eq!(page.run(PLANTED).await, json!([false, false, false]));
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
