//! Compiles `www/styles/` into the stylesheet of the widget, which no rule of a host page may change
//! and which fetches nothing: `tests/browser/styles.rs` holds it to that.

use std::path::Path;

use anyhow::{Context, Result};
use fs_err as fs;
use xshell::cmd;

use crate::paths::Workspace;
use crate::script::OLDEST_BROWSERS;

/// The folders whose markup names the classes that ship.
pub const MARKUP: &[&str] = &["src/view", "www"];

/// Writes the minified stylesheet to `target`, without the classes that no file in `markup` names; an
/// empty `markup` keeps them all.
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

    /// The scripts that fit the styles and connect the modules.
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
