//! Runs the programs in `tests/` that measure or try the project, and installs the tools that they
//! need.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use xshell::cmd;

use crate::dist;
use crate::install::{ensure, path_to, variables};
use crate::paths::Workspace;
use crate::wasm::MODULES;

/// The percentage of small changes to the code that the tests must notice.
const CAUGHT_PERCENT: usize = 95;

/// Runs every measurement of `tests/bench`. Builds `dist/` first unless `built` is true.
///
/// # Errors
/// When a build, an installation or a measurement fails.
pub fn bench(workspace: &Workspace, rounds: usize, built: bool) -> Result<()> {
    ensure(workspace, &["build", "bench"])?;
    if !built {
        dist::build(workspace, None)?;
    }
    let rounds = rounds.to_string();
    run(workspace, "bench", &["everything", "--rounds", &rounds])
}

/// Counts the instructions of the core's steps, and compares them with the accepted counts.
///
/// # Errors
/// When a step needs more instructions than its limit.
pub fn counts(workspace: &Workspace, accept: bool) -> Result<()> {
    ensure(workspace, &["counts"])?;
    let words: &[&str] = match accept {
        true => &["counts", "--accept"],
        false => &["counts"],
    };
    run(workspace, "bench", words)
}

/// Measures how many requests per second nginx on this machine answers.
///
/// # Errors
/// When nginx or wrk cannot be installed, or an answer is wrong.
pub fn load(workspace: &Workspace) -> Result<()> {
    ensure(workspace, &["load"])?;
    run(workspace, "bench", &["load"])
}

/// Tests that nginx and Apache, with the settings in `www/server`, answer as the project promises.
///
/// # Errors
/// When a server cannot be installed, or an answer is wrong.
pub fn recipes(workspace: &Workspace) -> Result<()> {
    ensure(workspace, &["recipes"])?;
    run(workspace, "recipes", &[])
}

/// Prints the largest crates and functions of a module.
///
/// # Errors
/// When the module does not exist or cannot be built.
pub fn size(workspace: &Workspace, name: &str) -> Result<()> {
    let module = MODULES.iter().find(|module| module.name == name);
    let names = MODULES.map(|module| module.name).join(" or ");
    let module = module.with_context(|| format!("there is no module {name}: take {names}"))?;
    ensure(workspace, &["build"])?;
    let named = module.build_named(workspace)?;
    run(workspace, "bench", &["size", &named.display().to_string()])
}

/// Draws every kind of screen on one sheet, for a developer to look at.
///
/// # Errors
/// When there is no browser, `dist/` cannot be built, or a screen is missing.
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

/// Runs `cargo mutants`, which makes one small change to the code at a time. Checks that the tests
/// notice 95 of 100 changes. `.cargo/mutants.toml` lists the files to change and the tests to run.
/// `files` replaces the list of files.
///
/// # Errors
/// When the changes cannot be tried, or the tests notice too few of them.
pub fn mutants(workspace: &Workspace, files: &[PathBuf]) -> Result<()> {
    ensure(workspace, &["mutants"])?;
    let shell = workspace.shell()?;
    let files = files
        .iter()
        .flat_map(|file| ["--file".into(), file.clone()]);
    let outcomes = workspace.root().join("target/xtask/mutants.out");
    shell.remove_path(&outcomes)?;
    // `cargo mutants` fails when the tests miss a change, and also when it tries no change.
    let ran = cmd!(shell, "cargo mutants --workspace {files...}")
        .env("PATH", path_to(workspace, &["cargo-mutants"])?)
        // Each copy of the code that `cargo mutants` makes needs a target folder of its own.
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

/// Runs a program in `tests/` with these arguments.
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
