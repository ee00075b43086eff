//! `cargo xtask serve`: builds for development, watches the sources, rebuilds what changed, and tells
//! the pages in the browser.

mod parts;
mod site;

use std::net::TcpListener;
use std::path::Path;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use anyhow::{Context, Result};
use launcher::time;
use notify_debouncer_mini::new_debouncer;
use notify_debouncer_mini::notify::RecursiveMode;
use tokio::sync::watch;

use crate::paths::Workspace;
use crate::serve;
use crate::tools::Tools;
use parts::Parts;
use site::State;

/// Editors write a file in several steps; a build waits until none has happened for so long.
const SETTLED: Duration = Duration::from_millis(100);

/// What a development build is made of, beside the trust's file.
const WATCHED: [&str; 4] = ["src", "www", "Cargo.toml", "Cargo.lock"];

/// Serves a development build until it is stopped.
///
/// # Errors
/// When the tools cannot be installed, or the sources cannot be watched.
pub fn serve(workspace: &Workspace, trust: Option<&Path>, listener: TcpListener) -> Result<()> {
    let tools = Tools::ensure(workspace)?;
    let (changed, changes) = mpsc::channel();
    let mut watcher = new_debouncer(SETTLED, changed).context("the sources cannot be watched")?;
    for name in WATCHED {
        let path = workspace.root().join(name);
        watcher.watcher().watch(&path, RecursiveMode::Recursive)?;
    }
    if let Some(trust) = trust {
        watcher
            .watcher()
            .watch(trust, RecursiveMode::NonRecursive)?;
    }

    let mut parts = Parts::open(workspace, &tools, trust)?;
    let mut state = State::new(SystemTime::UNIX_EPOCH.elapsed()?.as_millis());
    update(&mut parts, &mut state);
    let address = listener.local_addr().context("the port has no address")?;
    let (tell, told) = watch::channel(state);
    let pages = site::router(parts.folder(), told);
    thread::spawn(move || {
        let served =
            serve::runtime().and_then(|runtime| runtime.block_on(serve::answer(listener, pages)));
        if let Err(error) = served {
            eprintln!("error: {error:#}");
        }
    });
    println!("\nthe demo page is at http://{address}/ (a change rebuilds it; Ctrl+C stops it)");

    while changes.recv().is_ok() {
        while changes.try_recv().is_ok() {}
        if update(&mut parts, &mut state) {
            tell.send_replace(state);
        }
    }
    Ok(())
}

/// Builds what changed; returns false if nothing did.
fn update(parts: &mut Parts<'_>, state: &mut State) -> bool {
    let start = Instant::now();
    match parts.update() {
        Ok(built) if built.is_empty() => {
            let recovered = state.failed;
            state.failed = false;
            recovered
        }
        Ok(built) => {
            println!("built {} in {}", built.join(", "), time(start.elapsed()));
            *state = State::new(state.build + 1);
            true
        }
        Err(error) => {
            eprintln!("error: {error:#}\nthe page is from the last build that worked");
            state.failed = true;
            true
        }
    }
}
