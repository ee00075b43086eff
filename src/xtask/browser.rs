//! Turns a machine into one with a browser and the driver that tests speak to it through.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, anyhow, bail};

use crate::program::{find, read, run, succeeds};

const BROWSERS: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];
const DRIVERS: [&str; 1] = ["chromedriver"];
/// Debian's names; the fonts stand in for arial, and the sandbox is for who is not root.
const PACKAGES: [&str; 4] = [
    "chromium",
    "chromium-driver",
    "chromium-sandbox",
    "fonts-liberation",
];

/// Where the two programs are.
pub struct Browser {
    /// Chromium or Chrome.
    pub chrome: PathBuf,
    /// The driver of the same version.
    pub driver: PathBuf,
}

/// Finds a browser and its driver, installing them where that needs no password.
///
/// # Errors
/// When there is none and none can be installed; the sentence says what to do.
pub fn ensure() -> Result<Browser> {
    if let Some(browser) = look()? {
        return Ok(browser);
    }
    install()?;
    look()?.ok_or_else(|| anyhow!("the browser was installed but is not on PATH"))
}

fn look() -> Result<Option<Browser>> {
    let chrome = named("CHROME", &BROWSERS)?;
    let driver = named("CHROMEDRIVER", &DRIVERS)?;
    Ok(chrome
        .zip(driver)
        .map(|(chrome, driver)| Browser { chrome, driver }))
}

fn named(variable: &str, names: &[&str]) -> Result<Option<PathBuf>> {
    let Some(path) = env::var_os(variable).map(PathBuf::from) else {
        return Ok(names.iter().find_map(|name| find(name)));
    };
    if !path.is_file() {
        bail!("{variable} is set to {path:?}, where no program is: correct or unset it");
    }
    Ok(Some(path))
}

fn install() -> Result<()> {
    let Some(words) = administrator() else {
        bail!(
            "the browser tests need Chromium and its driver, and they cannot be installed from \
             here: on Debian run `apt-get install chromium chromium-driver` as root; elsewhere \
             install Chrome and the chromedriver of the same version, and name them in CHROME \
             and CHROMEDRIVER"
        );
    };
    println!("installing {}", PACKAGES.join(", "));
    let apt = |arguments: &[&str]| {
        let mut command = Command::new("env");
        command
            .arg("DEBIAN_FRONTEND=noninteractive")
            .args(["apt-get", "--quiet=2"])
            .args(arguments);
        prefixed(words, &command)
    };
    run(&mut apt(&["update"]))?;
    let mut install = apt(&["install", "--yes", "--no-install-recommends"]);
    run(install.args(PACKAGES)).context("install Chromium and its driver by hand")
}

/// What to put before a command so that it may install packages; none where it would ask.
fn administrator() -> Option<&'static [&'static str]> {
    find("apt-get")?;
    if read(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0") {
        return Some(&[]);
    }
    succeeds(Command::new("sudo").args(["-n", "true"])).then_some(&["sudo", "-n"])
}

fn prefixed(words: &[&str], command: &Command) -> Command {
    let mut all = words
        .iter()
        .map(|word| (*word).into())
        .chain([command.get_program().to_owned()])
        .chain(command.get_args().map(ToOwned::to_owned));
    let mut prefixed = Command::new(all.next().unwrap_or_default());
    prefixed.args(all);
    prefixed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::shown;

    #[test]
    fn without_root_a_command_goes_through_sudo_and_never_asks() {
        let mut command = Command::new("apt-get");
        command.arg("update");
        assert_eq!(
            shown(&prefixed(&["sudo", "-n"], &command)),
            "`sudo -n apt-get update`"
        );
        assert_eq!(shown(&prefixed(&[], &command)), "`apt-get update`");
    }
}
