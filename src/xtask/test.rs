//! Turns the checkout into one closing line, `N passed, N failed`: the build, the lints and every
//! test, each done whether or not the one before it passed.

use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context, Result, bail};

use crate::browser;
use crate::dist;
use crate::fuzz;
use crate::paths::Workspace;
use crate::program::{cargo, run, shown};
use crate::tally::Tally;
use crate::tools::WASM_TARGET;

const FUZZ: &str = "tests/fuzz/Cargo.toml";

/// Runs everything and prints the closing line last; fails when anything failed or no test ran.
pub fn test(workspace: &Workspace) -> ExitCode {
    let mut tally = Tally::default();
    let mut variables = vec![("PPIMHS_DIST", workspace.dist().into_os_string())];

    let browser = step("finding a browser and its driver", browser::ensure());
    tally.count(&browser);
    if let Ok(browser) = browser {
        variables.push(("CHROME", browser.chrome.into_os_string()));
        variables.push(("CHROMEDRIVER", browser.driver.into_os_string()));
    }
    tally.count(&step("building dist/", dist::build(workspace)));
    for lint in lints() {
        let mut command = cargo(workspace.root());
        command.args(&lint);
        println!("\n{}", shown(&command));
        tally.count(&step("the lint", run(&mut command)));
    }
    println!();
    tally.add(fuzz::bounded(workspace));
    tally.add(tests(workspace, &variables));

    println!("\n{tally}");
    if tally.is_well() {
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
            "ppimhs-reader",
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

/// Every test of every crate and every example in the documentation.
fn tests(workspace: &Workspace, variables: &[(&str, OsString)]) -> Tally {
    let mut command = cargo(workspace.root());
    command
        .args(["test", "--workspace", "--locked", "--no-fail-fast"])
        .envs(variables.iter().map(|(name, value)| (name, value)));
    println!("\n{}", shown(&command));
    let mut tally = Tally::default();
    let done = step("the tests", count(&mut command, &mut tally));
    if done.is_err() && tally.failed == 0 {
        tally.failed = 1;
    }
    tally
}

fn count(command: &mut Command, tally: &mut Tally) -> Result<()> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("{} cannot start", shown(command)))?;
    let out = child.stdout.take().context("the tests have no output")?;
    for line in BufReader::new(out).split(b'\n') {
        let line = line.context("the output of the tests cannot be read")?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        tally.read(&line);
    }
    let status = child.wait().context("the tests cannot be waited for")?;
    if !status.success() {
        bail!("{} failed ({status})", shown(command));
    }
    if *tally == Tally::default() {
        bail!("no test ran");
    }
    Ok(())
}
