//! Serves the code snippets of the demo page, as parts of a host page.

use axum::{
    Router,
    extract::Request,
    http::{HeaderValue, StatusCode, header::ACCESS_CONTROL_ALLOW_ORIGIN},
    middleware::{self, Next},
    response::{Html, IntoResponse},
    routing::get,
};
use std::{
    fs,
    future::{pending, ready},
};
use tower_http::services::ServeDir;
use webdriver_tests::{
    files::{dist, top},
    page::Page,
    server::{Site, recorded},
};

/// The ids of the demo page's code snippets, in the combinations that a host page can contain.
/// `grow` is the optional line of snippet C. `frame` is snippet B with the attribute
/// `mode="frame"`.
pub const SNIPPETS: [&[&str]; 5] = [&["b"], &["a", "b"], &["c"], &["c", "grow"], &["frame"]];

/// The script that a snippet loads.
pub const FIRST_SCRIPT: &str = "ppimhs-finder.js";

/// Returns the code of the snippet with this id, as the demo page shows it.
pub fn printed(id: &str) -> String {
    if id == "frame" {
        return printed("b").replace("<ppimhs-finder>", "<ppimhs-finder mode=\"frame\">");
    }
    let page = fs::read_to_string(top().join("www/demo/index.html")).unwrap();
    let (_, rest) = page
        .split_once(&format!("<code id=\"snippet-{id}\">"))
        .unwrap();
    let (code, _) = rest.split_once("</code>").unwrap();
    code.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

/// Enters the frame of the widget, if the snippet contains a frame. A script of a test gets no
/// answer from a frame whose page is not there yet.
pub async fn enter(page: &Page, ids: &[&str]) {
    match ids[0] {
        "c" => {
            page.until("document.querySelector('iframe').hasLoaded")
                .await;
            page.enter_frame("document.querySelector('iframe')").await;
        }
        "frame" => {
            page.until("q('iframe') && q('iframe').checkVisibility()")
                .await;
            page.enter_frame("q('iframe')").await;
        }
        _ => {}
    }
}

/// Two sites: one for the host page, and one for the widget's files.
pub struct Sites {
    /// The site of the host page.
    pub host: Site,
    /// The site of the widget's files.
    pub finder: Site,
}

impl Sites {
    /// Serves a host page with these snippets. The server never sends a file whose name contains
    /// `held`. It answers that the first script is missing, because a held script would keep the page from
    /// loading.
    pub async fn serve(ids: &[&str], held: Option<&'static str>) -> Self {
        let snippets: Vec<String> = ids.iter().map(|id| printed(id)).collect();
        Self::with(&snippets.join("\n"), held).await
    }

    /// Serves a host page with this HTML. The server never sends a file whose name contains `held`.
    pub async fn with(html: &str, held: Option<&'static str>) -> Self {
        let finder = Site::serve(files(held)).await;
        let address = format!("http://localhost:{}", finder.port);
        let page = format!(
            "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>A page of a trust</title><link rel=\"icon\" href=\"data:,\"></head><body><h1>A page of a trust</h1>{}</body></html>",
            html.replace("https://HOST", &address)
        );
        let page = recorded(&page);
        let host = Site::serve(Router::new().route("/", get(async move || Html(page)))).await;
        Self { host, finder }
    }

    /// Returns the address of the host page.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.host.port)
    }
}

/// Serves the widget's files below `/finder/` to pages of every site. It never sends a file whose
/// name contains `held`.
fn files(held: Option<&'static str>) -> Router {
    let frame = fs::read_to_string(dist().join("frame.html")).unwrap();
    let frame = recorded(&frame);
    let hold = move |request: Request, next: Next| async move {
        if held.is_some_and(|name| request.uri().path().contains(name)) {
            if held == Some(FIRST_SCRIPT) {
                return StatusCode::NOT_FOUND.into_response();
            }
            pending::<()>().await;
        }
        next.run(request).await
    };
    Router::new()
        .route("/finder/frame.html", get(async move || Html(frame)))
        .nest_service("/finder", ServeDir::new(dist()))
        .layer(middleware::from_fn(hold))
        .layer(middleware::map_response(
            |mut reply: axum::response::Response| {
                let anyone = HeaderValue::from_static("*");
                reply
                    .headers_mut()
                    .insert(ACCESS_CONTROL_ALLOW_ORIGIN, anyone);
                ready(reply)
            },
        ))
}
