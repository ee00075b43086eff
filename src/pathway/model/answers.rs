//! A visitor's answers: the picked options of each question. `evaluate` decides which questions are
//! asked.

use crate::model::set::Set;
use alloc::vec::Vec;

/// Picked options by question; nothing picked means no answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(Vec<Set>);

impl Answers {
    /// The options picked in the question at this index.
    pub fn picked(&self, question: usize) -> Set {
        self.0.get(question).copied().unwrap_or_default()
    }

    /// Picks these options in the question at this index, and no others.
    pub fn pick(&mut self, question: usize, options: Set) {
        if question >= self.0.len() {
            self.0.resize(question + 1, Set::EMPTY);
        }
        if let Some(picked) = self.0.get_mut(question) {
            *picked = options;
        }
    }

    /// The indexes of the questions with an answer.
    pub fn answered(&self) -> impl Iterator<Item = usize> {
        self.0
            .iter()
            .enumerate()
            .filter(|(_, picked)| !picked.is_empty())
            .map(|(question, _)| question)
    }
}
