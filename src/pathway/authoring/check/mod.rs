//! Turns the files of a pathway into a pathway that can run, or lists every finding. A pathway with
//! findings never runs.

mod areas;
mod characters;
mod checked_pathway;
mod contacts;
mod emergency_names;
mod laws;
mod number_forms;
mod numbers_in_texts;
mod outcomes;
mod questions;
mod references;
mod rules;
mod same_names;
mod scenarios;
mod size;
mod style;
mod words;
mod wrapped_links;

pub use checked_pathway::CheckedPathway;

use crate::{
    authoring::{
        compile::compile,
        document::Document,
        finding::{File, Finding, Findings},
        parse,
        source::{self, ParseError},
        trust_file::{self, TrustFile},
    },
    model::{date::Date, words::Words},
    runtime::{edition::Edition, pathway::Pathway},
};
use alloc::{format, string::String, vec::Vec};
use core::{fmt, ops::Deref};
use sha2::{Digest, Sha256};

/// An edition, together with the checked pathway that it was made from.
#[derive(Clone, Debug)]
pub struct LoadedEdition {
    pathway: CheckedPathway,
    edition: Edition,
}

impl LoadedEdition {
    /// Returns the checked pathway of this edition, with its document.
    pub fn pathway(&self) -> &CheckedPathway {
        &self.pathway
    }
}

impl Deref for LoadedEdition {
    type Target = Edition;
    fn deref(&self) -> &Edition {
        &self.edition
    }
}

/// The reason why the files of a pathway cannot become an edition.
#[derive(Clone, Debug)]
pub enum LoadError {
    /// A file has an error that stops the parser.
    Parse {
        /// The file that has the error.
        file: File,
        /// The position of the error in this file, and the text that the parser expected there.
        error: ParseError,
    },
    /// The parser can read all files, but the check of their content has these findings.
    Findings(Vec<Finding>),
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Parse { file, error } => write!(f, "{file}: {error}"),
            Self::Findings(findings) => {
                for (index, finding) in findings.iter().enumerate() {
                    if index > 0 {
                        f.write_str("\n")?;
                    }
                    write!(f, "{finding}")?;
                }
                Ok(())
            }
        }
    }
}

impl core::error::Error for LoadError {}

/// Makes an edition from `pathway.json` and a words file. The argument `today` is explained at
/// [`pathway`].
///
/// # Errors
/// Returns the first error that stops the parser, or every finding of the check.
pub fn load(pathway: &[u8], words: &[u8], today: Option<Date>) -> Result<LoadedEdition, LoadError> {
    load_for(None, pathway, words, today)
}

/// Makes an edition from `pathway.json` and a words file, and first applies the changes of a trust
/// file to them.
///
/// # Errors
/// Returns the first error that stops the parser, or every finding of the check.
pub fn load_for(
    trust: Option<&[u8]>,
    pathway: &[u8],
    words: &[u8],
    today: Option<Date>,
) -> Result<LoadedEdition, LoadError> {
    let load_error = |file| move |error| LoadError::Parse { file, error };
    let document = parse::document(pathway).map_err(load_error(File::Pathway))?;
    let mut read = parse::words(words).map_err(load_error(File::Words))?;
    let own = trust.map(trust_file::parse).transpose();
    let own = own.map_err(load_error(File::Trust))?;
    let checked = match &own {
        None => with_words(document, &read, &read, today),
        Some(own) => for_trust(own, document, &mut read, today),
    };
    let checked = checked.map_err(LoadError::Findings)?;
    let hash = hash(&[pathway, words, trust.unwrap_or_default()]);
    Ok(LoadedEdition {
        edition: Edition::new(checked.pathway.clone(), read, hash),
        pathway: checked,
    })
}

/// Returns the hash of the files. It does not depend on line ends and byte order marks.
fn hash(files: &[&[u8]]) -> String {
    let mut digest = Sha256::new();
    for file in files {
        source::each_hashed_part(file, |part| digest.update(part));
    }
    let digest = digest.finalize();
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Checks a pathway with the changes of a trust file. A finding that the pathway alone does not
/// have is a finding of the trust file.
fn for_trust(
    own: &TrustFile,
    mut document: Document,
    words: &mut Words,
    today: Option<Date>,
) -> Result<CheckedPathway, Vec<Finding>> {
    let (document_alone, words_alone) = (document.clone(), words.clone());
    apply_trust_file(own, &mut document, words, today)?;
    with_words(document, words, &counted(own, words), today).map_err(|findings| {
        let alone = with_words(document_alone, &words_alone, &words_alone, today);
        let alone = alone.err().unwrap_or_default();
        let findings = trust_file::with_trust_paths(Some(own), findings);
        trust_file::blamed(own, words, &alone, findings)
    })
}

/// Returns the words with each of the trust's names as one short word.
fn counted(own: &TrustFile, words: &Words) -> Words {
    let mut counted = words.clone();
    trust_file::without_names(own, &mut counted);
    counted
}

/// Applies a trust file to a pathway and its words. The findings contain every conflict of the
/// trust file with the pathway, and every other error of the trust file.
fn apply_trust_file(
    own: &TrustFile,
    document: &mut Document,
    words: &mut Words,
    today: Option<Date>,
) -> Result<(), Vec<Finding>> {
    let Err(mut found) = trust_file::merge(own, document, Some(words)) else {
        return Ok(());
    };
    if let Err(more) = with_words(document.clone(), words, &counted(own, words), today) {
        let known_paths: Vec<String> = found.iter().map(|finding| finding.path.clone()).collect();
        let more = trust_file::with_trust_paths(Some(own), more).into_iter();
        let new = |finding: &Finding| {
            finding.path.starts_with("trust.") && !known_paths.contains(&finding.path)
        };
        found.extend(more.filter(new));
        found.sort();
        found.dedup();
    }
    Err(found)
}

/// Makes a pathway that can run, but has no words. If `today` is a date, an emergency contact whose
/// next check is overdue is a finding. In a visitor's browser `today` is `None`, so that emergency
/// contacts never leave the screen.
///
/// # Errors
/// Returns every finding, in the order of the paths.
pub fn pathway(document: Document, today: Option<Date>) -> Result<CheckedPathway, Vec<Finding>> {
    check_size(&document)?;
    let (pathway, findings) = compiled(&document, today);
    if findings.is_empty() {
        return Ok(CheckedPathway { document, pathway });
    }
    Err(findings.into_vec())
}

fn compiled(document: &Document, today: Option<Date>) -> (Pathway, Findings) {
    let mut findings = Findings::default();
    references::check(document, &mut findings);
    questions::check(document, &mut findings);
    rules::check(document, &mut findings);
    outcomes::check(document, &mut findings);
    contacts::check(document, today, &mut findings);
    numbers_in_texts::in_document(document, &mut findings);
    characters::in_document(document, &mut findings);
    areas::check(document, &mut findings);
    laws::check(document, &mut findings);
    let pathway = compile(document, &mut findings);
    if findings.is_empty() {
        scenarios::check(document, &pathway, &mut findings);
    }
    (pathway, findings)
}

/// Checks a pathway with its words. `counted` are the words whose sentences are counted.
fn with_words(
    document: Document,
    words: &Words,
    counted: &Words,
    today: Option<Date>,
) -> Result<CheckedPathway, Vec<Finding>> {
    check_size(&document)?;
    let mut findings = Findings::default();
    words::check(&document, words, &mut findings);
    same_names::check(&document, words, &mut findings);
    characters::in_words(words, &mut findings);
    numbers_in_texts::in_words(&document, words, &mut findings);
    style::check(words, &mut findings);
    style::sentence_length(counted, &mut findings);
    let mut wording = findings.into_vec();
    match pathway(document, today) {
        Ok(checked) if wording.is_empty() => Ok(checked),
        Ok(_) => Err(wording),
        Err(mut found) => {
            found.append(&mut wording);
            Err(found)
        }
    }
}

/// Checks that a pathway is not too large. If it is, the other checks do not run, because its
/// author must first make it smaller.
fn check_size(document: &Document) -> Result<(), Vec<Finding>> {
    let mut findings = Findings::default();
    size::check(document, &mut findings);
    if findings.is_empty() {
        return Ok(());
    }
    Err(findings.into_vec())
}
