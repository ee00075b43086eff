//! Turns `dist/` into the demo page at an address of this machine.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::dist;
use crate::paths::Workspace;

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

/// The files as they are now: a browser keeps none, so a new build is seen at once.
fn site(workspace: &Workspace) -> Router {
    Router::new()
        .fallback_service(ServeDir::new(workspace.dist()))
        .layer(SetResponseHeaderLayer::overriding(
            CACHE_CONTROL,
            HeaderValue::from_static("no-store"),
        ))
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
