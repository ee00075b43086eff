//! The paths of the checkout.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use walkdir::WalkDir;
use xshell::Shell;

/// The project's checkout.
pub struct Workspace {
    root: PathBuf,
    target: PathBuf,
    tools: PathBuf,
    node_modules: PathBuf,
}

impl Workspace {
    /// The checkout that this program was compiled in.
    ///
    /// # Errors
    /// When the checkout has moved since.
    pub fn find() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let root = fs_err::canonicalize(root).context("run this inside a checkout")?;
        let folder = |variable, usual: &str| {
            let moved = env::var_os(variable);
            root.join(moved.unwrap_or_else(|| usual.into()))
        };
        Ok(Self {
            target: folder("CARGO_TARGET_DIR", "target"),
            tools: folder("PPIMHS_TOOLS", ".tools"),
            node_modules: root.join("node_modules"),
            root,
        })
    }

    /// A copy of the checkout in this folder, with a target folder of its own and the same tools.
    pub fn copied_to(&self, root: &Path) -> Self {
        Self {
            root: root.to_path_buf(),
            target: root.join("target"),
            tools: self.tools.clone(),
            node_modules: self.node_modules.clone(),
        }
    }

    /// A shell at the top of the checkout; each thread takes one of its own.
    ///
    /// # Errors
    /// When the current folder cannot be read.
    pub fn shell(&self) -> Result<Shell> {
        let shell = Shell::new()?;
        shell.change_dir(&self.root);
        Ok(shell)
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

    /// The npm packages that `package-lock.json` names.
    pub fn node_modules(&self) -> &Path {
        &self.node_modules
    }

    /// A program that an npm package brings.
    pub fn npm_program(&self, name: &str) -> PathBuf {
        self.node_modules.join(".bin").join(name)
    }

    /// Intermediate files of this crate, safe to delete.
    pub fn scratch(&self) -> PathBuf {
        self.target.join("xtask")
    }

    /// Installed tools, a folder for each name and version; `PPIMHS_TOOLS` moves it.
    pub fn tools(&self) -> &Path {
        &self.tools
    }
}

/// Every file below `folder`, in the order of their paths.
///
/// # Errors
/// When a folder cannot be listed.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry?;
        if !entry.file_type().is_dir() {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}
