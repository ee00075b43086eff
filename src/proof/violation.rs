//! What cannot be proved: a finding, and the shortest journey that shows it.

use pathway::{answers::Answers, finding::Finding};

/// Something that does not hold, or can never happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// Where, what kind, and what to do.
    pub finding: Finding,
    /// The shortest journey that shows it, if a journey can.
    pub counterexample: Option<Counterexample>,
}

/// A complete journey, and what it became when one answer changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counterexample {
    /// Its answers.
    pub answers: Answers,
    /// The answers of the changed journey, if two are compared.
    pub changed: Option<Answers>,
}

impl Violation {
    pub(crate) fn new(kind: &'static str, place: String, message: String) -> Self {
        Self {
            finding: Finding {
                path: place,
                kind,
                message,
            },
            counterexample: None,
        }
    }

    pub(crate) fn with_counterexample(mut self, counterexample: Option<Counterexample>) -> Self {
        self.counterexample = counterexample;
        self
    }
}
