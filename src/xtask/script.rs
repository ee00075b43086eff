//! Bundles the many small scripts of `www/` into the few that a browser loads.
//!
//! Some scripts import `generated/crisis.json`, the start page and the crisis block of the built-in
//! pathway, which they show when nothing else runs. Scripts whose names stay import
//! `generated/names.json`, the paths of the others. The build writes both files outside `www/`.

use std::path::{Path, PathBuf};

use anyhow::Result;
use fs_err as fs;
use xshell::cmd;

use crate::content_hash::Manifest;
use crate::paths::{Workspace, files};

/// The oldest browsers for scripts and styles: the first with `import()` and `import.meta`. All of them
/// know destructuring; esbuild denies it because of one rare fault in Firefox, and cannot rewrite it.
pub const OLDEST_BROWSERS: [&str; 2] = [
    "--target=chrome64,safari11.1,firefox67",
    "--supported:destructuring=true",
];
/// The first browsers whose workers are modules.
const REVIEWERS_BROWSERS: [&str; 1] = ["--target=chrome80,safari15,firefox114"];

const SMALL: [&str; 5] = [
    "--bundle",
    "--minify",
    "--format=esm",
    "--charset=utf8",
    "--log-level=warning",
];

/// The scripts in the folder whose name changes with its content: the name of each bundle, and the
/// script in `www/` that imports the others.
const PROGRAM: [&str; 5] = [
    "ladder=element/fallbacks.js",
    "enframe=frame/mount-frame.js",
    "inframe=frame/frame-child.js",
    "keep=element/export.js",
    "own=element/own-edition.js",
];
/// The scripts whose names never change, for the browsers of visitors.
const ENTRIES: [&str; 4] = [
    "ppimhs-finder=element/ppimhs-finder.js",
    "ppimhs-reader=pathway-js/ppimhs-reader.js",
    "frame=frame/frame.js",
    "demo=demo/demo.js",
];
/// The same for the browsers of people who write and sign a pathway.
const REVIEW: [&str; 5] = [
    "review=review/review.js",
    "review-offline=review/review-offline.js",
    "review/worker=review/worker.js",
    "review/editor=review/editor.js",
    "review/graph=review/graph.js",
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
    folder: PathBuf,
}

impl<'a> Scripts<'a> {
    /// Copies the scripts beside the crisis block into an empty folder.
    ///
    /// # Errors
    /// When a file cannot be read or written.
    pub fn lay_out(workspace: &'a Workspace, crisis: &Path) -> Result<Self> {
        let shell = workspace.shell()?;
        let (folder, www) = (workspace.scratch().join("script"), workspace.www());
        shell.remove_path(&folder)?;
        for path in files(&www)? {
            let name = path.strip_prefix(&www)?;
            if is_script(name) {
                shell.write_file(folder.join(name), fs::read(&path)?)?;
            }
        }
        shell.create_dir(folder.join("generated"))?;
        fs::copy(crisis, folder.join("generated/crisis.json"))?;
        Ok(Self { workspace, folder })
    }

    /// Bundles the scripts in the folder whose name changes with its content.
    ///
    /// # Errors
    /// When a script is missing or wrong, or imports the names of the folder that it is in.
    pub fn program(&self, target: &Path) -> Result<()> {
        self.bundle(&PROGRAM, &OLDEST_BROWSERS, target)
    }

    /// Bundles the scripts whose names never change.
    ///
    /// # Errors
    /// When a script is missing or wrong.
    pub fn entries(&self, dist: &Path, manifest: &Manifest) -> Result<()> {
        fs::write(self.folder.join("generated/names.json"), manifest.json())?;
        self.bundle(&ENTRIES, &OLDEST_BROWSERS, dist)?;
        self.bundle(&REVIEW, &REVIEWERS_BROWSERS, dist)
    }

    fn bundle(&self, bundles: &[&str], browsers: &[&str], target: &Path) -> Result<()> {
        let shell = self.workspace.shell()?;
        shell.change_dir(&self.folder);
        let esbuild = self.workspace.npm_program("esbuild");
        cmd!(
            shell,
            "{esbuild} {bundles...} {SMALL...} {browsers...} {MODULES} --outdir={target}"
        )
        .env("NODE_PATH", self.workspace.node_modules())
        .quiet()
        .run()?;
        Ok(())
    }
}

/// Old pages replace `Promise`; the promise of an async function is the browser's own.
const NATIVE_PROMISE: &str = "--banner:js=const Promise=(async()=>{})().constructor;";

/// Bundles `source` and its imports, with the browser's own `Promise`.
///
/// # Errors
/// When a script is missing or wrong.
pub fn bundle(workspace: &Workspace, source: &Path, target: &Path) -> Result<()> {
    let (shell, esbuild) = (workspace.shell()?, workspace.npm_program("esbuild"));
    let browsers = OLDEST_BROWSERS;
    cmd!(
        shell,
        "{esbuild} {SMALL...} {browsers...} {NATIVE_PROMISE} {source} --outfile={target}"
    )
    .quiet()
    .run()?;
    Ok(())
}
