//! Reads the description of one kind of host page.

use serde::Deserialize;
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};
use webdriver_tests::engine::Engine;

/// A kind of host page, as its file `case.json` describes it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Case {
    /// The kind of host page, in one sentence.
    pub host: String,
    /// The fallback level that the widget must reach on this page.
    pub level: u8,
    /// The fallback level that the widget must reach within its frame, if it runs in a frame (level
    /// 3).
    #[serde(default = "first")]
    pub level_in_frame: u8,
    /// True if the frame of the widget must be as tall as its content.
    #[serde(default)]
    pub grows: bool,
    /// The number of widgets on the page. The visitor makes a whole journey in each of them.
    #[serde(default = "one")]
    pub widgets: usize,
    /// The HTTP headers that the host page's server sends. In a value, `HOST` means the origin of
    /// the widget's files.
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    /// The HTTP headers that the server of the widget's files sends.
    #[serde(default)]
    pub finder_headers: BTreeMap<String, String>,
    /// True if the widget's files have another origin than the host page.
    #[serde(default)]
    pub other_site: bool,
    /// True if the server of the widget's files removes `.html` from addresses.
    #[serde(default)]
    pub drops_html: bool,
    /// True if the server of the widget's files sends HTML as plain text.
    #[serde(default)]
    pub html_as_text: bool,
    /// The name of a file of the widget for which the server never sends an answer.
    #[serde(default)]
    pub held: Option<String>,
    /// The name of a file of the widget that the server sends after a request for `/release`.
    #[serde(default)]
    pub delayed: Option<String>,
    /// True if the visitor first goes back and forward between two questions.
    #[serde(default)]
    pub goes_back: bool,
    /// The names under which a library of the host page, such as htmx, stores copies of the page in
    /// the browser.
    #[serde(default)]
    pub stores: Vec<String>,
    /// True if the visitor also follows the link of a telephone number.
    #[serde(default)]
    pub follows_links: bool,
    /// True if the host page reserves space for the widget. Nothing on the page may move then.
    #[serde(default)]
    pub reserves_space: bool,
    /// The inner width of the browser window in CSS pixels.
    #[serde(default = "wide")]
    pub width: u32,
    /// The way in which the visitor opens the host page.
    #[serde(default)]
    pub arrival: Arrival,
    /// True if every run tests this host page in every engine.
    #[serde(default)]
    pub every_engine: bool,
    /// The engines that cannot show this host page, each with the reason.
    #[serde(default)]
    pub unsupported: BTreeMap<String, String>,
    #[serde(skip)]
    folder: PathBuf,
}

/// The way in which a visitor opens a host page.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Arrival {
    /// The visitor opens the address of the host page.
    #[default]
    Straight,
    /// The visitor follows a link on `start.html` after the browser has prerendered the host page.
    Prerendered,
    /// The visitor comes back from `plain.html` in the middle of a journey.
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

/// Returns the folder that contains a folder for each kind of host page.
fn home() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../hosts"))
}

impl Case {
    /// Returns every kind of host page, sorted by name.
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

    /// Returns the name of this kind of host page. Its folder has the same name.
    pub fn name(&self) -> String {
        let name = self.folder.file_name().unwrap();
        name.to_string_lossy().into_owned()
    }

    /// Returns the folder with the files of the host page.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Returns true if an engine can show this host page.
    pub fn can_run_in(&self, engine: Engine) -> bool {
        !self.unsupported.contains_key(engine.name())
    }
}
