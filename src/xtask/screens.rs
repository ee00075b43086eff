//! Draws every kind of screen on one sheet, for a person to look at.

use anyhow::Result;

use crate::browser::CHROMIUM;
use crate::dist;
use crate::paths::Workspace;
use crate::program::{cargo, run};

/// Builds, visits every kind of screen at three widths, and prints the path of the sheet.
///
/// # Errors
/// When there is no browser, `dist/` cannot be built, or a screen is not reached.
pub fn screens(workspace: &Workspace) -> Result<()> {
    let programs = CHROMIUM.ensure(workspace)?;
    dist::build(workspace, None)?;
    let folder = workspace.target().join("screens");
    let mut pictures = cargo(workspace.root());
    pictures
        .args(["test", "--quiet", "--locked"])
        .args(["--package", "webdriver-tests", "--test", "screens"])
        .env("PPIMHS_DIST", workspace.dist())
        .env("PPIMHS_SCREENS", folder)
        .envs(programs);
    run(&mut pictures)
}
