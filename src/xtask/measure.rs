//! Runs the programs of `tests/bench` and `tests/servers`, and installs what they need first.

use std::env;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::apt;
use crate::browser::CHROMIUM;
use crate::dist;
use crate::paths::Workspace;
use crate::program::{cargo, find, run};
use crate::tools::Tools;
use crate::wasm::MODULES;

/// Measures everything, after a build unless `built`.
///
/// # Errors
/// When something cannot be built, installed or measured.
pub fn bench(workspace: &Workspace, rounds: usize, built: bool) -> Result<()> {
    if !built {
        dist::build(workspace, None)?;
    }
    ensure("valgrind", "valgrind")?;
    let mut bench = program(workspace, "bench", "bench");
    bench.envs(CHROMIUM.ensure(workspace)?);
    run(bench.args(["everything", "--rounds", &rounds.to_string()]))
}

/// Compares the instructions of the core's steps with the accepted counts.
///
/// # Errors
/// When a step takes more than it may.
pub fn counts(workspace: &Workspace, accept: bool) -> Result<()> {
    ensure("valgrind", "valgrind")?;
    let accept = accept.then_some("--accept");
    run(program(workspace, "bench", "bench")
        .arg("counts")
        .args(accept))
}

/// Requests `dist/` from nginx as fast as nginx answers.
///
/// # Errors
/// When nginx or wrk cannot be installed, or an answer is wrong.
pub fn load(workspace: &Workspace) -> Result<()> {
    ensure("nginx", "nginx-light")?;
    ensure("wrk", "wrk")?;
    run(program(workspace, "bench", "bench").arg("load"))
}

/// Requires that nginx and Apache answer as their recipes promise.
///
/// # Errors
/// When one of them cannot be installed, or answers otherwise.
pub fn recipes(workspace: &Workspace) -> Result<()> {
    ensure("nginx", "nginx-light")?;
    // This package brings the program, and no service that starts with the machine.
    ensure("apache2", "apache2-bin")?;
    recipes_of_installed(workspace)
}

/// The same for the servers that are installed; on a machine of CI each of them.
///
/// # Errors
/// When one of them answers otherwise than its recipe promises.
pub fn recipes_in_tests(workspace: &Workspace) -> Result<()> {
    match env::var_os("CI") {
        Some(_) => recipes(workspace),
        None => recipes_of_installed(workspace),
    }
}

fn recipes_of_installed(workspace: &Workspace) -> Result<()> {
    run(&mut program(workspace, "servers", "recipes"))
}

/// Prints the largest crates and items of a module.
///
/// # Errors
/// When there is no such module, or it cannot be built.
pub fn size(workspace: &Workspace, name: &str) -> Result<()> {
    let module = MODULES.iter().find(|module| module.name == name);
    let names = MODULES.map(|module| module.name).join(" or ");
    let module = module.with_context(|| format!("there is no module {name}: take {names}"))?;
    let named = module.build_named(workspace, &Tools::ensure(workspace)?)?;
    run(program(workspace, "bench", "bench").arg("size").arg(named))
}

fn program(workspace: &Workspace, package: &str, name: &str) -> Command {
    let mut command = cargo(workspace.root());
    command
        .args(["run", "--quiet", "--locked", "--package", package])
        .args(["--bin", name, "--"])
        .env("PPIMHS_DIST", workspace.dist());
    command
}

/// Installs a Debian package unless its program is there, where that needs no password.
fn ensure(program: &str, package: &str) -> Result<()> {
    let is_there = || find(program).is_some() || Path::new("/usr/sbin").join(program).is_file();
    if !is_there() {
        apt::install(&[package], "measures or serves what the build made")?;
    }
    is_there().then_some(()).with_context(|| {
        format!("{program} is missing: on Debian run `apt-get install {package}` as root")
    })
}
