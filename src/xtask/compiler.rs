//! Turns a package into a module as the compiler leaves it: for the oldest instruction set, as small
//! as it can be, with no folder of this machine in it.
//!
//! The standard library is compiled with it, so that a panic is one instruction and nothing is linked
//! for the words it would have said. That needs the compiler's unstable options, which the pinned
//! stable compiler has too.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow};

use crate::paths::Workspace;
use crate::program::{cargo_without_flags, read, run};
use crate::tools::WASM_TARGET;

/// The manifest compiles the core for native speed; in a browser bytes count more.
const SMALL: [&str; 2] = [
    "profile.release.package.pathway.opt-level=\"z\"",
    "profile.release.panic=\"immediate-abort\"",
];

/// With the names of what it holds, for measuring.
const NAMED: &str = "profile.release.strip=\"none\"";

/// Compiles a package, and says where its module is.
///
/// # Errors
/// When it does not compile.
pub fn compile(workspace: &Workspace, package: &str, name: &str) -> Result<PathBuf> {
    let target = workspace.root().join("target/modules");
    compile_with(workspace, package, name, &target, &SMALL)
}

/// The same with the names of what it holds.
///
/// # Errors
/// When it does not compile.
pub fn compile_named(workspace: &Workspace, package: &str, name: &str) -> Result<PathBuf> {
    let target = workspace.root().join("target/measured");
    let [core, panic] = SMALL;
    compile_with(workspace, package, name, &target, &[core, panic, NAMED])
}

fn compile_with(
    workspace: &Workspace,
    package: &str,
    name: &str,
    target: &Path,
    settings: &[&str],
) -> Result<PathBuf> {
    let mut build = cargo_without_flags(workspace.root());
    build
        .env("CARGO_ENCODED_RUSTFLAGS", flags(workspace)?)
        .env("RUSTC_BOOTSTRAP", "1")
        .args([
            "rustc",
            "--quiet",
            "--locked",
            "--lib",
            "--crate-type",
            "cdylib",
        ])
        .args(["--release", "--package", package, "--target", WASM_TARGET])
        .args(["-Zbuild-std=std", "-Zbuild-std-features=optimize_for_size"])
        .arg("-Zpanic-immediate-abort")
        .arg("--target-dir")
        .arg(target);
    for setting in settings {
        build.args(["--config", setting]);
    }
    run(&mut build)?;
    Ok(target
        .join(WASM_TARGET)
        .join("release")
        .join(format!("{name}.wasm")))
}

/// The oldest instruction set, and no folder of this machine in the module.
fn flags(workspace: &Workspace) -> Result<OsString> {
    let mut flags = OsString::from("-Ctarget-cpu=mvp");
    for (folder, name) in renamed_folders(workspace)? {
        flags.push("\u{1f}--remap-path-prefix=");
        flags.push(folder);
        flags.push("=");
        flags.push(name);
    }
    Ok(flags)
}

/// Folders that would name this machine, with what stands for them. The last that fits wins.
fn renamed_folders(workspace: &Workspace) -> Result<Vec<(PathBuf, &'static str)>> {
    let cargo_home = cargo_home()?;
    let mut folders = vec![
        (workspace.root().to_path_buf(), "finder"),
        (cargo_home.clone(), "cargo"),
        (sysroot(workspace)?, "rust"),
    ];
    let sources = cargo_home.join("registry/src");
    let mut registries: Vec<_> = fs::read_dir(&sources)
        .with_context(|| format!("cannot list {}", sources.display()))?
        .filter_map(|entry| Some((entry.ok()?.path(), "crates")))
        .collect();
    registries.sort();
    folders.extend(registries);
    Ok(folders)
}

/// Where the compiler is installed.
///
/// # Errors
/// When it does not say.
pub fn sysroot(workspace: &Workspace) -> Result<PathBuf> {
    let mut ask = Command::new("rustc");
    ask.current_dir(workspace.root());
    let said = read(ask.args(["--print", "sysroot"]))?;
    Ok(PathBuf::from(said.trim()))
}

/// Where cargo keeps the sources of crates.
///
/// # Errors
/// When this machine has no home folder.
pub fn cargo_home() -> Result<PathBuf> {
    env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .ok_or_else(|| anyhow!("set CARGO_HOME: this machine has no home folder"))
}
