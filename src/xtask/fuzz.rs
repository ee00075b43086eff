//! Runs the fuzz targets in `tests/fuzz`: a fixed number of runs with the tests, or as many as fit into
//! a time. `cargo fuzz` keeps an input that breaks a target, and prints the command that repeats it.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use xshell::cmd;

use crate::install;
use crate::paths::Workspace;
use crate::program::without_compiler_flags;

/// The crate of the targets, from the top of the checkout.
const CRATE: &str = "tests/fuzz";
/// The seed of every bounded run, so that a run that passed once passes again.
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

/// What the manifest says of a target.
#[derive(Deserialize)]
struct Bounds {
    runs: u64,
    most_bytes: u64,
    seeds: Vec<String>,
}

/// A target by its name.
pub struct Target {
    pub name: String,
    bounds: Bounds,
}

/// Runs one target, or each, for so many seconds, starting from the corpus of earlier runs; or runs
/// one target on one input.
///
/// # Errors
/// When there is no such target, or an input breaks it.
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

/// Runs a target from its seeds, as often as the manifest says.
///
/// # Errors
/// When an input breaks it.
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

/// Runs a target from its seeds and a corpus, and adds to the corpus.
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

/// The core has no unsafe code for a sanitizer to watch, and the stable compiler has none.
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

/// The targets by name.
///
/// # Errors
/// When the manifest does not say of each target its `runs`, `most_bytes` and `seeds`.
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
