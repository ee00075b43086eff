//! Serves the pages of a development build, and sends each open page an event after a build.

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

/// The state of the development builds. Each open page receives it.
#[derive(Clone, Copy, Debug)]
pub struct State {
    /// A number that grows with each build of the demo page, even after the server starts again.
    page: u128,
    /// A number that grows with each build of the modules that the demo page does not load.
    others: u128,
    /// True if the last build failed.
    failed: bool,
}

impl State {
    /// Creates the state at the start of the server. `now` is a number that is higher than at every
    /// earlier start.
    pub fn new(now: u128) -> Self {
        Self {
            page: now,
            others: now,
            failed: false,
        }
    }

    /// Counts a successful build: of the demo page if `of_the_page` is true, else of the modules
    /// for other pages.
    pub fn add_build(&mut self, of_the_page: bool) {
        match of_the_page {
            true => self.page += 1,
            false => self.others += 1,
        }
    }

    /// Stores whether a build failed. Returns true if the build before it ended differently.
    pub fn end(&mut self, failed: bool) -> bool {
        let is_news = self.failed != failed;
        self.failed = failed;
        is_news
    }

    fn json(self) -> String {
        let (page, others) = (self.page.to_string(), self.others.to_string());
        json!({ "page": page, "others": others, "failed": self.failed }).to_string()
    }
}

/// Returns a server for the files of `folder`, which no browser may cache. Each change of the state
/// in `told` becomes an event for the open pages.
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

/// Sends an open page the present state of the builds at once, and then each later state.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::serve;
    use anyhow::{Context, Result};
    use std::io::{BufRead, BufReader, Write};
    use std::net::TcpStream;
    use std::thread;
    use tokio::sync::watch;

    #[test]
    fn an_open_page_is_told_of_each_build_and_of_one_that_failed() -> Result<()> {
        let (tell, told) = watch::channel(State::new(7));
        let listener = serve::listen(0)?;
        let address = listener.local_addr()?;
        let pages = router(Path::new("."), told);
        let runtime = serve::runtime()?;
        thread::spawn(move || runtime.block_on(serve::answer(listener, pages)));

        let mut stream = TcpStream::connect(address)?;
        write!(
            stream,
            "GET /development/events HTTP/1.1\r\nHost: localhost\r\n\r\n"
        )?;
        let lines = BufReader::new(stream).lines();
        let mut events =
            lines.filter_map(|line| line.ok()?.strip_prefix("data: ")?.to_owned().into());
        let mut next = || events.next().context("the stream ended");
        assert_eq!(next()?, r#"{"failed":false,"others":"7","page":"7"}"#);
        tell.send_if_modified(|state| state.end(true));
        assert_eq!(next()?, r#"{"failed":true,"others":"7","page":"7"}"#);
        tell.send_modify(|state| state.add_build(true));
        assert_eq!(next()?, r#"{"failed":true,"others":"7","page":"8"}"#);
        tell.send_if_modified(|state| state.end(false));
        assert_eq!(next()?, r#"{"failed":false,"others":"7","page":"8"}"#);
        assert!(!tell.send_if_modified(|state| state.end(false)), "no news");
        Ok(())
    }
}
