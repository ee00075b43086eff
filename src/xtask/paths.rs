//! Finds the folders of the project.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use walkdir::WalkDir;
use xshell::Shell;

/// The folders of one copy of the project.
pub struct Workspace {
    root: PathBuf,
    target: PathBuf,
    tools: PathBuf,
    node_modules: PathBuf,
}

impl Workspace {
    /// Finds the folders of the project from which this program was compiled.
    ///
    /// # Errors
    /// When the project has moved to another folder since then.
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

    /// Returns the folders of a second copy of the project in `root`. This copy has its own target
    /// folder and shares the installed tools.
    pub fn copied_to(&self, root: &Path) -> Self {
        Self {
            root: root.to_path_buf(),
            target: root.join("target"),
            tools: self.tools.clone(),
            node_modules: self.node_modules.clone(),
        }
    }

    /// Creates a shell in the top folder of the project. Each thread needs its own shell.
    ///
    /// # Errors
    /// When the system does not tell the current folder.
    pub fn shell(&self) -> Result<Shell> {
        let shell = Shell::new()?;
        shell.change_dir(&self.root);
        Ok(shell)
    }

    /// Returns the folder into which cargo compiles. The variable `CARGO_TARGET_DIR` changes it.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// Returns the top folder of the project.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Returns the path of `dist/`, the folder that a trust uploads to its web server.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Returns the path of `www/`, the folder with the scripts, styles and pages of the widget.
    pub fn www(&self) -> PathBuf {
        self.root.join("www")
    }

    /// Returns the folder of the installed npm packages.
    pub fn node_modules(&self) -> &Path {
        &self.node_modules
    }

    /// Returns the path of a program that an npm package contains.
    pub fn npm_program(&self, name: &str) -> PathBuf {
        self.node_modules.join(".bin").join(name)
    }

    /// Returns the folder for temporary files of the build. It may be deleted at any time.
    pub fn scratch(&self) -> PathBuf {
        self.target.join("xtask")
    }

    /// Returns the folder of the installed tools. The variable `PPIMHS_TOOLS` changes it.
    pub fn tools(&self) -> &Path {
        &self.tools
    }
}

/// Returns every file in `folder` and its subfolders, sorted by path. Leaves out names that start
/// with a dot, because editors and file managers write such files.
///
/// # Errors
/// When a folder cannot be listed.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter();
    for entry in entries.filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry.file_name())) {
        let entry = entry?;
        if !entry.file_type().is_dir() {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}

fn is_hidden(name: &OsStr) -> bool {
    name.to_string_lossy().starts_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_editors_and_file_managers_are_left_out() {
        let folder = env::temp_dir().join(format!("xtask-files-{}", std::process::id()));
        fs_err::create_dir_all(folder.join("words")).unwrap();
        fs_err::create_dir_all(folder.join(".git")).unwrap();
        for name in [
            "words/._en-GB.json",
            ".DS_Store",
            ".git/config",
            "words/en-GB.json",
        ] {
            fs_err::write(folder.join(name), "x").unwrap();
        }
        let found = files(&folder).unwrap();
        fs_err::remove_dir_all(&folder).unwrap();
        assert_eq!(found, [folder.join("words/en-GB.json")]);
    }
}
