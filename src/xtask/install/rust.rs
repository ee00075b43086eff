//! Installs the components and compiler targets of Rust that `rust-toolchain.toml` lists.
//!
//! rustup itself adds missing parts only if `RUSTUP_AUTO_INSTALL` allows it, and never to a
//! toolchain that is already installed.

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use xshell::cmd;

use crate::find_program::find;
use crate::paths::Workspace;
use crate::wasm_pack::sysroot;

#[derive(Deserialize)]
struct File {
    toolchain: Toolchain,
}

#[derive(Deserialize)]
struct Toolchain {
    components: Vec<String>,
    targets: Vec<String>,
}

/// Returns for each missing component or target the arguments of `rustup` that add it.
///
/// # Errors
/// When rustup does not answer, or when a component or target is missing and there is no rustup.
pub fn missing(workspace: &Workspace) -> Result<Vec<[String; 3]>> {
    let shell = workspace.shell()?;
    let file = shell.read_file("rust-toolchain.toml")?;
    if find("rustup").is_some() {
        let installed = cmd!(shell, "rustup component list --installed");
        return absent(&file, &installed.quiet().read()?);
    }
    let source = sysroot(workspace)?.join("lib/rustlib/src/rust/library");
    if !source.is_dir() {
        bail!(
            "this Rust came without rustup and without its own source: install rustup from \
             https://rustup.rs"
        );
    }
    Ok(Vec::new())
}

/// Adds every component and compiler target of Rust that is missing.
///
/// # Errors
/// When rustup cannot add one of them. The message contains the command to type.
pub fn install(workspace: &Workspace) -> Result<()> {
    let shell = workspace.shell()?;
    for part in missing(workspace)? {
        let typed = part.join(" ");
        println!("rustup {typed}");
        cmd!(shell, "rustup --quiet {part...}")
            .quiet()
            .run()
            .with_context(|| {
                format!("where there is a network, type `rustup {typed}`, then start again")
            })?;
    }
    Ok(())
}

/// Returns the arguments of `rustup` for each component or target that `file` lists and `installed`
/// lacks. `installed` is the list that rustup prints.
fn absent(file: &str, installed: &str) -> Result<Vec<[String; 3]>> {
    let File { toolchain } = toml::from_str(file).context("rust-toolchain.toml")?;
    let is_absent = |name: &str| {
        !installed.lines().any(|line| {
            let host = line.strip_prefix(name);
            host.is_some_and(|host| host.is_empty() || host.starts_with('-'))
        })
    };
    let add = |kind: &str, name: String| [kind.to_owned(), "add".to_owned(), name];
    let components = toolchain.components.into_iter();
    let components = components.filter(|name| is_absent(name));
    let targets = toolchain.targets.into_iter();
    let targets = targets.filter(|name| is_absent(&format!("rust-std-{name}")));
    let components = components.map(|name| add("component", name));
    Ok(components
        .chain(targets.map(|name| add("target", name)))
        .collect())
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

    #[test]
    fn every_listed_part_that_rustup_does_not_have_is_missing() -> Result<()> {
        let fresh = "cargo-x86_64-unknown-linux-gnu\nrust-std-x86_64-unknown-linux-gnu\n";
        let missing: Vec<String> = (absent(FILE, fresh)?.iter())
            .map(|part| part.join(" "))
            .collect();
        assert_eq!(
            missing,
            [
                "component add clippy",
                "component add rust-src",
                "target add wasm32-unknown-unknown"
            ]
        );
        let whole = "clippy-x86_64-unknown-linux-gnu\nrust-src\nrust-std-wasm32-unknown-unknown\n";
        assert!(absent(FILE, &format!("{fresh}{whole}"))?.is_empty());
        Ok(())
    }
}
