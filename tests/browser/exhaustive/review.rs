//! Tests the review page with every kind of line end and redirect, and the accessibility of its views
//! and its longest document.

use crate::{
    accessibility::check_with_axe,
    review::{self, PROVED, open, open_file, press, sized, wait_for_text},
};
use axum::{
    Router,
    http::{StatusCode, Uri, header},
    response::IntoResponse,
    routing::get,
};
use tower_http::services::{ServeDir, ServeFile};
use webdriver_tests::{
    files::dist,
    page::Page,
    server::{self, Site},
};

#[tokio::test]
async fn an_edited_file_keeps_its_mark_and_its_line_ends() {
    let page = open().await;
    for (mark, end) in [("", "\r\n"), ("\u{feff}", "\n"), ("", "\n")] {
        review::files::check_editing(&page, mark, end).await;
        press(&page, "reset").await;
        page.until(PROVED).await;
    }
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
        review::offline::check(
            pages,
            "/review.html",
            &["/review.html", "/review", "/review?a=1#review"],
        )
        .await;
    }
}

/// Checks the sign-off pack, which people print and save.
#[tokio::test]
async fn the_sign_off_pack_has_no_accessibility_violation() {
    let page = open().await;
    let pack = page
        .run("return document.querySelector('iframe').srcdoc")
        .await;
    // The sign-off pack forbids scripts. The test allows them in its copy, because axe-core is a
    // script.
    let pack = pack.as_str().unwrap().replace("default-src 'none'; ", "");
    let html = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
    let site = Site::serve(
        Router::new()
            .route("/axe.js", get(server::axe))
            .route("/pack.html", get(async move || (html, pack))),
    )
    .await;
    for width in [320, 1280] {
        let alone = Page::at(format!("http://127.0.0.1:{}", site.port), width, 900).await;
        alone.goto("/pack.html").await;
        check_with_axe(&alone, "sign-off").await;
    }
}

#[tokio::test]
async fn no_view_has_an_accessibility_violation() {
    for width in [320, 1280] {
        let page = sized(width).await;
        check_with_axe(&page, "sign-off").await;
        for (button, content) in [
            ("tab-graph", "#drawing svg"),
            ("tab-walkthrough", "#journey fieldset"),
            ("tab-compare", "#comparison *"),
            ("edit", ".cm-content"),
        ] {
            press(&page, button).await;
            page.until(&format!("document.querySelector('{content}')"))
                .await;
            check_with_axe(&page, button).await;
        }
        let overflow = page
            .run("return document.documentElement.scrollWidth - innerWidth")
            .await;
        assert!(overflow.as_f64().unwrap() <= 0.0, "{width}: {overflow}");
        open_file(&page, "pathway", "tests/pathways/small/pathway.json").await;
        wait_for_text(&page, "status", "cannot run").await;
        check_with_axe(&page, "findings").await;
    }
}
