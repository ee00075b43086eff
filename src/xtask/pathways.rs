//! Turns the pathway folders into what the `pathway` tool says of them. This crate does not look
//! inside a pathway.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::paths::Workspace;
use crate::program::{cargo, read, read_bytes, run};

const BUILT_IN: &str = "www/pathways/ppimhs";

/// Refuses a pathway with findings, or with a law that some journey breaks.
///
/// # Errors
/// When there is no pathway, or the tool finds anything in one; its findings are on the terminal.
pub fn prove(workspace: &Workspace) -> Result<()> {
    let folders = folders(workspace)?;
    if folders.is_empty() {
        bail!("www/pathways/ holds no pathway, so there is nothing to ship");
    }
    run(tool(workspace).arg("prove").args(folders))
        .context("a pathway with findings never ships: mend it, then build again")
}

/// The start page and the crisis block, as JSON.
///
/// # Errors
/// When the tool cannot read the pathway.
pub fn crisis(workspace: &Workspace) -> Result<String> {
    read(tool(workspace).args(["crisis", BUILT_IN]))
}

/// The whole guide as a page without a script.
///
/// # Errors
/// When the tool cannot read the pathway.
pub fn guide(workspace: &Workspace) -> Result<String> {
    read(tool(workspace).args(["guide", BUILT_IN]))
}

/// The page for a frame.
///
/// # Errors
/// When the tool cannot read the pathway.
pub fn frame(workspace: &Workspace) -> Result<String> {
    read(tool(workspace).args(["frame", BUILT_IN]))
}

/// The built-in pathway as the widget reads it.
///
/// # Errors
/// When the tool cannot read the pathway.
pub fn edition(workspace: &Workspace) -> Result<Vec<u8>> {
    read_bytes(tool(workspace).args(["edition", BUILT_IN]))
}

/// The tool as the tests build it: its core is compiled for speed there too.
fn tool(workspace: &Workspace) -> Command {
    let mut tool = cargo(workspace.root());
    tool.args(["run", "--quiet", "--locked", "--package", "pathway-tool"])
        .args(["--bin", "pathway", "--"]);
    tool
}

fn folders(workspace: &Workspace) -> Result<Vec<PathBuf>> {
    let home = workspace.pathways();
    let mut folders = Vec::new();
    for entry in fs::read_dir(&home).context("www/pathways/ cannot be listed")? {
        let folder = entry.context("www/pathways/ cannot be listed")?.path();
        if folder.join("pathway.json").is_file() {
            folders.push(folder);
        }
    }
    folders.sort();
    Ok(folders)
}
