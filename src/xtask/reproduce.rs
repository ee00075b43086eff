//! Builds the modules once more in another folder, and compares them with those of `dist/` byte for
//! byte. A comparison that passed is not repeated for the same source and the same `dist/`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::compress;
use crate::paths::Workspace;
use crate::paths::files;
use crate::tools::Tools;
use crate::wasm::MODULES;
use crate::wasm_pack::{cargo_home, sysroot};

/// The files that the modules are made of, and those that cargo needs beside them.
const SOURCES: [&str; 6] = [
    "Cargo.lock",
    "Cargo.toml",
    "clippy.toml",
    "rust-toolchain.toml",
    "src",
    "tests",
];

/// Checks that the modules in `dist/` come out the same in another folder.
///
/// # Errors
/// When there are none, they differ, or one names a folder of this machine.
pub fn reproduce(workspace: &Workspace) -> Result<()> {
    let sources = sources(workspace)?;
    let modules = modules(&workspace.dist())?;
    let state = digest(workspace.root(), &sources, &modules)?;
    let shown = workspace.scratch().join("reproduced");
    if fs::read_to_string(&shown).is_ok_and(|known| known == state) {
        println!("the modules of dist/ were compared before, byte for byte");
        return Ok(());
    }
    let elsewhere = workspace.scratch().join("reproduced-elsewhere");
    let made = again(workspace, &sources, &elsewhere).and_then(|made| compare(&modules, &made));
    delete(&elsewhere)?;
    made?;
    fs::write(&shown, state).with_context(|| format!("cannot write {}", shown.display()))?;
    println!("the modules of dist/ come out the same in another folder, byte for byte");
    Ok(())
}

/// Copies the source to `elsewhere`, and makes the modules there.
fn again(workspace: &Workspace, sources: &[PathBuf], elsewhere: &Path) -> Result<PathBuf> {
    delete(elsewhere)?;
    for source in sources {
        let target = elsewhere.join(source.strip_prefix(workspace.root())?);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder)
                .with_context(|| format!("cannot make {}", folder.display()))?;
        }
        fs::copy(source, &target).with_context(|| format!("cannot copy {}", source.display()))?;
    }
    let tools = Tools::ensure(workspace)?;
    let made = elsewhere.join("made");
    for module in &MODULES {
        module.build(&Workspace::at(elsewhere), &tools, &made)?;
    }
    Ok(made)
}

fn compare(modules: &[PathBuf], again: &Path) -> Result<()> {
    let machine = [
        Workspace::find()?.root().to_path_buf(),
        cargo_home()?,
        sysroot(&Workspace::find()?)?,
        env::home_dir().unwrap_or_default(),
    ];
    for module in modules {
        let name = Path::new(module.file_name().unwrap_or_default());
        let (one, other) = (read(module)?, read(&again.join(name))?);
        if one != other {
            bail!(
                "{} differs when it is built in another folder: build dist/ again; if that does not \
                 help, its content depends on the folder",
                name.display()
            );
        }
        if let Some(folder) = machine.iter().find(|folder| names(&one, folder)) {
            bail!(
                "{} names {}, a folder of this machine",
                name.display(),
                folder.display()
            );
        }
    }
    Ok(())
}

/// Whether bytes hold the path of a folder; `/` alone would be everywhere.
fn names(bytes: &[u8], folder: &Path) -> bool {
    let path = folder.as_os_str().as_encoded_bytes();
    path.len() > 1 && bytes.windows(path.len()).any(|part| part == path)
}

fn sources(workspace: &Workspace) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for source in SOURCES {
        let path = workspace.root().join(source);
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}

/// The modules, their twins and their scripts in `dist/`.
fn modules(dist: &Path) -> Result<Vec<PathBuf>> {
    let mut found = files(dist).context("build dist/ first: cargo xtask build")?;
    found.retain(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let is_one = MODULES.iter().any(|module| name.starts_with(module.name));
        is_one && !compress::is(path)
    });
    if found.is_empty() {
        bail!("dist/ holds no module: cargo xtask build");
    }
    Ok(found)
}

/// A hash of the names and contents of all these files.
fn digest(root: &Path, sources: &[PathBuf], modules: &[PathBuf]) -> Result<String> {
    let mut digest = Sha256::new();
    for path in sources.iter().chain(modules) {
        digest.update(path.strip_prefix(root)?.as_os_str().as_encoded_bytes());
        digest.update(Sha256::digest(read(path)?));
    }
    Ok(digest
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect())
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

fn delete(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .with_context(|| format!("cannot delete {}", folder.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_path_anywhere_in_the_bytes() {
        assert!(names(b"at /home/me/finder/src", Path::new("/home/me")));
        assert!(!names(b"at finder/src", Path::new("/home/me")));
        assert!(!names(b"/", Path::new("/")));
        assert!(!names(b"", Path::new("/home/me")));
    }
}
