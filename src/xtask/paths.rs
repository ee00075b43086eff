//! The paths of the checkout.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};

/// The project's checkout.
pub struct Workspace {
    root: PathBuf,
    target: PathBuf,
}

impl Workspace {
    /// Finds the checkout that holds the current folder.
    ///
    /// # Errors
    /// Outside a checkout, where there is nothing to build.
    pub fn find() -> Result<Self> {
        let here = env::current_dir().context("the current folder cannot be read")?;
        let root = here
            .ancestors()
            .find(|folder| folder.join("src/xtask/Cargo.toml").is_file())
            .ok_or_else(|| anyhow!("run this inside a checkout of the project"))?;
        let moved = env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
        Ok(Self {
            root: root.to_path_buf(),
            target: root.join(moved),
        })
    }

    /// A checkout in this folder, with a target folder of its own.
    pub fn at(root: &Path) -> Self {
        Self {
            root: root.to_path_buf(),
            target: root.join("target"),
        }
    }

    /// The folder of everything that cargo compiles; `CARGO_TARGET_DIR` moves it.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// The folder that holds `Cargo.toml`.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The folder that a trust uploads.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The hand-written files that ship.
    pub fn www(&self) -> PathBuf {
        self.root.join("www")
    }

    /// The folder of pathways that ship, one folder each.
    pub fn pathways(&self) -> PathBuf {
        self.www().join("pathways")
    }

    /// The npm packages that `package-lock.json` names.
    pub fn node_modules(&self) -> PathBuf {
        self.root.join("node_modules")
    }

    /// Intermediate files of this crate, safe to delete.
    pub fn scratch(&self) -> PathBuf {
        self.target.join("xtask")
    }

    /// Installed tools, a folder for each name and version; `PPIMHS_TOOLS` moves it.
    pub fn tools(&self) -> PathBuf {
        let moved = env::var_os("PPIMHS_TOOLS").unwrap_or_else(|| ".tools".into());
        self.root.join(moved)
    }
}

/// Every file below `folder`, in the order of their names.
///
/// # Errors
/// When a folder cannot be listed.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs_err::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
