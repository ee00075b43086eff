//! Turns the widget's crate into a WebAssembly module that the oldest browsers with WebAssembly
//! run, and the script that loads it. The same source gives the same bytes in any folder.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow};

use crate::paths::Workspace;
use crate::program::{cargo_without_flags, read, run};
use crate::script;
use crate::tools::Tools;

const PACKAGE: &str = "ppimhs-finder";
const NAME: &str = "ppimhs_finder";

/// The manifest compiles the core for native speed; in a browser bytes count more.
const SMALL_CORE: &str = "profile.release.package.pathway.opt-level=\"z\"";

/// What Rust's own standard library was compiled with; a module that still holds these is read
/// with them and written without.
const FEATURES_OF_STD: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];
const LOWERINGS: [&str; 3] = [
    "--signext-lowering",
    "--llvm-nontrapping-fptoint-lowering",
    "--llvm-memory-copy-fill-lowering",
];

/// Writes the module, its script and its types into `app`.
///
/// # Errors
/// When the crate does not compile, or a browser would refuse the module.
pub fn build(workspace: &Workspace, tools: &Tools, app: &Path) -> Result<()> {
    let raw = workspace.scratch().join("wasm");
    pack(workspace, tools, &raw)?;
    fs::create_dir_all(app).with_context(|| format!("cannot make {}", app.display()))?;
    let module = app.join(format!("{NAME}_bg.wasm"));
    optimise(tools, &raw, &module)?;
    validate(&module)?;
    let glue = format!("{NAME}.js");
    script::minify(tools, &raw.join(&glue), &app.join(&glue))?;
    let types = format!("{NAME}.d.ts");
    fs::copy(raw.join(&types), app.join(&types)).context("the types cannot be copied")?;
    Ok(())
}

fn pack(workspace: &Workspace, tools: &Tools, out: &Path) -> Result<()> {
    let mut pack = Command::new("wasm-pack");
    for (name, value) in cargo_without_flags(workspace.root()).get_envs() {
        match value {
            Some(value) => pack.env(name, value),
            None => pack.env_remove(name),
        };
    }
    pack.current_dir(workspace.root())
        .env("PATH", tools.path()?)
        .env("CARGO_ENCODED_RUSTFLAGS", flags(workspace)?)
        .args([
            "--quiet",
            "build",
            "--mode",
            "no-install",
            "--target",
            "web",
        ])
        .args(["--release", "--no-opt", "--no-pack", "--out-name", NAME])
        .arg("--out-dir")
        .arg(out)
        // The widget alone: wasm-pack takes the last library that is built for the module.
        .args([".", "--", "--locked", "--package", PACKAGE])
        .args(["--config", SMALL_CORE]);
    run(&mut pack)
}

fn optimise(tools: &Tools, raw: &Path, module: &Path) -> Result<()> {
    let source = raw.join(format!("{NAME}_bg.wasm"));
    let lowered = raw.join("lowered.wasm");
    let mut lower = tools.npm_program("wasm-opt");
    run(lower
        .args(FEATURES_OF_STD)
        .args(LOWERINGS)
        .arg("-Oz")
        .args([&source, Path::new("-o"), &lowered]))?;
    let mut shrink = tools.npm_program("wasm-opt");
    run(shrink
        .args(["--mvp-features", "-Oz"])
        .args([&lowered, Path::new("-o"), module]))
}

fn validate(module: &Path) -> Result<()> {
    let check =
        "process.exit(WebAssembly.validate(require('fs').readFileSync(process.argv[1]))?0:1)";
    run(Command::new("node").args(["-e", check]).arg(module))
        .context("browsers would refuse the module that the build made")
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
    let sysroot = read(
        Command::new("rustc")
            .current_dir(workspace.root())
            .args(["--print", "sysroot"]),
    )?;
    let mut folders = vec![
        (workspace.root().to_path_buf(), "finder"),
        (cargo_home.clone(), "cargo"),
        (PathBuf::from(sysroot.trim()), "rust"),
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

fn cargo_home() -> Result<PathBuf> {
    env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .ok_or_else(|| anyhow!("set CARGO_HOME: this machine has no home folder"))
}
