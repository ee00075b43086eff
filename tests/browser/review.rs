//! The review page, as those use it who write a pathway and sign it: the built-in one is proved as the
//! page opens, files of one's own take its place, what is wrong with them is said where it stands, and
//! what is right can be read, drawn, walked and compared.

mod editing;
mod looking;

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
    page::Page,
    server::{Site, dist},
};

pub const PROVED: &str =
    "document.getElementById('state').textContent.includes('read and proved in')";
const PAPER: &str = "document.querySelector('iframe').contentDocument.body";

async fn open() -> Page {
    sized(1280).await
}

async fn sized(width: u32) -> Page {
    let page = Page::sized("", width, 900).await;
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

/// Drops a file on the page, as one drags it from a folder.
async fn drop_file(page: &Page, name: &str, text: &str) {
    let drop = "const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([arguments[1]], arguments[0], { type: 'application/json' }));
        document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));";
    let file = vec![json!(name), json!(text)];
    page.client.execute(drop, file).await.unwrap();
}

/// Presses what has this id.
async fn press(page: &Page, id: &str) {
    page.click_on(&format!("document.getElementById('{id}')"))
        .await;
}

/// Waits until something with this id says these words.
async fn until_said(page: &Page, id: &str, words: &str) {
    page.until(&format!(
        "document.getElementById('{id}').checkVisibility() && document.getElementById('{id}').textContent.replace(/\\s+/g, ' ').includes({words:?})"
    ))
    .await;
}

/// What something with this id says.
async fn said(page: &Page, id: &str) -> String {
    let text = page
        .run(&format!(
            "return document.getElementById('{id}').textContent"
        ))
        .await;
    text.as_str().unwrap().to_owned()
}

async fn paper(page: &Page) -> String {
    let text = page.run(&format!("return {PAPER}.textContent")).await;
    text.as_str().unwrap().to_owned()
}

#[tokio::test]
async fn the_built_in_pathway_is_proved_as_the_page_opens() {
    let page = open().await;
    let paper = paper(&page).await;
    for expected in [
        "A draft.",
        "0 of 7 who must sign have signed.",
        "hold for all 55,320,931,964,059,135 journeys that are possible.",
        "Where to sign",
    ] {
        assert!(paper.contains(expected), "{expected}");
    }
    until_said(
        &page,
        "proof",
        "hold for all 55,320,931,964,059,135 journeys",
    )
    .await;
}

#[tokio::test]
async fn a_trust_s_own_file_is_laid_over_it_and_named() {
    let page = open().await;
    give(&page, "trust", "www/trusts/exampleshire.json").await;
    page.until(&format!("{PAPER}.textContent.includes('Little Steps')"))
        .await;
    assert!(paper(&page).await.contains("exampleshire.json"));
    until_said(&page, "trust-is", "exampleshire.json.").await;
    press(&page, "built-in").await;
    page.until(&format!(
        "!{PAPER}.textContent.includes('Little Steps') && {PROVED}"
    ))
    .await;
    until_said(&page, "trust-is", "None.").await;
}

#[tokio::test]
async fn files_with_findings_say_each_and_hide_what_was_there() {
    let page = open().await;
    give(&page, "pathway", "tests/pathways/small/pathway.json").await;
    page.until("document.querySelectorAll('#findings li').length > 1")
        .await;
    let shown = page
        .run("return ['pack', 'proof', 'views'].some((id) => document.getElementById(id).checkVisibility())")
        .await;
    assert_eq!(shown, false);
    until_said(&page, "state", "never runs, and is not to be signed").await;
    give(&page, "pathway", "tests/pathways/small/words/en-GB.json").await;
    page.until("document.querySelectorAll('#findings li').length === 1")
        .await;
    let said = said(&page, "findings").await;
    assert!(said.starts_with("en-GB.json, line "), "{said}");
}

/// Every file in every cache of the site, with its size.
async fn in_caches(page: &Page) -> Value {
    let script = "const done = arguments[0], all = (things, what) => Promise.all(things.map(what));
        const size = (kept, file) => kept.match(file).then((found) => found.arrayBuffer()).then(({ byteLength }) => [file.url, byteLength]);
        const files = (name) => caches.open(name).then((kept) => kept.keys().then((files) => all(files, (file) => size(kept, file))));
        caches.keys().then((names) => all(names, files)).then((found) => done(found.flat()))";
    let found = page.client.execute_async(script, Vec::new()).await;
    found.unwrap()
}

#[tokio::test]
async fn opening_files_asks_for_nothing_and_the_numbers_stay() {
    // The server tells what a worker asks for too, and a browser does not.
    let site = Site::serve(Router::new().fallback_service(ServeDir::new(dist()))).await;
    let page = Page::at(format!("http://127.0.0.1:{}", site.port), 1280, 900).await;
    page.goto("/review.html").await;
    page.until(PROVED).await;
    until_said(&page, "kept", "it opens without a network").await;
    let (before, cached) = (site.asked(), in_caches(&page).await);
    assert!(!cached.as_array().unwrap().is_empty());
    give(&page, "trust", "www/trusts/exampleshire.json").await;
    page.until(&format!("{PAPER}.textContent.includes('Little Steps')"))
        .await;
    assert_eq!(site.asked(), before);
    assert_eq!(in_caches(&page).await, cached);
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
async fn a_dropped_file_goes_where_it_belongs() {
    let page = open().await;
    let trust = std::fs::read_to_string(dist().join("trusts/exampleshire.json")).unwrap();
    drop_file(&page, "ours.json", &trust).await;
    page.until(&format!("{PAPER}.textContent.includes('Little Steps')"))
        .await;
    until_said(&page, "trust-is", "ours.json.").await;
    assert!(paper(&page).await.contains("ours.json"));
}

/// A page that never comes to an end is worse than one that says so.
#[tokio::test]
async fn a_page_whose_core_is_missing_says_so() {
    // The pathway comes once the worker has failed: nobody has asked it anything by then.
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
    page.goto("/review.html").await;
    // Another one, asked for later, has failed too.
    page.until(
        "(window.other = window.other || Object.assign(new Worker('/review/worker.js'), { onerror: () => (window.failed = true) })) && window.failed",
    )
    .await;
    opened.add_permits(1);
    until_said(&page, "state", "This page cannot work here.").await;
}

/// Who was here once can come back without a network, and sees that page and no other.
#[tokio::test]
async fn the_page_opens_without_a_network_once_it_was_here() {
    // Nothing is kept but by the page itself.
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
    until_said(&page, "kept", "it opens without a network").await;
    site.stop();
    page.goto("/review.html").await;
    page.until(PROVED).await;
    press(&page, "edit").await;
    page.until("document.querySelector('.cm-content').textContent.includes('schema')")
        .await;
    press(&page, "way-graph").await;
    page.until("document.querySelectorAll('#drawing svg .node').length > 15")
        .await;
    // Another page of the site is not there: browsers say so, each in its own way.
    let elsewhere = format!("{}/index.html", page.address);
    drop(page.client.goto(&elsewhere).await);
    let there = page
        .run("return !!document.querySelector('ppimhs-finder')")
        .await;
    assert_eq!(there, json!(false));
}
