//! Compares each journey with the same journey after the visitor changes one answer. Answers to
//! questions that are no longer asked are removed. Questions that are now asked can get any answer.

use crate::{
    diagram::Diagram,
    journeys::{OptionDiagrams, QuestionDiagrams},
    model::Model,
    violation::Counterexample,
};
use pathway::document::Question;
use std::collections::BTreeSet;

/// All pairs of journeys in which the second journey is the first one after one answer has changed.
pub(crate) struct JourneyPairs<'a, 'm> {
    pub(crate) before: &'m Model<'a>,
    pub(crate) after: Model<'a>,
    /// The possible pairs of a journey before the change and a journey after it. The diagram has
    /// the variables of both journeys.
    pub(crate) valid: Diagram,
}

/// The way in which the visitor changes one answer.
pub(crate) enum AnswerChange<'a> {
    /// The visitor picks one more option that is not exclusive. Exclusive options are then no
    /// longer picked.
    More,
    /// One of the options in `from` is picked before the change, and the option `to` after it.
    To { from: &'a [usize], to: usize },
    /// The visitor gives any other answer.
    Any,
}

impl<'a, 'm> JourneyPairs<'a, 'm> {
    /// Makes the pairs in which the visitor changes the answer to the question `changed`. The
    /// answers to the questions in `keeping` stay the same.
    pub(crate) fn new(
        before: &'m Model<'a>,
        changed: usize,
        change: &AnswerChange<'_>,
        keeping: &BTreeSet<usize>,
    ) -> Self {
        let affected = affected_questions(before, changed);
        let after = Model::second_journey(before.numbers, before.document(), &affected);
        let mut valid = before.journeys.complete.clone();
        let questions = before.journeys.questions.iter();
        let questions = questions.zip(&after.journeys.questions).enumerate();
        for (index, (old, new)) in questions.filter(|(index, _)| affected.contains(index)) {
            let step = if index == changed {
                // A visitor can change only the answer to a question that is asked.
                old.is_asked.and(&change.valid_answers(before, old, new))
            } else if keeping.contains(&index) {
                same_answer(before, old, new)
            } else {
                keeps_picked(before, old, new)
            };
            valid = valid.and(&step.and(&new.answered));
        }
        Self {
            before,
            after,
            valid,
        }
    }

    /// Finds the shortest pair of journeys in a diagram: the journey before the change and the
    /// journey after it.
    pub(crate) fn shortest(&self, diagram: &Diagram) -> Option<Counterexample> {
        let true_variables = diagram.cheapest(self.before.numbers.prices())?;
        Some(Counterexample {
            answers: self.before.variables().answers(&true_variables),
            changed: Some(self.after.variables().answers(&true_variables)),
        })
    }
}

/// Returns the questions whose answers the change can affect: the question itself, and each later
/// question whose conditions depend on it.
fn affected_questions<'a>(model: &Model<'a>, changed: usize) -> BTreeSet<usize> {
    let document = model.document();
    let named = document.named_questions();
    let depends = |question: &'a Question, ids: &BTreeSet<&str>| {
        let options = question.options.iter();
        let shown = options.filter_map(|option| option.show_when.as_ref());
        let mut conditions = question.ask_when.iter().chain(shown);
        conditions.any(|when| !named.of(when).is_disjoint(ids))
    };
    let stopping = document.rules.iter().filter(|rule| rule.stop);
    let stopping = stopping.flat_map(|rule| named.of(&rule.when));
    let stopping: BTreeSet<&str> = stopping.collect();
    let mut affected = BTreeSet::new();
    let mut ids = BTreeSet::new();
    for (index, question) in document.questions.iter().enumerate() {
        if index == changed || !stopping.is_disjoint(&ids) || depends(question, &ids) {
            affected.insert(index);
            ids.insert(question.id.as_str());
        }
    }
    affected
}

impl AnswerChange<'_> {
    /// Returns the pairs of journeys in which this kind of change can turn the first journey's
    /// answer into the second journey's answer.
    fn valid_answers(
        &self,
        model: &Model<'_>,
        old: &QuestionDiagrams,
        new: &QuestionDiagrams,
    ) -> Diagram {
        let space = model.space();
        match self {
            Self::Any => space.always(),
            Self::To { from, to } => {
                let picked = |options: &[OptionDiagrams], option: usize| {
                    let option = options.get(option);
                    option.map_or_else(|| space.never(), |option| option.picked.clone())
                };
                let old = from.iter().map(|option| picked(&old.options, *option));
                space.any(old).and(&picked(&new.options, *to))
            }
            Self::More => {
                let options = old.options.iter().zip(&new.options);
                let options: Vec<_> = options.filter(|(old, _)| !old.exclusive).collect();
                let one_more = (0..options.len()).map(|more| {
                    let step = options.iter().enumerate().map(|(option, (old, new))| {
                        if option == more {
                            new.picked.but_not(&old.picked)
                        } else {
                            old.picked.same(&new.picked)
                        }
                    });
                    space.all(step)
                });
                space.any(one_more)
            }
        }
    }
}

/// Returns the pairs in which the second journey keeps each picked option of a question that is
/// still shown. If none of them is still shown, the second journey can have any answer.
fn keeps_picked(model: &Model<'_>, old: &QuestionDiagrams, new: &QuestionDiagrams) -> Diagram {
    let space = model.space();
    let options = old.options.iter().zip(&new.options);
    let left = options.map(|(old, new)| (old.picked.and(&new.is_shown), &new.picked));
    let left: Vec<(Diagram, &Diagram)> = left.collect();
    let some_left = space.any(left.iter().map(|(left, _)| left.clone()));
    some_left.implies(&space.all(left.iter().map(|(left, new)| left.same(new))))
}

fn same_answer(model: &Model<'_>, old: &QuestionDiagrams, new: &QuestionDiagrams) -> Diagram {
    let options = old.options.iter().zip(&new.options);
    let same = options.map(|(old, new)| old.picked.same(&new.picked));
    model.space().all(same)
}
