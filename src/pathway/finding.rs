//! What is wrong with a pathway, where, and what to do about it. A finding is a value: `check`
//! returns all of them, and whoever asked decides how to show them.

use crate::source::repeated;
use alloc::{string::String, vec::Vec};
use core::fmt;

/// One thing that is wrong with a pathway.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// Where: the keys and ids that lead there, such as `rules.crying.when`.
    pub place: String,
    /// The kind of fault, in kebab-case.
    pub kind: &'static str,
    /// What is wrong, and what to do.
    pub message: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} ({})", self.place, self.message, self.kind)
    }
}

/// Findings as they are gathered.
#[derive(Debug, Default)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// Adds one.
    pub fn add(&mut self, kind: &'static str, place: impl AsRef<str>, message: impl AsRef<str>) {
        self.0.push(Finding {
            place: repeated(place.as_ref()),
            kind,
            message: repeated(message.as_ref()),
        });
    }

    /// Whether nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them, in order of place, none twice.
    #[must_use]
    pub fn into_vec(mut self) -> Vec<Finding> {
        self.0.sort();
        self.0.dedup();
        self.0
    }
}
