//! Turns `dist/` into the demo page at an address of this machine.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::response::Response;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::dist;
use crate::paths::Workspace;

/// What browsers are told of a file whose name stays, and of one whose name says what it holds.
const ASKED_EACH_TIME: &str = "no-cache";
const NAMED_BY_CONTENT: &str = "public, max-age=31536000, immutable";

/// Builds, then serves until it is stopped.
///
/// # Errors
/// When the port is taken (said before the build starts), or the build fails.
pub fn serve(workspace: &Workspace, trust: Option<&Path>, port: u16) -> Result<()> {
    let listener = listen(port)?;
    dist::build(workspace, trust)?;
    let address = listener.local_addr().context("the port has no address")?;
    println!("\nthe demo page is at http://{address}/ (Ctrl+C stops it)");
    tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .build()
        .context("the server cannot start")?
        .block_on(answer(listener, site(workspace)))
}

fn listen(port: u16) -> Result<TcpListener> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
        if error.kind() == ErrorKind::AddrInUse {
            anyhow!(
                "port {port} is in use: stop the other program, or choose another port with \
                 `cargo xtask serve --port {}`",
                port.checked_add(1).unwrap_or(8080)
            )
        } else {
            anyhow!("port {port} cannot be used: {error}; choose another with `--port`")
        }
    })?;
    listener
        .set_nonblocking(true)
        .context("the port cannot be listened to")?;
    Ok(listener)
}

/// The files as they are now, packed where a browser takes that, and kept as the recipes for servers say:
/// a new build is seen at once.
fn site(workspace: &Workspace) -> Router {
    let dist = workspace.dist();
    Router::new()
        .nest_service("/app", files(&dist.join("app"), NAMED_BY_CONTENT))
        .fallback_service(files(&dist, ASKED_EACH_TIME))
}

fn files(folder: &Path, kept: &'static str) -> Router {
    let packed = ServeDir::new(folder)
        .precompressed_br()
        .precompressed_gzip();
    // What is not there may come, and is never kept.
    let kept = move |answer: &Response| {
        let is_there = !answer.status().is_client_error();
        let said = if is_there { kept } else { ASKED_EACH_TIME };
        Some(HeaderValue::from_static(said))
    };
    Router::new()
        .fallback_service(packed)
        .layer(SetResponseHeaderLayer::overriding(CACHE_CONTROL, kept))
}

async fn answer(listener: TcpListener, site: Router) -> Result<()> {
    let listener =
        tokio::net::TcpListener::from_std(listener).context("the port cannot be listened to")?;
    axum::serve(listener, site)
        .await
        .context("the server stopped")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_busy_port_says_what_to_do() -> Result<()> {
        let taken = listen(0)?;
        let port = taken.local_addr()?.port();
        let error = listen(port).unwrap_err().to_string();
        assert!(error.contains("--port"), "{error}");
        Ok(())
    }
}
