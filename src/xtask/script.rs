//! Bundles the many small scripts of `www/` into the few that a browser loads.
//!
//! Some scripts import `generated/crisis.json`, the start page and the crisis block of the built-in
//! pathway, which they show when nothing else runs. Scripts whose names stay import
//! `generated/names.json`, the paths of the others. The build writes both files outside `www/`.

use std::path::{Path, PathBuf};

use anyhow::Result;
use fs_err as fs;

use crate::content_hash::Manifest;
use crate::paths::{Workspace, files};
use crate::program::run;
use crate::tools::Tools;

/// The oldest browsers for scripts and styles: the first with `import()` and `import.meta`. All of them
/// know destructuring; esbuild denies it because of one rare fault in Firefox, and cannot rewrite it.
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

/// A script that is bundled with all its imports.
struct Bundle {
    /// The script in `www/` that imports the others.
    source: &'static str,
    /// The name of the bundle in its folder of `dist/`.
    name: &'static str,
    browsers: &'static [&'static str],
}

impl Bundle {
    /// A bundle for the browsers of visitors.
    const fn of_widget(source: &'static str, name: &'static str) -> Self {
        Self {
            source,
            name,
            browsers: &OLDEST_BROWSERS,
        }
    }

    /// A bundle for the browsers of people who write and sign a pathway.
    const fn of_review(source: &'static str, name: &'static str) -> Self {
        Self {
            source,
            name,
            browsers: &REVIEWERS_BROWSERS,
        }
    }
}

/// The first browsers whose workers are modules.
const REVIEWERS_BROWSERS: [&str; 1] = ["--target=chrome80,safari15,firefox114"];

/// The scripts in the folder whose name changes with its content.
const PROGRAM: [Bundle; 5] = [
    Bundle::of_widget("element/fallbacks.js", "ladder.js"),
    Bundle::of_widget("frame/mount-frame.js", "enframe.js"),
    Bundle::of_widget("frame/frame-child.js", "inframe.js"),
    Bundle::of_widget("element/export.js", "keep.js"),
    Bundle::of_widget("element/own-edition.js", "own.js"),
];

/// The scripts whose names never change.
const ENTRIES: [Bundle; 9] = [
    Bundle::of_widget("element/ppimhs-finder.js", "ppimhs-finder.js"),
    Bundle::of_widget("pathway-js/ppimhs-reader.js", "ppimhs-reader.js"),
    Bundle::of_widget("frame/frame.js", "frame.js"),
    Bundle::of_widget("demo/demo.js", "demo.js"),
    Bundle::of_review("review/review.js", "review.js"),
    Bundle::of_review("review/review-offline.js", "review-offline.js"),
    Bundle::of_review("review/worker.js", "review/worker.js"),
    Bundle::of_review("review/editor.js", "review/editor.js"),
    Bundle::of_review("review/graph.js", "review/graph.js"),
];

/// The generated module beside `review/worker.js`, which no bundle includes.
const MODULES: &str = "--external:./ppimhs_reviewer.js";

/// Whether a file is a script, which ships only as a part of a bundle.
pub fn is_script(name: &Path) -> bool {
    name.extension().is_some_and(|kind| kind == "js")
}

/// The scripts of `www/` beside their generated files.
pub struct Scripts<'a> {
    workspace: &'a Workspace,
    tools: &'a Tools,
    folder: PathBuf,
}

impl<'a> Scripts<'a> {
    /// Copies the scripts beside the crisis block into an empty folder.
    ///
    /// # Errors
    /// When a file cannot be read or written.
    pub fn lay_out(workspace: &'a Workspace, tools: &'a Tools, crisis: &str) -> Result<Self> {
        let folder = workspace.scratch().join("script");
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        let www = workspace.www();
        for path in files(&www)? {
            let name = path.strip_prefix(&www)?;
            if is_script(name) {
                write(&folder.join(name), &fs::read(&path)?)?;
            }
        }
        write(&folder.join("generated/crisis.json"), crisis.as_bytes())?;
        Ok(Self {
            workspace,
            tools,
            folder,
        })
    }

    /// Bundles the scripts in the folder whose name changes with its content.
    ///
    /// # Errors
    /// When a script is missing or wrong, or imports the names of the folder that it is in.
    pub fn program(&self, target: &Path) -> Result<()> {
        self.bundle(&PROGRAM, target)
    }

    /// Bundles the scripts whose names never change.
    ///
    /// # Errors
    /// When a script is missing or wrong.
    pub fn entries(&self, dist: &Path, manifest: &Manifest) -> Result<()> {
        let known = self.folder.join("generated/names.json");
        write(&known, manifest.json().as_bytes())?;
        self.bundle(&ENTRIES, dist)
    }

    fn bundle(&self, bundles: &[Bundle], target: &Path) -> Result<()> {
        for bundle in bundles {
            let mut bundler = self.tools.npm_program("esbuild");
            bundler
                .current_dir(&self.folder)
                .env("NODE_PATH", self.workspace.node_modules())
                .args([bundle.source, "--bundle", MODULES])
                .args(SMALL)
                .args(bundle.browsers)
                .arg(format!("--outfile={}", target.join(bundle.name).display()));
            run(&mut bundler)?;
        }
        Ok(())
    }
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    Ok(fs::write(path, bytes)?)
}

/// Old pages replace `Promise`; the promise of an async function is the browser's own.
const NATIVE_PROMISE: &str = "--banner:js=const Promise=(async()=>{})().constructor;";

/// Bundles `source` and its imports, with the browser's own `Promise`.
///
/// # Errors
/// When a script is missing or wrong.
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
