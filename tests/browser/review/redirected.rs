//! Checks the review page on a server that removes `.html` from addresses.

use super::{PROVED, wait_for_text};
use axum::{Router, response::Redirect, routing::get};
use tower_http::services::{ServeDir, ServeFile};
use webdriver_tests::{files::dist, page::Page, server::Site};

#[tokio::test]
async fn a_page_that_loses_its_ending_opens_without_a_network() {
    let moved = async || Redirect::permanent("/review");
    let pages = Router::new()
        .route("/review.html", get(moved))
        .route_service("/review", ServeFile::new(dist().join("review.html")))
        .fallback_service(ServeDir::new(dist()));
    let site = Site::serve(pages).await;
    let page = Page::at(format!("http://127.0.0.1:{}", site.port), 1280, 900).await;
    page.goto("/review.html").await;
    page.until(&format!("{PROVED} && navigator.serviceWorker.controller"))
        .await;
    wait_for_text(&page, "offline", "opens without a network").await;
    site.stop();
    for address in ["/review", "/review.html"] {
        page.goto(address).await;
        page.until(PROVED).await;
    }
}
