//! Brings the components and targets that `rust-toolchain.toml` lists.
//!
//! rustup adds them by itself only where `RUSTUP_AUTO_INSTALL` allows that, and never to a toolchain
//! that is already there.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use fs_err as fs;
use launcher::Progress;
use toml::{Table, Value};

use crate::paths::Workspace;
use crate::program::{find, read, run};
use crate::wasm_pack::sysroot;

/// A part of a Rust toolchain.
#[derive(Clone, Debug, PartialEq)]
enum Part {
    Component(String),
    Target(String),
}

/// Installs every listed component and target that is missing.
///
/// # Errors
/// When one is missing and cannot be installed; the message says what to type.
pub fn ensure(workspace: &Workspace) -> Result<()> {
    let file = fs::read_to_string(workspace.root().join("rust-toolchain.toml"))?;
    let parts = listed(&file)?;
    if find("rustup").is_none() {
        return held_by(&sysroot(workspace)?, &parts);
    }
    let mut list = rustup(workspace);
    let installed = read(list.args(["component", "list", "--installed"]))?;
    for part in parts.iter().filter(|part| !part.is_in(&installed)) {
        let words = part.words();
        println!(
            "installing {} (a few seconds): {}",
            words.join(" "),
            part.purpose()
        );
        let progress = Progress::start("rustup");
        let [kind, name] = words;
        run(rustup(workspace).args(["--quiet", kind, "add", name])).with_context(|| {
            format!("where there is a network, type `rustup {kind} add {name}`, then start again")
        })?;
        progress.finish();
    }
    Ok(())
}

fn rustup(workspace: &Workspace) -> Command {
    let mut rustup = Command::new("rustup");
    rustup.current_dir(workspace.root());
    rustup
}

fn listed(file: &str) -> Result<Vec<Part>> {
    let file: Table = file.parse().context("rust-toolchain.toml cannot be read")?;
    let names = |key: &str| -> Vec<String> {
        let list = file
            .get("toolchain")
            .and_then(|toolchain| toolchain.get(key));
        let names = list.and_then(Value::as_array).into_iter().flatten();
        names
            .filter_map(|name| name.as_str().map(str::to_owned))
            .collect()
    };
    let components = names("components").into_iter().map(Part::Component);
    Ok(components
        .chain(names("targets").into_iter().map(Part::Target))
        .collect())
}

/// Without rustup: looks for the two parts that builds need beside the compiler.
fn held_by(sysroot: &Path, parts: &[Part]) -> Result<()> {
    let libraries = sysroot.join("lib/rustlib");
    for part in parts {
        let folder = match part {
            Part::Target(name) => libraries.join(name).join("lib"),
            Part::Component(name) if name == "rust-src" => libraries.join("src/rust/library"),
            Part::Component(_) => continue,
        };
        if !folder.is_dir() {
            bail!(
                "this Rust came without rustup and without {}: install rustup from https://rustup.rs",
                part.words().join(" ")
            );
        }
    }
    Ok(())
}

impl Part {
    /// What to type after `rustup`, but for the verb.
    fn words(&self) -> [&str; 2] {
        match self {
            Self::Component(name) => ["component", name],
            Self::Target(name) => ["target", name],
        }
    }

    /// True if rustup's list of installed components holds the part, alone or for one host.
    fn is_in(&self, installed: &str) -> bool {
        installed.lines().any(|line| match self {
            Self::Component(name) => line
                .strip_prefix(name.as_str())
                .is_some_and(|host| host.is_empty() || host.starts_with('-')),
            Self::Target(name) => line.strip_prefix("rust-std-") == Some(name),
        })
    }

    fn purpose(&self) -> &'static str {
        match self {
            Self::Target(_) => "compiles Rust to WebAssembly",
            Self::Component(name) => match name.as_str() {
                "rust-src" => "the standard library, which the release compiles for size",
                "clippy" => "the lints of the tests",
                "rustfmt" => "the format of the code",
                _ => "rust-toolchain.toml lists it",
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"
        [toolchain]
        channel = "1.95.0"
        components = ["clippy", "rust-src"]
        targets = ["wasm32-unknown-unknown"]
    "#;

    fn missing(installed: &str) -> Vec<String> {
        let parts = listed(FILE).unwrap();
        let missing = parts.iter().filter(|part| !part.is_in(installed));
        missing.map(|part| part.words().join(" ")).collect()
    }

    #[test]
    fn every_listed_part_that_rustup_does_not_have_is_missing() {
        let fresh = "cargo-x86_64-unknown-linux-gnu\nrust-std-x86_64-unknown-linux-gnu\n";
        assert_eq!(
            missing(fresh),
            [
                "component clippy",
                "component rust-src",
                "target wasm32-unknown-unknown"
            ]
        );
        let whole = "clippy-x86_64-unknown-linux-gnu\nrust-src\nrust-std-wasm32-unknown-unknown\n";
        assert!(missing(&format!("{fresh}{whole}")).is_empty());
    }

    #[test]
    fn a_rust_without_rustup_says_what_to_install() {
        let error = held_by(Path::new("/nowhere"), &listed(FILE).unwrap()).unwrap_err();
        assert!(error.to_string().contains("rustup.rs"), "{error}");
    }
}
