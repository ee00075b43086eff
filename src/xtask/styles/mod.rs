//! Turns `www/styles/widget.scss` into the one stylesheet of the widget: compiled, made fit for a
//! shadow root in a foreign page, rid of what nothing wears, held to the laws, and made small.
//!
//! It does not decide how anything looks; that is the Sass.

mod fit;
mod law;
mod sheet;
mod worn;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};

use crate::paths::Workspace;
use crate::program::run;
use crate::script::OLDEST_BROWSERS;
use crate::tools::Tools;
use worn::Worn;

/// Writes the finished stylesheet to `target`.
///
/// # Errors
/// When the Sass does not compile, or what comes out of it would break a promise to a host page.
pub fn build(workspace: &Workspace, tools: &Tools, target: &Path) -> Result<()> {
    let source = workspace.www().join("styles/widget.scss");
    let library = workspace.node_modules().join("nhsuk-frontend/dist");
    let compiled = grass::from_path(&source, &grass::Options::default().load_path(&library))
        .map_err(|error| anyhow!("www/styles/widget.scss does not compile: {error}"))?;
    let view = workspace.root().join("src/view");
    let worn = Worn::by(&[&view, &workspace.www()])?;
    let fitted = worn.only(&fit::fit(&sheet::parse(&compiled)?)).to_string();

    let readable = workspace.scratch().join("widget.css");
    fs::create_dir_all(workspace.scratch()).context("cannot make target/xtask")?;
    fs::write(&readable, &fitted).context("cannot write target/xtask/widget.css")?;
    check("target/xtask/widget.css", &fitted)?;

    let mut minify = tools.npm_program("esbuild");
    minify
        .args(["--minify", "--log-level=warning"])
        .args(OLDEST_BROWSERS)
        .arg(&readable)
        .arg(format!("--outfile={}", target.display()));
    run(&mut minify)?;
    let small = fs::read_to_string(target).context("the stylesheet cannot be read back")?;
    check("styles/widget.css", &small)
}

fn check(name: &str, css: &str) -> Result<()> {
    let broken = law::broken(&sheet::parse(css)?);
    if broken.is_empty() {
        return Ok(());
    }
    bail!("{name} may not ship:\n  {}", broken.join("\n  "))
}
