//! Checks pathway folders. Writes one line about each pathway that has no findings, and every
//! finding of the other pathways.

use crate::{
    contact_due_dates::{self, ContactCheck},
    input, missing_keys, out_of_use_notices,
    pathway_files::{self, PathwayFiles, PathwaysArgs},
    today::{day, today},
    words,
};
use anyhow::Result;
use pathway::{
    check::{self, LoadError},
    date::Date,
    document::Document,
    finding::{File, Finding},
    parse,
    properties::Status,
    source::{ParseError, printable},
    trust_file::{self, TrustFile},
    words::Words,
};
use review::number_format::counted;
use schemars::JsonSchema;
use std::{
    fmt,
    io::{ErrorKind, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

/// Checks whether pathways may be used: their rules, their words and their scenarios
///
/// Prints one line about each pathway that has no findings. For each other pathway, prints one line
/// for each finding: the file, the path in the file, the remedy, and the kind of the finding. Then
/// the command ends with exit code 1. Also prints a notice for each contact that must be checked
/// again within 60 or 30 days, and for a pathway that is retired, not in use yet, or in use for at
/// most 60 or 30 days more. A contact whose next check is overdue counts as a finding, and so does a
/// pathway whose last day of use is over.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    pathways: PathwaysArgs,
    /// Check the pathways as if today were this day, YYYY-MM-DD
    #[arg(long, value_name = "DAY", value_parser = day)]
    on: Option<Date>,
}

/// Checks each pathway folder. Returns exit code 0 if no folder has findings and no contact is
/// overdue, and exit code 1 otherwise.
pub fn run(args: &Args, out: &mut dyn Write) -> Result<ExitCode> {
    let mut sound = true;
    let mut text = String::new();
    let today = args.on.or_else(today);
    for files in args.pathways.files() {
        match check(&files, today) {
            Ok(report) => {
                let (overdue, lines) = report.contact_notices(&files, today);
                text.push_str(&format!("{report}\n{lines}"));
                sound &= !overdue;
            }
            Err(lines) => {
                text.push_str(&lines.to_string());
                sound = false;
            }
        }
    }
    write_verdict(out, text.as_bytes(), sound)
}

/// Writes the text, and returns exit code 0 if `sound` is true and 1 otherwise. It is no error if
/// the program that reads the text has already ended.
pub fn write_verdict(out: &mut dyn Write, text: &[u8], sound: bool) -> Result<ExitCode> {
    match out.write_all(text) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(ExitCode::from(u8::from(!sound))),
    }
}

/// The findings of one pathway folder. Each is one line, and equal lines are listed once.
#[derive(Debug, Default)]
pub struct FindingLines(Vec<String>);

impl fmt::Display for FindingLines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|line| writeln!(f, "{line}"))
    }
}

impl FindingLines {
    fn add(&mut self, line: String) {
        let line = printable(&line);
        if !self.0.contains(&line) {
            self.0.push(line);
        }
    }

    /// Returns the content of a file. If the file cannot be read, adds a line with its name and the
    /// error, and returns `None`.
    fn add_file<T>(&mut self, file: Result<T>) -> Option<T> {
        let content = file.map_err(|error| self.add(format!("{error:#} (file)")));
        content.ok()
    }

    /// Returns the parsed content of a file. If it cannot be parsed, adds a line for each missing
    /// key, or one for the first other error, and returns `None`.
    fn add_parsed<T: JsonSchema>(
        &mut self,
        path: &Path,
        bytes: &[u8],
        parsed: Result<T, ParseError>,
    ) -> Option<T> {
        let error = match parsed {
            Ok(content) => return Some(content),
            Err(error) => error,
        };
        let mut errors = Vec::new();
        if error.message.starts_with("missing field") {
            errors = missing_keys::errors::<T>(bytes);
        }
        if errors.is_empty() {
            errors.push(error);
        }
        for error in errors {
            self.add(format!("{}: {error} (cannot-be-read)", path.display()));
        }
        None
    }

    /// Adds one line for each finding to this list. The line starts with the path of the file. The
    /// argument `words` is the path of the words file that was checked.
    fn add_findings(&mut self, files: &PathwayFiles, words: &Path, findings: &[Finding]) {
        for finding in findings {
            let (file, _) = finding.file_and_path();
            let path = files.path_of(file, words);
            self.add(format!("{}: {finding}", path.display()));
        }
    }
}

/// Checks one pathway folder. Returns a summary of the pathway, or its findings.
pub fn check(files: &PathwayFiles, today: Option<Date>) -> Result<CheckReport, FindingLines> {
    let mut lines = FindingLines::default();
    let path = files.pathway_path();
    let pathway = lines.add_file(files.pathway_bytes());
    let trust_bytes = lines.add_file(files.trust_bytes()).flatten();
    let Some(pathway) = pathway else {
        return Err(lines);
    };
    let document = lines.add_parsed(&path, &pathway, parse::document(&pathway));
    let trust = files.trust_path().zip(trust_bytes);
    let trust =
        trust.and_then(|(path, bytes)| lines.add_parsed(path, bytes, trust_file::parse(bytes)));
    let mut words = lines.add_file(files.words_paths()).unwrap_or_default();
    if let Some(trust) = &trust {
        keep_language(trust, &mut words);
    }
    let mut languages = Vec::new();
    for words in &words {
        let bytes = (pathway.as_slice(), trust_bytes);
        languages.extend(check_language(files, bytes, words, today, &mut lines));
    }
    let Some(mut document) = document else {
        return Err(lines);
    };
    let merged = match &trust {
        Some(trust) => trust_file::merge(trust, &mut document, None),
        None => Ok(()),
    };
    if languages.is_empty()
        && let Err(findings) = merged.and_then(|()| check::pathway(document.clone(), today))
    {
        lines.add_findings(
            files,
            &path,
            &trust_file::with_trust_paths(trust.as_ref(), findings),
        );
    }
    if !lines.0.is_empty() {
        return Err(lines);
    }
    Ok(CheckReport {
        document,
        trust,
        languages,
    })
}

/// Removes the words in other languages than the trust file's language from the list. If no words
/// are in its language, all of them stay, and a later check reports a finding.
fn keep_language(trust: &TrustFile, words: &mut Vec<PathBuf>) {
    let fits = |path: &PathBuf| pathway_files::language_of(path) == Some(trust.language.as_str());
    if words.iter().any(fits) {
        words.retain(fits);
    }
}

/// Checks a pathway with the words of one language, and adds the findings to `lines`. Without a
/// finding, returns the language and the hash of all files.
fn check_language(
    files: &PathwayFiles,
    (pathway, trust): (&[u8], Option<&[u8]>),
    words_path: &Path,
    today: Option<Date>,
    lines: &mut FindingLines,
) -> Option<(String, String)> {
    let bytes = lines.add_file(input::read(words_path))?;
    let words = lines.add_parsed(words_path, &bytes, parse::words(&bytes))?;
    if pathway_files::language_of(words_path) != Some(words.language.as_str()) {
        let (path, language) = (words_path.display(), &words.language);
        let right = words_path.with_file_name(format!("{language}.json"));
        let advice = if right.exists() {
            format!("{language}.json is there already, so take one of the two out of the folder")
        } else {
            format!("call the file {language}.json, or correct the language")
        };
        lines.add(format!(
            "{path}: words.language: it says \"{language}\": {advice} (words-file)"
        ));
    }
    let own = trust.and_then(|bytes| trust_file::parse(bytes).ok());
    lines.add_findings(
        files,
        words_path,
        &readability(pathway, &words, own.as_ref()),
    );
    match check::load_for(trust, pathway, &bytes, today) {
        Ok(edition) => return Some((words.language, edition.hash().to_owned())),
        Err(LoadError::Findings(findings)) => lines.add_findings(files, words_path, &findings),
        // The code above has already added each error that stops the parser to the list.
        Err(LoadError::Parse { .. }) => {}
    }
    None
}

/// Finds screens that are too hard to read, after the trust file has changed the words.
fn readability(pathway: &[u8], words: &Words, trust: Option<&TrustFile>) -> Vec<Finding> {
    let Ok(mut document) = parse::document(pathway) else {
        return Vec::new();
    };
    let Some(trust) = trust else {
        return words::findings(&document, words);
    };
    let alone = words::findings(&document, words);
    let mut words = words.clone();
    if trust_file::merge(trust, &mut document, Some(&mut words)).is_err() {
        // Another check reports the conflicts between the trust file and the pathway.
        return Vec::new();
    }
    // A name can be long, and a trust cannot choose another.
    trust_file::without_names(trust, &mut words);
    let findings = words::findings(&document, &words);
    let mut findings = trust_file::with_trust_paths(Some(trust), findings);
    let is_known = |path: &str| alone.iter().any(|other| other.path == path);
    for finding in &mut findings {
        if finding.file_and_path().0 != File::Trust && !is_known(&finding.path) {
            finding.path = "trust".to_owned();
            finding.message = format!(
                "{}; without the trust file it is easy enough, so shorten the notes and remarks here",
                finding.message
            );
        }
    }
    findings
}

/// What `pathway check` prints about a pathway that has no findings.
pub struct CheckReport {
    document: Document,
    trust: Option<TrustFile>,
    languages: Vec<(String, String)>,
}

impl CheckReport {
    /// Writes one line about each contact whose next check is overdue, or due within 60 days, and
    /// about the days of use of the pathway. The first returned value is true if a check is overdue.
    pub fn contact_notices(
        &self,
        files: &PathwayFiles,
        today: Option<Date>,
    ) -> (bool, FindingLines) {
        let mut lines = FindingLines::default();
        let Some(today) = today else {
            return (false, lines);
        };
        let checks = contact_due_dates::checks(&self.document, today);
        let found: Vec<Finding> = checks.iter().filter_map(ContactCheck::notice).collect();
        let found = trust_file::with_trust_paths(self.trust.as_ref(), found);
        lines.add_findings(files, &files.pathway_path(), &found);
        lines.add_findings(files, &files.pathway_path(), &self.without_laws());
        let days = out_of_use_notices::notices(&self.document, today);
        lines.add_findings(files, &files.pathway_path(), &days);
        (checks.iter().any(ContactCheck::is_overdue), lines)
    }
}

impl CheckReport {
    /// Returns a notice for a pathway without a law, because `prove` then proves only its
    /// structure.
    fn without_laws(&self) -> Vec<Finding> {
        let notice = || {
            Finding {
            path: "laws".to_owned(),
            kind: "no-law",
            message: "there is no law, so no statement about the results is proved: write what must be true for everyone, such as that someone in danger first sees 999".to_owned(),
        }
        };
        self.document
            .laws
            .is_empty()
            .then(notice)
            .into_iter()
            .collect()
    }
}

impl fmt::Display for CheckReport {
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
            ": {}, {}, {}, {}, {}",
            counted(document.questions.len(), "question"),
            // The last resort and the local rule also count as rules, because a result names them
            // as reasons.
            counted(document.rules.len() + 2, "rule"),
            counted(document.outcomes.len(), "outcome"),
            counted(document.scenarios.len(), "scenario"),
            counted(document.laws.len(), "law")
        )?;
        for (language, hash) in &self.languages {
            write!(f, "; {language} {}", hash.get(..12).unwrap_or(hash))?;
        }
        Ok(())
    }
}
