//! Bundles the scripts of `www/` into the few files that a browser loads.
//!
//! Some scripts import `generated/crisis.json`, which contains the start page and the help. Scripts
//! with fixed names import `generated/names.json`, which contains the paths of the folders with a
//! content hash. The build writes both files outside `www/`.

use std::path::{Path, PathBuf};

use anyhow::Result;
use fs_err as fs;
use xshell::cmd;

use crate::content_hash::Manifest;
use crate::paths::{Workspace, files};

/// The oldest browsers that can run the scripts and styles of the widget. They are the first
/// browsers with `import()` and `import.meta`. All of them support destructuring, but esbuild
/// assumes that they do not, because of one rare bug in Firefox.
pub const OLDEST_BROWSERS: [&str; 2] = [
    "--target=chrome64,safari11.1,firefox67",
    "--supported:destructuring=true",
];
/// The oldest browsers that can run the review page, because they can run a JavaScript module as a
/// worker.
const REVIEWERS_BROWSERS: [&str; 1] = ["--target=chrome80,safari15,firefox114"];

const MINIFY: [&str; 5] = [
    "--bundle",
    "--minify",
    "--format=esm",
    "--charset=utf8",
    "--log-level=warning",
];

/// The bundles in the folder with a content hash. Each entry has the name of the bundle and the
/// script in `www/` that starts it.
const PROGRAM: [&str; 7] = [
    "ladder=element/fallbacks.js",
    "enframe=frame/mount-frame.js",
    "inframe=frame/frame-child.js",
    "keep=element/after-first-screen.js",
    "own=element/own-edition.js",
    "links=element/upgrade-links.js",
    "causes=element/likely-cause.js",
];
/// The bundles with fixed names that visitors load.
const ENTRIES: [&str; 4] = [
    "ppimhs-finder=element/ppimhs-finder.js",
    "ppimhs-reader=pathway-js/ppimhs-reader.js",
    "frame=frame/embed-frame.js",
    "demo=demo/demo.js",
];
/// The bundles with fixed names for people who write and sign a pathway.
const REVIEW: [&str; 4] = [
    "review=review/review.js",
    "review/worker=review/worker.js",
    "review/editor=review/editor.js",
    "review/graph=review/graph.js",
];

/// The bundle that contains the checksums of the other files of the review page.
const OFFLINE: [&str; 1] = ["review-offline=review/review-offline.js"];

/// The option of esbuild that leaves the generated script of the worker's module out of the bundle.
const MODULES: &str = "--external:./ppimhs_reviewer.js";

/// Returns true if this is the name of a script. `dist/` contains scripts only in bundles.
pub fn is_script(name: &Path) -> bool {
    name.extension().is_some_and(|kind| kind == "js")
}

/// The folder with copies of the scripts in `www/` and with the files that the build generates for
/// them.
pub struct Scripts<'a> {
    workspace: &'a Workspace,
    folder: PathBuf,
}

impl<'a> Scripts<'a> {
    /// Copies the scripts in `www/` and the help of the pathway into an empty folder.
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

    /// Writes the bundles in the folder with a content hash.
    ///
    /// # Errors
    /// When a script is missing or wrong, or when it imports the path of this folder, which is not
    /// known yet.
    pub fn program(&self, target: &Path) -> Result<()> {
        self.bundle(&PROGRAM, &OLDEST_BROWSERS, target)
    }

    /// Writes the bundles with fixed names.
    ///
    /// # Errors
    /// When a script is missing or wrong.
    pub fn entries(&self, dist: &Path, manifest: &Manifest) -> Result<()> {
        fs::write(self.folder.join("generated/names.json"), manifest.json())?;
        self.bundle(&ENTRIES, &OLDEST_BROWSERS, dist)?;
        self.bundle(&REVIEW, &REVIEWERS_BROWSERS, dist)
    }

    /// Bundles the script that stores the review page in the browser, so that the page works
    /// without a network.
    ///
    /// # Errors
    /// When the script is missing or wrong.
    pub fn offline(&self, dist: &Path, checksums: &str) -> Result<()> {
        fs::write(self.folder.join("generated/checksums.json"), checksums)?;
        self.bundle(&OFFLINE, &REVIEWERS_BROWSERS, dist)
    }

    fn bundle(&self, bundles: &[&str], browsers: &[&str], target: &Path) -> Result<()> {
        let shell = self.workspace.shell()?;
        shell.change_dir(&self.folder);
        let esbuild = self.workspace.npm_program("esbuild");
        cmd!(
            shell,
            "{esbuild} {bundles...} {MINIFY...} {browsers...} {MODULES} --outdir={target}"
        )
        .env("NODE_PATH", self.workspace.node_modules())
        .quiet()
        .run()?;
        Ok(())
    }
}

/// Code at the start of a bundle. It gives the bundle the browser's own `Promise`, which some old
/// pages replace. An async function always returns the browser's own promise.
const NATIVE_PROMISE: &str = "--banner:js=const Promise=(async()=>{})().constructor;";

/// Bundles the script `source` and its imports. The bundle uses the browser's own `Promise`.
///
/// # Errors
/// When a script is missing or wrong.
pub fn bundle(workspace: &Workspace, source: &Path, target: &Path) -> Result<()> {
    let (shell, esbuild) = (workspace.shell()?, workspace.npm_program("esbuild"));
    let browsers = OLDEST_BROWSERS;
    cmd!(
        shell,
        "{esbuild} {MINIFY...} {browsers...} {NATIVE_PROMISE} {source} --outfile={target}"
    )
    .quiet()
    .run()?;
    Ok(())
}
