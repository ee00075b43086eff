//! Turns `tests/bench/steps.rs` into a program that does one step of the core, so often.

use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::Value;

use super::said::text;
use crate::paths::Workspace;
use crate::program::{cargo, read};

/// Builds it as programs are released.
///
/// # Errors
/// When it does not compile.
pub fn steps(workspace: &Workspace) -> Result<PathBuf> {
    let mut build = cargo(workspace.root());
    build
        .args(["bench", "--quiet", "--locked", "--no-run"])
        .args(["--package", "pathway", "--bench", "steps"])
        .args(["--message-format", "json"])
        .arg("--target-dir")
        .arg(workspace.root().join("target"));
    let said = read(&mut build)?;
    let program = said.lines().find_map(|line| {
        let message: Value = serde_json::from_str(line).ok()?;
        let is_it = text(&message, "/target/name") == Some("steps");
        text(&message, "/executable")
            .filter(|_| is_it)
            .map(PathBuf::from)
    });
    program.context("cargo did not say where it put the program")
}
