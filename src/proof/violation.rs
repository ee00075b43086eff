//! A violation: an error that the proof found, with the shortest journey that shows it.

use pathway::{answers::Answers, finding::Finding};

/// An error that the proof found: for example, a law that is not true for every journey, or a part
/// of the pathway that no journey reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The position of the error in the file, its kind, and the remedy.
    pub finding: Finding,
    /// The shortest journey that shows the error. `None` if the error is that no journey exists.
    pub counterexample: Option<Counterexample>,
}

/// A complete journey that shows an error. If the error is about a changed answer, also the same
/// journey after the change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counterexample {
    /// The answers of the journey, before any change.
    pub answers: Answers,
    /// The answers after one of them has changed. `None` if the error is about one journey only.
    pub changed: Option<Answers>,
}

impl Violation {
    pub(crate) fn new(
        kind: &'static str,
        path: String,
        message: impl Into<String>,
        counterexample: Option<Counterexample>,
    ) -> Self {
        let message = message.into();
        let finding = Finding {
            path,
            kind,
            message,
        };
        Self {
            finding,
            counterexample,
        }
    }
}

impl From<Answers> for Counterexample {
    fn from(answers: Answers) -> Self {
        let changed = None;
        Self { answers, changed }
    }
}
