//! A visitor's answers: the options that the visitor picked in each question. The function
//! `evaluate` decides which questions the visitor must answer.

use crate::model::set::Set;
use alloc::vec::Vec;

/// The options that a visitor picked, one set for each question. A question with an empty set has
/// no answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(Vec<Set>);

impl Answers {
    /// Returns the options that the visitor picked in the question with this index.
    pub fn picked(&self, question: usize) -> Set {
        self.0.get(question).copied().unwrap_or_default()
    }

    /// Sets the picked options of the question with this index. An empty set removes the answer.
    pub fn pick(&mut self, question: usize, options: Set) {
        if question >= self.0.len() {
            self.0.resize(question + 1, Set::EMPTY);
        }
        if let Some(picked) = self.0.get_mut(question) {
            *picked = options;
        }
    }

    /// Returns the indexes of the questions in which the visitor picked an option.
    pub fn answered(&self) -> impl Iterator<Item = usize> {
        self.0
            .iter()
            .enumerate()
            .filter(|(_, picked)| !picked.is_empty())
            .map(|(question, _)| question)
    }
}
