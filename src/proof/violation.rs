//! A finding of the proof, and the shortest journey that shows it.

use pathway::{answers::Answers, finding::Finding};

/// A law that does not hold, or a part of the pathway that can never happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The path, the kind, and the advice.
    pub finding: Finding,
    /// The shortest journey that shows it, if a journey can.
    pub counterexample: Option<Counterexample>,
}

/// A complete journey, and the journey it becomes when one answer changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counterexample {
    /// The answers of the journey.
    pub answers: Answers,
    /// The answers of the changed journey, if the finding compares two.
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
