//! Finds and reads the files of a pathway folder, which are `pathway.json` and
//! `words/<language>.json`. Also applies a trust file to them. It reads no more bytes of a file
//! than the core accepts.

use crate::{
    input::{cannot_open, read},
    shell_quote,
    today::today,
    trust_input::TrustInput,
};
use anyhow::{Result, anyhow, bail, ensure};
use fs_err as fs;
use pathway::{
    check::{self, CheckedPathway, LoadError, LoadedEdition},
    date::Date,
    document::Document,
    finding::{File, Finding},
    parse,
    trust_file::{self, TrustFile},
};
use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
    rc::Rc,
};

/// The folder of the built-in pathway, relative to the folder of the project.
const BUILT_IN: &str = "www/pathways/ppimhs";

/// The arguments of a command that reads one pathway without its words.
#[derive(clap::Args, Clone, Debug)]
pub struct PathwayArgs {
    /// The pathway folder; without it, the built-in pathway
    folder: Option<PathBuf>,
    /// A trust file to apply to the pathway; with - the command reads it from standard input
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
    /// A trust file to apply to each pathway; with - the command reads it from standard input
    #[arg(long, value_name = "FILE")]
    trust: Option<PathBuf>,
}

impl PathwaysArgs {
    /// Returns each pathway folder that the arguments name, with the trust file.
    pub fn files(&self) -> Vec<PathwayFiles> {
        let first = PathwayFiles::new(None, self.trust.as_deref());
        // All pathways share the trust file, because a pipe gives it only once.
        let files = |folder: &PathBuf| PathwayFiles {
            folder: folder.clone(),
            trust: first.trust.clone(),
        };
        match self.folders.as_slice() {
            [] => vec![first],
            folders => folders.iter().map(files).collect(),
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

    /// Returns the language that the arguments name.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Reads the pathway with its words, and checks both with today's date.
    pub fn edition(&self) -> Result<LoadedEdition> {
        self.files().edition(&self.language)
    }
}

/// The folder of one pathway, and the trust file to apply to the pathway.
#[derive(Clone, Debug)]
pub struct PathwayFiles {
    folder: PathBuf,
    trust: Option<Rc<TrustInput>>,
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
            None => {
                let crate_folder = Path::new(env!("CARGO_MANIFEST_DIR"));
                let project = crate_folder.ancestors().nth(2).unwrap_or(crate_folder);
                project.join(BUILT_IN)
            }
        };
        let trust = trust.map(|path| Rc::new(TrustInput::new(path)));
        Self { folder, trust }
    }

    fn name(&self) -> String {
        self.folder.display().to_string()
    }

    /// Returns the path of the trust file. Returns `None` if the arguments name no trust file.
    pub fn trust_path(&self) -> Option<&Path> {
        self.trust.as_deref().map(TrustInput::path)
    }

    /// Reads the bytes of the trust file. Returns `None` if the arguments name no trust file.
    pub fn trust_bytes(&self) -> Result<Option<&[u8]>> {
        self.trust.as_deref().map(TrustInput::bytes).transpose()
    }

    /// Returns the path of the folder's `pathway.json`.
    pub fn pathway_path(&self) -> PathBuf {
        self.folder.join("pathway.json")
    }

    /// Reads the bytes of the folder's `pathway.json`.
    pub fn pathway_bytes(&self) -> Result<Vec<u8>> {
        let path = self.pathway_path();
        let advice = "give the folder that holds pathway.json";
        match self.folder.metadata() {
            Ok(metadata) if metadata.is_dir() => {}
            Ok(_) => bail!("{} is a file: {advice}", self.name()),
            Err(error) => bail!("{}: {advice}", cannot_open("folder", &self.folder, &error)),
        }
        match path.metadata() {
            Ok(_) => read(&path),
            Err(error) if error.kind() == ErrorKind::NotFound && !path.is_symlink() => bail!(
                "there is no pathway.json in {}: give the folder that holds it",
                self.name()
            ),
            Err(error) => bail!("{}: {advice}", cannot_open("file", &path, &error)),
        }
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
        paths.retain(|path| is_words_file(path));
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

    /// Reads the trust file, if there is one.
    pub fn trust_file(&self) -> Result<Option<TrustFile>> {
        let Some((path, bytes)) = self.trust_path().zip(self.trust_bytes()?) else {
            return Ok(None);
        };
        let trust =
            trust_file::parse(bytes).map_err(|error| anyhow!("{}: {error}", path.display()))?;
        Ok(Some(trust))
    }

    /// Reads and checks the pathway without its words. Routing, graphs and lists need no words.
    pub fn pathway(&self) -> Result<CheckedPathway> {
        check::pathway(self.document()?, None).map_err(|findings| {
            let trust = self.trust_file().ok().flatten();
            self.refusal(&trust_file::with_trust_paths(trust.as_ref(), findings))
        })
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
        let loaded = check::load_for(trust, &pathway, &read(&words)?, today);
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
        match (file, self.trust_path()) {
            (File::Trust, Some(trust)) => trust.to_owned(),
            (File::Words, _) => words.to_owned(),
            _ => self.pathway_path(),
        }
    }

    fn refusal(&self, findings: &[Finding]) -> anyhow::Error {
        let first = findings.first().map(|finding| {
            let (file, _) = finding.file_and_path();
            let path = self.path_of(file, Path::new("words"));
            format!("{}: {finding}", path.display())
        });
        let see = match findings {
            [_] => "check it".to_owned(),
            findings => format!("see all {}", findings.len()),
        };
        let trust = self.trust_path();
        let trust = trust.map(|path| format!(" --trust {}", shell_quote::argument(path)));
        anyhow!(
            "{} has findings, and a pathway with findings never runs: {see} with `pathway check {}{}`, correct them and try again. The first is: {}",
            self.name(),
            shell_quote::argument(&self.folder),
            trust.unwrap_or_default(),
            first.unwrap_or_default()
        )
    }
}

/// Returns whether a path is that of a words file. Names that start with a dot are files of editors
/// and file managers.
fn is_words_file(path: &Path) -> bool {
    let is_json = path
        .extension()
        .is_some_and(|extension| extension == "json");
    let name = path.file_name().unwrap_or_default();
    is_json && !name.to_string_lossy().starts_with('.')
}

/// Returns the language of a words file, which is its name without `.json`: `en-GB` for
/// `words/en-GB.json`.
pub fn language_of(path: &Path) -> Option<&str> {
    path.file_stem()?.to_str()
}
