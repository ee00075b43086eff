//! Runs the fuzz targets in `tests/fuzz`, either with a fixed number of inputs or for a given time.
//! `cargo fuzz` stores an input that breaks a target, and prints the command that repeats the
//! failure.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use xshell::cmd;

use crate::clear_compiler_flags::without_compiler_flags;
use crate::install;
use crate::paths::Workspace;

/// The path of the crate with the fuzz targets.
const CRATE: &str = "tests/fuzz";
/// The seed of the random inputs in every run with a fixed number of inputs, so that two runs are
/// the same.
const SEED: u32 = 1;

#[derive(Deserialize)]
struct Manifest {
    package: Package,
}

#[derive(Deserialize)]
struct Package {
    metadata: Metadata,
}

#[derive(Deserialize)]
struct Metadata {
    targets: BTreeMap<String, Bounds>,
}

/// The settings of a fuzz target in the manifest of its crate.
#[derive(Deserialize)]
struct Bounds {
    runs: u64,
    most_bytes: u64,
    seeds: Vec<String>,
}

/// The name and the settings of a fuzz target.
pub struct Target {
    pub name: String,
    bounds: Bounds,
}

/// Runs one fuzz target, or all of them in turn, for some seconds. It starts with the inputs of
/// earlier runs. With `input`, it runs one target on this file only.
///
/// # Errors
/// When the target does not exist, or an input breaks it.
pub fn fuzz(
    workspace: &Workspace,
    name: Option<&str>,
    input: Option<&Path>,
    seconds: u64,
) -> Result<()> {
    install::ensure(workspace, &["fuzz"])?;
    let mut targets = targets(workspace)?;
    if let Some(name) = name {
        let known: Vec<String> = targets.iter().map(|target| target.name.clone()).collect();
        targets.retain(|target| target.name == name);
        if targets.is_empty() {
            bail!(
                "there is no target {name:?}: name one of {}",
                known.join(", ")
            );
        }
    }
    for target in &targets {
        match input {
            Some(input) => run(workspace, target, &[&input.display().to_string()])?,
            None => {
                let time = format!("-max_total_time={seconds}");
                explore(workspace, target, "corpus", &[&time])?;
            }
        }
    }
    Ok(())
}

/// Runs a fuzz target on its seeds and on a fixed number of inputs, which the manifest gives.
///
/// # Errors
/// When an input breaks the target.
pub fn run_bounded(workspace: &Workspace, target: &Target) -> Result<()> {
    let corpus = workspace.target().join("fuzz/bounded").join(&target.name);
    workspace.shell()?.remove_path(corpus)?;
    let (runs, seed) = (
        format!("-runs={}", target.bounds.runs),
        format!("-seed={SEED}"),
    );
    explore(
        workspace,
        target,
        "bounded",
        &[&runs, &seed, "-verbosity=0"],
    )
}

/// Runs a fuzz target on its seeds and on the inputs in the folder `corpus`. New inputs that reach
/// new code go into this folder.
fn explore(workspace: &Workspace, target: &Target, corpus: &str, bound: &[&str]) -> Result<()> {
    let Target { name, bounds } = target;
    let corpus = workspace.target().join("fuzz").join(corpus).join(name);
    let corpus = workspace.shell()?.create_dir(corpus)?.display().to_string();
    let mut words = vec![corpus.as_str()];
    words.extend(bounds.seeds.iter().map(String::as_str));
    let most = format!("-max_len={}", bounds.most_bytes);
    words.extend(["--", "-len_control=0", &most]);
    words.extend(bound);
    let dictionary = format!("{CRATE}/{name}.dict");
    let option = format!("-dict={dictionary}");
    if workspace.root().join(&dictionary).is_file() {
        words.push(&option);
    }
    run(workspace, target, &words)
}

/// Runs a fuzz target without a sanitizer: the core has no unsafe code, and the stable compiler
/// offers none.
fn run(workspace: &Workspace, target: &Target, words: &[&str]) -> Result<()> {
    let shell = workspace.shell()?;
    let (name, folder) = (&target.name, workspace.target().join("fuzz"));
    let options = ["--fuzz-dir", CRATE, "--sanitizer", "none", "--target-dir"];
    let run = cmd!(
        shell,
        "cargo fuzz run {options...} {folder} {name} {words...}"
    );
    without_compiler_flags(run)
        .env("PATH", install::path_to(workspace, &["cargo-fuzz"])?)
        .env("CARGO_TERM_QUIET", "true")
        .run()?;
    Ok(())
}

/// Reads the names and settings of the fuzz targets from the manifest of their crate.
///
/// # Errors
/// When the manifest lacks `runs`, `most_bytes` or `seeds` for a target.
pub fn targets(workspace: &Workspace) -> Result<Vec<Target>> {
    let manifest = workspace
        .shell()?
        .read_file(format!("{CRATE}/Cargo.toml"))?;
    let manifest: Manifest = toml::from_str(&manifest).context("tests/fuzz/Cargo.toml")?;
    let targets = manifest.package.metadata.targets.into_iter();
    Ok(targets
        .map(|(name, bounds)| Target { name, bounds })
        .collect())
}
