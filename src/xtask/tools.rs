//! Installs the tools that the build and the tests need, each in a folder named by its version, so that
//! a second run finds it there.

use std::env;
use std::ffi::OsString;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use fs_err as fs;
use launcher::Progress;

use crate::paths::Workspace;
use crate::program::{cargo, cargo_without_flags, find, read, run};
use crate::{apt, toolchain};

/// The compiler target of the widget.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// A program that a crate brings.
struct Tool {
    name: &'static str,
    program: &'static str,
    purpose: &'static str,
}

const WASM_PACK: Tool = Tool {
    name: "wasm-pack",
    program: "wasm-pack",
    purpose: "builds the WebAssembly modules",
};
const WASM_PACK_VERSION: &str = "0.15.0";

/// Its version is that of the library in `Cargo.lock`.
const WASM_BINDGEN: Tool = Tool {
    name: "wasm-bindgen-cli",
    program: "wasm-bindgen",
    purpose: "writes the scripts between a module and the browser",
};

const GECKODRIVER: Tool = Tool {
    name: "geckodriver",
    program: "geckodriver",
    purpose: "drives Firefox in the tests",
};
const GECKODRIVER_VERSION: &str = "0.37.1";

const CARGO_FUZZ: Tool = Tool {
    name: "cargo-fuzz",
    program: "cargo-fuzz",
    purpose: "feeds strange input to the core",
};
const CARGO_FUZZ_VERSION: &str = "0.13.2";

const CARGO_MUTANTS: Tool = Tool {
    name: "cargo-mutants",
    program: "cargo-mutants",
    purpose: "changes the code to try the tests",
};
const CARGO_MUTANTS_VERSION: &str = "27.1.0";

const OLDEST_NODE: u32 = 20;

/// A tool runs for seconds and is compiled once: a quick compilation is worth more than a quick tool.
const QUICK_TO_COMPILE: [(&str, &str); 5] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
    ("CARGO_PROFILE_RELEASE_STRIP", "symbols"),
];

/// What is installed.
pub struct Tools {
    bins: Vec<PathBuf>,
    modules: PathBuf,
}

impl Tools {
    /// Finds every tool, installing what is missing.
    ///
    /// # Errors
    /// When a tool can be neither found nor installed.
    pub fn ensure(workspace: &Workspace) -> Result<Self> {
        let _one_at_a_time = lock(&workspace.tools())?;
        toolchain::ensure(workspace)?;
        let wasm_bindgen = locked_version(workspace, "wasm-bindgen")?;
        let bins = vec![
            ensure_crate(workspace, &WASM_PACK, WASM_PACK_VERSION)?,
            ensure_crate(workspace, &WASM_BINDGEN, &wasm_bindgen)?,
        ];
        ensure_npm_packages(workspace)?;
        Ok(Self {
            bins,
            modules: workspace.node_modules(),
        })
    }

    /// `PATH` with the installed tools before everything else.
    ///
    /// # Errors
    /// When the folder of the tools has a name that `PATH` cannot hold.
    pub fn path(&self) -> Result<OsString> {
        path(&self.bins)
    }

    /// A program that an npm package brings.
    pub fn npm_program(&self, name: &str) -> Command {
        Command::new(self.modules.join(".bin").join(name))
    }
}

/// `PATH` with `cargo mutants` before everything else, which is installed if it is missing.
///
/// # Errors
/// When it can be neither found nor installed.
pub fn path_to_mutants(workspace: &Workspace) -> Result<OsString> {
    let _one_at_a_time = lock(&workspace.tools())?;
    path(&[ensure_crate(
        workspace,
        &CARGO_MUTANTS,
        CARGO_MUTANTS_VERSION,
    )?])
}

/// Firefox's driver, which is installed if it is missing.
///
/// # Errors
/// When it can be neither found nor installed.
pub fn ensure_geckodriver(workspace: &Workspace) -> Result<PathBuf> {
    let _one_at_a_time = lock(&workspace.tools())?;
    let bin = ensure_crate(workspace, &GECKODRIVER, GECKODRIVER_VERSION)?;
    Ok(bin.join(format!("geckodriver{}", env::consts::EXE_SUFFIX)))
}

/// `PATH` with these folders before everything else.
///
/// # Errors
/// When one of them has a name that `PATH` cannot hold.
pub fn path(bins: &[PathBuf]) -> Result<OsString> {
    let inherited = env::var_os("PATH").unwrap_or_default();
    let folders = bins.iter().cloned();
    env::join_paths(folders.chain(env::split_paths(&inherited)))
        .context("the folder of the tools has a name that PATH cannot hold")
}

/// Hands back the folder of `cargo fuzz`, which only the fuzz targets need, and with it a compiler
/// for the fuzzer itself, which is C++.
///
/// # Errors
/// When one of them can be neither found nor installed.
pub fn ensure_cargo_fuzz(workspace: &Workspace) -> Result<PathBuf> {
    let _one_at_a_time = lock(&workspace.tools())?;
    let compiles = || env::var_os("CXX").is_some() || find("c++").is_some();
    if !compiles() {
        apt::install(&["g++"], "compiles the fuzzer")?;
    }
    if !compiles() {
        bail!(
            "the fuzz targets need a C++ compiler: on Debian run `apt-get install g++` as root; \
             elsewhere install one as c++, or name it in CXX"
        );
    }
    ensure_crate(workspace, &CARGO_FUZZ, CARGO_FUZZ_VERSION)
}

fn lock(tools: &Path) -> Result<File> {
    fs::create_dir_all(tools)?;
    let path = tools.join("lock");
    let file = File::create(&path)?;
    file.lock()
        .with_context(|| format!("cannot lock {}", path.display()))?;
    Ok(file)
}

/// The version of a package in `Cargo.lock`.
fn locked_version(workspace: &Workspace, package: &str) -> Result<String> {
    let mut ask = cargo(workspace.root());
    let id = read(ask.args(["pkgid", "--locked", package]))?;
    let version = id.trim().rsplit_once('@').map(|(_, version)| version);
    Ok(version.context("cargo prints no version")?.to_owned())
}

/// Installs a tool in exactly this version; returns the folder of its program.
fn ensure_crate(workspace: &Workspace, tool: &Tool, version: &str) -> Result<PathBuf> {
    let tools = workspace.tools();
    let label = format!("{} {version}", tool.name);
    let home = tools.join(format!("{}-{version}", tool.name));
    let bin = home.join("bin");
    let file = format!("{}{}", tool.program, env::consts::EXE_SUFFIX);
    if bin.join(&file).is_file() {
        return Ok(bin);
    }
    println!(
        "installing {label} (about 2 minutes, once): {}",
        tool.purpose
    );
    let progress = Progress::start(&label);
    let build = tools.join("build");
    let mut install = cargo_without_flags(workspace.root());
    install
        .args(["install", "--quiet", "--locked", "--root"])
        .arg(&home)
        .arg("--target-dir")
        .arg(&build)
        .arg(format!("{}@{version}", tool.name))
        .envs(QUICK_TO_COMPILE);
    run(&mut install).with_context(|| {
        format!(
            "where there is a network, start again, or put {file} into {}",
            bin.display()
        )
    })?;
    fs::remove_dir_all(&build)?;
    progress.finish();
    Ok(bin)
}

/// Installs from `package-lock.json`, again only when that file has changed.
fn ensure_npm_packages(workspace: &Workspace) -> Result<()> {
    let root = workspace.root();
    let wanted = fs::read_to_string(root.join("package-lock.json"))?;
    let stamp = workspace.node_modules().join(".installed-from");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    ensure_node()?;
    println!(
        "installing the npm packages of package-lock.json (about a minute, once): they bundle \
         scripts, make modules small, and bring the styles of the NHS"
    );
    let progress = Progress::start("npm packages");
    let mut install = Command::new("npm");
    install
        .current_dir(root)
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        .args(["--loglevel", "error"]);
    // npm prints errors to the other stream.
    install.stdout(Stdio::null());
    run(&mut install).context("where there is a network, type `npm ci`, then start again")?;
    progress.finish();
    Ok(fs::write(&stamp, wanted)?)
}

fn ensure_node() -> Result<()> {
    let version = read(Command::new("node").arg("--version"))
        .with_context(|| format!("install Node.js {OLDEST_NODE} or newer, with npm"))?;
    match major(&version) {
        Some(major) if major >= OLDEST_NODE => Ok(()),
        _ => bail!(
            "Node.js is {}: install {OLDEST_NODE} or newer",
            version.trim()
        ),
    }
}

fn major(version: &str) -> Option<u32> {
    version
        .trim()
        .strip_prefix('v')?
        .split('.')
        .next()?
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_of_node_is_read_from_its_own_words() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("20"), None);
        assert_eq!(major("vnext"), None);
    }
}
