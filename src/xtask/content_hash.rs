//! Turns what our own scripts alone ask for into a folder of `app/` that is named by what it holds, so
//! that a browser which has it never asks for it again; and such names into the plain ones they stand for.
//!
//! The names that pages, people and other programs know are never made here.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::paths::files;

/// What a server says of a file whose name stays: a browser may keep it, and asks whether it changed.
pub const ASKED_EACH_TIME: &str = "no-cache";
/// What it says of one that is named by what it holds: nobody has to ask again.
pub const NAMED_BY_CONTENT: &str = "public, max-age=31536000, immutable";

/// Where such folders lie in `dist/`, and nothing else.
const FOLDER: &str = "app";
const HEX_DIGITS: usize = 10;

/// What the scripts that keep their names must know of those that do not.
pub struct Manifest {
    built: String,
    program: String,
    edition: String,
}

impl Manifest {
    /// Gives the folders of the program and of the edition their names in `dist`, in the build of this day.
    ///
    /// # Errors
    /// When one of them is not there.
    pub fn give(built: &str, dist: &Path, program: &Path, edition: &Path) -> Result<Self> {
        Ok(Self {
            built: built.to_owned(),
            program: settle(dist, program)?,
            edition: settle(dist, edition)?,
        })
    }

    /// The same as the scripts read it.
    pub fn json(&self) -> String {
        json!({ "built": self.built, "program": self.program, "edition": self.edition }).to_string()
    }

    /// The types of `ppimhs-reader.js`, which hands on what has such a name.
    pub fn types(&self) -> String {
        format!(
            "/** The reader of pathways of this build, ready. */\n\
             export function reader(): Promise<typeof import(\"./{}ppimhs_reader.js\")>;\n",
            self.program
        )
    }
}

/// Moves a folder to where its name says what is in it; says where that is.
fn settle(dist: &Path, folder: &Path) -> Result<String> {
    let name = format!("{FOLDER}/{}/", digest(folder)?);
    let home = dist.join(FOLDER);
    fs::create_dir_all(&home).with_context(|| format!("cannot make {}", home.display()))?;
    fs::rename(folder, dist.join(&name))
        .with_context(|| format!("{} cannot get its name", folder.display()))?;
    Ok(name)
}

/// The first digits of one number for what the files of a folder are called and hold.
fn digest(folder: &Path) -> Result<String> {
    let mut all = Sha256::new();
    for path in files(folder)? {
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let name = path.strip_prefix(folder)?.to_string_lossy();
        all.update(Sha256::digest(name.as_bytes()));
        all.update(Sha256::digest(bytes));
    }
    let digits = all.finalize().into_iter().map(|byte| format!("{byte:02x}"));
    Ok(digits
        .collect::<String>()
        .chars()
        .take(HEX_DIGITS)
        .collect())
}

/// What a file of `dist/` is called whatever it holds: `app/ladder.js` for `app/0123456789/ladder.js`.
pub fn plain(name: &str) -> String {
    match parts(name) {
        Some(file) => format!("{FOLDER}/{file}"),
        None => name.to_owned(),
    }
}

fn parts(name: &str) -> Option<&str> {
    let (folder, file) = name
        .strip_prefix(FOLDER)?
        .strip_prefix('/')?
        .split_once('/')?;
    let is_hex = |digit: u8| matches!(digit, b'0'..=b'9' | b'a'..=b'f');
    (folder.len() == HEX_DIGITS && folder.bytes().all(is_hex)).then_some(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::env;
    use std::path::PathBuf;
    use std::process;

    /// A folder of this test's own, with these files.
    fn folder(test: &str, held: &[(&str, &str)]) -> PathBuf {
        let folder = env::temp_dir().join(format!("names-{}-{test}", process::id()));
        for (name, text) in held {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        folder
    }

    fn name(test: &str, held: &[(&str, &str)]) -> String {
        let folder = folder(test, held);
        let name = digest(&folder).unwrap();
        fs::remove_dir_all(folder).unwrap();
        name
    }

    #[test]
    fn a_folder_is_named_by_what_its_files_are_called_and_hold() {
        let one = name("one", &[("a.js", "1"), ("b.js", "2")]);
        assert_eq!(one, name("same", &[("b.js", "2"), ("a.js", "1")]));
        assert_eq!(plain(&format!("app/{one}/a.js")), "app/a.js");
        for (test, other) in [
            ("text", [("a.js", "1"), ("b.js", "3")]),
            ("file", [("a.js", "1"), ("c.js", "2")]),
            ("swapped", [("a.js", "2"), ("b.js", "1")]),
            ("moved", [("a.js", "1b.js"), ("b.js", "2")]),
        ] {
            assert_ne!(one, name(test, &other), "{test}");
        }
    }

    #[test]
    fn only_a_name_that_was_given_is_made_plain() {
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
