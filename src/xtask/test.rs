//! Turns the checkout into one closing line, `N passed, N failed`: the build, the lints and every
//! test, each done whether or not the one before it passed.

use std::io::{BufRead, BufReader};
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context, Result, bail};

use crate::browser::{CHROMIUM, Engine, FIREFOX, WEBKIT};
use crate::dist;
use crate::fuzz;
use crate::measure;
use crate::paths::Workspace;
use crate::program::{cargo, run, shown};
use crate::reproduce;
use crate::test_summary::Summary;
use crate::tools::WASM_TARGET;

const FUZZ: &str = "tests/fuzz/Cargo.toml";

/// Which of a test program's tests run in the engines beside Chromium.
pub type Selection = &'static [&'static str];
/// Those that may end otherwise in another engine.
pub const COVERING: Selection = &["every_engine"];
/// All that another engine can run.
pub const ALL: Selection = &["--skip", "chromium_only"];

/// Runs everything and prints the closing line last; fails when anything failed or no test ran.
pub fn test(workspace: &Workspace, others: Selection) -> ExitCode {
    let mut summary = Summary::default();
    summary.count(&step("building dist/", dist::build(workspace, None)));
    summary.count(&step(
        "making the modules once more",
        reproduce::reproduce(workspace),
    ));
    println!("\nasking servers on their recipes");
    summary.count(&step(
        "asking servers on their recipes",
        measure::recipes_in_tests(workspace),
    ));
    for lint in lints() {
        let mut command = cargo(workspace.root());
        command.args(&lint);
        println!("\n{}", shown(&command));
        summary.count(&step("the lint", run(&mut command)));
    }
    println!("\ncounting instructions");
    summary.count(&step(
        "counting instructions",
        measure::counts(workspace, false),
    ));
    println!();
    summary.add(fuzz::bounded(workspace));
    summary.add(tests(workspace, &CHROMIUM, &["--workspace"]));
    for engine in [&FIREFOX, &WEBKIT] {
        let mut chosen = vec!["--package", "webdriver-tests", "--"];
        chosen.extend(others);
        summary.add(tests(workspace, engine, &chosen));
    }

    println!("\n{summary}");
    if summary.is_success() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn step<T>(name: &str, done: Result<T>) -> Result<T> {
    if let Err(error) = &done {
        eprintln!("error: {name}: {error:#}");
    }
    done
}

fn lints() -> [Vec<&'static str>; 5] {
    [
        vec!["fmt", "--all", "--check"],
        vec!["fmt", "--manifest-path", FUZZ, "--check"],
        vec![
            "clippy",
            "--quiet",
            "--locked",
            "--workspace",
            "--all-targets",
            "--",
            "-Dwarnings",
        ],
        vec![
            "clippy",
            "--quiet",
            "--locked",
            "--target",
            WASM_TARGET,
            "--lib",
            "--package",
            "ppimhs-finder",
            "--package",
            "pathway-js",
            "--package",
            "ppimhs-reviewer",
            "--",
            "-Dwarnings",
        ],
        // Without features, so that nothing in C++ is compiled for it.
        vec![
            "clippy",
            "--quiet",
            "--locked",
            "--manifest-path",
            FUZZ,
            "--no-default-features",
            "--target-dir",
            "target/fuzz",
            "--",
            "-Dwarnings",
        ],
    ]
}

/// The chosen tests and examples in the documentation, with one engine for those that open a page.
fn tests(workspace: &Workspace, engine: &Engine, chosen: &[&str]) -> Summary {
    let mut summary = Summary::default();
    let programs = step(engine.name, engine.ensure(workspace));
    summary.count(&programs);
    let mut command = cargo(workspace.root());
    command
        .args(["test", "--locked", "--no-fail-fast"])
        .args(chosen)
        .env("PPIMHS_DIST", workspace.dist())
        .envs(programs.unwrap_or_default());
    println!("\n{} in {}", shown(&command), engine.name);
    let mut ran = Summary::default();
    let done = step("the tests", count(&mut command, &mut ran));
    if done.is_err() && ran.failed == 0 {
        ran.failed = 1;
    }
    summary.add(ran);
    summary
}

fn count(command: &mut Command, summary: &mut Summary) -> Result<()> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("{} cannot start", shown(command)))?;
    let out = child.stdout.take().context("the tests have no output")?;
    for line in BufReader::new(out).split(b'\n') {
        let line = line.context("the output of the tests cannot be read")?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        summary.read(&line);
    }
    let status = child.wait().context("the tests cannot be waited for")?;
    if !status.success() {
        bail!("{} failed ({status})", shown(command));
    }
    if *summary == Summary::default() {
        bail!("no test ran");
    }
    Ok(())
}
