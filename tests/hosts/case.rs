//! One kind of host page: what its folder says of it.

use serde::Deserialize;
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};
use webdriver_tests::engine::Engine;

/// What `case.json` says.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Case {
    /// What kind of page this is, in a sentence.
    pub host: String,
    /// The rung of the ladder that must answer.
    pub rung: u8,
    /// The rung within the frame, where the third answers.
    #[serde(default = "first")]
    pub rung_within: u8,
    /// Whether the frame must be as tall as what it shows.
    #[serde(default)]
    pub grows: bool,
    /// How many widgets stand on the page; a whole journey is walked in each.
    #[serde(default = "one")]
    pub widgets: usize,
    /// What the host's server sends with its pages. `HOST` stands for the origin of the widget's files.
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    /// What the server of the widget's files sends.
    #[serde(default)]
    pub finder_headers: BTreeMap<String, String>,
    /// Whether the widget's files have another origin than the page.
    #[serde(default)]
    pub elsewhere: bool,
    /// Whether the host keeps room for the widget, so that nothing has to make way.
    #[serde(default)]
    pub keeps_room: bool,
    /// How wide the window is inside.
    #[serde(default = "wide")]
    pub width: u32,
    /// How the visitor comes to the page.
    #[serde(default)]
    pub arrival: Arrival,
    /// Whether the case belongs to those that every run tries in every engine.
    #[serde(default)]
    pub every_engine: bool,
    /// Engines that have no such page, each with the reason.
    #[serde(default)]
    pub cannot: BTreeMap<String, String>,
    #[serde(skip)]
    folder: PathBuf,
}

/// How a visitor comes to a page.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Arrival {
    /// By its address.
    #[default]
    Straight,
    /// By a link on `start.html`, after the browser drew the page ahead.
    Prerendered,
    /// Back from `plain.html`, to the page as the browser kept it in mid-journey.
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

/// The folder of all cases, which this file lies in too.
fn home() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../hosts"))
}

impl Case {
    /// Every case, by name.
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
        for (engine, reason) in &case.cannot {
            let known = Engine::ALL.iter().any(|known| known.name() == engine);
            assert!(known && reason.len() > 20, "{}: {engine}", path.display());
        }
        Self {
            folder: folder.to_path_buf(),
            ..case
        }
    }

    /// Its name, which is that of its folder.
    pub fn name(&self) -> String {
        let name = self.folder.file_name().unwrap();
        name.to_string_lossy().into_owned()
    }

    /// The folder with the host's files.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether an engine can show such a page.
    pub fn can_run_in(&self, engine: Engine) -> bool {
        !self.cannot.contains_key(engine.name())
    }
}
