//! Gives each option a yes/no variable, which is true if the option is picked. A comparison of two
//! journeys uses a second variable for each option whose question may have different answers.

use crate::diagram::{Price, Space};
use pathway::{answers::Answers, document::Document, set::Set};
use std::collections::{BTreeMap, BTreeSet};

/// The variables of the options on one journey. The first index is the question, and the second is
/// the option.
#[derive(Clone, Debug)]
pub(crate) struct Variables(Vec<Vec<usize>>);

/// The variables for a proof of one pathway, or for a comparison of several pathways.
#[derive(Clone, Debug)]
pub(crate) struct VariableNumbers<'a> {
    space: Space,
    /// The variable of each option for the first journey, by the ids of the question and the
    /// option. The next higher number is the variable of this option for the second journey.
    first: BTreeMap<(&'a str, &'a str), usize>,
    /// What each variable costs in the search for the shortest journey.
    prices: Vec<Price>,
}

/// What a picked option costs in the search for the shortest journey.
const PICK: u32 = 1_000;
/// The amount by which an exclusive option is cheaper. An answer such as "none of these" makes a
/// journey easy to understand.
const EXCLUSIVE: u32 = 100;

impl<'a> VariableNumbers<'a> {
    /// Lists the questions and options of all documents, in the order of the first document. An
    /// option that is missing in the first document comes at the end of its question.
    pub(crate) fn of(documents: &[&'a Document]) -> Self {
        let mut questions: Vec<(&str, Vec<(&str, bool)>)> = Vec::new();
        for question in documents.iter().flat_map(|document| &document.questions) {
            let id = question.id.as_str();
            if !questions.iter().any(|(known, _)| *known == id) {
                questions.push((id, Vec::new()));
            }
            let mut same = questions.iter_mut().filter(|(known, _)| *known == id);
            let Some((_, known)) = same.next() else {
                continue;
            };
            for option in &question.options {
                if !known.iter().any(|(id, _)| *id == option.id.as_str()) {
                    known.push((option.id.as_str(), option.exclusive));
                }
            }
        }
        let mut first = BTreeMap::new();
        let mut prices = Vec::new();
        for (group, (question, options)) in questions.into_iter().enumerate() {
            for (index, (option, exclusive)) in (0..).zip(options) {
                first.insert((question, option), prices.len());
                let discount = if exclusive { EXCLUSIVE } else { 0 };
                let cost = PICK + index - discount;
                prices.extend([Price { group, cost }; 2]);
            }
        }
        Self {
            space: Space::new(prices.len()),
            first,
            prices,
        }
    }

    pub(crate) fn space(&self) -> &Space {
        &self.space
    }

    /// Returns what each variable costs in the search for the shortest journey. The variables of
    /// one question belong to one group.
    pub(crate) fn prices(&self) -> &[Price] {
        &self.prices
    }

    /// Returns the variables of a journey through `document`. For the questions in
    /// `second_journey`, these are the variables of the second journey.
    pub(crate) fn variables(
        &self,
        document: &Document,
        second_journey: &BTreeSet<usize>,
    ) -> Variables {
        let questions = document.questions.iter().enumerate();
        let variables = questions.map(|(index, question)| {
            let second = usize::from(second_journey.contains(&index));
            let options = question.options.iter();
            let keys = options.map(|option| (question.id.as_str(), option.id.as_str()));
            keys.filter_map(|key| Some(self.first.get(&key)? + second))
                .collect()
        });
        Variables(variables.collect())
    }

    /// Returns the variables of the first journey that belong to options that `document` does not
    /// have.
    pub(crate) fn unused(&self, document: &Document) -> Vec<usize> {
        let used = self.variables(document, &BTreeSet::new()).from(0);
        let first = self.first.values().copied();
        first.filter(|variable| !used.contains(variable)).collect()
    }
}

impl Variables {
    /// Returns the variables of the options of the question with this index.
    pub(crate) fn options(&self, question: usize) -> &[usize] {
        self.0.get(question).map_or(&[], Vec::as_slice)
    }

    /// Returns the variables of the options of this question and of all later questions.
    pub(crate) fn from(&self, question: usize) -> Vec<usize> {
        self.0.iter().skip(question).flatten().copied().collect()
    }

    /// Returns the answers that pick exactly the options of these variables.
    pub(crate) fn answers(&self, true_variables: &[usize]) -> Answers {
        let mut answers = Answers::default();
        for (question, options) in self.0.iter().enumerate() {
            let options = options.iter().enumerate();
            let picked = options.filter(|(_, variable)| true_variables.contains(variable));
            let picked: Set = picked.map(|(option, _)| option).collect();
            answers.pick(question, picked);
        }
        answers
    }

    /// Returns the truth value of each variable for these answers. The argument `count` is the
    /// number of variables.
    pub(crate) fn values(&self, answers: &Answers, count: usize) -> Vec<bool> {
        let mut values = vec![false; count];
        for (question, options) in self.0.iter().enumerate() {
            for option in answers.picked(question).iter() {
                let variable = options.get(option);
                if let Some(value) = variable.and_then(|variable| values.get_mut(*variable)) {
                    *value = true;
                }
            }
        }
        values
    }
}
