//! Finds browsers, servers and compilers on this machine. Installs them from Debian packages if
//! `sudo` needs no password.

use std::collections::BTreeMap;
use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use walkdir::WalkDir;
use xshell::{Shell, cmd};

use crate::find_program;

/// A group of programs that come from the same Debian packages.
#[derive(Deserialize)]
pub struct Debian {
    /// For each program, the environment variable that may contain its path, and the names that the
    /// program can have.
    programs: BTreeMap<String, Vec<String>>,
    /// The names of the Debian packages with these programs.
    packages: Vec<String>,
    /// The advice for a system without Debian packages: how to install the programs there.
    elsewhere: String,
}

impl Debian {
    /// Returns the environment variable and the path of each program, or `None` if a program is
    /// missing.
    ///
    /// # Errors
    /// When an environment variable contains a path at which there is no program.
    pub fn find(&self) -> Result<Option<Vec<(String, PathBuf)>>> {
        let mut found = Vec::new();
        for (variable, names) in &self.programs {
            let path = match env::var(variable) {
                Ok(named) => Some(find_program::find(&named).with_context(|| {
                    format!("{variable} is {named}, where no program is: correct or unset it")
                })?),
                Err(_) => names.iter().find_map(|name| find_program::find(name)),
            };
            let path = path.or_else(|| names.iter().find_map(|name| beside_webkit(name)));
            found.push(path.map(|path| (variable.clone(), path)));
        }
        Ok(found.into_iter().collect())
    }

    /// Installs the Debian packages for a group of programs.
    ///
    /// # Errors
    /// When the installation needs a password, or fails. The message contains the command to type.
    pub fn install(&self) -> Result<()> {
        let packages = &self.packages;
        let Some(administrator) = administrator()? else {
            bail!(
                "on Debian run `apt-get install {}` as root; elsewhere {}",
                packages.join(" "),
                self.elsewhere
            );
        };
        let shell = Shell::new()?;
        let apt = [
            "env",
            "DEBIAN_FRONTEND=noninteractive",
            "apt-get",
            "--quiet=2",
        ];
        let apt: Vec<&str> = administrator.iter().chain(&apt).copied().collect();
        let (program, words) = (apt.first().copied().unwrap_or_default(), apt.get(1..));
        let words = words.unwrap_or_default();
        cmd!(shell, "{program} {words...} update").quiet().run()?;
        let install = ["install", "--yes", "--no-install-recommends"];
        let install = cmd!(shell, "{program} {words...} {install...} {packages...}");
        install.quiet().ignore_stdout().run()?;
        Ok(())
    }
}

/// Returns the words before `apt-get` that run it as root: `sudo`, or nothing for root. Returns
/// `None` without `apt-get`, or if `sudo` would ask for a password.
fn administrator() -> Result<Option<&'static [&'static str]>> {
    if find_program::find("apt-get").is_none() {
        return Ok(None);
    }
    let shell = Shell::new()?;
    if cmd!(shell, "id -u").quiet().read()? == "0" {
        return Ok(Some(&[]));
    }
    let sudo = cmd!(shell, "sudo -n true").quiet().ignore_stderr().run();
    Ok(sudo.is_ok().then_some(&["sudo", "-n"]))
}

/// Finds the browser `MiniBrowser` in the folder of WebKit's own programs, which is not in `PATH`.
fn beside_webkit(name: &str) -> Option<PathBuf> {
    let architecture = format!("/usr/lib/{}-linux-gnu", env::consts::ARCH);
    let folders = ["/usr/libexec", &architecture, "/usr/lib64", "/usr/lib"];
    let below = folders.into_iter().flat_map(|folder| {
        let entries = WalkDir::new(folder).min_depth(1).max_depth(1);
        entries.into_iter().filter_map(Result::ok)
    });
    below
        .filter(|entry| {
            let folder = entry.file_name().to_string_lossy();
            folder.starts_with("webkit2gtk-") || folder.starts_with("webkitgtk-")
        })
        .map(|entry| entry.path().join(name))
        .find(|path| path.is_file())
}
