//! Questions and their options → variables: one for each option, true when it is picked. Where two
//! journeys are compared, the second has variables of its own for the questions that may differ.

use crate::diagram::Price;
use pathway::{answers::Answers, document::Document, set::Set};
use std::collections::{BTreeMap, BTreeSet};

/// Which variable stands for which option, by place of question and option.
#[derive(Clone, Debug)]
pub(crate) struct Variables(Vec<Vec<usize>>);

/// The variables of one pathway, or of several that are compared.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    /// The variable of each option for a first journey, by ids; a second journey's is the next.
    first: BTreeMap<(String, String), usize>,
    /// What each variable costs in the search for a short journey.
    prices: Vec<Price>,
}

/// What a tick costs: fewer ticks come before the rest.
const TICK: u32 = 1_000;
/// What an option that excludes others is spared: “none of these” tells a reader that nothing of it
/// matters.
const EXCLUSIVE: u32 = 100;

impl Plan {
    /// Questions and options in the order of the first document; what only a later one has comes
    /// after them.
    pub(crate) fn of(documents: &[&Document]) -> Self {
        let mut questions: Vec<(&str, Vec<(&str, bool)>)> = Vec::new();
        for question in documents.iter().flat_map(|document| &document.questions) {
            let id = question.id.as_str();
            let options = question.options.iter();
            let options = options.map(|option| (option.id.as_str(), option.exclusive));
            let mut known = questions.iter_mut();
            match known.find(|(known, _)| *known == id) {
                None => questions.push((id, options.collect())),
                Some((_, known)) => {
                    for option in options {
                        if !known.iter().any(|(id, _)| *id == option.0) {
                            known.push(option);
                        }
                    }
                }
            }
        }
        let mut plan = Self {
            first: BTreeMap::new(),
            prices: Vec::new(),
        };
        for (group, (question, options)) in questions.into_iter().enumerate() {
            for (place, (option, exclusive)) in (0..).zip(options) {
                let key = (question.to_owned(), option.to_owned());
                plan.first.insert(key, plan.prices.len());
                let spared = if exclusive { EXCLUSIVE } else { 0 };
                let cost = TICK + place - spared;
                plan.prices.extend([Price { group, cost }; 2]);
            }
        }
        plan
    }

    /// How many variables there are, for two journeys together.
    pub(crate) fn len(&self) -> usize {
        self.prices.len()
    }

    /// By variable, what it costs; its group is its question.
    pub(crate) fn prices(&self) -> &[Price] {
        &self.prices
    }

    /// The variables of a journey through `document`. Those of the questions in `apart` are a
    /// second journey's own.
    pub(crate) fn variables(&self, document: &Document, apart: &BTreeSet<usize>) -> Variables {
        let questions = document.questions.iter().enumerate();
        Variables(
            questions
                .map(|(place, question)| {
                    let own = usize::from(apart.contains(&place));
                    let ids = question.options.iter().map(|option| {
                        (
                            question.id.as_str().to_owned(),
                            option.id.as_str().to_owned(),
                        )
                    });
                    ids.filter_map(|key| Some(self.first.get(&key)? + own))
                        .collect()
                })
                .collect(),
        )
    }

    /// The variables of a first journey that `document` has no option for.
    pub(crate) fn unused(&self, document: &Document) -> Vec<usize> {
        let used: BTreeSet<usize> = self
            .variables(document, &BTreeSet::new())
            .0
            .into_iter()
            .flatten()
            .collect();
        self.first
            .values()
            .copied()
            .filter(|variable| !used.contains(variable))
            .collect()
    }
}

impl Variables {
    /// The variables of the options of the question at this place.
    pub(crate) fn options(&self, question: usize) -> &[usize] {
        self.0.get(question).map_or(&[], Vec::as_slice)
    }

    /// The variables of every question from this place on.
    pub(crate) fn from(&self, question: usize) -> Vec<usize> {
        self.0.iter().skip(question).flatten().copied().collect()
    }

    /// The answers that these true variables are.
    pub(crate) fn answers(&self, truths: &[usize]) -> Answers {
        let mut answers = Answers::default();
        for (question, options) in self.0.iter().enumerate() {
            let picked: Set = options
                .iter()
                .enumerate()
                .filter(|(_, variable)| truths.contains(variable))
                .map(|(option, _)| option)
                .collect();
            answers.pick(question, picked);
        }
        answers
    }

    /// The variables that these answers make true, of `len` altogether.
    pub(crate) fn truths(&self, answers: &Answers, len: usize) -> Vec<bool> {
        let mut truths = vec![false; len];
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
