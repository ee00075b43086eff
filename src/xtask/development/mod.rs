//! Runs `cargo xtask serve`: it builds for development, builds again after each change of the
//! sources, and reloads the pages in the browser.

mod parts;
mod site;

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use anyhow::{Context, Result};
use launcher::time;
use notify_debouncer_mini::notify::RecursiveMode;
use notify_debouncer_mini::{DebounceEventResult, new_debouncer};
use tokio::sync::watch::{self, Sender};

use crate::install;
use crate::paths::Workspace;
use crate::serve;
use parts::{OF_THE_PAGE, OTHERS, Part, Parts};
use site::State;

/// How long the sources must be unchanged before a build starts. Text editors save a file in
/// several steps.
const SETTLED: Duration = Duration::from_millis(100);

/// The files and folders that a development build reads. It also reads the trust file, if there is
/// one.
const WATCHED: [&str; 4] = ["src", "www", "Cargo.toml", "Cargo.lock"];

/// Serves a development build until the developer stops the command.
///
/// # Errors
/// When the tools cannot be installed, or the operating system cannot report changes of the
/// sources.
pub fn serve(workspace: &Workspace, trust: Option<&Path>, listener: TcpListener) -> Result<()> {
    install::ensure(workspace, &["build"])?;
    let (changed, changes) = mpsc::channel();
    let mut watcher = new_debouncer(SETTLED, changed).context("the sources cannot be watched")?;
    let sources = WATCHED.map(|name| workspace.root().join(name));
    for path in sources.iter().map(PathBuf::as_path).chain(trust) {
        watcher.watcher().watch(path, RecursiveMode::Recursive)?;
    }

    let (tell, told) = watch::channel(State::new(SystemTime::UNIX_EPOCH.elapsed()?.as_millis()));
    let parts = Parts::open(workspace, trust)?;
    let pages = site::router(parts.folder(), told);
    let mut builds = Loop {
        parts,
        tell,
        changes,
    };
    // The server answers for the demo page before the modules of the other pages are built.
    let built = builds.build(&OF_THE_PAGE);
    let address = listener.local_addr().context("the port has no address")?;
    thread::spawn(move || {
        let served =
            serve::runtime().and_then(|runtime| runtime.block_on(serve::answer(listener, pages)));
        if let Err(error) = served {
            eprintln!("error: {error:#}");
        }
    });
    println!("\nthe demo page is at http://{address}/ (a change rebuilds it; Ctrl+C stops it)");
    builds.run(built);
    Ok(())
}

/// The loop that starts a build after each change of the sources.
struct Loop<'a> {
    parts: Parts<'a>,
    tell: Sender<State>,
    changes: Receiver<DebounceEventResult>,
}

impl Loop<'_> {
    /// Builds after each change of the sources, until the watcher of the files ends.
    fn run(&mut self, mut built: Result<()>) {
        let mut tried = None;
        loop {
            let all = built.and_then(|()| self.build_others());
            if let Err(error) = &all {
                eprintln!("error: {error:#}\nthe page is from the last build that worked");
            }
            self.tell.send_if_modified(|state| state.end(all.is_err()));
            // The build reads the sources, and this causes events too. A new build starts only if
            // the sources differ.
            loop {
                if self.changes.recv().is_err() {
                    return;
                }
                self.changes.try_iter().for_each(drop);
                let sources = self.parts.sources().ok();
                if sources != tried {
                    tried = sources;
                    break;
                }
            }
            built = self.build(&OF_THE_PAGE);
        }
    }

    /// Builds the modules that the demo page does not load. A change of the sources interrupts
    /// this, and the demo page is built first.
    fn build_others(&mut self) -> Result<()> {
        for part in OTHERS {
            if self.changes.try_recv().is_ok() {
                self.changes.try_iter().for_each(drop);
                self.build(&OF_THE_PAGE)?;
                return self.build_others();
            }
            self.build(&[part])?;
        }
        Ok(())
    }

    /// Builds the parts whose sources changed, and reloads the pages if there were any.
    fn build(&mut self, parts: &[Part]) -> Result<()> {
        let start = Instant::now();
        let mut built = Vec::new();
        for part in parts {
            if self.parts.update(*part)? {
                built.push(part.name());
            }
        }
        if !built.is_empty() {
            println!("built {} in {}", built.join(", "), time(start.elapsed()));
            let of_the_page = parts.len() == OF_THE_PAGE.len();
            self.tell.send_modify(|state| state.add_build(of_the_page));
        }
        Ok(())
    }
}
