//! A visitor's answers: the picked options of each question. The function `evaluate` decides which
//! questions are asked.

use crate::model::set::Set;
use alloc::vec::Vec;

/// The picked options by question. A question without a picked option has no answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(Vec<Set>);

impl Answers {
    /// Returns the options picked in the question with this index.
    pub fn picked(&self, question: usize) -> Set {
        self.0.get(question).copied().unwrap_or_default()
    }

    /// Picks exactly these options in the question with this index.
    pub fn pick(&mut self, question: usize, options: Set) {
        if question >= self.0.len() {
            self.0.resize(question + 1, Set::EMPTY);
        }
        if let Some(picked) = self.0.get_mut(question) {
            *picked = options;
        }
    }

    /// Returns the indexes of the questions that have an answer.
    pub fn answered(&self) -> impl Iterator<Item = usize> {
        self.0
            .iter()
            .enumerate()
            .filter(|(_, picked)| !picked.is_empty())
            .map(|(question, _)| question)
    }
}
