//! Turns `tests/bench/package.json` into installed npm packages, in `target/`: they are measured beside
//! the widget, and neither built, tested nor sent to anybody.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::paths::Workspace;
use crate::program::run;

/// LHC-Forms ships ready for a page, and would bring 200 MB of what it was made with: its archive alone
/// is taken.
const LFORMS: &str = "lforms@40.1.3";
const LFORMS_FILE: &str = "lforms-40.1.3.tgz";
const LFORMS_SHA256: &str = "288cff4360e8a90a44e994a01422d2cf970170000ce915b5739ccc383097edd9";

/// The peers, installed.
pub struct Peers {
    folder: PathBuf,
    /// What could not be installed, and why.
    pub missing: Option<String>,
}

impl Peers {
    /// Installs what is missing.
    ///
    /// # Errors
    /// When the packages of the lock file cannot be installed. LHC-Forms, which stands in none, may be
    /// missing.
    pub fn ensure(workspace: &Workspace) -> Result<Self> {
        let folder = workspace.root().join("target/bench");
        let source = workspace.root().join("tests/bench");
        let lock = read(&source.join("package-lock.json"))?;
        let stamp = folder.join("node_modules/.installed-from");
        if !fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
            println!("installing the npm packages of tests/bench/package-lock.json");
            fs::create_dir_all(&folder).context("target/bench cannot be made")?;
            for name in ["package.json", "package-lock.json"] {
                copy(&source.join(name), &folder.join(name))?;
            }
            let mut install = Command::new("npm");
            install.current_dir(&folder);
            run(install.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
            fs::write(&stamp, &lock).context("the npm packages cannot be stamped")?;
        }
        let missing = ensure_lforms(&folder)
            .err()
            .map(|error| format!("LHC-Forms is missing: {error:#}"));
        Ok(Self { folder, missing })
    }

    /// Where their packages are.
    pub fn packages(&self) -> PathBuf {
        self.folder.join("node_modules")
    }

    /// Lays files beside the packages, so that scripts find them by name.
    ///
    /// # Errors
    /// When a file cannot be copied.
    pub fn lay(&self, source: &Path, name: &str) -> Result<PathBuf> {
        let target = self.folder.join(name);
        let parent = target.parent().unwrap_or(&self.folder);
        fs::create_dir_all(parent).with_context(|| format!("cannot make {}", parent.display()))?;
        copy(source, &target)?;
        Ok(target)
    }
}

fn ensure_lforms(folder: &Path) -> Result<()> {
    let home = folder.join("node_modules/lforms");
    if home.join("package.json").is_file() {
        return Ok(());
    }
    let mut pack = Command::new("npm");
    pack.current_dir(folder)
        .args(["pack", LFORMS, "--ignore-scripts", "--silent"]);
    run(&mut pack)?;
    let archive = folder.join(LFORMS_FILE);
    let bytes = fs::read(&archive).context("npm left no archive")?;
    let sum = Sha256::digest(&bytes);
    let sum: String = sum.iter().map(|byte| format!("{byte:02x}")).collect();
    if sum != LFORMS_SHA256 {
        bail!("{LFORMS} is not what it was: SHA-256 {sum}");
    }
    fs::create_dir_all(&home).context("node_modules/lforms cannot be made")?;
    let mut unpack = Command::new("tar");
    unpack.arg("-xzf").arg(&archive).arg("-C").arg(&home);
    run(unpack.arg("--strip-components=1"))
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).with_context(|| format!("cannot copy {}", from.display()))?;
    Ok(())
}
