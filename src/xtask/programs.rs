//! Runs the programs that measure, draw or try the project, and installs what they need first. Each
//! lies in `tests/`; none is part of this crate.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use xshell::cmd;

use crate::dist;
use crate::install::{ensure, path_to, variables};
use crate::paths::Workspace;
use crate::wasm::MODULES;

/// The part of all changes that the tests must catch.
const CAUGHT_PERCENT: usize = 95;

/// Measures everything, after a build unless `built`.
///
/// # Errors
/// When something cannot be built, installed or measured.
pub fn bench(workspace: &Workspace, rounds: usize, built: bool) -> Result<()> {
    ensure(workspace, &["build", "bench"])?;
    if !built {
        dist::build(workspace, None)?;
    }
    let rounds = rounds.to_string();
    run(workspace, "bench", &["everything", "--rounds", &rounds])
}

/// Compares the instructions of the core's steps with the accepted counts.
///
/// # Errors
/// When a step takes more than it may.
pub fn counts(workspace: &Workspace, accept: bool) -> Result<()> {
    ensure(workspace, &["counts"])?;
    let words: &[&str] = match accept {
        true => &["counts", "--accept"],
        false => &["counts"],
    };
    run(workspace, "bench", words)
}

/// Requests `dist/` from nginx as fast as nginx answers.
///
/// # Errors
/// When nginx or wrk cannot be installed, or an answer is wrong.
pub fn load(workspace: &Workspace) -> Result<()> {
    ensure(workspace, &["load"])?;
    run(workspace, "bench", &["load"])
}

/// Requires that nginx and Apache answer as their recipes promise.
///
/// # Errors
/// When one of them cannot be installed, or answers otherwise.
pub fn recipes(workspace: &Workspace) -> Result<()> {
    ensure(workspace, &["recipes"])?;
    run(workspace, "recipes", &[])
}

/// Prints the largest crates and items of a module.
///
/// # Errors
/// When there is no such module, or it cannot be built.
pub fn size(workspace: &Workspace, name: &str) -> Result<()> {
    let module = MODULES.iter().find(|module| module.name == name);
    let names = MODULES.map(|module| module.name).join(" or ");
    let module = module.with_context(|| format!("there is no module {name}: take {names}"))?;
    ensure(workspace, &["build"])?;
    let named = module.build_named(workspace)?;
    run(workspace, "bench", &["size", &named.display().to_string()])
}

/// Draws every kind of screen on one sheet, for a person to look at.
///
/// # Errors
/// When there is no browser, `dist/` cannot be built, or a screen is not reached.
pub fn screens(workspace: &Workspace) -> Result<()> {
    ensure(workspace, &["build", "test"])?;
    dist::build(workspace, None)?;
    let shell = workspace.shell()?;
    let draw = "cargo test --quiet --locked --package webdriver-tests --test screens";
    let draw: Vec<&str> = draw.split(' ').skip(1).collect();
    cmd!(shell, "cargo {draw...}")
        .env("PPIMHS_DIST", workspace.dist())
        .env("PPIMHS_SCREENS", workspace.target().join("screens"))
        .envs(variables("chromium")?)
        .quiet()
        .run()?;
    Ok(())
}

/// Runs `cargo mutants`, which changes the code in one small way after the other, and requires that the
/// tests catch 95 of 100 changes. `.cargo/mutants.toml` says which files it changes and how it tries
/// each change; `files` replace those.
///
/// # Errors
/// When the changes cannot be tried, or the tests catch too few of them.
pub fn mutants(workspace: &Workspace, files: &[PathBuf]) -> Result<()> {
    ensure(workspace, &["mutants"])?;
    let shell = workspace.shell()?;
    let files = files
        .iter()
        .flat_map(|file| ["--file".into(), file.clone()]);
    let outcomes = workspace.root().join("target/xtask/mutants.out");
    shell.remove_path(&outcomes)?;
    // Missed changes make it fail, and so does a run that tries none.
    let ran = cmd!(shell, "cargo mutants --workspace {files...}")
        .env("PATH", path_to(workspace, &["cargo-mutants"])?)
        // Each copy of the code is built in a folder of its own.
        .env_remove("CARGO_TARGET_DIR")
        .quiet()
        .run();
    let count = |list: &str| -> Result<usize> {
        let list = shell.read_file(outcomes.join(list).with_extension("txt"))?;
        Ok(list.lines().count())
    };
    let caught = count("caught")?;
    let all = caught + count("missed")? + count("timeout")?;
    println!("{caught} of {all} changes were caught");
    if all == 0 {
        ran?;
    }
    if caught == 0 || caught * 100 < all * CAUGHT_PERCENT {
        bail!("fewer than {CAUGHT_PERCENT} of 100 changes were caught: test the missed ones");
    }
    Ok(())
}

/// Runs a program of `tests/`.
fn run(workspace: &Workspace, program: &str, words: &[&str]) -> Result<()> {
    let shell = workspace.shell()?;
    cmd!(
        shell,
        "cargo run --quiet --locked --bin {program} -- {words...}"
    )
    .env("PPIMHS_DIST", workspace.dist())
    .envs(variables("chromium").unwrap_or_default())
    .quiet()
    .run()?;
    Ok(())
}
