//! An [`Outline`] → a [`Pathway`] that can route: which options a question shows, whether a condition
//! holds.

use crate::{
    answers::Answers,
    document::{Kind, Urgency},
    outline::{Outline, Question, QuestionOption, Shown, Test, When},
    set::Set,
};
use alloc::vec::Vec;

/// A question's options as sets.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) kind: Kind,
    pub(crate) when: Option<When>,
    pub(crate) always: Set,
    pub(crate) sometimes: Vec<(usize, When)>,
    pub(crate) exclusive: Set,
}

/// A pathway that can route. Only [`crate::check`] makes one out of a document, and only without
/// findings; a browser reads it from an edition.
#[derive(Clone, Debug)]
pub struct Pathway {
    pub(crate) document: Outline,
    pub(crate) questions: Vec<Asked>,
}

impl Pathway {
    pub(crate) fn new(document: Outline) -> Self {
        Self {
            questions: document.questions.iter().map(asked).collect(),
            document,
        }
    }

    /// What the pathway holds, apart from its document's laws and stories.
    #[must_use]
    pub fn document(&self) -> &Outline {
        &self.document
    }

    /// The place of a question.
    #[must_use]
    pub fn question(&self, id: &str) -> Option<usize> {
        let mut questions = self.document.questions.iter();
        questions.position(|question| question.id.as_str() == id)
    }

    /// The place of an option within a question.
    #[must_use]
    pub fn option(&self, question: usize, id: &str) -> Option<usize> {
        let mut options = self.document.questions.get(question)?.options.iter();
        options.position(|option| option.id.as_str() == id)
    }

    /// The place of an outcome.
    #[must_use]
    pub fn outcome(&self, id: &str) -> Option<usize> {
        let mut outcomes = self.document.outcomes.iter();
        outcomes.position(|outcome| outcome.id.as_str() == id)
    }

    /// The most any of these outcomes hurries.
    #[must_use]
    pub fn urgency(&self, outcomes: Set) -> Urgency {
        outcomes
            .iter()
            .filter_map(|place| Some(self.document.outcomes.get(place)?.urgency))
            .max()
            .unwrap_or(Urgency::Routine)
    }

    /// Whether a condition holds for these answers.
    #[must_use]
    pub fn holds(&self, when: &When, answers: &Answers) -> bool {
        let passes = |part: &When| self.holds(part, answers);
        match self.test(*when) {
            Some(Test::Is { question, options }) => {
                let picked = answers.picked(*question as usize);
                !picked.and(*options).is_empty()
            }
            Some(Test::All(parts)) => parts.iter().all(passes),
            Some(Test::Any(parts)) => parts.iter().any(passes),
            Some(Test::Not(part)) => !passes(part),
            None => false,
        }
    }

    pub(crate) fn test(&self, when: When) -> Option<&Test> {
        self.document.tests.0.get(when.0 as usize)
    }

    /// The things that are shown for these answers, in order.
    pub fn shown<'a, I>(
        &'a self,
        things: &'a [Shown<I>],
        answers: &'a Answers,
    ) -> impl Iterator<Item = &'a I> {
        things
            .iter()
            .filter(|thing| self.allowed(thing.when.as_ref(), answers))
            .map(|thing| &thing.id)
    }

    /// What is left of the answers without what stays off paper unless the person adds it.
    #[must_use]
    pub fn public(&self, answers: &Answers) -> Answers {
        self.with_private(answers, |picked, private| picked.without(private))
    }

    /// The answers of somebody who also said everything that stays off paper.
    #[must_use]
    pub fn exposed(&self, answers: &Answers) -> Answers {
        self.with_private(answers, Set::or)
    }

    fn with_private(&self, answers: &Answers, change: impl Fn(Set, Set) -> Set) -> Answers {
        let mut changed = Answers::default();
        for (place, question) in self.document.questions.iter().enumerate() {
            let private = options_that(question, |option| question.private || option.private);
            changed.pick(place, change(answers.picked(place), private));
        }
        changed
    }

    /// Whether something with an optional condition is shown.
    #[must_use]
    pub fn allowed(&self, when: Option<&When>, answers: &Answers) -> bool {
        when.is_none_or(|when| self.holds(when, answers))
    }

    /// The options of a question that can be picked after these answers.
    #[must_use]
    pub fn options_shown(&self, question: usize, answers: &Answers) -> Set {
        let Some(asked) = self.questions.get(question) else {
            return Set::EMPTY;
        };
        asked
            .sometimes
            .iter()
            .filter(|(_, when)| self.holds(when, answers))
            .map(|(option, _)| *option)
            .collect::<Set>()
            .or(asked.always)
    }
}

fn asked(question: &Question) -> Asked {
    let options = question.options.iter().enumerate();
    Asked {
        kind: question.kind,
        when: question.ask_when,
        always: options_that(question, |option| option.show_when.is_none()),
        sometimes: options
            .filter_map(|(place, option)| Some((place, option.show_when?)))
            .collect(),
        exclusive: options_that(question, |option| option.exclusive),
    }
}

/// The options of a question or a note of which this is true.
pub(crate) fn options_that(question: &Question, holds: impl Fn(&QuestionOption) -> bool) -> Set {
    let options = question.options.iter().enumerate();
    options
        .filter(|(_, option)| holds(option))
        .map(|(place, _)| place)
        .collect()
}
