//! Turns a machine into one with a browser and the driver that tests speak to it through.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result, anyhow, bail};

use crate::apt;
use crate::program::find;

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
    if apt::install(&PACKAGES).context("install Chromium and its driver by hand")? {
        return Ok(());
    }
    bail!(
        "the browser tests need Chromium and its driver, and they cannot be installed from \
         here: on Debian run `apt-get install chromium chromium-driver` as root; elsewhere \
         install Chrome and the chromedriver of the same version, and name them in CHROME \
         and CHROMEDRIVER"
    )
}
