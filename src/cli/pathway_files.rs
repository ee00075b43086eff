//! A path → the files of a pathway folder: `pathway.json` and `words/<language>.json`, with a trust's
//! file laid over them. It never holds more of a file than the core would read, however large the file is.

use crate::today::today;
use anyhow::{Context, Result, anyhow, bail};
use pathway::{
    check::{self, CheckedPathway, LoadError, LoadedEdition},
    date::Date,
    document::Document,
    finding::{File, Finding},
    parse,
    source::MAX_BYTES,
    trust_file::{self, TrustFile},
};
use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
};

/// Where the built-in pathway lies in the project.
const BUILT_IN: &str = "www/pathways/ppimhs";

/// A trust's own file, beside the folder that a command reads.
#[derive(clap::Args, Clone, Debug)]
pub struct TrustArg {
    /// A trust file to lay over the pathway
    #[arg(long, value_name = "FILE")]
    trust: Option<PathBuf>,
}

impl TrustArg {
    /// This file, or none.
    pub fn new(trust: Option<PathBuf>) -> Self {
        Self { trust }
    }
}

/// A pathway in one language, as a command is told of it.
#[derive(clap::Args, Clone, Debug)]
pub struct EditionArgs {
    /// The pathway folder; without one, the built-in pathway
    folder: Option<PathBuf>,
    #[command(flatten)]
    over: TrustArg,
    /// The language, by the name of its file in words/
    #[arg(long, default_value = "en-GB")]
    language: String,
}

impl EditionArgs {
    /// Its folder, with the trust file that is laid over it.
    pub fn folder(&self) -> PathwayFiles {
        PathwayFiles::or_built_in(self.folder.as_deref(), &self.over)
    }

    /// The pathway with its words.
    ///
    /// # Errors
    /// When it cannot be read, has findings, or does not speak the language.
    pub fn edition(&self) -> Result<LoadedEdition> {
        self.edition_on(today())
    }

    /// The same, as on another day.
    ///
    /// # Errors
    /// When it cannot be read, has findings on that day, or does not speak the language.
    pub fn edition_on(&self, today: Option<Date>) -> Result<LoadedEdition> {
        self.folder().edition_on(&self.language, today)
    }
}

/// The folder of one pathway, and the trust file that is laid over it, if there is one.
#[derive(Clone, Debug)]
pub struct PathwayFiles {
    home: PathBuf,
    trust: Option<PathBuf>,
}

impl PathwayFiles {
    /// This folder, or the built-in pathway's: below the current directory if it is there, else
    /// below the project this tool was built from.
    pub fn or_built_in(path: Option<&Path>, over: &TrustArg) -> Self {
        let here = Path::new(BUILT_IN);
        let home = match path {
            Some(path) => path.to_owned(),
            None if here.is_dir() => here.to_owned(),
            None => Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(BUILT_IN),
        };
        Self {
            home,
            trust: over.trust.clone(),
        }
    }

    /// Each of these folders, or the built-in pathway's, if there are none.
    pub fn all(paths: &[PathBuf], over: &TrustArg) -> Vec<Self> {
        let folder = |path| Self::or_built_in(path, over);
        match paths {
            [] => vec![folder(None)],
            paths => paths.iter().map(|path| folder(Some(path))).collect(),
        }
    }

    /// Where it is, as a person reads it.
    pub fn name(&self) -> String {
        self.home.display().to_string()
    }

    /// Where the trust file is that is laid over it.
    pub fn trust_path(&self) -> Option<&Path> {
        self.trust.as_deref()
    }

    /// The bytes of the trust file that is laid over it.
    ///
    /// # Errors
    /// When it is not there, or cannot be read.
    pub fn trust_bytes(&self) -> Result<Option<Vec<u8>>> {
        let Some(path) = &self.trust else {
            return Ok(None);
        };
        if !path.is_file() {
            bail!(
                "there is no file {}: give the trust file, or copy www/trusts/template.json to begin one",
                path.display()
            );
        }
        read(path).map(Some)
    }

    /// Where its `pathway.json` is.
    pub fn pathway_path(&self) -> PathBuf {
        self.home.join("pathway.json")
    }

    /// The bytes of `pathway.json`.
    ///
    /// # Errors
    /// When the folder or the file is not there, or cannot be read.
    pub fn pathway_bytes(&self) -> Result<Vec<u8>> {
        if !self.home.is_dir() {
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
        let home = self.home.join("words");
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

    /// What `pathway.json` says, with the trust file laid over it.
    ///
    /// # Errors
    /// When one of the two cannot be read, or they do not fit.
    pub fn document(&self) -> Result<Document> {
        let path = self.pathway_path();
        let mut document = parse::document(&self.pathway_bytes()?)
            .map_err(|error| anyhow!("{}: {error}", path.display()))?;
        if let Some(own) = self.trust()? {
            trust_file::merge(&own, &mut document, None).map_err(|found| self.refused(&found))?;
        }
        Ok(document)
    }

    fn trust(&self) -> Result<Option<TrustFile>> {
        let Some((path, bytes)) = self.trust.as_ref().zip(self.trust_bytes()?) else {
            return Ok(None);
        };
        let own =
            trust_file::parse(&bytes).map_err(|error| anyhow!("{}: {error}", path.display()))?;
        Ok(Some(own))
    }

    /// The pathway without its words: enough to route, to draw and to list.
    ///
    /// # Errors
    /// When it cannot be read, or has findings.
    pub fn pathway(&self) -> Result<CheckedPathway> {
        check::pathway(self.document()?, None).map_err(|findings| self.refused(&findings))
    }

    /// The pathway with its words in one language.
    ///
    /// # Errors
    /// When it cannot be read, has findings, or does not speak the language.
    pub fn edition(&self, language: &str) -> Result<LoadedEdition> {
        self.edition_on(language, today())
    }

    /// The same, as on another day.
    ///
    /// # Errors
    /// When it cannot be read, has findings on that day, or does not speak the language.
    pub fn edition_on(&self, language: &str, today: Option<Date>) -> Result<LoadedEdition> {
        let pathway = self.pathway_bytes()?;
        let trust = self.trust_bytes()?;
        let words = self.words_path(language)?;
        let loaded = check::load_for(trust.as_deref(), &pathway, &read(&words)?, today);
        loaded.map_err(|fault| match fault {
            LoadError::Parse { file, error } => {
                anyhow!("{}: {error}", self.named(file, &words).display())
            }
            LoadError::Findings(findings) => self.refused(&findings),
        })
    }

    fn words_path(&self, language: &str) -> Result<PathBuf> {
        let known = self.words_paths()?;
        let languages: Vec<&str> = known.iter().filter_map(|path| language_of(path)).collect();
        let languages = languages.join(", ");
        let mut paths = known.iter();
        let path = paths.find(|path| language_of(path) == Some(language));
        path.cloned().ok_or_else(|| {
            anyhow!(
                "{} has no words in {language}: choose from {languages}, or write words/{language}.json",
                self.name()
            )
        })
    }

    /// Where a file is that the core tells of.
    pub fn named(&self, file: File, words: &Path) -> PathBuf {
        match (file, &self.trust) {
            (File::Trust, Some(trust)) => trust.clone(),
            (File::Words, _) => words.to_owned(),
            _ => self.pathway_path(),
        }
    }

    fn refused(&self, findings: &[Finding]) -> anyhow::Error {
        let first = findings.first().map(ToString::to_string);
        let trust = self.trust.as_ref();
        let trust = trust.map(|path| format!(" --trust {}", path.display()));
        anyhow!(
            "{} has findings, and a pathway with findings never runs: see all {} with `pathway check {}{}`, mend them and try again. The first is: {}",
            self.name(),
            findings.len(),
            self.name(),
            trust.unwrap_or_default(),
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
    fs::File::open(path)
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
