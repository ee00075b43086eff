//! Serves the demo page on this machine: the development build, which it watches and rebuilds, or the
//! build that ships.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{self, Path};

use anyhow::{Context, Result, anyhow};
use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::response::Response;
use tokio::runtime::Runtime;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::content_hash::{NAMED_BY_CONTENT, NO_CACHE};
use crate::development;
use crate::dist;
use crate::paths::Workspace;

/// Serves the demo page until the developer stops the command. The page comes from a development
/// build, which follows each change of the sources. With `release`, the server sends the files in
/// `dist/` instead.
///
/// # Errors
/// When another program uses the port, or the build fails. The port is tried before the build.
pub fn serve(workspace: &Workspace, trust: Option<&Path>, port: u16, release: bool) -> Result<()> {
    let listener = listen(port)?;
    let trust = trust.map(path::absolute).transpose()?;
    if !release {
        return development::serve(workspace, trust.as_deref(), listener);
    }
    dist::build(workspace, trust.as_deref())?;
    let address = listener.local_addr().context("the port has no address")?;
    println!("\nthe demo page is at http://{address}/ (Ctrl+C stops it)");
    runtime()?.block_on(answer(listener, site(&workspace.dist())))
}

/// Creates the async runtime of a server.
///
/// # Errors
/// When the operating system has no resources left for the server.
pub fn runtime() -> Result<Runtime> {
    let mut builder = tokio::runtime::Builder::new_current_thread();
    builder
        .enable_io()
        .build()
        .context("the server cannot start")
}

/// Opens a port on this machine. The port 0 means any free port.
///
/// # Errors
/// When another program uses the port.
pub fn listen(port: u16) -> Result<TcpListener> {
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

/// Returns a server for the files of `dist/`, with the same compression and caching as the settings
/// in `www/server`.
fn site(dist: &Path) -> Router {
    Router::new()
        .nest_service("/app", files(&dist.join("app"), NAMED_BY_CONTENT))
        .fallback_service(files(dist, NO_CACHE))
}

fn files(folder: &Path, cache_control: &'static str) -> Router {
    let packed = ServeDir::new(folder)
        .precompressed_br()
        .precompressed_gzip();
    // A browser must not cache the answer that a file is missing, because the next build may add
    // the file.
    let cache_control = move |answer: &Response| {
        let is_there = !answer.status().is_client_error();
        let cache_control = if is_there { cache_control } else { NO_CACHE };
        Some(HeaderValue::from_static(cache_control))
    };
    Router::new()
        .fallback_service(packed)
        .layer(SetResponseHeaderLayer::overriding(
            CACHE_CONTROL,
            cache_control,
        ))
}

/// Answers the requests of browsers until the command ends.
///
/// # Errors
/// When the server loses its port.
pub async fn answer(listener: TcpListener, site: Router) -> Result<()> {
    let listener =
        tokio::net::TcpListener::from_std(listener).context("the port cannot be listened to")?;
    axum::serve(listener, site)
        .await
        .context("the server stopped")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::net::{SocketAddr, TcpStream};
    use std::{env, fs, process, thread};

    #[test]
    fn a_busy_port_says_what_to_do() -> Result<()> {
        let taken = listen(0)?;
        let port = taken.local_addr()?.port();
        let error = listen(port).unwrap_err().to_string();
        assert!(error.contains("--port"), "{error}");
        Ok(())
    }

    /// Requests a path of the server as a browser with brotli does, and returns the answer.
    fn request(address: SocketAddr, path: &str) -> Result<String> {
        let mut stream = TcpStream::connect(address)?;
        let head = "Host: localhost\r\nConnection: close\r\nAccept-Encoding: br\r\n\r\n";
        write!(stream, "GET {path} HTTP/1.1\r\n{head}")?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    }

    #[test]
    fn browsers_keep_only_files_that_are_named_by_their_content() -> Result<()> {
        let dist = env::temp_dir().join(format!("serve-{}", process::id()));
        fs::create_dir_all(dist.join("app/0123456789"))?;
        for file in ["a.js", "app/0123456789/b.js", "app/0123456789/b.js.br"] {
            fs::write(dist.join(file), file)?;
        }
        let listener = listen(0)?;
        let address = listener.local_addr()?;
        let pages = site(&dist);
        let runtime = runtime()?;
        thread::spawn(move || runtime.block_on(answer(listener, pages)));
        for (path, status, cache_control) in [
            ("/a.js", "200", NO_CACHE),
            ("/app/0123456789/b.js", "200", NAMED_BY_CONTENT),
            ("/app/0123456789/c.js", "404", NO_CACHE),
        ] {
            let response = request(address, path)?;
            assert!(
                response.starts_with(&format!("HTTP/1.1 {status}")),
                "{response}"
            );
            assert!(
                response.contains(&format!("cache-control: {cache_control}\r\n")),
                "{response}"
            );
        }
        let packed = request(address, "/app/0123456789/b.js")?;
        assert!(packed.contains("content-encoding: br\r\n"), "{packed}");
        assert!(packed.ends_with("b.js.br"), "{packed}");
        fs::remove_dir_all(dist)?;
        Ok(())
    }
}
