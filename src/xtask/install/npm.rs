//! Installs the npm packages of `package-lock.json`.

use anyhow::{Context, Result, bail};
use xshell::cmd;

use crate::paths::Workspace;

const LOCK: &str = "package-lock.json";
/// A copy of `package-lock.json` from the time when its packages were installed.
const STAMP: &str = "node_modules/.installed-from";
const OLDEST_NODE: u32 = 20;

/// Returns false if the packages of the present `package-lock.json` are installed.
///
/// # Errors
/// When there is no `package-lock.json`.
pub fn is_missing(workspace: &Workspace) -> Result<bool> {
    let shell = workspace.shell()?;
    let wanted = shell.read_file(LOCK)?;
    Ok(!shell.read_file(STAMP).is_ok_and(|stamp| stamp == wanted))
}

/// Installs the npm packages.
///
/// # Errors
/// When Node.js is missing or too old, or npm fails.
pub fn install(workspace: &Workspace) -> Result<()> {
    let shell = workspace.shell()?;
    let version = cmd!(shell, "node --version").quiet().read();
    let version =
        version.with_context(|| format!("install Node.js {OLDEST_NODE} or newer, with npm"))?;
    if major(&version).is_none_or(|major| major < OLDEST_NODE) {
        bail!("Node.js is {version}: install {OLDEST_NODE} or newer");
    }
    // The option hides only the progress of npm. Errors go to standard error, so they still appear.
    cmd!(
        shell,
        "npm ci --ignore-scripts --no-audit --no-fund --loglevel error"
    )
    .quiet()
    .ignore_stdout()
    .run()
    .context("where there is a network, type `npm ci`, then start again")?;
    Ok(shell.write_file(STAMP, shell.read_file(LOCK)?)?)
}

fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_of_node_is_read_from_its_own_words() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("20"), None);
        assert_eq!(major("vnext"), None);
    }
}
