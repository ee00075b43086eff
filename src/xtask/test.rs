//! Runs `cargo xtask test`. If a tool is missing and cannot be installed, it stops. Otherwise every
//! check runs, even if an earlier check failed. At the end it prints `N passed, N failed`.

mod test_counts;

use std::io::{BufRead, BufReader};
use std::process::{Command, ExitCode, Stdio};
use std::thread::{self, ScopedJoinHandle};

use anyhow::{Context, Result, anyhow, bail};
use launcher::Progress;
use xshell::{Cmd, cmd};

use crate::install;
use crate::paths::Workspace;
use crate::wasm_pack::WASM_TARGET;
use crate::{audit_packages, dist, fuzz, pathway_command, reproduce, run_test_programs};
use test_counts::TestCounts;

/// The arguments that select which browser tests run in Firefox and WebKit.
pub type Selection = &'static [&'static str];
/// Selects the browser tests whose result may differ between engines.
pub const DIFFERS_BY_ENGINE: Selection = &["every_engine"];
/// Leaves out the browser tests that look at every scenario, snippet or kind of file.
const USUAL: Selection = &["--skip", "exhaustive"];
/// Selects every browser test.
const EVERY: Selection = &[];
/// Selects every browser test that can run in another engine than Chromium.
pub const ALL: Selection = &["--skip", "chromium_only"];

/// The package with the tests that open a page in a browser.
const BROWSER_PACKAGE: &str = "webdriver-tests";
/// How many browser tests run at the same time for each processor core. A browser test mostly
/// waits.
const BROWSERS_PER_CORE: usize = 2;

/// Runs the lints, the native tests and the usual tests in Chromium. If `others` selects tests, it
/// runs every test in Chromium, the slow checks, and these tests in Firefox and WebKit. It fails if
/// a check failed or no test ran.
///
/// # Errors
/// When the system cannot start a shell.
pub fn test(workspace: &Workspace, others: Option<Selection>) -> Result<ExitCode> {
    let mut counts = TestCounts::default();
    let commands: &[&str] = match others {
        None => &["build", "test"],
        Some(_) => &["build", "test", "test --all"],
    };
    let installed = install::ensure(workspace, commands);
    counts.count("installing what the tests need", &installed);
    if installed.is_err() {
        println!("\n{counts}");
        return Ok(ExitCode::FAILURE);
    }

    thread::scope(|scope| {
        // The build of `dist/` mostly uses one processor core, so the lints and native tests run at
        // the same time.
        let prepared = pathway_command::build_tool(workspace);
        let build = scope.spawn(|| {
            let built = prepared.and_then(|()| dist::make(workspace, None));
            (built, compile_browser_tests(workspace))
        });
        lint(workspace, &mut counts)?;
        counts.add(native(workspace)?);
        let progress = Progress::start("building dist/ and the browser tests");
        let (built, compiled) = ended(build)?;
        counts.count("building dist/", &built);
        counts.count("compiling the browser tests", &compiled);
        progress.finish();
        anyhow::Ok(())
    })?;
    let selection = others.map_or(USUAL, |_| EVERY);
    counts.add(in_browser(workspace, "chromium", selection)?);
    if let Some(selection) = others {
        counts.add(slow(workspace)?);
        for engine in ["firefox", "webkit"] {
            counts.add(in_browser(workspace, engine, selection)?);
        }
    }
    println!("\n{counts}");
    Ok(match counts.is_success() {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    })
}

/// Runs the checks that `--all` adds and that need no browser.
fn slow(workspace: &Workspace) -> Result<TestCounts> {
    let mut counts = TestCounts::default();
    thread::scope(|scope| {
        // The second build uses one processor core, so the fuzz targets run at the same time.
        let again = scope.spawn(|| reproduce::reproduce(workspace));
        lint_fuzz_targets(workspace, &mut counts)?;
        for target in fuzz::targets(workspace)? {
            let done = fuzz::run_bounded(workspace, &target);
            counts.count(&format!("the fuzz target {}", target.name), &done);
        }
        let counted = run_test_programs::counts(workspace, false);
        counts.count("counting instructions", &counted);
        counts.count("building the modules once more", &ended(again)?);
        anyhow::Ok(())
    })?;
    counts.count("looking at the crates", &audit_packages::crates(workspace));
    counts.count(
        "looking at the npm packages",
        &audit_packages::npm(workspace),
    );
    let recipes = run_test_programs::recipes(workspace);
    counts.count("asking servers on their recipes", &recipes);
    Ok(counts)
}

/// Waits until a thread has ended. Returns its result.
fn ended<T>(thread: ScopedJoinHandle<'_, T>) -> Result<T> {
    thread.join().map_err(|_| anyhow!("a thread panicked"))
}

/// Checks the format of the code and runs the linters. Each of them counts as a test.
fn lint(workspace: &Workspace, counts: &mut TestCounts) -> Result<()> {
    let shell = workspace.shell()?;
    let modules = ["ppimhs-finder", "pathway-js", "ppimhs-reviewer"];
    let modules = modules.iter().flat_map(|name| ["--package", *name]);
    for lint in [
        cmd!(shell, "cargo fmt --all --check"),
        cmd!(
            shell,
            "cargo clippy --quiet --locked --workspace --all-targets -- -Dwarnings"
        ),
        cmd!(
            shell,
            "cargo clippy --quiet --locked --target {WASM_TARGET} --lib {modules...} -- -Dwarnings"
        ),
    ] {
        run_lint(lint, counts);
    }
    Ok(())
}

/// Checks the fuzz targets in the same way. They are a workspace of their own.
fn lint_fuzz_targets(workspace: &Workspace, counts: &mut TestCounts) -> Result<()> {
    let shell = workspace.shell()?;
    let fuzz = "tests/fuzz/Cargo.toml";
    run_lint(
        cmd!(shell, "cargo fmt --manifest-path {fuzz} --check"),
        counts,
    );
    // Clippy reads the fuzz crate without its default features, because they contain C++ code.
    let clippy = cmd!(
        shell,
        "cargo clippy --quiet --locked --manifest-path {fuzz} --no-default-features -- -Dwarnings"
    );
    let target = workspace.target().join("fuzz");
    run_lint(clippy.env("CARGO_TARGET_DIR", target), counts);
    Ok(())
}

fn run_lint(lint: Cmd<'_>, counts: &mut TestCounts) {
    println!("{lint}");
    let progress = Progress::start("the lint");
    counts.count("the lint", &lint.quiet().run());
    progress.finish();
}

/// Runs every test that opens no page in a browser.
fn native(workspace: &Workspace) -> Result<TestCounts> {
    let shell = workspace.shell()?;
    let test = cmd!(
        shell,
        "cargo test --locked --no-fail-fast --workspace --exclude {BROWSER_PACKAGE}"
    );
    count(test.env("PPIMHS_DIST", workspace.dist()))
}

/// Compiles the browser tests, so that they can run as soon as `dist/` is there.
fn compile_browser_tests(workspace: &Workspace) -> Result<()> {
    let shell = workspace.shell()?;
    let build = cmd!(
        shell,
        "cargo test --quiet --locked --no-run --package {BROWSER_PACKAGE}"
    );
    Ok(build.quiet().run()?)
}

/// Runs the selected browser tests in one engine.
fn in_browser(workspace: &Workspace, engine: &str, chosen: Selection) -> Result<TestCounts> {
    let mut counts = TestCounts::default();
    let programs = install::variables(engine);
    counts.count(engine, &programs);
    let shell = workspace.shell()?;
    let threads = thread::available_parallelism().map_or(1, usize::from) * BROWSERS_PER_CORE;
    let test = cmd!(
        shell,
        "cargo test --locked --no-fail-fast --package {BROWSER_PACKAGE} -- {chosen...}"
    )
    .env("PPIMHS_DIST", workspace.dist())
    .env("PPIMHS_ENGINE", engine)
    .env("PATH", install::path_to(workspace, &["geckodriver"])?)
    .env("RUST_TEST_THREADS", threads.to_string())
    .envs(programs.unwrap_or_default());
    println!("\nin {engine}: {test}");
    counts.add(count(test)?);
    Ok(counts)
}

/// Runs tests, and counts the results that they print.
fn count(tests: Cmd<'_>) -> Result<TestCounts> {
    let mut ran = TestCounts::default();
    let shown = tests.to_string();
    let done = run_and_read(tests.into(), &mut ran);
    if done.is_err() && ran.failed == 0 {
        ran.count(&shown, &done);
    }
    Ok(ran)
}

fn run_and_read(mut tests: Command, counts: &mut TestCounts) -> Result<()> {
    let mut child = tests.stdout(Stdio::piped()).spawn()?;
    let out = child.stdout.take().context("the tests have no output")?;
    for line in BufReader::new(out).split(b'\n') {
        let line = line.context("the output of the tests cannot be read")?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        counts.read(&line);
    }
    if !child.wait()?.success() {
        bail!("the tests failed");
    }
    if *counts == TestCounts::default() {
        bail!("no test ran");
    }
    Ok(())
}
