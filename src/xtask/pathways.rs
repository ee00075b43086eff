//! Runs the `pathway` command on the pathways that ship. This crate never reads a pathway itself.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use fs_err as fs;
use launcher::Progress;

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
        run(tool(self.workspace)?.arg("prove").args(folders)).with_context(ships)?;
        if self.trust.is_some() {
            run(&mut self.command("prove")?).with_context(ships)?;
        }
        Ok(())
    }

    /// Refuses a pathway with findings, without a proof of its laws.
    ///
    /// # Errors
    /// When the tool finds anything; its findings are on the terminal.
    pub fn check(&self) -> Result<()> {
        run(&mut self.command("check")?)
    }

    /// The start page and the crisis block, as JSON.
    ///
    /// # Errors
    /// When the command cannot read the pathway.
    pub fn crisis(&self) -> Result<String> {
        read(&mut self.command("crisis")?)
    }

    /// The whole guide as a page without a script.
    ///
    /// # Errors
    /// When the command cannot read the pathway.
    pub fn guide(&self) -> Result<String> {
        read(&mut self.command("guide")?)
    }

    /// The page for a frame.
    ///
    /// # Errors
    /// When the command cannot read the pathway.
    pub fn frame(&self) -> Result<String> {
        read(&mut self.command("frame")?)
    }

    /// The edition of the pathway: the bytes that the widget reads.
    ///
    /// # Errors
    /// When the command cannot read the pathway.
    pub fn edition(&self) -> Result<Vec<u8>> {
        read_bytes(&mut self.command("edition")?)
    }

    /// The `pathway` command with a subcommand, for this pathway.
    fn command(&self, name: &str) -> Result<Command> {
        let mut tool = tool(self.workspace)?;
        tool.args([name, BUILT_IN]);
        if let Some(trust) = self.trust {
            tool.arg("--trust").arg(trust);
        }
        Ok(tool)
    }
}

/// The tool, which lies beside this program once `build_tool` was called.
fn tool(workspace: &Workspace) -> Result<Command> {
    let name = format!("pathway{}", env::consts::EXE_SUFFIX);
    let path = env::current_exe().context("this program has no path")?;
    let mut tool = Command::new(path.with_file_name(name));
    tool.current_dir(workspace.root());
    Ok(tool)
}

/// Compiles the tool; its core is compiled for speed in a debug build too.
///
/// # Errors
/// When it does not compile.
pub fn build_tool(workspace: &Workspace) -> Result<()> {
    let progress = Progress::start("compiling the pathway tool");
    let mut build = cargo(workspace.root());
    build.args(["build", "--quiet", "--locked", "--package", "pathway-cli"]);
    run(build.args(["--bin", "pathway"]))?;
    progress.finish();
    Ok(())
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
