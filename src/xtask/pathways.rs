//! Turns the pathway folders into what the `pathway` tool says of them. This crate does not look
//! inside a pathway.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::paths::Workspace;
use crate::program::{cargo, read, read_bytes, run};

const BUILT_IN: &str = "www/pathways/ppimhs";

/// The built-in pathway, and the trust's file that is laid over it, if there is one.
pub struct Pathway<'a> {
    workspace: &'a Workspace,
    trust: Option<&'a Path>,
}

impl<'a> Pathway<'a> {
    /// The built-in pathway, with this trust's file over it.
    pub fn new(workspace: &'a Workspace, trust: Option<&'a Path>) -> Self {
        Self { workspace, trust }
    }

    /// Refuses a pathway with findings, or with a law that some journey breaks: each that ships, and the
    /// built-in one with the trust's file over it.
    ///
    /// # Errors
    /// When there is no pathway, or the tool finds anything in one; its findings are on the terminal.
    pub fn prove(&self) -> Result<()> {
        let folders = folders(self.workspace)?;
        if folders.is_empty() {
            bail!("www/pathways/ holds no pathway, so there is nothing to ship");
        }
        let ships = || "a pathway with findings never ships: mend it, then build again";
        run(tool(self.workspace).arg("prove").args(folders)).with_context(ships)?;
        if self.trust.is_some() {
            run(&mut self.told("prove")).with_context(ships)?;
        }
        Ok(())
    }

    /// The start page and the crisis block, as JSON.
    ///
    /// # Errors
    /// When the tool cannot read the pathway.
    pub fn crisis(&self) -> Result<String> {
        read(&mut self.told("crisis"))
    }

    /// The whole guide as a page without a script.
    ///
    /// # Errors
    /// When the tool cannot read the pathway.
    pub fn guide(&self) -> Result<String> {
        read(&mut self.told("guide"))
    }

    /// The page for a frame.
    ///
    /// # Errors
    /// When the tool cannot read the pathway.
    pub fn frame(&self) -> Result<String> {
        read(&mut self.told("frame"))
    }

    /// The edition of the pathway: the bytes that the widget reads.
    ///
    /// # Errors
    /// When the tool cannot read the pathway.
    pub fn edition(&self) -> Result<Vec<u8>> {
        read_bytes(&mut self.told("edition"))
    }

    /// The tool, asked this of the pathway.
    fn told(&self, command: &str) -> Command {
        let mut tool = tool(self.workspace);
        tool.args([command, BUILT_IN]);
        if let Some(trust) = self.trust {
            tool.arg("--trust").arg(trust);
        }
        tool
    }
}

/// The tool as the tests build it: its core is compiled for speed there too.
fn tool(workspace: &Workspace) -> Command {
    let mut tool = cargo(workspace.root());
    tool.args(["run", "--quiet", "--locked", "--package", "pathway-cli"])
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
