//! Serves the pages of a test, and records the paths that the browser requests.

use crate::files::{built, dist, pathway, top};
use axum::{
    Router,
    body::Body,
    extract::{Query, Request, State},
    http::{Response, StatusCode, Uri, header},
    middleware::{self, Next},
    response::Redirect,
    routing::get,
};
use std::{
    collections::HashMap,
    future::pending,
    sync::{Arc, Mutex},
};
use tokio::{
    net::TcpListener,
    sync::{Notify, Semaphore},
};
use tower_http::services::ServeDir;

/// The script that records everything that a host page could learn about the widget. It is the
/// first script of a page.
const RECORDER: &str = include_str!("pages/recorder.js");

/// The HTML element that loads the recorder script into a page.
const RECORDER_TAG: &str = r#"<script src="/recorder.js"></script>"#;

/// The paths that the browser has requested.
type Requests = Arc<Mutex<Vec<String>>>;

/// A web site of a test. Its server stops when the test ends.
#[derive(Debug)]
pub struct Site {
    /// The port of the site on 127.0.0.1.
    pub port: u16,
    requests: Requests,
    end: Arc<Notify>,
}

impl Site {
    /// Starts a server for these pages on a free port.
    ///
    /// # Panics
    /// When this machine has no free port.
    pub async fn serve(pages: Router) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let requests = Requests::default();
        let pages = pages
            .route("/recorder.js", get(recorder))
            .layer(middleware::from_fn_with_state(requests.clone(), record));
        let end = Arc::new(Notify::new());
        let ended = end.clone();
        let serving = axum::serve(listener, pages);
        let serving = serving.with_graceful_shutdown(async move { ended.notified().await });
        tokio::spawn(async move { serving.await });
        Self {
            port,
            requests,
            end,
        }
    }

    /// Stops the server, so that requests to it fail as without a network.
    pub fn stop(&self) {
        self.end.notify_one();
    }

    /// Returns the paths that the browser has requested. Leaves out the icon that every browser
    /// requests.
    ///
    /// # Panics
    /// When the server has panicked.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }
}

async fn record(State(requests): State<Requests>, request: Request, next: Next) -> Response<Body> {
    let path = request.uri().path();
    if path != "/favicon.ico" {
        requests.lock().unwrap().push(path.to_string());
    }
    next.run(request).await
}

/// Returns the HTML of a page with the recorder as its first script. The recorder follows the
/// doctype, so that the page keeps its rendering mode.
#[must_use]
pub fn recorded(page: &str) -> String {
    if let Some((before, after)) = page.split_once("<head>") {
        return format!("{before}<head>{RECORDER_TAG}{after}");
    }
    let lower = page.to_lowercase();
    let start = if lower.starts_with("<!doctype") {
        page.find('>').map_or(0, |end| end + 1)
    } else {
        0
    };
    let (before, after) = page.split_at(start);
    format!("{before}{RECORDER_TAG}{after}")
}

async fn recorder() -> ([(header::HeaderName, &'static str); 1], &'static str) {
    ([(header::CONTENT_TYPE, "text/javascript")], RECORDER)
}

/// Serves `dist/`, a host page that contains the widget, and these paths for single tests:
///
/// | Path | Content |
/// |---|---|
/// | `/broken` | a pathway file that ends in the middle |
/// | `/held` | `dist/`; the server sends its edition after a request for `/release` |
/// | `/held-pathway` | the built-in pathway, which the server never sends |
/// | `/right-to-left` | the built-in pathway with words that run from right to left |
/// | `/trusts/with-exit.json` | the example of a trust file with another exit |
/// | `/frameless` | `dist/` without its script for frames |
/// | `/keepless` | `dist/` without the script that prints and saves |
/// | `/gone` | `dist/` after an update has removed the program |
pub(crate) async fn serve() -> Site {
    let gate = Arc::new(Semaphore::new(0));
    let opened = gate.clone();
    // The widget asks for the edition as text if its bytes are late.
    let [bytes, text] =
        ["bin", "txt"].map(|kind| format!("/{}", built(&format!("en-GB.edition.{kind}"))));
    let held = async move |uri: Uri| {
        let _pass = gate.acquire().await;
        Redirect::temporary(uri.path().trim_start_matches("/held"))
    };
    let missing = async || StatusCode::NOT_FOUND;
    let pages = Router::new()
        .route("/host.html", get(host))
        .route(&format!("/frameless/{}", built("enframe.js")), get(missing))
        .route(&format!("/keepless/{}", built("keep.js")), get(missing))
        .route("/gone/app/{*file}", get(missing))
        .nest_service("/frameless", ServeDir::new(dist()))
        .nest_service("/keepless", ServeDir::new(dist()))
        .nest_service("/gone", ServeDir::new(dist()))
        .route("/axe.js", get(axe))
        .route("/right-to-left/words/en-GB.json", get(right_to_left))
        .nest_service(
            "/right-to-left",
            ServeDir::new(dist().join("pathways/ppimhs")),
        )
        .route("/trusts/exampleshire.json", get(example))
        .route("/trusts/with-exit.json", get(with_exit))
        .route("/broken/pathway.json", get(|| async { "{\"id\":" }))
        .route("/broken/words/en-GB.json", get(|| async { "{}" }))
        .route(&format!("/held{bytes}"), get(held.clone()))
        .route(&format!("/held{text}"), get(held))
        .route(
            "/held-pathway/{*file}",
            get(async || -> StatusCode { pending().await }),
        )
        .nest_service("/held", ServeDir::new(dist()))
        .route("/release", get(async move || opened.add_permits(1)))
        .fallback_service(ServeDir::new(dist()));
    Site::serve(pages).await
}

/// Reads the example of a trust file, which `dist/` does not contain.
async fn example() -> Vec<u8> {
    tokio::fs::read(top().join("www/trusts/exampleshire.json"))
        .await
        .unwrap()
}

/// Returns the example of a trust file with an exit that no other file has.
async fn with_exit() -> String {
    let mut trust: serde_json::Value = serde_json::from_slice(&example().await).unwrap();
    trust["exit"] = "https://www.example.org/news".into();
    trust.to_string()
}

/// Returns the words of the built-in pathway, marked as a language that runs from right to left.
async fn right_to_left() -> String {
    let mut words = pathway("words/en-GB.json");
    words["direction"] = "rtl".into();
    words["ui"]["call"] = "اتصل".into();
    words["crisis"]["contacts"]["samaritans"]["name"] = "Samaritans السامريون 116 123".into();
    words.to_string()
}

/// Returns the script of the accessibility checker axe-core.
///
/// # Panics
/// When npm has not installed axe-core.
pub async fn axe() -> Vec<u8> {
    let path = top().join("node_modules/axe-core/axe.min.js");
    tokio::fs::read(&path)
        .await
        .unwrap_or_else(|error| panic!("{}: {error}: run cargo xtask test", path.display()))
}

/// Returns a host page. The query parameter `attributes` sets the attributes of the element, and
/// `folder` is the address of the widget's files.
///
/// # Panics
/// Never.
pub async fn host(Query(query): Query<HashMap<String, String>>) -> Response<Body> {
    let parameter = |name| query.get(name).map_or("", String::as_str);
    let page = include_str!("pages/host.html")
        .replace("ATTRIBUTES", parameter("attributes"))
        .replace("FOLDER", parameter("folder"));
    Response::builder()
        .header(header::CONTENT_TYPE, "text/html; charset=utf-8")
        .body(Body::from(page))
        .unwrap()
}
