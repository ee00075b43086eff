//! An error that the proof found, and the shortest journey that shows the error.

use pathway::{answers::Answers, finding::Finding};

/// A violated law, or a part of the pathway that no journey reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The position of the error, its kind, and the advice to the author.
    pub finding: Finding,
    /// The shortest journey that shows the error. `None` if no journey can show it.
    pub counterexample: Option<Counterexample>,
}

/// A complete journey, and the same journey after one answer has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counterexample {
    /// The answers of the journey.
    pub answers: Answers,
    /// The answers after the change. `None` if the violation is about one journey only.
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
