//! Checks the link of snippet A on pages whose scripts or whose readers change it.

use axum::{Router, response::Html, routing::get};
use serde_json::json;
use tower_http::services::ServeDir;
use webdriver_tests::{
    files::dist,
    input::Hand,
    page::Page,
    server::{Site, recorded},
};

const LINK: &str =
    "<a class=\"ppimhs-finder\" href=\"/finder/plain.html\">Find help in pregnancy</a>";

/// Opens a page with this HTML and the widget's script.
async fn open(html: &str) -> (Site, Page) {
    let page = recorded(&format!(
        "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>A page of a trust</title><link rel=\"icon\" href=\"data:,\"></head><body><h1>A page of a trust</h1>{html}<script type=\"module\" src=\"/finder/ppimhs-finder.js\"></script></body></html>"
    ));
    let pages = Router::new()
        .route("/", get(async move || Html(page)))
        .nest_service("/finder", ServeDir::new(dist()));
    let site = Site::serve(pages).await;
    let page = Page::at(format!("http://127.0.0.1:{}", site.port), 800, 900).await;
    page.goto("/").await;
    (site, page)
}

/// A script that returns the HTML of the text that a person edits.
const EDITED: &str = "return document.getElementById('edited').innerHTML";

/// Waits until the other link of the page has become a widget.
async fn until_other_is_ready(page: &Page) {
    page.until("document.querySelector('#other ppimhs-finder') && q('[data-action=start]')")
        .await;
}

mod every_engine {
    use super::*;

    #[tokio::test]
    async fn a_text_that_a_person_edits_keeps_its_link() {
        for text in [
            format!("<div id=\"edited\" contenteditable><p>Text {LINK}</p></div>"),
            format!("<div contenteditable=\"true\"><ul id=\"edited\"><li>{LINK}</li></ul></div>"),
            format!("<p id=\"edited\" contenteditable=\"\">{LINK} and {LINK}</p>"),
            format!(
                "<div id=\"edited\"><p>Text {LINK}</p></div><script>document.getElementById('edited').contentEditable = 'true'</script>"
            ),
        ] {
            let (_site, page) = open(&format!("{text}<p id=\"other\">{LINK}</p>")).await;
            until_other_is_ready(&page).await;
            let edited = page.run(EDITED).await;
            let edited = edited.as_str().unwrap();
            assert!(!edited.contains("<ppimhs-finder"), "{edited}");
            assert!(edited.contains(LINK), "{edited}");
        }
    }

    #[tokio::test]
    async fn a_page_that_a_person_edits_keeps_its_link() {
        let (_site, page) = open(&format!(
            "<div id=\"edited\">{LINK}</div><script>document.designMode = 'on'</script>"
        ))
        .await;
        // The element would come with the script that looks for links.
        page.until("performance.getEntriesByType('resource').some((file) => file.name.endsWith('/links.js') && file.responseEnd)")
            .await;
        page.until("(memory.since = memory.since || performance.now()) < performance.now() - 1000")
            .await;
        assert_eq!(page.run(EDITED).await, json!(LINK));
    }

    /// Some content management systems open an editor inside the page when the web editor presses a
    /// button.
    #[tokio::test]
    async fn an_editor_that_opens_later_gets_the_link_back() {
        let (_site, page) = open(&format!("<div id=\"edited\"><p>Text {LINK}</p></div>")).await;
        page.until("q('[data-action=start]')").await;
        page.run("document.getElementById('edited').contentEditable = 'true'; return true")
            .await;
        page.until("!document.querySelector('ppimhs-finder')").await;
        assert_eq!(page.run(EDITED).await, json!(format!("<p>Text {LINK}</p>")));
    }

    /// A library that draws the page removes the nodes that it made.
    #[tokio::test]
    async fn a_host_that_removes_or_replaces_its_link_gets_no_error() {
        for change in [
            "link.parentNode.removeChild(link)",
            "link.remove()",
            "link.replaceWith(document.createElement('em'))",
            "link.parentNode.replaceChild(document.createElement('em'), link)",
            "link.parentNode.textContent = 'other'",
        ] {
            let (_site, page) = open(&format!(
                "<script>window.link = (document.body.insertAdjacentHTML('beforeend', {}), document.querySelector('#own a'));</script>",
                json!(format!("<p id=\"own\">Text {LINK} end</p>"))
            ))
            .await;
            page.until("q('[data-action=start]')").await;
            page.run(&format!("{change}; return true")).await;
            page.until("!document.querySelector('ppimhs-finder')").await;
        }
    }

    /// Another library puts new nodes before the link, or moves the link.
    #[tokio::test]
    async fn a_host_that_writes_beside_its_link_keeps_one_widget() {
        let (_site, page) = open(&format!("<p id=\"own\">{LINK}</p>")).await;
        page.until("q('[data-action=start]')").await;
        page.run("const link = document.querySelector('#own > a'); link.parentNode.insertBefore(document.createElement('em'), link); link.parentNode.append(document.createElement('i')); return true")
            .await;
        page.start(Hand::Mouse).await;
        assert_eq!(
            page.run("return document.querySelectorAll('ppimhs-finder').length")
                .await,
            json!(1)
        );
    }
}
