//! `cargo xtask`: compiles the package `xtask`, shows the progress, and runs the package.

use std::env;
use std::ffi::OsStr;
use std::io;
use std::path::Path;
use std::process::{Command, ExitCode};

use launcher::{Progress, is_set_by_cargo_run};

fn main() -> ExitCode {
    launch().unwrap_or_else(|error| {
        eprintln!("error: `cargo xtask` cannot start: {error}");
        ExitCode::FAILURE
    })
}

fn launch() -> io::Result<ExitCode> {
    let progress = Progress::start("compiling the project's own commands (once)");
    let mut build = command(OsStr::new("cargo"));
    let status = build
        .args(["build", "--quiet", "--package", "xtask"])
        .status()?;
    if !status.success() {
        return Ok(ExitCode::FAILURE);
    }
    progress.finish();
    let program = format!("xtask{}", env::consts::EXE_SUFFIX);
    let program = env::current_exe()?.with_file_name(program);
    run(&program)
}

/// Replaces this process by the program, so that signals reach the program.
#[cfg(unix)]
fn run(program: &Path) -> io::Result<ExitCode> {
    use std::os::unix::process::CommandExt;
    let mut run = command(program.as_os_str());
    Err(run.args(env::args_os().skip(1)).exec())
}

#[cfg(not(unix))]
fn run(program: &Path) -> io::Result<ExitCode> {
    let mut run = command(program.as_os_str());
    let status = run.args(env::args_os().skip(1)).status()?;
    Ok(match status.success() {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    })
}

/// Creates the command for a program, without the variables that `cargo run` added.
fn command(program: &OsStr) -> Command {
    let mut command = Command::new(program);
    for (name, _) in env::vars_os() {
        if name.to_str().is_some_and(is_set_by_cargo_run) {
            command.env_remove(&name);
        }
    }
    command
}
