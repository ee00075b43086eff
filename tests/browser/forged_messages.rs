//! Tests messages from windows that have no right to send them. Such messages must change nothing.

use axum::{
    Router,
    body::Body,
    http::{
        HeaderValue, Response,
        header::{ACCESS_CONTROL_ALLOW_ORIGIN, CONTENT_TYPE},
    },
    middleware,
    response::Html,
    routing::get,
};
use serde_json::json;
use std::{fs, future::ready};
use tower_http::services::ServeDir;
use webdriver_tests::{
    files::dist,
    input::Hand,
    page::Page,
    server::{Site, recorded},
};

/// The HTML of a frame that the host page itself contains, and a script that finds this frame.
const OF_HOST: [&str; 2] = [
    r#"<iframe src="FINDER/frame.html" title="Find help" style="width:100%"></iframe><script type="module" src="FINDER/frame.js"></script>"#,
    "document.querySelector('iframe')",
];
/// The HTML of an element that creates a frame, and a script that finds this frame.
const OF_WIDGET: [&str; 2] = [
    r#"<ppimhs-finder mode="frame"></ppimhs-finder><script type="module" src="FINDER/ppimhs-finder.js"></script>"#,
    "window.roots[0].querySelector('iframe')",
];

/// The number of messages that each sender sends to each receiver. There are seven pairs of a
/// sender and a receiver.
const EACH: usize = 1500;

/// A script that returns the state of the host page. The messages must not change this state.
const PAGE: &str = "return [location.href, document.title, history.length, document.body.innerHTML, window.seen.finder, window.seen.console]";
/// A script that returns the state of the frame. The messages must not change this state.
const FRAME: &str = "return [location.href, root.querySelector('[data-rung]').innerHTML, [...root.querySelectorAll('input')].map((input) => input.checked)]";
/// A script that counts the messages `all said` that have arrived. Each sender sends one after all
/// its other messages.
const LAST_MESSAGES: &str = "window.seen.told.filter((line) => line === 'message all said').length";
/// A script that returns the errors of the page.
const ERRORS: &str =
    "return window.seen.told.filter((line) => /^(error|unhandledrejection) /.test(line))";

/// Serves the script that creates invalid messages.
fn strange() -> Router {
    let script = || async {
        (
            [(CONTENT_TYPE, "text/javascript")],
            include_str!("forged_messages/strange.js"),
        )
    };
    Router::new().route("/strange.js", get(script))
}

/// Serves the widget's files to pages of every site. The frame also contains the script that
/// records what a page can learn.
fn finder() -> Router {
    let frame = fs::read_to_string(dist().join("frame.html")).unwrap();
    let frame = recorded(&frame);
    Router::new()
        .route("/finder/frame.html", get(async move || Html(frame)))
        .nest_service("/finder", ServeDir::new(dist()))
        .layer(middleware::map_response(|mut reply: Response<Body>| {
            let anyone = HeaderValue::from_static("*");
            reply
                .headers_mut()
                .insert(ACCESS_CONTROL_ALLOW_ORIGIN, anyone);
            ready(reply)
        }))
}

/// Returns a host page with a frame of the widget and a window of the intruder.
fn page(snippet: &str, finder: &str, intruder: &Site) -> Html<String> {
    let page = include_str!("forged_messages/host.html").replace("SNIPPET", snippet);
    let intruder = format!("http://127.0.0.1:{}", intruder.port);
    Html(
        page.replace("FINDER", finder)
            .replace("INTRUDER", &intruder),
    )
}

/// Serves the page of the intruder, a site that sends messages without a right to do so.
async fn intruder() -> Site {
    let page = get(async || Html(include_str!("forged_messages/intruder.html")));
    Site::serve(strange().route("/intruder.html", page)).await
}

/// Sends every invalid message in the middle of a journey, and checks that the journey continues.
async fn check(host: &Site, frame: &str, received_in_frame: usize) {
    let page = Page::at(format!("http://127.0.0.1:{}", host.port), 800, 900).await;
    page.goto("/").await;
    page.run(&format!(
        "window.seen.frame = () => {frame}.contentWindow; return true"
    ))
    .await;
    page.enter_frame(frame).await;
    page.start(Hand::Mouse).await;
    page.pick(Hand::Mouse, &["none".to_string()]).await;
    page.go_on(Hand::Mouse).await;
    page.pick(Hand::Mouse, &["birth-parent".to_string()]).await;
    let frame_before = page.run(FRAME).await;
    page.leave_frame().await;
    let before = page.run(PAGE).await;

    let say = format!(
        "window.seen.say({EACH}); document.getElementById('intruder').contentWindow.postMessage({{ begin: 'intruder', count: {EACH} }}, '*'); return true"
    );
    page.run(&say).await;
    page.until(&format!("{LAST_MESSAGES} === 2")).await;
    assert_eq!(page.run(PAGE).await, before);
    assert_eq!(page.run(ERRORS).await, json!([]));

    page.enter_frame(frame).await;
    page.until(&format!("{LAST_MESSAGES} === {received_in_frame}"))
        .await;
    assert_eq!(page.run(FRAME).await, frame_before);
    assert_eq!(page.run(ERRORS).await, json!([]));
    page.go_on(Hand::Mouse).await;
    assert_eq!(page.question().await, "stage");
}

mod every_engine {
    use super::{OF_HOST, OF_WIDGET, Site, check, finder, get, intruder, page, strange};

    /// The hazard log lists this test under HAZ-010 and HAZ-017.
    #[tokio::test]
    async fn ten_thousand_invalid_messages_change_nothing() {
        let stranger = intruder().await;
        let files = Site::serve(finder()).await;
        let elsewhere = format!("http://127.0.0.1:{}/finder", files.port);
        let [snippet, frame] = OF_HOST;
        let around = page(snippet, &elsewhere, &stranger);
        let host = Site::serve(strange().route("/", get(async move || around))).await;
        check(&host, frame, 2).await;

        let [snippet, frame] = OF_WIDGET;
        let around = page(snippet, "/finder", &stranger);
        let host = strange().merge(finder());
        let host = Site::serve(host.route("/", get(async move || around))).await;
        check(&host, frame, 1).await;
    }
}
