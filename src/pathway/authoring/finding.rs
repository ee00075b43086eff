//! A finding: what is wrong with a pathway, where, and what to do. `check` returns all findings,
//! and its caller decides how to show them.

use crate::authoring::source::repeated;
use alloc::{string::String, vec::Vec};
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
    /// Its name in one word.
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

/// One thing that is wrong with a pathway.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// Where: the keys and ids that lead there, such as `rules.crying.when`. In the words it starts
    /// with `words`, in a trust file with `trust`, which no key of a pathway is called.
    pub path: String,
    /// The kind of fault, in kebab-case.
    pub kind: &'static str,
    /// The error, and how to correct it.
    pub message: String,
}

impl Finding {
    /// The file of the finding, and the path in that file; empty for the whole file.
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

/// Findings as they are gathered.
#[derive(Debug, Default)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// Adds one.
    pub fn add(&mut self, kind: &'static str, path: impl AsRef<str>, message: impl AsRef<str>) {
        self.0.push(Finding {
            path: repeated(path.as_ref()),
            kind,
            message: repeated(message.as_ref()),
        });
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them, in order of path, none twice.
    pub fn into_vec(mut self) -> Vec<Finding> {
        self.0.sort();
        self.0.dedup();
        self.0
    }
}
