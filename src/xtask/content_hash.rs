//! Moves the files that only our own scripts request into folders of `app/`, each named by the hash of
//! its content, so that a browser never requests a file again that it has.

use std::path::Path;

use anyhow::Result;
use fs_err as fs;
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::paths::files;

/// The `Cache-Control` of a file whose name stays: a browser asks each time whether it changed.
pub const ASKED_EACH_TIME: &str = "no-cache";
/// The `Cache-Control` of a file whose path holds the hash of its content.
pub const NAMED_BY_CONTENT: &str = "public, max-age=31536000, immutable";

/// The folder of `dist/` that holds such folders and nothing else.
const FOLDER: &str = "app";
const HEX_DIGITS: usize = 10;

/// The day of the build and the hashed folders, which the scripts with names of their own import.
pub struct Manifest {
    built: String,
    program: String,
    edition: String,
}

impl Manifest {
    /// Moves the folders of the program and of the edition to their hashed names in `dist`.
    ///
    /// # Errors
    /// When one of them is missing.
    pub fn create(built: &str, dist: &Path, program: &Path, edition: &Path) -> Result<Self> {
        Ok(Self {
            built: built.to_owned(),
            program: settle(dist, program)?,
            edition: settle(dist, edition)?,
        })
    }

    /// Folders of a development build, whose names stay.
    pub fn plain(built: &str, program: &str, edition: &str) -> Self {
        Self {
            built: built.to_owned(),
            program: format!("{program}/"),
            edition: format!("{edition}/"),
        }
    }

    /// The JSON that the scripts import.
    pub fn json(&self) -> String {
        json!({ "built": self.built, "program": self.program, "edition": self.edition }).to_string()
    }

    /// The types of `ppimhs-reader.js`, which exports a module with a hash in its path.
    pub fn types(&self) -> String {
        format!(
            "/** The reader of pathways of this build, ready. */\n\
             export function reader(): Promise<typeof import(\"./{}ppimhs_reader.js\")>;\n",
            self.program
        )
    }
}

/// Moves a folder to its hashed name, and returns that name.
fn settle(dist: &Path, folder: &Path) -> Result<String> {
    let name = format!("{FOLDER}/{}/", digest(folder)?);
    fs::create_dir_all(dist.join(FOLDER))?;
    fs::rename(folder, dist.join(&name))?;
    Ok(name)
}

/// The first digits of a hash of the names and bytes of a folder's files.
fn digest(folder: &Path) -> Result<String> {
    let mut all = Sha256::new();
    for path in files(folder)? {
        let name = path.strip_prefix(folder)?.to_string_lossy();
        all.update(Sha256::digest(name.as_bytes()));
        all.update(Sha256::digest(fs::read(&path)?));
    }
    let digits: String = all
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    Ok(digits.chars().take(HEX_DIGITS).collect())
}

/// The name of a file of `dist/` without its hash: `app/ladder.js` for `app/0123456789/ladder.js`.
pub fn plain(name: &str) -> String {
    let is_hex = |digit: u8| matches!(digit, b'0'..=b'9' | b'a'..=b'f');
    match name
        .split_once('/')
        .and_then(|(app, rest)| Some((app, rest.split_once('/')?)))
    {
        Some((FOLDER, (hash, file))) if hash.len() == HEX_DIGITS && hash.bytes().all(is_hex) => {
            format!("{FOLDER}/{file}")
        }
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use xshell::Shell;

    fn name(files: &[(&str, &str)]) -> String {
        let shell = Shell::new().unwrap();
        let folder = shell.create_temp_dir().unwrap();
        for (name, text) in files {
            shell.write_file(folder.path().join(name), text).unwrap();
        }
        digest(folder.path()).unwrap()
    }

    #[test]
    fn a_folder_is_named_by_the_names_and_bytes_of_its_files() {
        let one = name(&[("a.js", "1"), ("b.js", "2")]);
        assert_eq!(one, name(&[("b.js", "2"), ("a.js", "1")]));
        assert_eq!(plain(&format!("app/{one}/a.js")), "app/a.js");
        for other in [
            [("a.js", "1"), ("b.js", "3")],
            [("a.js", "1"), ("c.js", "2")],
            [("a.js", "2"), ("b.js", "1")],
            [("a.js", "1b.js"), ("b.js", "2")],
        ] {
            assert_ne!(one, name(&other), "{other:?}");
        }
    }

    #[test]
    fn only_a_hash_is_taken_out_of_a_name() {
        for kept in [
            "app/ladder.js",
            "app/012345678/ladder.js",
            "app/0123456789",
            "app/0123456789A/ladder.js",
            "app/01234567zz/ladder.js",
            "other/0123456789/ladder.js",
            "ppimhs-finder.js",
        ] {
            assert_eq!(plain(kept), kept);
        }
        assert_eq!(plain("app/0123456789/x/y.js"), "app/x/y.js");
    }
}
