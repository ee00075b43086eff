//! Servers for the pages of a test, each on a port of its own, and what was asked of them.

use crate::files::{built, dist, top};
use axum::{
    Router,
    body::Body,
    extract::{Path, Query, Request, State},
    http::{Response, StatusCode, header},
    middleware::{self, Next},
    response::Redirect,
    routing::get,
};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};
use tokio::{
    net::TcpListener,
    sync::{Notify, Semaphore},
};
use tower_http::services::ServeDir;

/// The first script of a page under test: it keeps hold of the widget's closed root, and writes down
/// what a host could see.
const RECORDER: &str = include_str!("pages/recorder.js");

const FIRST: &str = r#"<script src="/recorder.js"></script>"#;

type Asked = Arc<Mutex<Vec<String>>>;

/// A site of its own, until the test ends.
#[derive(Debug)]
pub struct Site {
    /// Its port at 127.0.0.1.
    pub port: u16,
    asked: Asked,
    end: Arc<Notify>,
}

impl Site {
    /// Serves these pages.
    ///
    /// # Panics
    /// When this machine has no free port.
    pub async fn serve(pages: Router) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let asked = Asked::default();
        let pages = pages
            .route("/recorder.js", get(recorder))
            .layer(middleware::from_fn_with_state(asked.clone(), write_down));
        let end = Arc::new(Notify::new());
        let ended = end.clone();
        let serving = axum::serve(listener, pages);
        let serving = serving.with_graceful_shutdown(async move { ended.notified().await });
        tokio::spawn(async move { serving.await });
        Self { port, asked, end }
    }

    /// Serves nothing from now on: whoever asks is refused, as where there is no network.
    pub fn stop(&self) {
        self.end.notify_one();
    }

    /// What was asked of it until now, but for the icon that browsers ask for by themselves.
    ///
    /// # Panics
    /// Never while its own server lives.
    #[must_use]
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

async fn write_down(State(asked): State<Asked>, request: Request, next: Next) -> Response<Body> {
    let path = request.uri().path();
    if path != "/favicon.ico" {
        asked.lock().unwrap().push(path.to_string());
    }
    next.run(request).await
}

/// A page with the recorder before anything else, but after the type of the document, which the mode
/// hangs on.
#[must_use]
pub fn recorded(page: &str) -> String {
    if let Some((before, after)) = page.split_once("<head>") {
        return format!("{before}<head>{FIRST}{after}");
    }
    let lower = page.to_lowercase();
    let start = if lower.starts_with("<!doctype") {
        page.find('>').map_or(0, |end| end + 1)
    } else {
        0
    };
    let (before, after) = page.split_at(start);
    format!("{before}{FIRST}{after}")
}

async fn recorder() -> ([(header::HeaderName, &'static str); 1], &'static str) {
    ([(header::CONTENT_TYPE, "text/javascript")], RECORDER)
}

/// The built page, beside a page that embeds it, a broken pathway, and one that is held back until
/// somebody asks for `/release`. In `/frameless` the script for a frame is missing, in `/keepless` the one that keeps a summary,
/// and in `/gone` all that is named by what it holds, as when an update took it away too early.
pub(crate) async fn serve() -> Site {
    let gate = Arc::new(Semaphore::new(0));
    let opened = gate.clone();
    let held = move |Path(file): Path<String>| async move {
        let _pass = gate.acquire().await;
        Redirect::temporary(&format!("/pathways/ppimhs/{file}"))
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
        .route("/broken/pathway.json", get(|| async { "{\"id\":" }))
        .route("/broken/words/en-GB.json", get(|| async { "{}" }))
        .route("/held/{*file}", get(held))
        .route("/release", get(async move || opened.add_permits(1)))
        .fallback_service(ServeDir::new(dist()));
    Site::serve(pages).await
}

/// The accessibility checker.
///
/// # Panics
/// When it was not installed.
pub async fn axe() -> Vec<u8> {
    let path = top().join("node_modules/axe-core/axe.min.js");
    tokio::fs::read(&path)
        .await
        .unwrap_or_else(|error| panic!("{}: {error}: run cargo xtask test", path.display()))
}

/// A host page; `?attributes=…` stands on its element, and `&folder=…` is where the built page is.
///
/// # Panics
/// Never.
pub async fn host(Query(query): Query<HashMap<String, String>>) -> Response<Body> {
    let asked = |name| query.get(name).map_or("", String::as_str);
    let page = include_str!("pages/host.html")
        .replace("ATTRIBUTES", asked("attributes"))
        .replace("FOLDER", asked("folder"));
    Response::builder()
        .header(header::CONTENT_TYPE, "text/html; charset=utf-8")
        .body(Body::from(page))
        .unwrap()
}
