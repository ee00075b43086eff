//! Tests the review page. It proves the built-in pathway, opens other files, shows their findings,
//! and works without a network.

mod editing;
pub mod files;
mod limits;
pub mod offline;
mod redirected;
mod views;

use axum::{
    Router,
    http::{HeaderValue, StatusCode, header},
    middleware::map_response,
    response::Response,
    routing::get,
};
use fantoccini::Locator;
use serde_json::{Value, json};
use std::{path::Path, sync::Arc};
use tokio::sync::Semaphore;
use tower_http::services::ServeDir;
use webdriver_tests::{
    files::{dist, top},
    page::Page,
    server::Site,
};

/// A JavaScript condition that is true when the page has proved the laws of the open files.
pub const PROVED: &str =
    "document.getElementById('status').textContent.includes('checked and proved in')";
/// A JavaScript expression for the body of the sign-off pack, which the page shows in an iframe.
const SIGN_OFF: &str = "document.querySelector('iframe').contentDocument.body";

pub async fn open() -> Page {
    sized(1280).await
}

pub async fn sized(width: u32) -> Page {
    let page = Page::sized("", width, 900).await;
    page.goto("/review.html").await;
    page.until(PROVED).await;
    page.until(&format!("!!{SIGN_OFF}.querySelector('main')"))
        .await;
    page
}

/// Opens a file of the project in the file field with this HTML id.
pub async fn open_file(page: &Page, field: &str, file: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(file);
    let path = path.canonicalize().unwrap().display().to_string();
    let field = page.client.find(Locator::Id(field)).await.unwrap();
    field.send_keys(&path).await.unwrap();
}

/// Drops a file with this name and text on the page.
async fn drop_file(page: &Page, name: &str, text: &str) {
    let drop = "const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([arguments[1]], arguments[0], { type: 'application/json' }));
        document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));";
    let file = vec![json!(name), json!(text)];
    page.client.execute(drop, file).await.unwrap();
}

/// Presses the button with this HTML id.
pub async fn press(page: &Page, id: &str) {
    page.click_on(&format!("document.getElementById('{id}')"))
        .await;
}

/// Waits until the element with this HTML id shows this text.
pub async fn wait_for_text(page: &Page, id: &str, words: &str) {
    page.until(&format!(
        "document.getElementById('{id}').checkVisibility() && document.getElementById('{id}').textContent.replace(/\\s+/g, ' ').includes({words:?})"
    ))
    .await;
}

/// Returns the text of the element with this HTML id.
async fn text_of(page: &Page, id: &str) -> String {
    let text = page
        .run(&format!(
            "return document.getElementById('{id}').textContent"
        ))
        .await;
    text.as_str().unwrap().to_owned()
}

/// Returns the text of the sign-off pack on the page.
async fn sign_off_text(page: &Page) -> String {
    let text = page.run(&format!("return {SIGN_OFF}.textContent")).await;
    text.as_str().unwrap().to_owned()
}

#[tokio::test]
async fn the_page_proves_the_built_in_pathway_as_it_opens() {
    let page = open().await;
    let text = sign_off_text(&page).await;
    for expected in [
        "A draft.",
        "0 of 7 who must sign have signed.",
        "hold for all 89,550,022,865,053,183 journeys that are possible.",
        "Where to sign",
    ] {
        assert!(text.contains(expected), "{expected}");
    }
    wait_for_text(
        &page,
        "proof",
        "hold for all 89,550,022,865,053,183 journeys",
    )
    .await;
}

#[tokio::test]
async fn a_trust_file_changes_the_pathway_and_is_named() {
    let page = open().await;
    open_file(&page, "trust", "www/trusts/exampleshire.json").await;
    page.until(&format!("{SIGN_OFF}.textContent.includes('Little Steps')"))
        .await;
    assert!(sign_off_text(&page).await.contains("exampleshire.json"));
    wait_for_text(&page, "trust-status", "exampleshire.json.").await;
    press(&page, "reset").await;
    page.until(&format!(
        "!{SIGN_OFF}.textContent.includes('Little Steps') && {PROVED}"
    ))
    .await;
    wait_for_text(&page, "trust-status", "None.").await;
}

#[tokio::test]
async fn files_with_findings_show_each_finding_and_no_view() {
    let page = open().await;
    open_file(&page, "pathway", "tests/pathways/small/pathway.json").await;
    page.until("document.querySelectorAll('#findings li').length > 1")
        .await;
    let shown = page
        .run("return ['sign-off', 'proof', 'views'].some((id) => document.getElementById(id).checkVisibility())")
        .await;
    assert_eq!(shown, false);
    wait_for_text(&page, "status", "cannot run and must not be signed").await;
    open_file(&page, "pathway", "tests/pathways/small/words/en-GB.json").await;
    page.until("document.querySelectorAll('#findings li').length === 1")
        .await;
    let findings = text_of(&page, "findings").await;
    assert!(findings.starts_with("en-GB.json, line "), "{findings}");
}

/// Returns every file that the browser has stored for the site, with its size.
async fn cached_files(page: &Page) -> Value {
    let script = "const done = arguments[0], all = (things, what) => Promise.all(things.map(what));
        const size = (kept, file) => kept.match(file).then((found) => found.arrayBuffer()).then(({ byteLength }) => [file.url, byteLength]);
        const files = (name) => caches.open(name).then((kept) => kept.keys().then((files) => all(files, (file) => size(kept, file))));
        caches.keys().then((names) => all(names, files)).then((found) => done(found.flat()))";
    let found = page.client.execute_async(script, Vec::new()).await;
    found.unwrap()
}

#[tokio::test]
async fn opening_a_file_sends_no_request_and_saves_nothing() {
    // The server counts all requests. The browser does not report the requests of the worker.
    let site = Site::serve(Router::new().fallback_service(ServeDir::new(dist()))).await;
    let page = Page::at(format!("http://127.0.0.1:{}", site.port), 1280, 900).await;
    page.goto("/review.html").await;
    page.until(PROVED).await;
    wait_for_text(&page, "offline", "opens without a network").await;
    let (before, cached) = (site.requests(), cached_files(&page).await);
    assert!(!cached.as_array().unwrap().is_empty());
    open_file(&page, "trust", "www/trusts/exampleshire.json").await;
    page.until(&format!("{SIGN_OFF}.textContent.includes('Little Steps')"))
        .await;
    assert_eq!(site.requests(), before);
    assert_eq!(cached_files(&page).await, cached);
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

#[tokio::test]
async fn a_dropped_file_opens_in_the_field_of_its_kind() {
    let page = open().await;
    let trust = std::fs::read_to_string(top().join("www/trusts/exampleshire.json")).unwrap();
    drop_file(&page, "ours.json", &trust).await;
    page.until(&format!("{SIGN_OFF}.textContent.includes('Little Steps')"))
        .await;
    wait_for_text(&page, "trust-status", "ours.json.").await;
    assert!(sign_off_text(&page).await.contains("ours.json"));
}

#[tokio::test]
async fn a_page_without_its_core_shows_an_error() {
    // The server sends the pathway only after the worker has failed. So the worker fails before it
    // receives a request.
    let gate = Arc::new(Semaphore::new(0));
    let opened = gate.clone();
    let late = move || async move {
        let _pass = gate.acquire().await;
        tokio::fs::read(dist().join("pathways/ppimhs/pathway.json"))
            .await
            .unwrap()
    };
    let pages = Router::new()
        .route("/review/worker.js", get(async || StatusCode::NOT_FOUND))
        .route("/pathways/ppimhs/pathway.json", get(late))
        .fallback_service(ServeDir::new(dist()));
    let site = Site::serve(pages).await;
    let page = Page::at(format!("http://127.0.0.1:{}", site.port), 1280, 900).await;
    // Trusted types allow a worker only through the policy of the page. This script changes that
    // policy.
    let source = "const create = TrustedTypePolicyFactory.prototype.createPolicy;
        TrustedTypePolicyFactory.prototype.createPolicy = function (...rules) {
          return (window.policy = create.apply(this, rules));
        };";
    page.ask_tools(
        "Page.addScriptToEvaluateOnNewDocument",
        json!({ "source": source }),
    )
    .await;
    page.goto("/review.html").await;
    // The test starts a second worker in the page. When this worker has failed, the page's own
    // worker has failed too.
    page.until(
        "(window.other = window.other || Object.assign(new Worker(window.policy.createScriptURL('/review/worker.js')), { onerror: () => (window.failed = true) })) && window.failed",
    )
    .await;
    opened.add_permits(1);
    wait_for_text(&page, "status", "This page cannot work here.").await;
}

#[tokio::test]
async fn after_a_first_visit_the_page_opens_without_a_network() {
    // The server forbids the browser's own cache. So only the page itself can store a copy.
    let no_store = async |mut response: Response| {
        let kept = HeaderValue::from_static("no-store");
        response.headers_mut().insert(header::CACHE_CONTROL, kept);
        response
    };
    let pages = Router::new().fallback_service(ServeDir::new(dist()));
    let site = Site::serve(pages.layer(map_response(no_store))).await;
    let page = Page::at(format!("http://127.0.0.1:{}", site.port), 1280, 900).await;
    page.goto("/review.html").await;
    page.until(&format!("{PROVED} && navigator.serviceWorker.controller"))
        .await;
    wait_for_text(&page, "offline", "opens without a network").await;
    site.stop();
    page.goto("/review.html").await;
    page.until(PROVED).await;
    press(&page, "edit").await;
    page.until("document.querySelector('.cm-content').textContent.includes('schema')")
        .await;
    press(&page, "tab-graph").await;
    page.until("document.querySelectorAll('#drawing svg .node').length > 15")
        .await;
    // The other pages of the site do not open without a network. Each browser then shows an error
    // page of its own.
    let elsewhere = format!("{}/index.html", page.address);
    drop(page.client.goto(&elsewhere).await);
    let there = page
        .run("return !!document.querySelector('ppimhs-finder')")
        .await;
    assert_eq!(there, json!(false));
}
