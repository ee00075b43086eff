//! Finds the files that browser tests read: `dist/` and the built-in pathway.

use serde_json::Value;
use std::path::{Path, PathBuf};

/// Returns the top folder of the project.
#[must_use]
pub fn top() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// Returns the folder of the build: the value of `PPIMHS_DIST`, or else `dist/`.
///
/// # Panics
/// When the folder contains no build.
#[must_use]
pub fn dist() -> PathBuf {
    let dist = std::env::var_os("PPIMHS_DIST").map_or_else(|| top().join("dist"), PathBuf::from);
    assert!(
        dist.join("ppimhs-finder.js").exists(),
        "{} holds no page: run cargo xtask build",
        dist.display()
    );
    dist
}

/// Returns the path of a file in `dist/` that is in a folder with a content hash, such as
/// `app/0123456789/widget.css`.
///
/// # Panics
/// When no such folder, or more than one, contains the file.
#[must_use]
pub fn built(file: &str) -> String {
    let folders = std::fs::read_dir(dist().join("app")).unwrap();
    let names = folders.map(|folder| folder.unwrap().file_name().into_string().unwrap());
    let found: Vec<String> = names
        .map(|name| format!("app/{name}/{file}"))
        .filter(|path| dist().join(path).is_file())
        .collect();
    assert_eq!(found.len(), 1, "{file} lies at {found:?}");
    found[0].clone()
}

/// Reads a JSON file of the built-in pathway, such as `words/en-GB.json`.
///
/// # Panics
/// When the file is missing or is not JSON.
#[must_use]
pub fn pathway(file: &str) -> Value {
    let path = top().join("www/pathways/ppimhs").join(file);
    let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_slice(&bytes).unwrap()
}
