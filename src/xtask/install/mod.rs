//! Installs the tools in `tools.json` that a command of `cargo xtask` needs. For each missing tool,
//! it first prints a line with the reason and the time that the installation takes.

mod crates;
mod debian;
mod npm;
mod rust;

use std::path::{Path, PathBuf};
use std::thread::{self, ScopedJoinHandle};

use anyhow::{Context, Result, bail};
use fs_err::{self as fs, File};
use launcher::Progress;
use serde::Deserialize;

use crate::paths::Workspace;
use crates::Crate;
pub use crates::path_to;
use debian::Debian;

const TOOLS: &str = include_str!("tools.json");

/// A tool in `tools.json`.
#[derive(Deserialize)]
struct Tool {
    name: String,
    /// The commands of `cargo xtask` that need the tool.
    #[serde(rename = "for")]
    commands: Vec<String>,
    why: String,
    /// How long the installation takes, in words such as "about 2 minutes".
    time: String,
    #[serde(flatten)]
    kind: Kind,
}

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Kind {
    Rust,
    Npm,
    Crate(Crate),
    Debian(Debian),
}

impl Tool {
    fn is_missing(&self, workspace: &Workspace) -> Result<bool> {
        match &self.kind {
            Kind::Rust => Ok(!rust::missing(workspace)?.is_empty()),
            Kind::Npm => npm::is_missing(workspace),
            Kind::Crate(tool) => Ok(!tool.program(workspace, &self.name)?.is_file()),
            Kind::Debian(programs) => Ok(programs.find()?.is_none()),
        }
    }

    fn install(&self, workspace: &Workspace) -> Result<()> {
        let progress = Progress::start(&format!("installing {}", self.name));
        match &self.kind {
            Kind::Rust => rust::install(workspace)?,
            Kind::Npm => npm::install(workspace)?,
            Kind::Crate(tool) => tool.install(workspace, &self.name)?,
            Kind::Debian(programs) => programs.install()?,
        }
        progress.finish();
        if self.is_missing(workspace)? {
            bail!("its installation ended without an error, but it is still missing");
        }
        Ok(())
    }
}

fn tools() -> Result<Vec<Tool>> {
    serde_json::from_str(TOOLS).context("tools.json")
}

/// Returns the tool with this name in `tools.json`.
fn tool(name: &str) -> Result<Tool> {
    let found = tools()?.into_iter().find(|tool| tool.name == name);
    found.with_context(|| format!("tools.json has no {name}"))
}

/// Installs the tools that these commands need and that are missing. Each version of a tool is
/// installed only once.
///
/// # Errors
/// When a tool cannot be installed. The message contains the command to type.
pub fn ensure(workspace: &Workspace, commands: &[&str]) -> Result<()> {
    let _one_at_a_time = lock(workspace.tools())?;
    let mut missing = Vec::new();
    for tool in tools()? {
        let is_needed = |command: &String| commands.contains(&command.as_str());
        if tool.commands.iter().any(is_needed) && tool.is_missing(workspace)? {
            println!("to install: {} ({}): {}", tool.name, tool.time, tool.why);
            missing.push(tool);
        }
    }
    // The Debian packages are installed at the same time as the npm packages and crates.
    let (debian, others): (Vec<Tool>, Vec<Tool>) =
        (missing.into_iter()).partition(|tool| matches!(tool.kind, Kind::Debian(_)));
    let (npm, crates) = (others.into_iter()).partition(|tool| matches!(tool.kind, Kind::Npm));
    let failed: Vec<String> = thread::scope(|scope| {
        let installing =
            [debian, npm, crates].map(|tools| scope.spawn(move || install_each(workspace, &tools)));
        let failed = installing.into_iter().map(ScopedJoinHandle::join);
        failed.flat_map(Result::unwrap_or_default).collect()
    });
    if !failed.is_empty() {
        bail!("{}", failed.join("\n"));
    }
    Ok(())
}

/// Installs tools one after the other. Returns a message for each tool whose installation failed.
fn install_each(workspace: &Workspace, tools: &[Tool]) -> Vec<String> {
    let errors = tools.iter().filter_map(|tool| {
        let error = tool.install(workspace).err()?;
        Some(format!("{} cannot be installed: {error:#}", tool.name))
    });
    errors.collect()
}

fn lock(tools: &Path) -> Result<File> {
    fs::create_dir_all(tools)?;
    let file = File::create(tools.join("lock"))?;
    file.file().lock().context("the tools cannot be locked")?;
    Ok(file)
}

/// Returns the environment variables that tell the tests the paths of the programs in one tool,
/// such as a browser.
///
/// # Errors
/// When one of the programs is missing.
pub fn variables(name: &str) -> Result<Vec<(String, PathBuf)>> {
    let Kind::Debian(programs) = tool(name)?.kind else {
        bail!("{name} is no program of this system");
    };
    let found = programs.find()?;
    found.with_context(|| format!("{name} is missing"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tool_says_why_it_is_needed_by_a_command_and_how_long_it_takes() -> Result<()> {
        const COMMANDS: [&str; 9] = [
            "build",
            "test",
            "test --all",
            "bench",
            "counts",
            "fuzz",
            "load",
            "mutants",
            "recipes",
        ];
        for Tool {
            name,
            commands,
            why,
            time,
            ..
        } in tools()?
        {
            assert!(
                !commands.is_empty() && !why.is_empty() && !time.is_empty(),
                "{name}"
            );
            let known = |command: &String| COMMANDS.contains(&command.as_str());
            assert!(commands.iter().all(known), "{name}: {commands:?}");
        }
        Ok(())
    }
}
