//! Answers requests for the pages of a development build, and tells them of each build.

use std::convert::Infallible;
use std::path::Path;

use axum::Router;
use axum::extract;
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::response::Sse;
use axum::response::sse::Event;
use axum::routing::get;
use futures_util::stream::{self, Stream};
use serde_json::json;
use tokio::sync::watch::Receiver;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

/// What a page needs to know of the builds.
#[derive(Clone, Copy, Debug)]
pub struct State {
    /// A number that grows with each build that worked, also over restarts.
    pub build: u128,
    /// True if the last build failed.
    pub failed: bool,
}

impl State {
    /// The state after a build that worked.
    pub fn new(build: u128) -> Self {
        Self {
            build,
            failed: false,
        }
    }

    fn json(self) -> String {
        json!({ "build": self.build.to_string(), "failed": self.failed }).to_string()
    }
}

/// The files of `folder`, which no browser keeps, and the events of `told`.
pub fn router(folder: &Path, told: Receiver<State>) -> Router {
    Router::new()
        .route("/development/events", get(events))
        .with_state(told)
        .fallback_service(ServeDir::new(folder))
        .layer(SetResponseHeaderLayer::overriding(
            CACHE_CONTROL,
            HeaderValue::from_static("no-store"),
        ))
}

/// The present state at once, and each new one.
async fn events(
    extract::State(mut told): extract::State<Receiver<State>>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    told.mark_changed();
    Sse::new(stream::unfold(told, |mut told| async move {
        told.changed().await.ok()?;
        let event = Event::default().data(told.borrow_and_update().json());
        Some((Ok(event), told))
    }))
}
