//! The ids of a document → their places.

use crate::{
    authoring::document::{Document, Question},
    model::id::{ConditionId, OptionId, OutcomeId, QuestionId},
    runtime::compiled::ConditionIndex,
};
use alloc::{collections::BTreeMap, vec::Vec};

pub(super) struct Symbols<'a> {
    questions: BTreeMap<&'a str, usize>,
    options: Vec<BTreeMap<&'a str, usize>>,
    outcomes: BTreeMap<&'a str, usize>,
    conditions: BTreeMap<&'a str, ConditionIndex>,
}

impl<'a> Symbols<'a> {
    pub(super) fn of(document: &'a Document) -> Self {
        let questions = document.questions.iter();
        let outcomes = document.outcomes.iter();
        Self {
            questions: places(questions.clone().map(|question| question.id.as_str())),
            options: questions.map(options).collect(),
            outcomes: places(outcomes.map(|outcome| outcome.id.as_str())),
            conditions: BTreeMap::new(),
        }
    }

    /// Adds a condition that later conditions may name.
    pub(super) fn condition(&mut self, id: &'a ConditionId, when: ConditionIndex) {
        self.conditions.insert(id.as_str(), when);
    }

    pub(super) fn when(&self, id: &ConditionId) -> Option<ConditionIndex> {
        self.conditions.get(id.as_str()).copied()
    }

    pub(super) fn question(&self, id: &QuestionId) -> Option<usize> {
        self.questions.get(id.as_str()).copied()
    }

    pub(super) fn option(&self, question: usize, id: &OptionId) -> Option<usize> {
        self.options.get(question)?.get(id.as_str()).copied()
    }

    pub(super) fn outcome(&self, id: &OutcomeId) -> Option<usize> {
        self.outcomes.get(id.as_str()).copied()
    }
}

fn places<'a>(ids: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, usize> {
    ids.enumerate().map(|(place, id)| (id, place)).collect()
}

fn options(question: &Question) -> BTreeMap<&str, usize> {
    places(question.options.iter().map(|option| option.id.as_str()))
}
