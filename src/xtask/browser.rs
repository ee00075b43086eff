//! Finds the three browser engines and their drivers, and installs what is missing.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};

use crate::apt;
use crate::paths::Workspace;
use crate::program::find;
use crate::tools;

/// A browser engine, and the programs that the tests need for it.
pub struct Engine {
    /// The name that the tests know, in `PPIMHS_ENGINE`.
    pub name: &'static str,
    programs: &'static [Program],
    /// The Debian packages that hold the programs.
    packages: &'static [&'static str],
    elsewhere: &'static str,
}

/// A program: the variable that holds its path, and its names in the folders of `PATH`.
struct Program {
    variable: &'static str,
    names: &'static [&'static str],
}

/// The engine that every browser test runs in.
pub const CHROMIUM: Engine = Engine {
    name: "chromium",
    programs: &[
        Program {
            variable: "CHROME",
            names: &[
                "chromium",
                "chromium-browser",
                "google-chrome",
                "google-chrome-stable",
            ],
        },
        Program {
            variable: "CHROMEDRIVER",
            names: &["chromedriver"],
        },
    ],
    // The fonts replace Arial; a user without root needs the sandbox.
    packages: &[
        "chromium",
        "chromium-driver",
        "chromium-sandbox",
        "fonts-liberation",
    ],
    elsewhere: "install Chrome and the chromedriver of the same version, and name them in CHROME \
                and CHROMEDRIVER",
};

/// Firefox; its driver is a crate.
pub const FIREFOX: Engine = Engine {
    name: "firefox",
    programs: &[Program {
        variable: "FIREFOX",
        names: &["firefox-esr", "firefox"],
    }],
    packages: &["firefox-esr"],
    elsewhere: "install Firefox, and name it in FIREFOX",
};

/// The engine on Linux that is nearest to Safari; it needs a display.
pub const WEBKIT: Engine = Engine {
    name: "webkit",
    programs: &[
        Program {
            variable: "WEBKIT_DRIVER",
            names: &["WebKitWebDriver"],
        },
        Program {
            variable: "WEBKIT_BROWSER",
            names: &["MiniBrowser"],
        },
        Program {
            variable: "XVFB",
            names: &["Xvfb"],
        },
    ],
    packages: &["webkit2gtk-driver", "xvfb"],
    elsewhere: "install WebKitGTK's WebKitWebDriver and MiniBrowser, and Xvfb, and name them in \
                WEBKIT_DRIVER, WEBKIT_BROWSER and XVFB",
};

impl Engine {
    /// Finds the engine's programs, and installs them where that needs no password. Returns the
    /// variables that hold their paths.
    ///
    /// # Errors
    /// When a program is missing and cannot be installed; the message says what to type.
    pub fn ensure(&self, workspace: &Workspace) -> Result<Vec<(&'static str, OsString)>> {
        let mut found = match self.look()? {
            Some(found) => found,
            None => self.install()?,
        };
        if self.name == FIREFOX.name && env::var_os("GECKODRIVER").is_none() {
            found.push(("GECKODRIVER", tools::ensure_geckodriver(workspace)?.into()));
        }
        found.push(("PPIMHS_ENGINE", self.name.into()));
        Ok(found)
    }

    fn look(&self) -> Result<Option<Vec<(&'static str, OsString)>>> {
        let mut found = Vec::new();
        for program in self.programs {
            match program.look()? {
                Some(path) => found.push((program.variable, path.into_os_string())),
                None => return Ok(None),
            }
        }
        Ok(Some(found))
    }

    fn install(&self) -> Result<Vec<(&'static str, OsString)>> {
        let packages = self.packages.join(" ");
        if !apt::install(self.packages, "a browser engine of the tests")
            .with_context(|| format!("install {packages} by hand"))?
        {
            bail!(
                "the tests in {} need programs that cannot be installed from here: on Debian run \
                 `apt-get install {packages}` as root; elsewhere {}",
                self.name,
                self.elsewhere
            );
        }
        self.look()?
            .ok_or_else(|| anyhow!("{packages} are installed, but {}", self.elsewhere))
    }
}

impl Program {
    fn look(&self) -> Result<Option<PathBuf>> {
        let Some(path) = env::var_os(self.variable).map(PathBuf::from) else {
            let on_path = self.names.iter().find_map(|name| find(name));
            return Ok(on_path.or_else(|| self.names.iter().find_map(|name| beside_webkit(name))));
        };
        if !path.is_file() {
            bail!(
                "{} is set to {path:?}, where no program is: correct or unset it",
                self.variable
            );
        }
        Ok(Some(path))
    }
}

/// `MiniBrowser` lies in the folder of WebKit's own programs, outside `PATH`.
fn beside_webkit(name: &str) -> Option<PathBuf> {
    let architecture = format!("/usr/lib/{}-linux-gnu", env::consts::ARCH);
    ["/usr/libexec", &architecture, "/usr/lib64", "/usr/lib"]
        .iter()
        .flat_map(|folder| webkits(Path::new(folder)))
        .map(|folder| folder.join(name))
        .find(|path| path.is_file())
}

fn webkits(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            let name = path.file_name().map(|name| name.to_string_lossy());
            name.is_some_and(|name| {
                name.starts_with("webkit2gtk-") || name.starts_with("webkitgtk-")
            })
        })
        .collect();
    found.sort();
    found
}
