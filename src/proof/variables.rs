//! Gives each option a variable, which is true when the option is picked. For a comparison of two
//! journeys, the second journey has its own variables for the questions that may differ.

use crate::diagram::{Price, Space};
use pathway::{answers::Answers, document::Document, set::Set};
use std::collections::{BTreeMap, BTreeSet};

/// The variable of each option of one journey, by the indexes of question and option.
#[derive(Clone, Debug)]
pub(crate) struct Variables(Vec<Vec<usize>>);

/// The variables of one pathway, or of several pathways for a comparison.
#[derive(Clone, Debug)]
pub(crate) struct Plan<'a> {
    space: Space,
    /// The variable of each option of the first journey, by the ids of question and option. The
    /// variable of the second journey has the next number.
    first: BTreeMap<(&'a str, &'a str), usize>,
    /// The price of each variable in the search for a short journey.
    prices: Vec<Price>,
}

/// The price of a picked option.
const PICK: u32 = 1_000;
/// The discount of an exclusive option. An answer such as "none of these" makes the simplest
/// counterexample.
const EXCLUSIVE: u32 = 100;

impl<'a> Plan<'a> {
    /// Lists the questions and options of the first document in order. An option that exists only
    /// in a later document comes at the end of its question.
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

    /// Returns the price of each variable. The variables of one question are one group.
    pub(crate) fn prices(&self) -> &[Price] {
        &self.prices
    }

    /// Returns the variables of a journey through `document`. The questions in `apart` get the
    /// variables of the second journey.
    pub(crate) fn variables(&self, document: &Document, apart: &BTreeSet<usize>) -> Variables {
        let questions = document.questions.iter().enumerate();
        let variables = questions.map(|(index, question)| {
            let second = usize::from(apart.contains(&index));
            let options = question.options.iter();
            let keys = options.map(|option| (question.id.as_str(), option.id.as_str()));
            keys.filter_map(|key| Some(self.first.get(&key)? + second))
                .collect()
        });
        Variables(variables.collect())
    }

    /// Returns the variables of the first journey whose options do not exist in `document`.
    pub(crate) fn unused(&self, document: &Document) -> Vec<usize> {
        let used = self.variables(document, &BTreeSet::new()).from(0);
        let first = self.first.values().copied();
        first.filter(|variable| !used.contains(variable)).collect()
    }
}

impl Variables {
    /// Returns the variables of the options of a question.
    pub(crate) fn options(&self, question: usize) -> &[usize] {
        self.0.get(question).map_or(&[], Vec::as_slice)
    }

    /// Returns the variables of this question and of every later question.
    pub(crate) fn from(&self, question: usize) -> Vec<usize> {
        self.0.iter().skip(question).flatten().copied().collect()
    }

    /// Returns the answers in which exactly these variables are true.
    pub(crate) fn answers(&self, truths: &[usize]) -> Answers {
        let mut answers = Answers::default();
        for (question, options) in self.0.iter().enumerate() {
            let options = options.iter().enumerate();
            let picked = options.filter(|(_, variable)| truths.contains(variable));
            let picked: Set = picked.map(|(option, _)| option).collect();
            answers.pick(question, picked);
        }
        answers
    }

    /// Returns the values of all `count` variables for these answers.
    pub(crate) fn truths(&self, answers: &Answers, count: usize) -> Vec<bool> {
        let mut truths = vec![false; count];
        for (question, options) in self.0.iter().enumerate() {
            for option in answers.picked(question).iter() {
                let variable = options.get(option);
                if let Some(truth) = variable.and_then(|variable| truths.get_mut(*variable)) {
                    *truth = true;
                }
            }
        }
        truths
    }
}
