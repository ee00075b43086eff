//! Tests that a link to `frame.html` cannot choose the telephone numbers or the exit. A page around
//! the frame can choose only files that the build lists.

use crate::serve_snippets::{Sites, printed};
use axum::{Router, routing::get};
use serde_json::json;
use tower_http::services::ServeDir;
use webdriver_tests::{
    files::dist,
    input::Hand,
    page::Page,
    server::{Site, recorded},
};

/// The parameters of malicious links to `frame.html`. The site of the frame serves the files that
/// they name.
const STRANGE: [&str; 9] = [
    "trust=/uploads/own.json",
    "trust=trusts/template.json",
    "trust=pathways/../uploads/own.json",
    "pathway=/uploads/pathway.json",
    "pathway=pathways/ppimhs/pathway.json",
    "exit=https://127.0.0.1.invalid/",
    "exit=off",
    "exit=off&exit=https://127.0.0.1.invalid/",
    "trust=trusts/template.json&exit=off&pathway=/uploads/pathway.json",
];

/// Serves the site of a trust to which visitors can upload files.
async fn site() -> Site {
    let frame = std::fs::read_to_string(dist().join("frame.html")).unwrap();
    let frame = recorded(&frame);
    let own = async || include_str!("../../www/trusts/exampleshire.json");
    let pages = Router::new()
        .route(
            "/finder/frame.html",
            get(async move || axum::response::Html(frame)),
        )
        .route("/uploads/{file}", get(own))
        .nest_service("/finder", ServeDir::new(dist()));
    Site::serve(pages).await
}

/// Opens the frame with these parameters and without a page around it. Returns the text of the
/// frame and the files that it requests.
async fn alone(query: &str) -> (String, Vec<String>) {
    let site = site().await;
    let page = Page::at(format!("http://127.0.0.1:{}", site.port), 800, 900).await;
    page.goto(&format!("/finder/frame.html{query}")).await;
    page.until("q('[data-action=start]')").await;
    let text = page.run("return q('.finder-step').innerText").await;
    let mut files = site.requests();
    files.retain(|path| path.ends_with(".json") || path.ends_with(".bin"));
    page.click("[data-action=exit]").await;
    page.until("!q || location.pathname !== '/finder/frame.html' || getComputedStyle(document.documentElement).display === 'none'").await;
    (text.as_str().unwrap().to_owned(), files)
}

/// Opens a page on another site with snippet C and frame.js. The address of the frame has these
/// parameters.
async fn in_page(query: &str) -> (Sites, Page) {
    let html = format!("{}\n{}", printed("c"), printed("grow"));
    let html = html.replace("/frame.html\"", &format!("/frame.html?{query}\""));
    let sites = Sites::with(&html, None).await;
    let page = Page::at(sites.address(), 800, 900).await;
    page.goto("/").await;
    page.enter_frame("document.querySelector('iframe')").await;
    (sites, page)
}

mod every_engine {
    use super::*;

    /// The hazard log lists this test under HAZ-002 and HAZ-007.
    #[tokio::test]
    async fn a_link_to_the_frame_changes_nothing() {
        let plain = alone("").await;
        for query in STRANGE {
            assert_eq!(alone(&format!("?{query}")).await, plain, "{query}");
        }
    }

    #[tokio::test]
    async fn a_page_chooses_the_exit_of_its_frame() {
        let (_sites, page) = in_page("exit=off").await;
        page.start(Hand::Mouse).await;
        assert_eq!(
            page.run("return !q('[data-action=exit]')").await,
            json!(true)
        );
    }

    #[tokio::test]
    async fn a_page_names_a_file_that_the_build_lists() {
        let (sites, page) = in_page("pathway=pathways/ppimhs/pathway.json").await;
        page.start(Hand::Mouse).await;
        let read = sites.finder.requests();
        assert!(
            read.contains(&"/finder/pathways/ppimhs/pathway.json".to_owned()),
            "{read:?}"
        );
    }

    /// The hazard log lists this test under HAZ-002.
    #[tokio::test]
    async fn a_page_names_no_other_file() {
        for query in [
            "trust=trusts/template.json",
            "pathway=pathways/ppimhs/words/en-GB.json",
        ] {
            let (sites, page) = in_page(query).await;
            page.until_own_files_failed().await;
            let name = query.split_once('=').unwrap().1;
            let read = sites.finder.requests();
            assert!(!read.iter().any(|path| path.ends_with(name)), "{read:?}");
        }
    }

    /// The widget must not show the telephone numbers of the built-in pathway, because they may
    /// belong to another trust.
    ///
    /// The hazard log lists this test under HAZ-002.
    #[tokio::test]
    async fn a_frame_that_nobody_greets_shows_the_help_and_no_other_numbers() {
        let html = printed("c").replace("/frame.html\"", "/frame.html?trust=trusts/own.json\"");
        let sites = Sites::with(&html, None).await;
        let page = Page::at(sites.address(), 800, 900).await;
        page.goto("/").await;
        page.enter_frame("document.querySelector('iframe')").await;
        page.until_own_files_failed().await;
    }
}
