//! Pathway folders → a line on each that is sound, or every finding of each that is not.

use crate::{
    contact_reviews::{self, Review},
    pathway_files::{self, PathwayFiles, TrustArg},
    reading_age,
    today::{day, today},
};
use anyhow::Result;
use pathway::{
    check::{self, LoadError},
    date::Date,
    document::{Document, Status, words::Words},
    finding::Finding,
    parse,
    source::ParseError,
    trust_file::{self, TrustFile},
};
use std::{
    collections::BTreeSet,
    fmt,
    io::{ErrorKind, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

/// Says whether pathways may be used: their rules, their words and their stories
///
/// Prints a line on each pathway that is sound. For each that is not, prints everything that is
/// wrong, one line each: the file, the place in it, what to do, and the kind of fault; then ends
/// with exit code 1. A contact that must be checked again within 60 days is told, and again within 30;
/// one whose check no longer holds is a fault.
#[derive(clap::Args)]
pub struct Args {
    /// Pathway folders, each with pathway.json and words/; without one, the built-in pathway
    folders: Vec<PathBuf>,
    #[command(flatten)]
    over: TrustArg,
    /// Check as on this day, YYYY-MM-DD, instead of today
    #[arg(long, value_name = "DAY", value_parser = day)]
    on: Option<Date>,
}

/// Checks each folder. The exit code is 0 if all are sound, and 1 if not.
///
/// # Errors
/// When the output cannot be written.
pub fn run(args: &Args, out: &mut dyn Write) -> Result<ExitCode> {
    let mut code = ExitCode::SUCCESS;
    let mut said = String::new();
    for folder in PathwayFiles::all(&args.folders, &args.over) {
        let today = args.on.or_else(today);
        match checked(&folder, today) {
            Ok(summary) => {
                said.push_str(&format!("{summary}\n"));
                let (overdue, lines) = summary.reviews(&folder, today);
                lines
                    .iter()
                    .for_each(|line| said.push_str(&format!("{line}\n")));
                if overdue {
                    code = ExitCode::FAILURE;
                }
            }
            Err(faults) => {
                code = ExitCode::FAILURE;
                said.push_str(&format!("{faults}\n"));
            }
        }
    }
    match out.write_all(said.as_bytes()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
        // Whoever stops reading early still needs the verdict.
        _ => Ok(code),
    }
}

/// What is wrong with a folder, one line each, none twice.
#[derive(Debug, Default)]
pub struct FindingLines {
    lines: Vec<String>,
    told: BTreeSet<String>,
}

impl fmt::Display for FindingLines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.lines.join("\n"))
    }
}

impl FindingLines {
    fn add(&mut self, line: String) {
        if self.told.insert(line.clone()) {
            self.lines.push(line);
        }
    }

    /// A file that is missing, or cannot be opened: its error names it and says what to do.
    fn add_file<T>(&mut self, file: Result<T>) -> Option<T> {
        file.map_err(|error| self.add(format!("{error:#} (file)")))
            .ok()
    }

    fn add_parsed<T>(&mut self, path: &Path, parsed: Result<T, ParseError>) -> Option<T> {
        parsed
            .map_err(|error| self.add(format!("{}: {error} (cannot-be-read)", path.display())))
            .ok()
    }

    /// Each finding with the file that it is about.
    fn add_findings(&mut self, folder: &PathwayFiles, words: &Path, findings: &[Finding]) {
        for finding in findings {
            let (file, _) = finding.stands();
            let path = folder.named(file, words);
            self.add(format!("{}: {finding}", path.display()));
        }
    }
}

/// Checks one folder.
///
/// # Errors
/// With everything that is wrong with it.
pub fn checked(folder: &PathwayFiles, today: Option<Date>) -> Result<Summary, FindingLines> {
    let mut faults = FindingLines::default();
    let path = folder.pathway_path();
    let pathway = faults.add_file(folder.pathway_bytes());
    let trust = faults.add_file(folder.trust_bytes()).flatten();
    let Some(pathway) = pathway else {
        return Err(faults);
    };
    let document = faults.add_parsed(&path, parse::document(&pathway));
    let own = folder.trust_path().zip(trust.as_deref());
    let own = own.and_then(|(path, bytes)| faults.add_parsed(path, trust_file::parse(bytes)));
    let mut words = faults.add_file(folder.words_paths()).unwrap_or_default();
    if let Some(own) = &own {
        in_its_language(own, &mut words);
    }
    let languages: Vec<(String, String)> = words
        .iter()
        .filter_map(|words| {
            language(
                folder,
                (&pathway, trust.as_deref()),
                words,
                today,
                &mut faults,
            )
        })
        .collect();
    let Some(mut document) = document else {
        return Err(faults);
    };
    let merged = own
        .as_ref()
        .map_or(Ok(()), |own| trust_file::merge(own, &mut document, None));
    if languages.is_empty()
        && let Err(findings) = merged.and_then(|()| check::pathway(document.clone(), today))
    {
        let findings = match &own {
            Some(own) => trust_file::attributed(own, findings),
            None => findings,
        };
        faults.add_findings(folder, &path, &findings);
    }
    if !faults.lines.is_empty() {
        return Err(faults);
    }
    Ok(Summary {
        document,
        trust: own,
        languages,
    })
}

/// The words that a trust file belongs to; all, if it belongs to none: that is then a finding.
fn in_its_language(own: &TrustFile, words: &mut Vec<PathBuf>) {
    let fits = |path: &PathBuf| pathway_files::language_of(path) == Some(own.language.as_str());
    if words.iter().any(fits) {
        words.retain(fits);
    }
}

/// The pathway with the words of one language: the language and the hash of all files, if they are
/// sound.
fn language(
    folder: &PathwayFiles,
    (pathway, trust): (&[u8], Option<&[u8]>),
    words_path: &Path,
    today: Option<Date>,
    faults: &mut FindingLines,
) -> Option<(String, String)> {
    let bytes = faults.add_file(pathway_files::read(words_path))?;
    let words = faults.add_parsed(words_path, parse::words(&bytes))?;
    misnamed(words_path, &words, faults);
    let trust_of = trust.and_then(|bytes| trust_file::parse(bytes).ok());
    faults.add_findings(
        folder,
        words_path,
        &read_hard(pathway, &words, trust_of.as_ref()),
    );
    match check::load_for(trust, pathway, &bytes, today) {
        Ok(edition) => return Some((words.language, edition.hash().to_owned())),
        Err(LoadError::Findings(findings)) => faults.add_findings(folder, words_path, &findings),
        // All files are parsed by now, and what is wrong with them was said there.
        Err(LoadError::Parse { .. }) => {}
    }
    None
}

/// Where the words are harder to read than they may be, with the trust file laid over them.
fn read_hard(pathway: &[u8], words: &Words, own: Option<&TrustFile>) -> Vec<Finding> {
    let Ok(mut document) = parse::document(pathway) else {
        return Vec::new();
    };
    let mut words = words.clone();
    let Some(own) = own else {
        return reading_age::faults(&document, &words);
    };
    if trust_file::merge(own, &mut document, Some(&mut words)).is_err() {
        // What does not fit is told first.
        return Vec::new();
    }
    trust_file::attributed(own, reading_age::faults(&document, &words))
}

fn misnamed(path: &Path, words: &Words, faults: &mut FindingLines) {
    if pathway_files::language_of(path) != Some(words.language.as_str()) {
        faults.add(format!(
            "{}: words.language: it says \"{}\": call the file {}.json, or correct the language (words-file)",
            path.display(),
            words.language,
            words.language
        ));
    }
}

/// A sound pathway.
pub struct Summary {
    document: Document,
    trust: Option<TrustFile>,
    languages: Vec<(String, String)>,
}

impl Summary {
    /// A line on each contact that must be checked again soon, or must have been; and whether one must
    /// have been.
    pub fn reviews(&self, folder: &PathwayFiles, today: Option<Date>) -> (bool, Vec<String>) {
        let Some(today) = today else {
            return (false, Vec::new());
        };
        let reviews = contact_reviews::reviews(&self.document, today);
        let overdue = reviews.iter().any(Review::is_overdue);
        let found: Vec<Finding> = reviews.iter().filter_map(Review::finding).collect();
        let mut lines = FindingLines::default();
        let attributed = match &self.trust {
            Some(own) => trust_file::attributed(own, found),
            None => found,
        };
        lines.add_findings(folder, &folder.pathway_path(), &attributed);
        (overdue, lines.lines)
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let document = &self.document;
        let status = match document.status {
            Status::Draft => "draft",
            Status::Active => "active",
            Status::Retired => "retired",
        };
        write!(f, "{} {} ({status})", document.id, document.version)?;
        if let Some(trust) = &self.trust {
            write!(f, " for {}", trust.id)?;
        }
        write!(
            f,
            ": {} questions, {} rules, {} outcomes, {} scenarios, {} laws",
            document.questions.len(),
            // The last resort and the local rule are rules too: results name them.
            document.rules.len() + 2,
            document.outcomes.len(),
            document.scenarios.len(),
            document.laws.len()
        )?;
        for (language, hash) in &self.languages {
            write!(f, "; {language} {}", hash.get(..12).unwrap_or(hash))?;
        }
        Ok(())
    }
}
