//! Serves a host page and the widget's files.

use crate::case::Case;
use axum::{
    Router,
    body::Body,
    extract::Request,
    http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode, Uri, header},
    middleware::{self, Next},
    response::Redirect,
    routing::get,
};
use std::{
    collections::BTreeMap,
    fs,
    future::{pending, ready},
    sync::Arc,
};
use tokio::sync::Semaphore;
use tower_http::services::{ServeDir, ServeFile};
use webdriver_tests::{
    files::dist,
    server::{Site, recorded},
};

/// The address in the HTML of a host page, which the test replaces by the address of the widget's
/// files.
const PLACEHOLDER: &str = "https://HOST";

/// The servers for one kind of host page. The widget's files may have a server of their own.
pub struct Sites {
    host: Site,
    finder: Option<Site>,
}

impl Sites {
    /// Starts the servers for one kind of host page.
    pub async fn serve(case: &Case) -> Self {
        if case.other_site {
            let finder = Site::serve(files(case)).await;
            let address = format!("http://127.0.0.1:{}", finder.port);
            let host = Site::serve(pages(case, Some(address))).await;
            let finder = Some(finder);
            return Self { host, finder };
        }
        let host = Site::serve(pages(case, None).merge(files(case))).await;
        Self { host, finder: None }
    }

    /// Returns the address of the host page.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.host.port)
    }

    /// Returns the paths of the widget's files that the browser has requested.
    pub fn asked_of_finder(&self) -> Vec<String> {
        let mut asked = self.finder.as_ref().unwrap_or(&self.host).requests();
        asked.retain(|path| path.starts_with("/finder/"));
        asked
    }

    /// Returns the paths that the browser has requested from the host page's server.
    pub fn asked_of_host(&self) -> Vec<String> {
        self.host.requests()
    }
}

/// Serves the host page and its files. The widget's files come from the address `finder`, or else
/// from the same server.
fn pages(case: &Case, finder: Option<String>) -> Router {
    let case = case.clone();
    let folder = ServeDir::new(case.folder());
    let npm = concat!(env!("CARGO_MANIFEST_DIR"), "/../../node_modules");
    let named = async move |uri: Uri, asked: HeaderMap| {
        let name = match uri.path() {
            "/" => "index.html",
            path => path.trim_start_matches('/'),
        };
        let here = || format!("http://{}", asked[header::HOST].to_str().unwrap());
        page(&case, name, &finder.clone().unwrap_or_else(here))
    };
    Router::new()
        .route("/", get(named.clone()))
        .route("/{name}", get(named))
        .nest_service("/npm", ServeDir::new(npm))
        .nest_service("/files", folder)
}

/// Returns a page of the host, such as `index.html`, with the HTTP headers of its case. The page
/// contains the address of the widget's files, and the script that records what the page can learn.
fn page(case: &Case, name: &str, finder: &str) -> Response<Body> {
    match fs::read_to_string(case.folder().join(name)) {
        Ok(text) if name.ends_with(".html") => {
            let text = recorded(&text.replace(PLACEHOLDER, finder));
            let mut reply = html(text);
            reply.headers_mut().extend(headers(&case.headers, finder));
            reply
        }
        _ => missing(),
    }
}

/// Serves the widget's files below `/finder/`, where a trust could put them.
fn files(case: &Case) -> Router {
    let headers = headers(&case.finder_headers, "");
    let frame = async || {
        let text = fs::read_to_string(dist().join("frame.html")).unwrap();
        html(recorded(&text))
    };
    let moved = async |uri: Uri| {
        let query = uri.query().map(|query| format!("?{query}"));
        Redirect::permanent(&format!("/finder/frame{}", query.unwrap_or_default()))
    };
    let (held, html_as_text) = (case.held.clone(), case.html_as_text);
    let delayed = case.delayed.clone();
    let gate = Arc::new(Semaphore::new(0));
    let opened = gate.clone();
    let hold = move |request: Request, next: Next| {
        let is = |name: &Option<String>| {
            let path = request.uri().path();
            name.as_ref().is_some_and(|file| path.ends_with(file))
        };
        let (is_held, is_delayed) = (is(&held), is(&delayed));
        let gate = gate.clone();
        async move {
            if is_held {
                pending::<()>().await;
            }
            if is_delayed {
                let _permit = gate.acquire().await;
            }
            let is_text = html_as_text && request.uri().path().ends_with(".html");
            let mut reply = next.run(request).await;
            if is_text {
                let plain = HeaderValue::from_static("text/plain; charset=utf-8");
                let exact = HeaderValue::from_static("nosniff");
                reply.headers_mut().insert(header::CONTENT_TYPE, plain);
                let name = header::X_CONTENT_TYPE_OPTIONS;
                reply.headers_mut().insert(name, exact);
            }
            reply
        }
    };
    let add = move |mut reply: Response<Body>| {
        reply.headers_mut().extend(headers.clone());
        ready(reply)
    };
    Router::new()
        .route("/finder/frame", get(frame))
        .route(
            "/finder/frame.html",
            if case.drops_html {
                get(moved)
            } else {
                get(frame)
            },
        )
        .route_service(
            "/cache/copy.js",
            ServeFile::new(dist().join("ppimhs-finder.js")),
        )
        .nest_service("/finder", ServeDir::new(dist()))
        .nest_service("/finder-old", ServeDir::new(dist()))
        .route("/release", get(async move || opened.add_permits(1)))
        .layer(middleware::map_response(add))
        .layer(middleware::from_fn(hold))
}

fn headers(said: &BTreeMap<String, String>, finder: &str) -> HeaderMap {
    let said = said.iter().map(|(name, value)| {
        let value = value.replace(PLACEHOLDER, finder);
        let name: HeaderName = name.parse().unwrap();
        (name, value.parse().unwrap())
    });
    said.collect()
}

fn html(text: String) -> Response<Body> {
    let reply = Response::builder().header(header::CONTENT_TYPE, "text/html; charset=utf-8");
    reply.body(Body::from(text)).unwrap()
}

fn missing() -> Response<Body> {
    let reply = Response::builder().status(StatusCode::NOT_FOUND);
    reply.body(Body::empty()).unwrap()
}
