//! Runs the fuzz targets in `tests/fuzz`: a fixed number of runs with the tests, or as many as fit into
//! a time. An input that breaks a target is kept, and the error names the command that repeats it.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context, Result, anyhow, bail};
use serde_json::Value;

use crate::paths::Workspace;
use crate::program::{cargo, cargo_without_flags, read, run};
use crate::test_summary::Summary;
use crate::tools;

/// The crate of the targets, from the top of the checkout.
const CRATE: &str = "tests/fuzz";
/// The seed of every bounded run, so that a run that passed once passes again.
const SEED: u32 = 1;

/// A target as `Cargo.toml` describes it.
#[derive(Debug, PartialEq)]
struct Target {
    name: String,
    runs: u64,
    most_bytes: u64,
    seeds: Vec<String>,
}

/// How long a target runs.
enum Bound {
    Runs(u64),
    Seconds(u64),
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
    let mut targets = targets(workspace)?;
    if let Some(name) = name {
        let known = names(&targets);
        targets.retain(|target| target.name == name);
        if targets.is_empty() {
            bail!("there is no target {name:?}: name one of {known}");
        }
    }
    let fuzzer = Fuzzer::ensure(workspace)?;
    for target in &targets {
        match input {
            Some(input) => run(fuzzer.command("run").arg(&target.name).arg(input))?,
            None => {
                let corpus = fuzzer.folder("corpus", target);
                fuzzer.explore(target, &corpus, &Bound::Seconds(seconds))?;
            }
        }
    }
    Ok(())
}

/// Runs each target as often as `Cargo.toml` says, starting from the seeds; each counts as a test.
pub fn bounded(workspace: &Workspace) -> Summary {
    let mut summary = Summary::default();
    let ready = targets(workspace).and_then(|targets| Ok((targets, Fuzzer::ensure(workspace)?)));
    let (targets, fuzzer) = match ready {
        Ok(ready) => ready,
        Err(error) => {
            eprintln!("error: the fuzz targets: {error:#}");
            summary.failed += 1;
            return summary;
        }
    };
    for target in &targets {
        println!("fuzz target {}, {} runs", target.name, target.runs);
        let done = fuzzer.anew(target);
        if let Err(error) = &done {
            eprintln!("error: the fuzz target {}: {error:#}", target.name);
        }
        summary.count(&done);
    }
    summary
}

struct Fuzzer<'a> {
    workspace: &'a Workspace,
    path: OsString,
}

impl<'a> Fuzzer<'a> {
    /// Installs the tools that are missing, and builds every target.
    fn ensure(workspace: &'a Workspace) -> Result<Self> {
        let path = tools::path(&[tools::ensure_cargo_fuzz(workspace)?])?;
        let fuzzer = Self { workspace, path };
        run(&mut fuzzer.command("build"))?;
        Ok(fuzzer)
    }

    /// The core has no unsafe code for a sanitizer to watch, and the stable compiler has none.
    fn command(&self, word: &str) -> Command {
        let mut command = cargo_without_flags(self.workspace.root());
        command
            .args(["fuzz", word, "--fuzz-dir", CRATE, "--sanitizer", "none"])
            .arg("--target-dir")
            .arg(self.folder_of_all())
            .env("PATH", &self.path)
            .env("CARGO_TERM_QUIET", "true");
        command
    }

    fn folder_of_all(&self) -> PathBuf {
        self.workspace.target().join("fuzz")
    }

    fn folder(&self, kind: &str, target: &Target) -> PathBuf {
        self.folder_of_all().join(kind).join(&target.name)
    }

    fn anew(&self, target: &Target) -> Result<()> {
        let corpus = self.folder("bounded", target);
        if corpus.exists() {
            fs::remove_dir_all(&corpus)
                .with_context(|| format!("cannot delete {}", corpus.display()))?;
        }
        self.explore(target, &corpus, &Bound::Runs(target.runs))
    }

    /// Runs a target from the seeds and the corpus, and adds to the corpus.
    fn explore(&self, target: &Target, corpus: &Path, bound: &Bound) -> Result<()> {
        fs::create_dir_all(corpus).with_context(|| format!("cannot make {}", corpus.display()))?;
        let mut command = self.command("run");
        command
            .arg(&target.name)
            .arg(corpus)
            .args(&target.seeds)
            .args(["--", "-len_control=0"])
            .arg(format!("-max_len={}", target.most_bytes));
        match bound {
            Bound::Runs(runs) => command
                .arg(format!("-runs={runs}"))
                .arg(format!("-seed={SEED}"))
                .arg("-verbosity=0"),
            Bound::Seconds(seconds) => command.arg(format!("-max_total_time={seconds}")),
        };
        let dictionary = format!("{CRATE}/{}.dict", target.name);
        if self.workspace.root().join(&dictionary).is_file() {
            command.arg(format!("-dict={dictionary}"));
        }
        let start = SystemTime::now();
        run(&mut command).map_err(|error| self.broken(target, start, error))
    }

    /// Adds the input that broke a target to the error, if there is one.
    fn broken(&self, target: &Target, start: SystemTime, error: anyhow::Error) -> anyhow::Error {
        let folder = Path::new(CRATE).join("artifacts").join(&target.name);
        let Some(input) = newest(&self.workspace.root().join(&folder), start) else {
            return error;
        };
        let input = folder.join(input);
        error.context(format!(
            "an input breaks it, and `cargo xtask fuzz {} {}` shows how",
            target.name,
            input.display()
        ))
    }
}

/// The newest file in a folder, if it was written after `start`.
fn newest(folder: &Path, start: SystemTime) -> Option<OsString> {
    let files = fs::read_dir(folder).ok()?.filter_map(Result::ok);
    let dated = files.filter_map(|file| {
        let written = file.metadata().ok()?.modified().ok()?;
        (written >= start).then(|| (written, file.file_name()))
    });
    dated.max().map(|(_, name)| name)
}

fn names(targets: &[Target]) -> String {
    let names: Vec<&str> = targets.iter().map(|target| target.name.as_str()).collect();
    names.join(", ")
}

/// The targets by name; `--locked` refuses a lock file that does not fit its `Cargo.toml`.
fn targets(workspace: &Workspace) -> Result<Vec<Target>> {
    let mut ask = cargo(workspace.root());
    ask.args(["metadata", "--quiet", "--locked", "--format-version", "1"])
        .arg("--manifest-path")
        .arg(workspace.root().join(CRATE).join("Cargo.toml"));
    let metadata = serde_json::from_str(&read(&mut ask)?).context("cargo's metadata")?;
    listed(&metadata).ok_or_else(|| {
        anyhow!("{CRATE}/Cargo.toml does not say of each target its runs, most_bytes and seeds")
    })
}

fn listed(metadata: &Value) -> Option<Vec<Target>> {
    let mut packages = metadata.get("packages")?.as_array()?.iter();
    let package =
        packages.find(|package| package.get("name").is_some_and(|name| name == "fuzz"))?;
    let described = package.pointer("/metadata/targets")?;
    let built = package.get("targets")?.as_array()?.iter();
    built
        .filter(|built| built.pointer("/kind/0").is_some_and(|kind| kind == "bin"))
        .map(|built| {
            let name = built.get("name")?.as_str()?;
            let described = described.get(name)?;
            let seeds = described.get("seeds")?.as_array()?.iter();
            Some(Target {
                name: name.to_owned(),
                runs: described.get("runs")?.as_u64()?,
                most_bytes: described.get("most_bytes")?.as_u64()?,
                seeds: seeds
                    .map(|seed| Some(seed.as_str()?.to_owned()))
                    .collect::<Option<_>>()?,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn refuses_a_target_without_its_number_of_runs() {
        let package = |described| {
            json!({ "packages": [{ "name": "fuzz", "metadata": { "targets": described }, "targets": [
                { "name": "fuzz", "kind": ["lib"] },
                { "name": "parse", "kind": ["bin"] },
            ]}]})
        };
        let described = json!({ "parse": { "runs": 9, "most_bytes": 8, "seeds": ["tests"] } });
        let target = Target {
            name: "parse".into(),
            runs: 9,
            most_bytes: 8,
            seeds: vec!["tests".into()],
        };
        assert_eq!(listed(&package(described)), Some(vec![target]));
        assert_eq!(listed(&package(json!({}))), None);
    }
}
