//! Installs tools that are published as crates. Each version of a tool has a folder of its own.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use xshell::cmd;

use super::{Kind, tool};
use crate::clear_compiler_flags::without_compiler_flags;
use crate::paths::Workspace;

/// A tool that is published as a crate.
#[derive(Deserialize)]
pub struct Crate {
    program: String,
    version: Option<String>,
    /// The library in `Cargo.lock` that must have the same version as the tool.
    version_of: Option<String>,
}

/// Compiler settings that make a tool compile faster. A tool runs for seconds, so its own speed
/// matters less.
const QUICK_TO_COMPILE: [(&str, &str); 5] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
    ("CARGO_PROFILE_RELEASE_STRIP", "symbols"),
];

impl Crate {
    /// Returns the path of the program of a tool, even if the tool is not installed.
    ///
    /// # Errors
    /// When cargo does not know the locked version of the library that the tool must match.
    pub fn program(&self, workspace: &Workspace, name: &str) -> Result<PathBuf> {
        let home = format!("{name}-{}", self.version(workspace)?);
        let file = format!("{}{}", self.program, env::consts::EXE_SUFFIX);
        Ok(workspace.tools().join(home).join("bin").join(file))
    }

    fn version(&self, workspace: &Workspace) -> Result<String> {
        let library = match (&self.version, &self.version_of) {
            (Some(version), _) => return Ok(version.clone()),
            (None, library) => library.as_ref().context("no version in tools.json")?,
        };
        let shell = workspace.shell()?;
        let id = cmd!(shell, "cargo pkgid --locked {library}")
            .quiet()
            .read()?;
        let version = id.rsplit_once('@').map(|(_, version)| version);
        Ok(version.context("cargo prints no version")?.to_owned())
    }

    /// Compiles a tool from its crate, and installs it.
    ///
    /// # Errors
    /// When the tool does not compile. The message says what to do.
    pub fn install(&self, workspace: &Workspace, name: &str) -> Result<()> {
        let shell = workspace.shell()?;
        let (tools, version) = (workspace.tools(), self.version(workspace)?);
        let (home, build) = (tools.join(format!("{name}-{version}")), tools.join("build"));
        let install = cmd!(
            shell,
            "cargo install --quiet --locked --root {home} --target-dir {build} {name}@{version}"
        );
        let install = without_compiler_flags(install).envs(QUICK_TO_COMPILE);
        install.quiet().run().with_context(|| {
            let (program, home) = (&self.program, home.display());
            format!("where there is a network, start again, or put {program} into {home}/bin")
        })?;
        Ok(shell.remove_path(&build)?)
    }
}

/// Returns a value of the variable `PATH` that begins with the folders of the tools with these
/// names.
///
/// # Errors
/// When the name of a folder contains a sign that `PATH` does not allow.
pub fn path_to(workspace: &Workspace, names: &[&str]) -> Result<OsString> {
    let mut folders = Vec::new();
    for name in names {
        let Kind::Crate(tool) = tool(name)?.kind else {
            bail!("{name} is no crate");
        };
        let program = tool.program(workspace, name)?;
        folders.extend(program.parent().map(ToOwned::to_owned));
    }
    let inherited = env::var_os("PATH").unwrap_or_default();
    let folders = folders.into_iter().chain(env::split_paths(&inherited));
    env::join_paths(folders).context("the folder of the tools has a name that PATH cannot hold")
}
