//! Checks that the review page opens without a network at each of its addresses.

use super::PROVED;
use axum::{
    Router,
    http::{StatusCode, Uri, header},
    response::IntoResponse,
    routing::get,
};
use tower_http::services::{ServeDir, ServeFile};
use webdriver_tests::{files::dist, page::Page, server::Site};

/// Opens the page on a server, stops the server, and opens the page at each address.
async fn check(pages: Router, first: &str, addresses: &[&str]) {
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

/// Some servers redirect `review.html` to `review`.
#[tokio::test]
async fn the_page_opens_without_a_network_after_a_redirect() {
    for status in [
        StatusCode::PERMANENT_REDIRECT,
        StatusCode::MOVED_PERMANENTLY,
        StatusCode::FOUND,
    ] {
        let moved = async move |uri: Uri| {
            let query = uri
                .query()
                .map(|query| format!("?{query}"))
                .unwrap_or_default();
            (status, [(header::LOCATION, format!("/review{query}"))]).into_response()
        };
        let pages = Router::new()
            .route("/review.html", get(moved))
            .route_service("/review", ServeFile::new(dist().join("review.html")))
            .fallback_service(ServeDir::new(dist()));
        check(
            pages,
            "/review.html",
            &["/review.html", "/review", "/review?a=1#review"],
        )
        .await;
    }
}
