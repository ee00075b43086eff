//! Reads the description of one kind of host page.

use serde::Deserialize;
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};
use webdriver_tests::engine::Engine;

/// The content of `case.json`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Case {
    /// The kind of page, in a sentence.
    pub host: String,
    /// The expected fallback level.
    pub level: u8,
    /// The expected fallback level within the frame, for level 3.
    #[serde(default = "first")]
    pub level_in_frame: u8,
    /// True if the frame must be as tall as its content.
    #[serde(default)]
    pub grows: bool,
    /// The number of widgets on the page. The visitor makes a whole journey in each.
    #[serde(default = "one")]
    pub widgets: usize,
    /// The headers of the host's server. In a value, `HOST` means the origin of the widget's files.
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    /// The headers of the server of the widget's files.
    #[serde(default)]
    pub finder_headers: BTreeMap<String, String>,
    /// True if the widget's files have another origin than the page.
    #[serde(default)]
    pub other_site: bool,
    /// True if the server of the widget's files removes `.html` from addresses.
    #[serde(default)]
    pub drops_html: bool,
    /// The name of a widget file that the server never sends.
    #[serde(default)]
    pub held: Option<String>,
    /// True if the visitor also follows the link of a telephone number.
    #[serde(default)]
    pub follows_links: bool,
    /// True if the host reserves space for the widget. Nothing on the page may move then.
    #[serde(default)]
    pub reserves_space: bool,
    /// The inner width of the window in pixels.
    #[serde(default = "wide")]
    pub width: u32,
    /// The way in which the visitor opens the page.
    #[serde(default)]
    pub arrival: Arrival,
    /// True if the case runs in every engine in every run.
    #[serde(default)]
    pub every_engine: bool,
    /// The engines that cannot show the page, each with the reason.
    #[serde(default)]
    pub unsupported: BTreeMap<String, String>,
    #[serde(skip)]
    folder: PathBuf,
}

/// The way in which a visitor opens a page.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Arrival {
    /// The visitor opens the address.
    #[default]
    Straight,
    /// The visitor follows a link on `start.html` after the browser has prerendered the page.
    Prerendered,
    /// The visitor comes back from `plain.html` during a journey.
    Restored,
}

fn one() -> usize {
    1
}

fn first() -> u8 {
    1
}

fn wide() -> u32 {
    800
}

/// Returns the folder of all cases.
fn home() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../hosts"))
}

impl Case {
    /// Returns every case, sorted by name.
    pub fn all() -> Vec<Self> {
        let entries = fs::read_dir(home()).unwrap();
        let mut folders: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
        folders.retain(|folder| folder.is_dir());
        folders.sort();
        folders.iter().map(|folder| Self::read(folder)).collect()
    }

    fn read(folder: &Path) -> Self {
        let path = folder.join("case.json");
        let text = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let case: Self = serde_json::from_slice(&text)
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert!(folder.join("index.html").is_file(), "{}", path.display());
        for (engine, reason) in &case.unsupported {
            let known = Engine::ALL.iter().any(|known| known.name() == engine);
            assert!(known && reason.len() > 20, "{}: {engine}", path.display());
        }
        Self {
            folder: folder.to_path_buf(),
            ..case
        }
    }

    /// Returns the name of the case and of its folder.
    pub fn name(&self) -> String {
        let name = self.folder.file_name().unwrap();
        name.to_string_lossy().into_owned()
    }

    /// Returns the folder with the host's files.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Returns true if an engine can show the page.
    pub fn can_run_in(&self, engine: Engine) -> bool {
        !self.unsupported.contains_key(engine.name())
    }
}
