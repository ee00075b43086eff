//! Runs `wasm-pack build` for one crate.
//!
//! A release build also compiles Rust's standard library, so that a panic needs one instruction and
//! no message. This needs unstable options of the compiler. `RUSTC_BOOTSTRAP` allows them in the
//! stable compiler.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};
use fs_err as fs;
use xshell::{Cmd, cmd};

use crate::clear_compiler_flags::without_compiler_flags;
use crate::install::path_to;
use crate::paths::Workspace;

/// The name of the compiler target for all modules.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The compiler settings with which a module is built.
#[derive(Clone, Copy)]
pub enum Profile {
    /// Settings for the smallest module, with the same bytes on every machine.
    Release,
    /// The settings of a release, but with the names of functions. `cargo xtask size` needs the
    /// names.
    Named,
    /// The settings that compile fastest.
    Development,
}

/// Settings of cargo that make the module small. In native builds, the core is optimised for speed
/// instead.
const RELEASE: [&str; 2] = [
    "profile.release.package.pathway.opt-level=\"z\"",
    "profile.release.panic=\"immediate-abort\"",
];
const NAMED: &str = "profile.release.strip=\"none\"";

/// Compiles a crate. Writes the module and its scripts to the folder `out`, as `{name}_bg.wasm`,
/// `{name}_bg.js` and `{name}.d.ts`.
///
/// # Errors
/// When the crate does not compile.
pub fn build(
    workspace: &Workspace,
    (folder, name): (&str, &str),
    profile: Profile,
    out: &Path,
) -> Result<()> {
    println!("wasm-pack build {folder}");
    let shell = workspace.shell()?;
    let output = ["--out-name", name, "--out-dir"];
    let pack = cmd!(
        shell,
        "wasm-pack --quiet build {folder} --target bundler --no-opt --no-pack --mode no-install {output...} {out}"
    );
    let path = path_to(workspace, &["wasm-pack", "wasm-bindgen-cli"])?;
    let pack = without_compiler_flags(pack).env("PATH", path).quiet();
    let pack = match profile {
        Profile::Development => pack.args(["--profile", "wasm-dev", "--", "--locked"]),
        Profile::Release => release(workspace, pack, "modules")?,
        Profile::Named => release(workspace, pack, "measured")?.args(["--config", NAMED]),
    };
    Ok(pack.run()?)
}

/// Compiles the crate and Rust's standard library, in a target folder that only release builds use.
fn release<'a>(workspace: &Workspace, pack: Cmd<'a>, target: &str) -> Result<Cmd<'a>> {
    let pack = pack
        .env("CARGO_ENCODED_RUSTFLAGS", flags(workspace)?)
        .env("RUSTC_BOOTSTRAP", "1")
        .args(["--release", "--", "--locked", "--target-dir"])
        .arg(workspace.target().join(target))
        .args(["-Zbuild-std=std", "-Zbuild-std-features=optimize_for_size"])
        .arg("-Zpanic-immediate-abort");
    Ok(pack.args(
        RELEASE
            .into_iter()
            .flat_map(|setting| ["--config", setting]),
    ))
}

/// Returns the flags of the Rust compiler: the oldest WebAssembly instruction set, and no paths of
/// this machine in the module.
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

/// Returns the folders of this machine that the compiler replaces in paths, each with its new name.
/// If several folders match a path, the compiler uses the last of them.
fn renamed_folders(workspace: &Workspace) -> Result<Vec<(PathBuf, &'static str)>> {
    let cargo_home = cargo_home()?;
    let sysroot = sysroot(workspace)?;
    let mut folders = vec![
        (workspace.root().to_path_buf(), "finder"),
        (cargo_home.clone(), "cargo"),
        // The folder of the compiler may be a link, because rustup can link one toolchain to
        // another.
        (fs::canonicalize(&sysroot)?, "rust"),
        (sysroot, "rust"),
    ];
    let sources = cargo_home.join("registry/src");
    let mut registries: Vec<_> = fs::read_dir(sources)?
        .filter_map(|entry| Some((entry.ok()?.path(), "crates")))
        .collect();
    registries.sort();
    folders.extend(registries);
    Ok(folders)
}

/// Returns the folder of the Rust compiler.
///
/// # Errors
/// When `rustc` does not print this folder.
pub fn sysroot(workspace: &Workspace) -> Result<PathBuf> {
    let shell = workspace.shell()?;
    let printed = cmd!(shell, "rustc --print sysroot").quiet().read()?;
    Ok(PathBuf::from(printed))
}

/// Returns the folder in which cargo stores the sources of crates.
///
/// # Errors
/// When this machine has no home folder.
pub fn cargo_home() -> Result<PathBuf> {
    env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .ok_or_else(|| anyhow!("set CARGO_HOME: this machine has no home folder"))
}
