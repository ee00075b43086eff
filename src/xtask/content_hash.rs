//! Moves the files of `dist/app/` into folders that have a hash of their content as name. A browser
//! then downloads each version of a file only once.

use std::path::Path;

use anyhow::Result;
use fs_err as fs;
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::paths::files;

/// The value of the header `Cache-Control` for a file with a fixed name. The browser asks the
/// server at each visit whether the file has changed.
pub const NO_CACHE: &str = "no-cache";
/// The value of the header `Cache-Control` for a file with a content hash in its path. The browser
/// keeps the file for a year.
pub const NAMED_BY_CONTENT: &str = "public, max-age=31536000, immutable";

/// The folder of `dist/` that contains the folders with a content hash as name.
const FOLDER: &str = "app";
const HEX_DIGITS: usize = 10;

/// The date of the build, the paths of the two folders with a content hash, and the checksum of the
/// edition. Scripts with fixed names import them as `generated/names.json`.
pub struct Manifest {
    built: String,
    program: String,
    edition: String,
    checksum: i32,
}

impl Manifest {
    /// Renames two folders in `dist`, the folder of the program and the folder of the edition.
    /// Their new names contain a content hash.
    ///
    /// # Errors
    /// When one of the folders is missing.
    pub fn create(
        built: &str,
        dist: &Path,
        program: &Path,
        edition: &Path,
        checksum: i32,
    ) -> Result<Self> {
        Ok(Self {
            built: built.to_owned(),
            program: rename_to_hash(dist, program)?,
            edition: rename_to_hash(dist, edition)?,
            checksum,
        })
    }

    /// Creates the manifest of a development build, whose folders have no content hash.
    pub fn plain(built: &str, program: &str, edition: &str, checksum: i32) -> Self {
        Self {
            built: built.to_owned(),
            program: format!("{program}/"),
            edition: format!("{edition}/"),
            checksum,
        }
    }

    /// Returns the manifest as JSON, for the scripts that import it.
    pub fn json(&self) -> String {
        json!({
            "built": self.built,
            "program": self.program,
            "edition": self.edition,
            "checksum": self.checksum,
        })
        .to_string()
    }

    /// Returns the TypeScript types of `ppimhs-reader.js`. They import the types of a module in a
    /// folder with a content hash.
    pub fn types(&self) -> String {
        format!(
            "/** The reader of pathways of this build, ready. */\n\
             export function reader(): Promise<typeof import(\"./{}ppimhs_reader.js\")>;\n",
            self.program
        )
    }
}

/// Adds the content hash to the name of a folder, and returns the new name.
fn rename_to_hash(dist: &Path, folder: &Path) -> Result<String> {
    let name = format!("{FOLDER}/{}/", digest(folder)?);
    fs::create_dir_all(dist.join(FOLDER))?;
    fs::rename(folder, dist.join(&name))?;
    Ok(name)
}

/// Returns the first digits of a hash of the names and contents of all files in a folder.
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

/// Removes the content hash from the path of a file: `app/0123456789/ladder.js` becomes
/// `app/ladder.js`.
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
