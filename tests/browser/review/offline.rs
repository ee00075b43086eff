//! Checks that the review page opens without a network at each of its addresses.

use super::PROVED;
use axum::Router;
use tower_http::services::ServeDir;
use webdriver_tests::{files::dist, page::Page, server::Site};

/// Opens the page on a server, stops the server, and opens the page at each address.
pub async fn check(pages: Router, first: &str, addresses: &[&str]) {
    let site = Site::serve(pages).await;
    let page = Page::at(format!("http://127.0.0.1:{}", site.port), 1280, 900).await;
    page.goto(first).await;
    page.until(&format!("{PROVED} && navigator.serviceWorker.controller"))
        .await;
    page.until("document.getElementById('offline').checkVisibility()")
        .await;
    site.stop();
    for address in addresses {
        page.client.goto("about:blank").await.unwrap();
        page.goto(address).await;
        page.until(PROVED).await;
    }
}

#[tokio::test]
async fn the_page_opens_without_a_network_with_a_query_or_a_fragment() {
    check(
        Router::new().fallback_service(ServeDir::new(dist())),
        "/review.html",
        &[
            "/review.html?a=1",
            "/review.html#review",
            "/review.html?a=1&b=%23#review",
            "/review.html",
        ],
    )
    .await;
}
