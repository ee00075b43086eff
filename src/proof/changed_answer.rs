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
    pub(crate) together: Diagram,
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
        let touched = touched(before, changed);
        let after = Model::apart(before.plan, before.document(), &touched);
        let mut together = before.journeys.complete.clone();
        let questions = before.journeys.questions.iter();
        let questions = questions.zip(&after.journeys.questions).enumerate();
        for (index, (was, is)) in questions.filter(|(index, _)| touched.contains(index)) {
            let step = if index == changed {
                // A visitor can change only the answer to a question that is asked.
                was.asked.and(&change.step(before, was, is))
            } else if keeping.contains(&index) {
                same(before, was, is)
            } else {
                kept(before, was, is)
            };
            together = together.and(&step.and(&is.answered));
        }
        Self {
            before,
            after,
            together,
        }
    }

    /// Finds the shortest pair of journeys in a diagram: the journey before the change and the
    /// journey after it.
    pub(crate) fn shortest(&self, diagram: &Diagram) -> Option<Counterexample> {
        let truths = diagram.cheapest(self.before.plan.prices())?;
        Some(Counterexample {
            answers: self.before.variables().answers(&truths),
            changed: Some(self.after.variables().answers(&truths)),
        })
    }
}

/// Returns the questions whose answers the change can affect: the question itself, and each later
/// question whose conditions depend on it.
fn touched<'a>(model: &Model<'a>, changed: usize) -> BTreeSet<usize> {
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
    let mut touched = BTreeSet::new();
    let mut ids = BTreeSet::new();
    for (index, question) in document.questions.iter().enumerate() {
        if index == changed || !stopping.is_disjoint(&ids) || depends(question, &ids) {
            touched.insert(index);
            ids.insert(question.id.as_str());
        }
    }
    touched
}

impl AnswerChange<'_> {
    /// Returns the pairs of journeys in which this kind of change can turn the first journey's
    /// answer into the second journey's answer.
    fn step(&self, model: &Model<'_>, was: &QuestionDiagrams, is: &QuestionDiagrams) -> Diagram {
        let space = model.space();
        match self {
            Self::Any => space.always(),
            Self::To { from, to } => {
                let picked = |options: &[OptionDiagrams], option: usize| {
                    let option = options.get(option);
                    option.map_or_else(|| space.never(), |option| option.picked.clone())
                };
                let was = from.iter().map(|option| picked(&was.options, *option));
                space.any(was).and(&picked(&is.options, *to))
            }
            Self::More => {
                let options = was.options.iter().zip(&is.options);
                let options: Vec<_> = options.filter(|(was, _)| !was.exclusive).collect();
                let one_more = (0..options.len()).map(|more| {
                    let step = options.iter().enumerate().map(|(option, (was, is))| {
                        if option == more {
                            is.picked.but_not(&was.picked)
                        } else {
                            was.picked.same(&is.picked)
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
fn kept(model: &Model<'_>, was: &QuestionDiagrams, is: &QuestionDiagrams) -> Diagram {
    let space = model.space();
    let options = was.options.iter().zip(&is.options);
    let left = options.map(|(was, is)| (was.picked.and(&is.shown), &is.picked));
    let left: Vec<(Diagram, &Diagram)> = left.collect();
    let some_left = space.any(left.iter().map(|(left, _)| left.clone()));
    some_left.implies(&space.all(left.iter().map(|(left, is)| left.same(is))))
}

fn same(model: &Model<'_>, was: &QuestionDiagrams, is: &QuestionDiagrams) -> Diagram {
    let options = was.options.iter().zip(&is.options);
    let same = options.map(|(was, is)| was.picked.same(&is.picked));
    model.space().all(same)
}
