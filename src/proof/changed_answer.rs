//! A pathway and a question → every journey beside what it becomes when that question is answered
//! otherwise: answers no longer asked are dropped, new questions are answered in any way.

use crate::{
    diagram::Diagram,
    journeys::{OptionDiagrams, QuestionDiagrams},
    model::Model,
    violation::Counterexample,
};
use pathway::document::Question;
use std::collections::BTreeSet;

/// Two journeys at a time.
pub(crate) struct JourneyPairs<'a, 'm> {
    pub(crate) before: &'m Model<'a>,
    pub(crate) after: Model<'a>,
    /// All that belong together.
    pub(crate) together: Diagram,
}

/// How an answer becomes another.
pub(crate) enum AnswerChange<'a> {
    /// One more option that is not exclusive, the exclusive ones unticked.
    More,
    /// One of these becomes that.
    To { from: &'a [usize], to: usize },
    /// Any other answer.
    Any,
}

impl<'a, 'm> JourneyPairs<'a, 'm> {
    /// Changes the question at this place; the answers to those in `keeping` stay as they were.
    pub(crate) fn new(
        before: &'m Model<'a>,
        changed: usize,
        change: &AnswerChange<'_>,
        keeping: &BTreeSet<usize>,
    ) -> Self {
        let touched = touched(before, changed);
        let after = Model::apart(before.space(), before.plan, before.document(), &touched);
        let mut together = before.journeys.complete.clone();
        let questions = before
            .journeys
            .questions
            .iter()
            .zip(&after.journeys.questions);
        for (place, (one, other)) in questions.enumerate() {
            if place == changed {
                // A question that is not asked cannot be answered otherwise.
                let step = stepped(before, change, one, other);
                together = together.and(&one.asked.and(&step).and(&other.answered));
            } else if touched.contains(&place) {
                let stays = if keeping.contains(&place) {
                    same(before, one, other)
                } else {
                    kept(before, one, other)
                };
                together = together.and(&stays.and(&other.answered));
            }
        }
        Self {
            before,
            after,
            together,
        }
    }

    /// The shortest two journeys in a diagram.
    pub(crate) fn shortest(&self, diagram: &Diagram) -> Option<Counterexample> {
        let truths = diagram.cheapest(self.before.plan.prices())?;
        Some(Counterexample {
            answers: self.before.variables().answers(&truths),
            changed: Some(self.after.variables().answers(&truths)),
        })
    }
}

/// The questions whose answer may differ when this one's does: it, and those that look at them.
fn touched(model: &Model<'_>, changed: usize) -> BTreeSet<usize> {
    let document = model.document();
    let looks = |question: &Question, ids: &BTreeSet<&str>| {
        let shown = question
            .options
            .iter()
            .filter_map(|option| option.show_when.as_ref());
        question
            .ask_when
            .iter()
            .chain(shown)
            .any(|when| !document.questions_of(when).is_disjoint(ids))
    };
    let stopping = document.rules.iter().filter(|rule| rule.stop);
    let stopping: BTreeSet<&str> = stopping
        .flat_map(|rule| document.questions_of(&rule.when))
        .collect();
    let mut touched = BTreeSet::new();
    let mut ids = BTreeSet::new();
    for (place, question) in document.questions.iter().enumerate() {
        let first = place == changed;
        let stops = !stopping.is_disjoint(&ids);
        if first || stops || looks(question, &ids) {
            touched.insert(place);
            ids.insert(question.id.as_str());
        }
    }
    touched
}

fn stepped(
    model: &Model<'_>,
    change: &AnswerChange<'_>,
    one: &QuestionDiagrams,
    other: &QuestionDiagrams,
) -> Diagram {
    let space = model.space();
    let choices = || one.choices.iter().zip(&other.choices);
    match change {
        AnswerChange::Any => space.always(),
        AnswerChange::To { from, to } => {
            let is = |choices: &[OptionDiagrams], place: usize| {
                let choice = choices.get(place);
                choice.map_or_else(|| space.never(), |choice| choice.picked.clone())
            };
            let was = from.iter().map(|place| is(&one.choices, *place));
            space
                .any(was.collect::<Vec<_>>())
                .and(&is(&other.choices, *to))
        }
        AnswerChange::More => {
            let ticks = choices().enumerate().filter(|(_, (was, _))| !was.exclusive);
            let one_more = ticks.map(|(place, (was, is))| {
                let rest = choices()
                    .enumerate()
                    .filter(|(other, (was, _))| *other != place && !was.exclusive)
                    .map(|(_, (was, is))| was.picked.same(&is.picked));
                let ticked = is.picked.but_not(&was.picked);
                space.all(rest.chain([ticked]).collect::<Vec<_>>())
            });
            space.any(one_more.collect::<Vec<_>>())
        }
    }
}

/// What was picked and can still be, stays; where nothing is left, any answer will do.
fn kept(model: &Model<'_>, one: &QuestionDiagrams, other: &QuestionDiagrams) -> Diagram {
    let space = model.space();
    let choices = one.choices.iter().zip(&other.choices);
    let left: Vec<(Diagram, &Diagram)> = choices
        .map(|(was, is)| (was.picked.and(&is.shown), &is.picked))
        .collect();
    let some_left = space.any(left.iter().map(|(left, _)| left.clone()));
    let as_left = space.all(left.iter().map(|(left, is)| left.same(is)));
    some_left.implies(&as_left)
}

fn same(model: &Model<'_>, one: &QuestionDiagrams, other: &QuestionDiagrams) -> Diagram {
    let choices = one.choices.iter().zip(&other.choices);
    model
        .space()
        .all(choices.map(|(was, is)| was.picked.same(&is.picked)))
}
