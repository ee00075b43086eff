//! Installs the npm packages that are compared with the widget, in `target/bench`. The project
//! builds, tests and ships none of these packages.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use fs_err as fs;
use sha2::{Digest, Sha256};
use xshell::{Shell, cmd};

use crate::top;

/// The npm package of LHC-Forms. Its archive contains everything that a page needs. Its
/// dependencies are 200 MB of build tools, so only the archive is installed.
const LFORMS: &str = "lforms@40.1.3";
const LFORMS_FILE: &str = "lforms-40.1.3.tgz";
const LFORMS_SHA256: &str = "288cff4360e8a90a44e994a01422d2cf970170000ce915b5739ccc383097edd9";

/// The npm packages that are installed for the comparison with the widget.
pub struct PeerPackages {
    /// The reason why LHC-Forms could not be installed, or `None` if it is installed.
    pub missing: Option<String>,
}

impl PeerPackages {
    /// Installs the npm packages that are missing.
    ///
    /// # Errors
    /// When a package of the lock file cannot be installed. LHC-Forms is in no lock file, so its
    /// absence is no error.
    pub fn ensure() -> Result<Self> {
        let source = top().join("tests/bench");
        let lock = fs::read_to_string(source.join("package-lock.json"))?;
        let stamp = folder().join(".installed-from");
        if !fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
            println!("installing the npm packages of tests/bench/package-lock.json");
            for name in ["package.json", "package-lock.json"] {
                lay(&source.join(name), name)?;
            }
            let shell = shell()?;
            cmd!(shell, "npm ci --ignore-scripts --no-audit --no-fund").run()?;
            fs::write(&stamp, &lock)?;
        }
        let missing = ensure_lforms()
            .err()
            .map(|error| format!("LHC-Forms is missing: {error:#}"));
        Ok(Self { missing })
    }
}

/// Returns the folder of the installed npm packages.
pub fn folder() -> PathBuf {
    home().join("node_modules")
}

/// Copies a file into the folder of the npm packages, so that scripts in it find the packages by
/// name. Returns the path of the copy.
///
/// # Errors
/// When the file cannot be copied.
pub fn lay(source: &Path, name: &str) -> Result<PathBuf> {
    let target = home().join(name);
    fs::create_dir_all(target.parent().unwrap_or(&target))?;
    fs::copy(source, &target)?;
    Ok(target)
}

fn home() -> PathBuf {
    top().join("target/bench")
}

fn shell() -> Result<Shell> {
    let shell = Shell::new()?;
    shell.change_dir(home());
    Ok(shell)
}

fn ensure_lforms() -> Result<()> {
    let target = folder().join("lforms");
    if target.join("package.json").is_file() {
        return Ok(());
    }
    let shell = shell()?;
    cmd!(shell, "npm pack {LFORMS} --ignore-scripts --silent").run()?;
    let archive = home().join(LFORMS_FILE);
    let sum = Sha256::digest(fs::read(&archive)?);
    let sum: String = sum.iter().map(|byte| format!("{byte:02x}")).collect();
    if sum != LFORMS_SHA256 {
        bail!("{LFORMS} has another SHA-256 than before: {sum}");
    }
    fs::create_dir_all(&target)?;
    cmd!(shell, "tar -xzf {archive} -C {target} --strip-components=1").run()?;
    Ok(())
}
