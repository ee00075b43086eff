//! Describes the browser engines: their programs, and the settings with which their WebDriver
//! servers start a browser.

use serde_json::{Value, json};
use std::{env, fmt};

/// A browser engine in which the tests run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// The engine of Chromium, Chrome and Edge.
    Chromium,
    /// The engine of Firefox ESR.
    Firefox,
    /// The engine of WebKitGTK, which is nearly that of Safari.
    WebKit,
}

impl Engine {
    /// Every engine in which the tests can run.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Returns the engine that `PPIMHS_ENGINE` names, or Chromium.
    ///
    /// # Panics
    /// When `PPIMHS_ENGINE` contains an unknown name.
    #[must_use]
    pub fn of_this_run() -> Self {
        let Ok(name) = env::var("PPIMHS_ENGINE") else {
            return Self::Chromium;
        };
        let named = Self::ALL.into_iter().find(|engine| engine.name() == name);
        named.unwrap_or_else(|| {
            panic!("PPIMHS_ENGINE is {name:?}: set it to chromium, firefox or webkit")
        })
    }

    /// Returns the name by which `PPIMHS_ENGINE` and the `case.json` files of `tests/hosts` call
    /// this engine.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Returns the path of the engine's WebDriver server.
    pub(crate) fn driver(self) -> String {
        match self {
            Self::Chromium => program("CHROMEDRIVER", "chromedriver"),
            Self::Firefox => program("GECKODRIVER", "geckodriver"),
            Self::WebKit => program("WEBKIT_DRIVER", "WebKitWebDriver"),
        }
    }

    /// Returns the settings with which the WebDriver server starts a browser.
    pub(crate) fn capabilities(self) -> Value {
        match self {
            Self::Chromium => json!({"goog:chromeOptions": {
                "binary": program("CHROME", "/usr/bin/chromium"),
                "args": [
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--disable-dev-shm-usage",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--hide-scrollbars",
                ],
            }}),
            Self::Firefox => json!({"moz:firefoxOptions": {
                "binary": program("FIREFOX", "/usr/bin/firefox-esr"),
                "args": ["-headless"],
                // If Firefox did not have this setting, it would block the window of a test as a
                // pop-up.
                "prefs": {"dom.disable_open_during_load": false},
            }}),
            Self::WebKit => json!({"webkitgtk:browserOptions": {
                "binary": program(
                    "WEBKIT_BROWSER",
                    "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
                ),
                "args": ["--automation"],
            }}),
        }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}

/// Returns the path of a program: the value of this environment variable, or else the path that
/// Debian uses.
pub(crate) fn program(variable: &str, usual: &str) -> String {
    env::var(variable).unwrap_or_else(|_| usual.to_string())
}
