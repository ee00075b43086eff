//! Tests the page that an author makes with `docs/own-service.md`, with the files that
//! `pathway init` writes.

use axum::{Router, response::Html, routing::get};
use serde_json::Value;
use std::fs;
use tower_http::services::ServeDir;
use webdriver_tests::{
    files::{dist, pathway, top},
    input::Hand,
    page::Page,
    server::{Site, recorded},
};

const FOLDER: &str = "/pathways/infant-feeding";

/// Reads a file of a new pathway. The name of the new folder replaces the id in the file.
fn template(file: &str) -> Value {
    let text = fs::read_to_string(top().join("src/cli/init").join(file)).unwrap();
    serde_json::from_str(&text.replace("your-service", "infant-feeding")).unwrap()
}

/// Returns the words of a new pathway, with the buttons and the help of the built-in one.
fn words() -> Value {
    let (mut words, built_in) = (template("en-GB.json"), pathway("words/en-GB.json"));
    for key in ["ui", "crisis"] {
        words[key] = built_in[key].clone();
    }
    words
}

/// Returns the HTML in `docs/own-service.md`.
fn html() -> String {
    let document = fs::read_to_string(top().join("docs/own-service.md")).unwrap();
    let (_, rest) = document.split_once("```html\n").unwrap();
    let (html, _) = rest.split_once("```").unwrap();
    recorded(html)
}

async fn open() -> (Page, Site) {
    let page = html();
    let pages = Router::new()
        .route("/feeding.html", get(async || Html(page)))
        .route(
            &format!("{FOLDER}/pathway.json"),
            get(async || template("pathway.json").to_string()),
        )
        .route(
            &format!("{FOLDER}/words/en-GB.json"),
            get(async || words().to_string()),
        )
        .fallback_service(ServeDir::new(dist()));
    let site = Site::serve(pages).await;
    let page = Page::at(format!("http://127.0.0.1:{}", site.port), 800, 900).await;
    page.goto("/feeding.html").await;
    (page, site)
}

#[tokio::test]
async fn the_page_of_a_new_service_asks_its_questions() {
    let (page, _site) = open().await;
    page.until("q('h2, h1').textContent.includes('Find help with this topic')")
        .await;
    page.start(Hand::Mouse).await;
    for (question, option) in [
        ("danger", "none"),
        ("help-with", "this-topic"),
        ("area", "our-area"),
    ] {
        assert_eq!(page.question().await, question);
        page.pick(Hand::Mouse, &[option.to_owned()]).await;
        page.go_on(Hand::Mouse).await;
    }
    assert_eq!(page.outcomes().await, ["team"]);
    page.check_screen().await;
    let text = page.run("return q('.finder-step').innerText").await;
    let text = text.as_str().unwrap();
    assert!(text.contains("Ask our team"), "{text}");
    assert!(!text.contains("PPIMHS"), "{text}");
}
