//! A path → the files of a pathway folder: `pathway.json` and `words/<language>.json`. It never
//! holds more of a file than the core would read, however large the file is.

use crate::today::today;
use anyhow::{Context, Result, anyhow, bail};
use pathway::{
    check::Checked,
    check::{self, Fault, Loaded},
    finding::Finding,
    parse,
    source::MAX_BYTES,
};
use std::{
    fs::{self, File},
    io::Read,
    path::{Path, PathBuf},
};

/// Where the built-in pathway lies in the project.
const BUILT_IN: &str = "www/pathways/ppimhs";

/// The folder of one pathway.
#[derive(Clone, Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// This folder, or the built-in pathway's: below the current directory if it is there, else
    /// below the project this tool was built from.
    pub fn or_built_in(path: Option<&Path>) -> Self {
        let here = Path::new(BUILT_IN);
        Self(match path {
            Some(path) => path.to_owned(),
            None if here.is_dir() => here.to_owned(),
            None => Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(BUILT_IN),
        })
    }

    /// Each of these folders, or the built-in pathway's, if there are none.
    pub fn all(paths: &[PathBuf]) -> Vec<Self> {
        match paths {
            [] => vec![Self::or_built_in(None)],
            paths => paths.iter().map(|path| Self(path.clone())).collect(),
        }
    }

    /// Where it is, as a person reads it.
    pub fn name(&self) -> String {
        self.0.display().to_string()
    }

    /// Where its `pathway.json` is.
    pub fn pathway_path(&self) -> PathBuf {
        self.0.join("pathway.json")
    }

    /// The bytes of `pathway.json`.
    ///
    /// # Errors
    /// When the folder or the file is not there, or cannot be read.
    pub fn pathway_bytes(&self) -> Result<Vec<u8>> {
        if !self.0.is_dir() {
            bail!(
                "there is no folder {}: give the folder that holds pathway.json",
                self.name()
            );
        }
        let path = self.pathway_path();
        if !path.is_file() {
            bail!(
                "there is no pathway.json in {}: give the folder that holds it",
                self.name()
            );
        }
        read(&path)
    }

    /// Where the words of each language are, in order of language.
    ///
    /// # Errors
    /// When there are none, or they cannot be listed.
    pub fn words_paths(&self) -> Result<Vec<PathBuf>> {
        let home = self.0.join("words");
        let none = || {
            anyhow!(
                "there are no words in {}: write words/en-GB.json, or another language, beside pathway.json",
                self.name()
            )
        };
        if !home.is_dir() {
            return Err(none());
        }
        let cannot = || format!("{} cannot be listed", home.display());
        let mut paths = Vec::new();
        for entry in fs::read_dir(&home).with_context(cannot)? {
            let path = entry.with_context(cannot)?.path();
            if path
                .extension()
                .is_some_and(|extension| extension == "json")
            {
                paths.push(path);
            }
        }
        paths.sort();
        if paths.is_empty() {
            return Err(none());
        }
        Ok(paths)
    }

    /// The pathway without its words: enough to route, to draw and to list.
    ///
    /// # Errors
    /// When it cannot be read, or has findings.
    pub fn pathway(&self) -> Result<Checked> {
        let path = self.pathway_path();
        let document = parse::document(&self.pathway_bytes()?)
            .map_err(|error| anyhow!("{}: {error}", path.display()))?;
        check::pathway(document, None).map_err(|findings| self.refused(&findings))
    }

    /// The pathway with its words in one language.
    ///
    /// # Errors
    /// When it cannot be read, has findings, or does not speak the language.
    pub fn edition(&self, language: &str) -> Result<Loaded> {
        let pathway = self.pathway_bytes()?;
        let known = self.words_paths()?;
        let languages: Vec<&str> = known.iter().filter_map(|path| language_of(path)).collect();
        let Some(path) = known
            .iter()
            .find(|path| language_of(path) == Some(language))
        else {
            bail!(
                "{} has no words in {language}: choose from {}, or write words/{language}.json",
                self.name(),
                languages.join(", ")
            );
        };
        check::load(&pathway, &read(path)?, today()).map_err(|fault| match fault {
            Fault::Parse {
                file: "words",
                error,
            } => anyhow!("{}: {error}", path.display()),
            Fault::Parse { error, .. } => anyhow!("{}: {error}", self.pathway_path().display()),
            Fault::Findings(findings) => self.refused(&findings),
        })
    }

    fn refused(&self, findings: &[Finding]) -> anyhow::Error {
        let first = findings.first().map(ToString::to_string);
        anyhow!(
            "{} has findings, and a pathway with findings never runs: see all {} with `pathway check {}`, mend them and try again. The first is: {}",
            self.name(),
            findings.len(),
            self.name(),
            first.unwrap_or_default()
        )
    }
}

/// The language a words file is named after: `words/en-GB.json` → `en-GB`.
pub fn language_of(path: &Path) -> Option<&str> {
    path.file_stem()?.to_str()
}

/// A file's bytes.
///
/// # Errors
/// When it cannot be read, or is larger than any file of a pathway may be.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    let cannot = || format!("{} cannot be read", path.display());
    let mut bytes = Vec::new();
    File::open(path)
        .with_context(cannot)?
        .take(MAX_BYTES as u64 + 1)
        .read_to_end(&mut bytes)
        .with_context(cannot)?;
    if bytes.len() > MAX_BYTES {
        bail!(
            "{} has more than {MAX_BYTES} bytes, the most that is read: take out what does not belong to a pathway",
            path.display()
        );
    }
    Ok(bytes)
}
