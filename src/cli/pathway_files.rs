//! Finds and reads the files of a pathway folder, which are `pathway.json` and
//! `words/<language>.json`. Also applies a trust file to them. It reads no more bytes of a file
//! than the core accepts.

use crate::today::today;
use anyhow::{Result, anyhow, bail, ensure};
use fs_err as fs;
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
    io::Read,
    path::{Path, PathBuf},
};

/// The folder of the built-in pathway, relative to the folder of the project.
const BUILT_IN: &str = "www/pathways/ppimhs";

/// The arguments of a command that reads one pathway without its words.
#[derive(clap::Args, Clone, Debug)]
pub struct PathwayArgs {
    /// The pathway folder; without it, the built-in pathway
    folder: Option<PathBuf>,
    /// A trust file to apply to the pathway
    #[arg(long, value_name = "FILE")]
    trust: Option<PathBuf>,
}

impl PathwayArgs {
    /// Returns the pathway folder and the trust file that the arguments name.
    pub fn files(&self) -> PathwayFiles {
        PathwayFiles::new(self.folder.as_deref(), self.trust.as_deref())
    }
}

/// The arguments of a command that reads one or more pathways.
#[derive(clap::Args, Clone, Debug)]
pub struct PathwaysArgs {
    /// Pathway folders, each with pathway.json and words/; without any, the built-in pathway
    folders: Vec<PathBuf>,
    /// A trust file to apply to each pathway
    #[arg(long, value_name = "FILE")]
    trust: Option<PathBuf>,
}

impl PathwaysArgs {
    /// Returns each pathway folder that the arguments name, with the trust file.
    pub fn files(&self) -> Vec<PathwayFiles> {
        let files = |folder| PathwayFiles::new(folder, self.trust.as_deref());
        match self.folders.as_slice() {
            [] => vec![files(None)],
            folders => folders.iter().map(|folder| files(Some(folder))).collect(),
        }
    }
}

/// The arguments of a command that reads one pathway in one language.
#[derive(clap::Args, Clone, Debug)]
pub struct EditionArgs {
    #[command(flatten)]
    pathway: PathwayArgs,
    /// The language of the words, as the name of their file without .json
    #[arg(long, default_value = "en-GB")]
    language: String,
}

impl EditionArgs {
    /// Returns the pathway folder and the trust file that the arguments name.
    pub fn files(&self) -> PathwayFiles {
        self.pathway.files()
    }

    /// Reads the pathway with its words, and checks both with today's date.
    pub fn edition(&self) -> Result<LoadedEdition> {
        self.edition_on(today())
    }

    /// Reads the pathway with its words, and checks both with the date `today`. Without a date,
    /// overdue contacts are no findings.
    pub fn edition_on(&self, today: Option<Date>) -> Result<LoadedEdition> {
        self.files().edition_on(&self.language, today)
    }
}

/// The folder of one pathway, and the trust file to apply to the pathway.
#[derive(Clone, Debug)]
pub struct PathwayFiles {
    folder: PathBuf,
    trust: Option<PathBuf>,
}

impl PathwayFiles {
    /// Makes the value for this folder and this trust file. Without a folder, it is the folder of
    /// the built-in pathway: below the current directory, or else beside the source code of this
    /// command.
    pub fn new(folder: Option<&Path>, trust: Option<&Path>) -> Self {
        let here = Path::new(BUILT_IN);
        let folder = match folder {
            Some(folder) => folder.to_owned(),
            None if here.is_dir() => here.to_owned(),
            None => Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(BUILT_IN),
        };
        let trust = trust.map(Path::to_owned);
        Self { folder, trust }
    }

    fn name(&self) -> String {
        self.folder.display().to_string()
    }

    /// Returns the path of the trust file. Returns `None` if the arguments name no trust file.
    pub fn trust_path(&self) -> Option<&Path> {
        self.trust.as_deref()
    }

    /// Reads the bytes of the trust file. Returns `None` if the arguments name no trust file.
    pub fn trust_bytes(&self) -> Result<Option<Vec<u8>>> {
        let Some(path) = &self.trust else {
            return Ok(None);
        };
        ensure!(
            path.is_file(),
            "there is no file {}: give the trust file, or copy www/trusts/template.json to begin one",
            path.display()
        );
        read(path).map(Some)
    }

    /// Returns the path of the folder's `pathway.json`.
    pub fn pathway_path(&self) -> PathBuf {
        self.folder.join("pathway.json")
    }

    /// Reads the bytes of the folder's `pathway.json`.
    pub fn pathway_bytes(&self) -> Result<Vec<u8>> {
        let (name, path) = (self.name(), self.pathway_path());
        ensure!(
            self.folder.is_dir(),
            "there is no folder {name}: give the folder that holds pathway.json"
        );
        ensure!(
            path.is_file(),
            "there is no pathway.json in {name}: give the folder that holds it"
        );
        read(&path)
    }

    /// Lists the paths of the words files in the folder, sorted by language.
    pub fn words_paths(&self) -> Result<Vec<PathBuf>> {
        let folder = self.folder.join("words");
        let mut paths = Vec::new();
        if folder.is_dir() {
            for entry in fs::read_dir(&folder)? {
                paths.push(entry?.path());
            }
        }
        paths.retain(|path| {
            path.extension()
                .is_some_and(|extension| extension == "json")
        });
        paths.sort();
        ensure!(
            !paths.is_empty(),
            "there are no words in {}: write words/en-GB.json, or another language, beside pathway.json",
            self.name()
        );
        Ok(paths)
    }

    /// Parses `pathway.json`, and applies the trust file to it.
    pub fn document(&self) -> Result<Document> {
        let path = self.pathway_path();
        let mut document = parse::document(&self.pathway_bytes()?)
            .map_err(|error| anyhow!("{}: {error}", path.display()))?;
        if let Some(trust) = self.trust_file()? {
            trust_file::merge(&trust, &mut document, None).map_err(|found| self.refusal(&found))?;
        }
        Ok(document)
    }

    fn trust_file(&self) -> Result<Option<TrustFile>> {
        let Some((path, bytes)) = self.trust.as_ref().zip(self.trust_bytes()?) else {
            return Ok(None);
        };
        let trust =
            trust_file::parse(&bytes).map_err(|error| anyhow!("{}: {error}", path.display()))?;
        Ok(Some(trust))
    }

    /// Reads and checks the pathway without its words. Routing, graphs and lists need no words.
    pub fn pathway(&self) -> Result<CheckedPathway> {
        check::pathway(self.document()?, None).map_err(|findings| self.refusal(&findings))
    }

    /// Reads the pathway with its words in one language, and checks both with today's date.
    pub fn edition(&self, language: &str) -> Result<LoadedEdition> {
        self.edition_on(language, today())
    }

    /// Reads the pathway with its words in one language, and checks both with the date `today`.
    /// Without a date, overdue contacts are no findings.
    pub fn edition_on(&self, language: &str, today: Option<Date>) -> Result<LoadedEdition> {
        let pathway = self.pathway_bytes()?;
        let trust = self.trust_bytes()?;
        let words = self.words_path(language)?;
        let loaded = check::load_for(trust.as_deref(), &pathway, &read(&words)?, today);
        loaded.map_err(|fault| match fault {
            LoadError::Parse { file, error } => {
                anyhow!("{}: {error}", self.path_of(file, &words).display())
            }
            LoadError::Findings(findings) => self.refusal(&findings),
        })
    }

    fn words_path(&self, language: &str) -> Result<PathBuf> {
        let known = self.words_paths()?;
        let mut paths = known.iter();
        if let Some(path) = paths.find(|path| language_of(path) == Some(language)) {
            return Ok(path.clone());
        }
        let languages: Vec<&str> = known.iter().filter_map(|path| language_of(path)).collect();
        bail!(
            "{} has no words in {language}: choose from {}, or write words/{language}.json",
            self.name(),
            languages.join(", ")
        )
    }

    /// Returns the path of the file that a finding is about. The argument `words` is the path of
    /// the words file that was checked.
    pub fn path_of(&self, file: File, words: &Path) -> PathBuf {
        match (file, &self.trust) {
            (File::Trust, Some(trust)) => trust.clone(),
            (File::Words, _) => words.to_owned(),
            _ => self.pathway_path(),
        }
    }

    fn refusal(&self, findings: &[Finding]) -> anyhow::Error {
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

/// Returns the language of a words file, which is its name without `.json`: `en-GB` for
/// `words/en-GB.json`.
pub fn language_of(path: &Path) -> Option<&str> {
    path.file_stem()?.to_str()
}

/// Reads the bytes of a file. A file larger than the core accepts is an error.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = MAX_BYTES as u64 + 1;
    fs::File::open(path)?.take(most).read_to_end(&mut bytes)?;
    ensure!(
        bytes.len() <= MAX_BYTES,
        "{} has more than {MAX_BYTES} bytes, the most that is read: take out everything that does not belong to a pathway",
        path.display()
    );
    Ok(bytes)
}
