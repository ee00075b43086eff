//! A read pathway → one that may run, or everything that is wrong with it. A pathway with findings
//! never runs.

mod checked;
mod contacts;
mod laws;
mod outcomes;
mod questions;
mod references;
mod rules;
mod scenarios;
mod size;
mod style;
mod words;

pub use checked::Checked;

use crate::{
    compile::compile,
    date::Date,
    document::{Document, words::Words},
    edition::Edition,
    finding::{Finding, Findings},
    parse,
    pathway::Pathway,
    source::ParseError,
};
use alloc::{format, vec::Vec};
use core::{fmt, ops::Deref};
use sha2::{Digest, Sha256};

/// An edition, with the document it was made of.
#[derive(Clone, Debug)]
pub struct Loaded {
    pathway: Checked,
    edition: Edition,
}

impl Loaded {
    /// What is asked, where it leads, and what its document says.
    #[must_use]
    pub fn pathway(&self) -> &Checked {
        &self.pathway
    }
}

impl Deref for Loaded {
    type Target = Edition;
    fn deref(&self) -> &Edition {
        &self.edition
    }
}

/// Why a pathway cannot run.
#[derive(Clone, Debug)]
pub enum Fault {
    /// A file cannot be read.
    Parse {
        /// Which one: `pathway.json` or `words`.
        file: &'static str,
        /// Where, and what was expected there.
        error: ParseError,
    },
    /// Both can be read, and these are wrong.
    Findings(Vec<Finding>),
}

impl fmt::Display for Fault {
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

impl core::error::Error for Fault {}

/// The two files of a pathway in one language → an edition. See [`pathway`] for `today`.
///
/// # Errors
/// At the first fault of a file that cannot be read, or with every finding of both.
pub fn load(pathway: &[u8], words: &[u8], today: Option<Date>) -> Result<Loaded, Fault> {
    let fault = |file| move |error| Fault::Parse { file, error };
    let document = parse::document(pathway).map_err(fault("pathway.json"))?;
    let read = parse::words(words).map_err(fault("words"))?;
    let checked = with_words(document, &read, today).map_err(Fault::Findings)?;
    let digest = Sha256::new()
        .chain_update(pathway)
        .chain_update(words)
        .finalize();
    let hash = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Loaded {
        edition: Edition::new(checked.pathway.clone(), read, hash),
        pathway: checked,
    })
}

/// `pathway.json` alone → a pathway that can route. With `today`, emergency contacts whose check is
/// overdue are findings too; a visitor's browser passes none, so that they never leave the screen.
///
/// # Errors
/// With every finding, in order of place.
pub fn pathway(document: Document, today: Option<Date>) -> Result<Checked, Vec<Finding>> {
    bounded(&document)?;
    let (pathway, findings) = found(&document, today);
    if findings.is_empty() {
        return Ok(Checked { document, pathway });
    }
    Err(findings.into_vec())
}

fn found(document: &Document, today: Option<Date>) -> (Pathway, Findings) {
    let mut findings = Findings::default();
    references::check(document, &mut findings);
    questions::check(document, &mut findings);
    rules::check(document, &mut findings);
    outcomes::check(document, &mut findings);
    contacts::check(document, today, &mut findings);
    laws::check(document, &mut findings);
    let pathway = compile(document, &mut findings);
    if findings.is_empty() {
        scenarios::check(document, &pathway, &mut findings);
    }
    (pathway, findings)
}

fn with_words(
    document: Document,
    words: &Words,
    today: Option<Date>,
) -> Result<Checked, Vec<Finding>> {
    bounded(&document)?;
    let mut findings = Findings::default();
    words::check(&document, words, &mut findings);
    style::check(words, &mut findings);
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

/// A pathway out of bounds is not looked into further: its size is the first thing to mend.
fn bounded(document: &Document) -> Result<(), Vec<Finding>> {
    let mut findings = Findings::default();
    size::check(document, &mut findings);
    if findings.is_empty() {
        return Ok(());
    }
    Err(findings.into_vec())
}
