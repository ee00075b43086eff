//! Reads files of the project by their path from its top folder.

use std::path::{Path, PathBuf};

/// Returns the top folder of the project. The tests of every package use this function.
pub fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .find(|folder| folder.join("Cargo.lock").is_file())
        .unwrap()
        .to_path_buf()
}

/// Returns the bytes of the file at this path.
pub fn read(path: &str) -> Vec<u8> {
    std::fs::read(top().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Returns the text of the file at this path.
pub fn text(path: &str) -> String {
    String::from_utf8(read(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Returns the sorted paths of the files in a folder.
pub fn folder(path: &str) -> Vec<String> {
    let entries = std::fs::read_dir(top().join(path)).unwrap();
    let mut paths: Vec<String> = entries
        .map(|entry| format!("{path}/{}", entry.unwrap().file_name().to_string_lossy()))
        .collect();
    paths.sort();
    paths
}

/// Reads the files `pathway.json` and `words/en-GB.json` of the pathway in a folder.
pub fn pathway(folder: &str) -> (Vec<u8>, Vec<u8>) {
    (
        read(&format!("{folder}/pathway.json")),
        read(&format!("{folder}/words/en-GB.json")),
    )
}
