//! Compiles the stylesheet of the widget from `www/styles/`. `tests/browser/styles.rs` tests that
//! the stylesheet loads no files and does not depend on the host page.

use std::path::Path;

use anyhow::{Context, Result};
use fs_err as fs;
use xshell::cmd;

use crate::paths::Workspace;
use crate::script::OLDEST_BROWSERS;

/// The folders with the HTML of the widget. A release has only the classes that these folders
/// contain.
pub const MARKUP: &[&str] = &["src/view", "www"];

/// Writes the minified stylesheet to `target`. It contains only the classes in the files of the
/// folders `markup`, or all classes if `markup` is empty.
///
/// # Errors
/// When the Sass does not compile.
pub fn build(workspace: &Workspace, markup: &[&str], target: &Path) -> Result<()> {
    let (shell, esbuild) = (workspace.shell()?, workspace.npm_program("esbuild"));
    let compile = ["src/xtask/styles/compile.mjs", "www/styles/widget.scss"];
    let library = workspace.node_modules().join("nhsuk-frontend/dist");
    let css = cmd!(shell, "node {compile...} {library} {markup...}")
        .quiet()
        .read();
    let css = css.context("www/styles/widget.scss does not compile")?;
    let options = ["--loader=css", "--minify", "--log-level=warning"];
    let browsers = OLDEST_BROWSERS;
    let minify = cmd!(shell, "{esbuild} {options...} {browsers...}").stdin(css);
    Ok(fs::write(target, minify.quiet().read()? + "\n")?)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Runs the tests of the JavaScript files that build the styles and connect the modules.
    #[test]
    fn the_scripts_of_the_build_pass_their_own_tests() -> Result<()> {
        let shell = Workspace::find()?.shell()?;
        let tests = [
            "tests/build/styles.test.mjs",
            "tests/build/connection.test.mjs",
        ];
        cmd!(shell, "node --test {tests...}").quiet().read()?;
        Ok(())
    }
}
