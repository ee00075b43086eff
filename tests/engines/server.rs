//! The built page on a port of its own, beside pages that embed it, whole or broken.

use axum::{
    Router,
    body::Body,
    extract::Query,
    http::{Response, header},
    routing::get,
};
use std::{collections::HashMap, net::SocketAddr, path::PathBuf};
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

/// Where the built page is: what `cargo xtask build` leaves.
fn dist() -> PathBuf {
    let dist = std::env::var_os("PPIMHS_DIST").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../dist")),
        PathBuf::from,
    );
    assert!(
        dist.join("ppimhs-finder.js").exists(),
        "{} holds no page: run cargo xtask build, or cargo xtask test, which does",
        dist.display()
    );
    dist
}

/// Serves the page until the test ends, and says where.
pub async fn serve() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let app = Router::new()
        .route("/host.html", get(host))
        .route("/axe.js", get(axe))
        .route("/broken/pathway.json", get(|| async { "{\"id\":" }))
        .route("/broken/words/en-GB.json", get(|| async { "{}" }))
        .fallback_service(ServeDir::new(dist()));
    tokio::spawn(async move { axum::serve(listener, app).await });
    address
}

/// The accessibility checker.
async fn axe() -> Vec<u8> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../node_modules/axe-core/axe.min.js"
    );
    tokio::fs::read(path)
        .await
        .unwrap_or_else(|error| panic!("{path}: {error}: run cargo xtask test, which installs it"))
}

/// A host page; `?attributes=…` stands on its element.
async fn host(Query(query): Query<HashMap<String, String>>) -> Response<Body> {
    let attributes = query.get("attributes").map_or("", String::as_str);
    let page = include_str!("pages/host.html").replace("ATTRIBUTES", attributes);
    Response::builder()
        .header(header::CONTENT_TYPE, "text/html; charset=utf-8")
        .body(Body::from(page))
        .unwrap()
}
