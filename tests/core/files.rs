//! Files that tests read, by their path from the top of the project.

use std::path::{Path, PathBuf};

/// The top of the project, whichever package the test belongs to.
pub fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .find(|folder| folder.join("Cargo.lock").is_file())
        .unwrap()
        .to_path_buf()
}

/// The bytes of a file.
pub fn read(path: &str) -> Vec<u8> {
    std::fs::read(top().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The text of a file.
pub fn text(path: &str) -> String {
    String::from_utf8(read(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The paths of the files in a folder, in order.
pub fn folder(path: &str) -> Vec<String> {
    let entries = std::fs::read_dir(top().join(path)).unwrap();
    let mut paths: Vec<String> = entries
        .map(|entry| format!("{path}/{}", entry.unwrap().file_name().to_string_lossy()))
        .collect();
    paths.sort();
    paths
}

/// `pathway.json` and the words of a pathway, by its folder.
pub fn pathway(folder: &str) -> (Vec<u8>, Vec<u8>) {
    (
        read(&format!("{folder}/pathway.json")),
        read(&format!("{folder}/words/en-GB.json")),
    )
}
