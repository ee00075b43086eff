//! Runs `cargo mutants`, which changes the code in one small way after the other, and requires that
//! the tests catch 95 of 100 changes. `.cargo/mutants.toml` says how it tries each.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use fs_err as fs;

use crate::paths::Workspace;
use crate::program::{cargo, shown};
use crate::tools;

const WANTED_PERCENT: usize = 95;

/// A fault here would send a visitor to the wrong service, or let a wrong pathway run.
const CHANGED: [&str; 3] = [
    "src/pathway/**/evaluate.rs",
    "src/pathway/**/check/**",
    "src/proof/**",
];

/// The exit codes of a run that tried every change: all caught, some missed, some timed out.
const TRIED: [i32; 3] = [0, 2, 3];

/// Changes these files, or without any all of [`CHANGED`].
///
/// # Errors
/// When the changes cannot be tried, or the tests catch too few of them.
pub fn mutants(workspace: &Workspace, files: &[PathBuf]) -> Result<()> {
    let mut command = cargo(workspace.root());
    command
        .env("PATH", tools::path_to_mutants(workspace)?)
        // Each copy of the code is built in a folder of its own.
        .env_remove("CARGO_TARGET_DIR")
        .args(["mutants", "--workspace"]);
    if files.is_empty() {
        command.args(CHANGED.map(|files| format!("--file={files}")));
    }
    for file in files {
        command.arg("--file").arg(file);
    }
    let status = command
        .status()
        .with_context(|| format!("{} cannot start", shown(&command)))?;
    if !status.code().is_some_and(|code| TRIED.contains(&code)) {
        bail!("{} failed ({status})", shown(&command));
    }
    let outcomes = workspace.scratch().join("mutants.out");
    let caught = count(&outcomes.join("caught.txt"))?;
    let survived = count(&outcomes.join("missed.txt"))? + count(&outcomes.join("timeout.txt"))?;
    println!("{caught} of {} changes were caught", caught + survived);
    judge(caught, survived)
}

/// How many changes a list of `cargo mutants` names, one a line.
fn count(list: &Path) -> Result<usize> {
    Ok(fs::read_to_string(list)?.lines().count())
}

fn judge(caught: usize, survived: usize) -> Result<()> {
    if caught == 0 || caught * 100 < (caught + survived) * WANTED_PERCENT {
        bail!("fewer than {WANTED_PERCENT} of 100 changes were caught: test the missed ones");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fewer_than_95_of_100_are_too_few() {
        assert!(judge(95, 5).is_ok());
        assert!(judge(94, 6).is_err());
    }

    #[test]
    fn a_run_that_caught_nothing_fails() {
        assert!(judge(0, 0).is_err());
    }
}
