//! Compiles `www/styles/` into the stylesheet of the widget, which no rule of a host page may change
//! and which fetches nothing.

mod lint;

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use fs_err as fs;

use crate::paths::Workspace;
use crate::program::{read, run};
use crate::script::OLDEST_BROWSERS;
use crate::tools::Tools;

/// The folders whose markup names the classes that ship.
pub const MARKUP: &[&str] = &["src/view", "www"];

/// Writes the minified stylesheet to `target`, without the classes that no file in `markup` names; an
/// empty `markup` keeps them all.
///
/// # Errors
/// When the Sass does not compile, or the stylesheet depends on a host page or fetches a file.
pub fn build(workspace: &Workspace, tools: &Tools, markup: &[&str], target: &Path) -> Result<()> {
    let mut compile = Command::new("node");
    compile
        .current_dir(workspace.root())
        .arg("src/xtask/styles/compile.mjs")
        .args(["www/styles/widget.scss", "node_modules/nhsuk-frontend/dist"])
        .args(markup);
    let css = read(&mut compile).context("www/styles/widget.scss does not compile")?;
    let readable = workspace.scratch().join("widget.css");
    fs::create_dir_all(workspace.scratch())?;
    fs::write(&readable, css)?;

    let mut minify = tools.npm_program("esbuild");
    minify
        .args(["--minify", "--log-level=warning"])
        .args(OLDEST_BROWSERS)
        .arg(&readable)
        .arg(format!("--outfile={}", target.display()));
    run(&mut minify)?;
    let findings = lint::findings(&fs::read_to_string(target)?);
    if !findings.is_empty() {
        bail!(
            "styles/widget.css may not ship:\n  {}",
            findings.join("\n  ")
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stylesheet_fits_a_shadow_root() -> Result<()> {
        let workspace = Workspace::find()?;
        let mut tests = Command::new("node");
        tests.current_dir(workspace.root());
        read(tests.args(["--test", "src/xtask/styles/fit.test.mjs"]))?;
        Ok(())
    }
}
