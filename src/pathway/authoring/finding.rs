//! A finding: an error in the files of a pathway, with its position and the remedy. The module
//! `check` returns every finding, and its caller decides how to show them.

use crate::authoring::source::printable;
use alloc::{borrow::Cow, format, string::String, vec::Vec};
use core::fmt;

/// One of the files that a check reads together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum File {
    /// The file `pathway.json`.
    Pathway,
    /// The file `words/<language>.json`.
    Words,
    /// The trust file.
    Trust,
}

impl File {
    /// Returns the name of the file in one word, such as `pathway` or `words`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pathway => "pathway",
            Self::Words => "words",
            Self::Trust => "trust",
        }
    }
}

impl fmt::Display for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Pathway => "pathway.json",
            Self::Words | Self::Trust => self.as_str(),
        })
    }
}

/// An error in one of the files of a pathway.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The keys and ids that lead to the error in the file, such as `rules.crying.when`. A path in
    /// the words file starts with `words`, and a path in a trust file starts with `trust`. These
    /// two words are no keys of `pathway.json`.
    pub path: String,
    /// The kind of the error in kebab-case, such as `unknown-outcome`.
    pub kind: &'static str,
    /// A sentence with the error and its remedy.
    pub message: String,
}

/// Returns the advice to use one of these ids, in the place of an id that does not exist.
pub(crate) fn name_one_of<'a>(ids: impl Iterator<Item = &'a str>) -> String {
    let ids: Vec<&str> = ids.collect();
    match ids.as_slice() {
        [] => "take it out, because there is none".into(),
        [id] => format!("name {id}"),
        ids => format!("name one of {}", ids.join(", ")),
    }
}

impl Finding {
    /// Returns the file that has the error, and the path in this file. The path is empty if the
    /// error concerns the whole file.
    pub fn file_and_path(&self) -> (File, &str) {
        for file in [File::Words, File::Trust] {
            match self.path.strip_prefix(file.as_str()) {
                Some("") => return (file, ""),
                Some(rest) => {
                    if let Some(path) = rest.strip_prefix('.') {
                        return (file, path);
                    }
                }
                None => {}
            }
        }
        (File::Pathway, &self.path)
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} ({})", self.path, self.message, self.kind)
    }
}

/// The maximum number of findings that one check returns.
const MOST: usize = 500;
/// The maximum length of a finding's path or message, in bytes. Both can repeat a long text of the
/// file.
const LONGEST: usize = 1_000;

/// The findings that a check has collected so far.
#[derive(Debug, Default)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// Adds a finding to the list, unless the list is full.
    pub fn add(&mut self, kind: &'static str, path: impl AsRef<str>, message: impl AsRef<str>) {
        if self.is_full() {
            return;
        }
        let finding = Finding {
            path: printable(&shortened(path.as_ref())),
            kind,
            message: printable(&shortened(message.as_ref())),
        };
        if self.0.last() == Some(&finding) {
            return;
        }
        // The last finding says that there are more findings than the list shows.
        let path = finding.path.clone();
        self.0.push(finding);
        if self.0.len() == MOST {
            self.0.push(Finding {
                path,
                kind: "too-many-findings",
                message: format!(
                    "only the first {MOST} findings are listed: correct these, then check again"
                ),
            });
        }
    }

    /// Returns whether the list is full. A full list takes no more findings.
    pub fn is_full(&self) -> bool {
        self.0.len() > MOST
    }

    /// Returns whether the list contains no finding.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns all findings in the order of their paths. Equal findings are returned once.
    pub fn into_vec(mut self) -> Vec<Finding> {
        self.0.sort();
        self.0.dedup();
        self.0
    }
}

/// Shortens a long text by leaving out its middle. The end stays, because it says what to do.
fn shortened(text: &str) -> Cow<'_, str> {
    if text.len() <= LONGEST {
        return Cow::Borrowed(text);
    }
    let half = LONGEST / 2;
    let start = text
        .get(..text.floor_char_boundary(half))
        .unwrap_or_default();
    let end = text
        .get(text.ceil_char_boundary(text.len() - half)..)
        .unwrap_or_default();
    Cow::Owned(format!("{start} … {end}"))
}
