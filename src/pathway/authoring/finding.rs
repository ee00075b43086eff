//! A finding: an error in a pathway, its position, and the remedy. The module `check` returns all
//! findings, and its caller decides how to show them.

use crate::authoring::source::printable;
use alloc::{borrow::Cow, format, string::String, vec::Vec};
use core::fmt;

/// One of the files that are checked together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum File {
    /// `pathway.json`.
    Pathway,
    /// `words/<language>.json`.
    Words,
    /// A trust's own file.
    Trust,
}

impl File {
    /// Returns the name of the file in one word.
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

/// An error in a pathway.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The path of keys and ids to the error, such as `rules.crying.when`. A path in the words file
    /// starts with `words`, and a path in a trust file starts with `trust`. No key of
    /// `pathway.json` is called `words` or `trust`.
    pub path: String,
    /// The kind of the error, in kebab-case.
    pub kind: &'static str,
    /// The error, and the remedy.
    pub message: String,
}

impl Finding {
    /// Returns the file of the finding, and the path in this file. The path is empty if the finding
    /// is about the whole file.
    pub fn stands(&self) -> (File, &str) {
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

/// The maximum number of findings of one check.
const MOST: usize = 500;
/// The maximum length of a path or a message, in bytes. Both can repeat a text of the file.
const LONGEST: usize = 1_000;

/// A list of findings, during a check.
#[derive(Debug, Default)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// Adds a finding, unless there are too many already.
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
        // The last finding says that the list is not complete.
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

    /// Returns whether the list is full, so that no more findings are added.
    pub fn is_full(&self) -> bool {
        self.0.len() > MOST
    }

    /// Returns whether there is no finding.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns all findings in the order of their paths, each only once.
    pub fn into_vec(mut self) -> Vec<Finding> {
        self.0.sort();
        self.0.dedup();
        self.0
    }
}

/// Shortens a long text in the middle. It keeps the end, because the end says what to do.
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
