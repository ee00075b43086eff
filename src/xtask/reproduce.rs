//! Builds the modules a second time in another folder, and compares them with those in `dist/` byte
//! for byte.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use fs_err as fs;

use crate::compress;
use crate::install;
use crate::paths::{Workspace, files};
use crate::wasm::MODULES;
use crate::wasm_pack::{cargo_home, sysroot};

/// The files and folders that a build of the modules needs.
const SOURCES: [&str; 7] = [
    "Cargo.lock",
    "Cargo.toml",
    "clippy.toml",
    "package-lock.json",
    "rust-toolchain.toml",
    "src",
    "tests",
];

/// Checks that a second build in another folder gives the same modules as in `dist/`.
///
/// # Errors
/// When `dist/` has no modules, the modules differ, or a module contains a path of this machine.
pub fn reproduce(workspace: &Workspace) -> Result<()> {
    let modules = modules(&workspace.dist())?;
    install::ensure(workspace, &["build"])?;
    let shell = workspace.shell()?;
    let elsewhere = workspace.scratch().join("reproduced-elsewhere");
    shell.remove_path(&elsewhere)?;
    for source in SOURCES {
        for path in files(&workspace.root().join(source))? {
            let target = elsewhere.join(path.strip_prefix(workspace.root())?);
            shell.create_dir(target.parent().unwrap_or(&elsewhere))?;
            fs::copy(path, target)?;
        }
    }
    let (copy, made) = (workspace.copied_to(&elsewhere), elsewhere.join("made"));
    for module in &MODULES {
        module.build(&copy, &made)?;
    }
    compare(workspace, &modules, &made)?;
    shell.remove_path(&elsewhere)?;
    println!("the modules of dist/ come out the same in another folder, byte for byte");
    Ok(())
}

fn compare(workspace: &Workspace, modules: &[PathBuf], again: &Path) -> Result<()> {
    let machine = [
        workspace.root().to_path_buf(),
        cargo_home()?,
        sysroot(workspace)?,
        env::home_dir().unwrap_or_default(),
    ];
    for module in modules {
        let name = Path::new(module.file_name().unwrap_or_default());
        let bytes = fs::read(module)?;
        if bytes != fs::read(again.join(name))? {
            bail!(
                "{} differs when it is built in another folder: build dist/ again; if that does not \
                 help, its content depends on the folder",
                name.display()
            );
        }
        if let Some(folder) = machine.iter().find(|folder| names(&bytes, folder)) {
            let (name, folder) = (name.display(), folder.display());
            bail!("{name} names {folder}, a folder of this machine");
        }
    }
    Ok(())
}

/// Returns true if the bytes of a module contain the path of a folder. The path `/` is ignored,
/// because every file contains it.
fn names(bytes: &[u8], folder: &Path) -> bool {
    let path = folder.as_os_str().as_encoded_bytes();
    path.len() > 1 && bytes.windows(path.len()).any(|part| part == path)
}

/// Returns the paths in `dist/` of the WebAssembly modules, of their scripts, and of their versions
/// in plain JavaScript.
fn modules(dist: &Path) -> Result<Vec<PathBuf>> {
    let mut found = files(dist).context("build dist/ first: cargo xtask build")?;
    found.retain(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let is_one = MODULES.iter().any(|module| name.starts_with(module.name));
        is_one && !compress::is_copy(path)
    });
    if found.is_empty() {
        bail!("dist/ holds no module: cargo xtask build");
    }
    Ok(found)
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
