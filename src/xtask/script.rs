//! Turns `www/ppimhs-finder.js` into the one script that a host page loads.
//!
//! The script imports `./generated/crisis.json`, the crisis block of the built-in pathway, so that
//! it can be shown when nothing else runs. That file is made here and never lies in `www/`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::paths::Workspace;
use crate::program::run;
use crate::tools::Tools;

/// The oldest browsers that scripts and styles are written for: the first ones with `import()` and
/// `import.meta`. All of them know destructuring; the bundler's table says no because of one rare
/// fault in Firefox, and cannot rewrite it.
pub const OLDEST_BROWSERS: [&str; 2] = [
    "--target=chrome64,safari11.1,firefox67",
    "--supported:destructuring=true",
];

const SCRIPT: &str = "ppimhs-finder.js";

/// Bundles the script and the crisis block into `dist`.
///
/// # Errors
/// When the script is not there or holds a mistake that the bundler sees.
pub fn build(workspace: &Workspace, tools: &Tools, crisis: &str, dist: &Path) -> Result<()> {
    let folder = workspace.scratch().join("script");
    let generated = folder.join("generated");
    fs::create_dir_all(&generated).with_context(|| format!("cannot make {generated:?}"))?;
    fs::copy(workspace.www().join(SCRIPT), folder.join(SCRIPT))
        .with_context(|| format!("www/{SCRIPT} cannot be copied"))?;
    fs::write(generated.join("crisis.json"), crisis).context("cannot write crisis.json")?;

    let mut bundle = tools.npm_program("esbuild");
    bundle
        .current_dir(&folder)
        .args([
            SCRIPT,
            "--bundle",
            "--minify",
            "--format=esm",
            "--charset=utf8",
        ])
        .args(["--log-level=warning", "--external:./app/*"])
        .args(OLDEST_BROWSERS)
        .arg(format!("--outfile={}", dist.join(SCRIPT).display()));
    run(&mut bundle)
}

/// Makes one small script of `source` and all that it imports.
///
/// # Errors
/// When the bundler cannot read one of them.
pub fn bundle(tools: &Tools, source: &Path, target: &Path) -> Result<()> {
    let mut bundle = tools.npm_program("esbuild");
    bundle
        .args(["--bundle", "--minify", "--format=esm", "--charset=utf8"])
        .arg("--log-level=warning")
        .args(OLDEST_BROWSERS)
        .arg(source)
        .arg(format!("--outfile={}", target.display()));
    run(&mut bundle)
}
