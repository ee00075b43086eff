//! Turns the scripts of `www/`, many small ones, into the few that a browser loads.
//!
//! The first of them imports `generated/crisis.json`, the start page and the crisis block of the
//! built-in pathway, so that they can be shown when nothing else runs. That file is made here and
//! never lies in `www/`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::paths::Workspace;
use crate::program::run;
use crate::sizes::files;
use crate::tools::Tools;

/// The oldest browsers that scripts and styles are written for: the first ones with `import()` and
/// `import.meta`. All of them know destructuring; the bundler's table says no because of one rare
/// fault in Firefox, and cannot rewrite it.
pub const OLDEST_BROWSERS: [&str; 2] = [
    "--target=chrome64,safari11.1,firefox67",
    "--supported:destructuring=true",
];

const SMALL: [&str; 4] = [
    "--minify",
    "--format=esm",
    "--charset=utf8",
    "--log-level=warning",
];

/// Scripts that become one.
struct Bundle {
    /// The first of them, in `www/`.
    source: &'static str,
    /// What they become, in `dist/`.
    name: &'static str,
    browsers: &'static [&'static str],
}

impl Bundle {
    /// For everybody's browser.
    const fn of_widget(source: &'static str, name: &'static str) -> Self {
        Self {
            source,
            name,
            browsers: &OLDEST_BROWSERS,
        }
    }

    /// For those who write and sign a pathway: a part of the review page.
    const fn of_review(name: &'static str) -> Self {
        Self {
            source: name,
            name,
            browsers: &REVIEWERS_BROWSERS,
        }
    }
}

/// The first browsers whose workers are modules.
const REVIEWERS_BROWSERS: [&str; 1] = ["--target=chrome80,safari15,firefox114"];

const BUNDLES: [Bundle; 9] = [
    Bundle::of_widget("ppimhs-finder.js", "ppimhs-finder.js"),
    Bundle::of_widget("embed/ladder.js", "app/ladder.js"),
    Bundle::of_widget("embed/enframe.js", "app/enframe.js"),
    Bundle::of_widget("embed/keep.js", "app/keep.js"),
    Bundle::of_widget("frame.js", "frame.js"),
    Bundle::of_review("review.js"),
    Bundle::of_review("review/worker.js"),
    Bundle::of_review("review/editor.js"),
    Bundle::of_review("review/graph.js"),
];

/// What is no part of a bundle: it is made, and beside it.
const MODULES: [&str; 2] = ["--external:./app/*", "--external:../app/*"];

/// What the bundles are made of: it never ships as it is written.
const SOURCES: [&str; 5] = [
    "ppimhs-finder.js",
    "frame.js",
    "review.js",
    "review",
    "embed",
];

/// Whether a file of `www/`, named from there, is part of a bundle.
pub fn is_source(name: &Path) -> bool {
    SOURCES.iter().any(|source| name.starts_with(source))
}

/// Bundles the scripts, and the crisis block into the first of them, into `dist`.
///
/// # Errors
/// When a script is not there or holds a mistake that the bundler sees.
pub fn build(workspace: &Workspace, tools: &Tools, crisis: &str, dist: &Path) -> Result<()> {
    let folder = workspace.scratch().join("script");
    lay_out(workspace, crisis, &folder)?;
    for bundle in &BUNDLES {
        let mut bundler = tools.npm_program("esbuild");
        bundler
            .current_dir(&folder)
            .env("NODE_PATH", workspace.node_modules())
            .args([bundle.source, "--bundle"])
            .args(MODULES)
            .args(SMALL)
            .args(bundle.browsers)
            .arg(format!("--outfile={}", dist.join(bundle.name).display()));
        run(&mut bundler)?;
    }
    Ok(())
}

/// Puts what is written beside what is made, and nothing from an earlier build.
fn lay_out(workspace: &Workspace, crisis: &str, folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot delete {folder:?}"))?;
    }
    let www = workspace.www();
    for path in files(&www)? {
        let name = path.strip_prefix(&www).context("a file left its folder")?;
        if is_source(name) {
            write(
                &folder.join(name),
                &fs::read(&path).context(path_of(&path))?,
            )?;
        }
    }
    write(&folder.join("generated/crisis.json"), crisis.as_bytes())
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).context(path_of(folder))?;
    }
    fs::write(path, bytes).context(path_of(path))
}

fn path_of(path: &Path) -> String {
    path.display().to_string()
}

/// Old pages replace `Promise`, and some with something that is none. A function's own cannot be.
const NATIVE_PROMISE: &str = "--banner:js=const Promise=(async()=>{})().constructor;";

/// Makes one small script of `source` and all that it imports, safe from what pages replace.
///
/// # Errors
/// When the bundler cannot read one of them.
pub fn bundle(tools: &Tools, source: &Path, target: &Path) -> Result<()> {
    let mut bundle = tools.npm_program("esbuild");
    bundle
        .arg("--bundle")
        .args(SMALL)
        .args(OLDEST_BROWSERS)
        .arg(NATIVE_PROMISE)
        .arg(source)
        .arg(format!("--outfile={}", target.display()));
    run(&mut bundle)
}
