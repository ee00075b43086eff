//! `cargo xtask test`: every check, each done whether or not the one before it passed, and one closing
//! line, `N passed, N failed`.

use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::thread;

use anyhow::{Context, Result, anyhow, bail};
use launcher::Progress;

use crate::browser::{CHROMIUM, Engine, FIREFOX, WEBKIT};
use crate::dist;
use crate::fuzz;
use crate::measure;
use crate::paths::Workspace;
use crate::program::{cargo, run, shown};
use crate::reproduce;
use crate::test_summary::Summary;
use crate::tools::{self, Tools, WASM_TARGET};

const FUZZ: &str = "tests/fuzz/Cargo.toml";

/// The tests of a test program that run in the engines beside Chromium.
pub type Selection = &'static [&'static str];
/// The tests that may end otherwise in another engine.
pub const COVERING: Selection = &["every_engine"];
/// Every test that another engine can run.
pub const ALL: Selection = &["--skip", "chromium_only"];

/// A browser engine, and the variables that tell the tests where its programs are.
struct Ready(&'static Engine, Result<Vec<(&'static str, OsString)>>);

/// Runs the lints, the native tests and those in Chromium, and with `others` everything else too;
/// fails when anything failed or no test ran.
pub fn test(workspace: &Workspace, others: Option<Selection>) -> ExitCode {
    let mut summary = Summary::default();
    let tools = step("installing what the build needs", Tools::ensure(workspace));
    let chromium = ready(workspace, &CHROMIUM);
    // A person who waits for --all waits for its tools first.
    let engines = others.map(|selection| {
        let cargo_fuzz = tools::ensure_cargo_fuzz(workspace).map(drop);
        summary.count(&step("installing the fuzzer", cargo_fuzz));
        let engines = [ready(workspace, &FIREFOX), ready(workspace, &WEBKIT)];
        (selection, engines)
    });

    thread::scope(|scope| {
        // The release keeps one processor busy, the lints and the tests the other.
        let prepared = tools.and_then(|tools| dist::prepare(workspace).map(|()| tools));
        let build = scope.spawn(|| dist::make_all(workspace, None, &prepared?));
        for lint in LINTS {
            summary.count(&lint_with(workspace, workspace.target(), lint));
        }
        let mut compile = cargo(workspace.root());
        compile.args(["test", "--quiet", "--locked", "--workspace", "--no-run"]);
        let progress = Progress::start("compiling the tests");
        summary.count(&step("compiling the tests", run(&mut compile)));
        progress.finish();
        let progress = Progress::start("building dist/");
        let built = build
            .join()
            .unwrap_or_else(|_| Err(anyhow!("the build panicked")));
        progress.finish();
        summary.count(&step("building dist/", built));
    });

    summary.add(tests(workspace, chromium, &["--workspace"]));
    if let Some((selection, engines)) = engines {
        summary.add(rest(workspace));
        for engine in engines {
            let mut chosen = vec!["--package", "webdriver-tests", "--"];
            chosen.extend(selection);
            summary.add(tests(workspace, engine, &chosen));
        }
    }

    println!("\n{summary}");
    if summary.is_success() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// The checks of --all that need no browser.
fn rest(workspace: &Workspace) -> Summary {
    let mut summary = Summary::default();
    thread::scope(|scope| {
        // The second build keeps one processor busy, the fuzzer the other.
        let reproduced = scope.spawn(|| reproduce::reproduce(workspace));
        summary.count(&lint_with(
            workspace,
            &workspace.target().join("fuzz"),
            FUZZ_LINT,
        ));
        summary.add(fuzz::bounded(workspace));
        let counted = measure::counts(workspace, false);
        summary.count(&step("counting instructions", counted));
        let reproduced = reproduced.join();
        let reproduced = reproduced.unwrap_or_else(|_| Err(anyhow!("the build panicked")));
        summary.count(&step("building the modules once more", reproduced));
    });
    let recipes = measure::recipes_in_tests(workspace);
    summary.count(&step("asking servers on their recipes", recipes));
    summary
}

fn ready(workspace: &Workspace, engine: &'static Engine) -> Ready {
    Ready(engine, step(engine.name, engine.ensure(workspace)))
}

fn step<T>(name: &str, done: Result<T>) -> Result<T> {
    if let Err(error) = &done {
        eprintln!("error: {name}: {error:#}");
    }
    done
}

fn lint_with(workspace: &Workspace, target: &Path, arguments: &[&str]) -> Result<()> {
    let mut command = cargo(workspace.root());
    command.args(arguments).env("CARGO_TARGET_DIR", target);
    println!("{}", shown(&command));
    let progress = Progress::start("the lint");
    let done = step("the lint", run(&mut command));
    progress.finish();
    done
}

const LINTS: [&[&str]; 4] = [
    &["fmt", "--all", "--check"],
    &["fmt", "--manifest-path", FUZZ, "--check"],
    &[
        "clippy",
        "--quiet",
        "--locked",
        "--workspace",
        "--all-targets",
        "--",
        "-Dwarnings",
    ],
    &[
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
];

/// Without the features, whose code is C++.
const FUZZ_LINT: &[&str] = &[
    "clippy",
    "--quiet",
    "--locked",
    "--manifest-path",
    FUZZ,
    "--no-default-features",
    "--",
    "-Dwarnings",
];

/// The chosen tests, with one engine for those that open a page.
fn tests(workspace: &Workspace, Ready(engine, programs): Ready, chosen: &[&str]) -> Summary {
    let mut summary = Summary::default();
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
