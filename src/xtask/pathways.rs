//! Runs the `pathway` command on the pathways that ship. This crate never reads a pathway itself.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use fs_err as fs;

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

    /// Refuses findings, and laws that a journey breaks, in each pathway that ships and in the built-in
    /// one with the trust's file over it.
    ///
    /// # Errors
    /// When there is no pathway, or the command has a finding, which it prints.
    pub fn prove(&self) -> Result<()> {
        let folders = folders(self.workspace)?;
        if folders.is_empty() {
            bail!("www/pathways/ holds no pathway, so there is nothing to ship");
        }
        let ships = || "a pathway with findings never ships: correct it, then build again";
        run(pathway(self.workspace).arg("prove").args(folders)).with_context(ships)?;
        if self.trust.is_some() {
            run(&mut self.subcommand("prove")).with_context(ships)?;
        }
        Ok(())
    }

    /// The start page and the crisis block, as JSON.
    ///
    /// # Errors
    /// When the command cannot read the pathway.
    pub fn crisis(&self) -> Result<String> {
        read(&mut self.subcommand("crisis"))
    }

    /// The whole guide as a page without a script.
    ///
    /// # Errors
    /// When the command cannot read the pathway.
    pub fn guide(&self) -> Result<String> {
        read(&mut self.subcommand("guide"))
    }

    /// The page for a frame.
    ///
    /// # Errors
    /// When the command cannot read the pathway.
    pub fn frame(&self) -> Result<String> {
        read(&mut self.subcommand("frame"))
    }

    /// The edition of the pathway: the bytes that the widget reads.
    ///
    /// # Errors
    /// When the command cannot read the pathway.
    pub fn edition(&self) -> Result<Vec<u8>> {
        read_bytes(&mut self.subcommand("edition"))
    }

    /// The `pathway` command with this subcommand.
    fn subcommand(&self, name: &str) -> Command {
        let mut command = pathway(self.workspace);
        command.args([name, BUILT_IN]);
        if let Some(trust) = self.trust {
            command.arg("--trust").arg(trust);
        }
        command
    }
}

/// The `pathway` command as the tests build it, with the core compiled for speed.
fn pathway(workspace: &Workspace) -> Command {
    let mut command = cargo(workspace.root());
    command
        .args(["run", "--quiet", "--locked", "--package", "pathway-cli"])
        .args(["--bin", "pathway", "--"]);
    command
}

fn folders(workspace: &Workspace) -> Result<Vec<PathBuf>> {
    let mut folders = Vec::new();
    for entry in fs::read_dir(workspace.pathways())? {
        let folder = entry?.path();
        if folder.join("pathway.json").is_file() {
            folders.push(folder);
        }
    }
    folders.sort();
    Ok(folders)
}
