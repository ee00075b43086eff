//! Runs the `pathway` command on the pathways in `www/`. The build itself reads no pathway.

use std::env;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use fs_err::{self as fs, File};
use launcher::Progress;
use xshell::cmd;

use crate::paths::Workspace;

const BUILT_IN: &str = "www/pathways/ppimhs";

/// The built-in pathway, and an optional trust file that applies to it.
#[derive(Clone, Copy)]
pub struct PathwayCommand<'a> {
    workspace: &'a Workspace,
    trust: Option<&'a Path>,
}

impl<'a> PathwayCommand<'a> {
    /// Stores the paths of the built-in pathway and of the trust file for it.
    pub fn new(workspace: &'a Workspace, trust: Option<&'a Path>) -> Self {
        Self { workspace, trust }
    }

    /// Proves every law of each pathway in `www/`, and of the built-in pathway with the trust file.
    ///
    /// # Errors
    /// When there is no pathway, or the `pathway` command finds a problem, which it prints.
    pub fn prove(self) -> Result<()> {
        let mut prove = command(self.workspace)?;
        prove.arg("prove");
        let mut folders = 0;
        for entry in fs::read_dir(self.workspace.www().join("pathways"))? {
            let folder = entry?.path();
            if folder.join("pathway.json").is_file() {
                prove.arg(folder);
                folders += 1;
            }
        }
        if folders == 0 {
            bail!("www/pathways/ holds no pathway, so there is nothing to ship");
        }
        let ships = "a pathway with findings never ships: correct it, then build again";
        run(&mut prove).context(ships)?;
        if self.trust.is_some() {
            run(&mut self.command("prove")?).context(ships)?;
        }
        Ok(())
    }

    /// Checks the built-in pathway with the trust file, but does not prove its laws.
    ///
    /// # Errors
    /// When the `pathway` command finds a problem, which it prints.
    pub fn check(self) -> Result<()> {
        run(&mut self.command("check")?)
    }

    /// Writes the output of a subcommand of `pathway` to the file `target`. The subcommands are
    /// `crisis` (the start page and the help, as JSON), `guide` (the plain guide), `frame` (the
    /// page for a frame) and `edition` (the bytes that the widget reads).
    ///
    /// # Errors
    /// When the command cannot read the pathway.
    pub fn write(self, subcommand: &str, target: &Path) -> Result<()> {
        let file = File::create(target)?;
        run(self.command(subcommand)?.stdout(file.into_parts().0))
    }

    /// Creates the `pathway` command with a subcommand and the files of this pathway.
    fn command(self, subcommand: &str) -> Result<Command> {
        let mut command = command(self.workspace)?;
        command.args([subcommand, BUILT_IN]);
        if let Some(trust) = self.trust {
            command.arg("--trust").arg(trust);
        }
        Ok(command)
    }
}

fn run(command: &mut Command) -> Result<()> {
    if !command.status()?.success() {
        let words: Vec<_> = command
            .get_args()
            .map(|word| word.to_string_lossy())
            .collect();
        bail!(
            "`pathway {}` failed; its own words are above",
            words.join(" ")
        );
    }
    Ok(())
}

/// Creates the `pathway` command. `build_tool` must run first.
fn command(workspace: &Workspace) -> Result<Command> {
    let name = format!("pathway{}", env::consts::EXE_SUFFIX);
    let mut command = Command::new(env::current_exe()?.with_file_name(name));
    command.current_dir(workspace.root());
    Ok(command)
}

/// Compiles the `pathway` command. Its core is always optimised for speed.
///
/// # Errors
/// When the command does not compile.
pub fn build_tool(workspace: &Workspace) -> Result<()> {
    let shell = workspace.shell()?;
    let progress = Progress::start("compiling the pathway command");
    cmd!(
        shell,
        "cargo build --quiet --locked --package pathway-cli --bin pathway"
    )
    .quiet()
    .run()?;
    progress.finish();
    Ok(())
}
