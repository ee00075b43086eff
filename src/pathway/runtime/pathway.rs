//! A pathway that is ready to run, made from a [`CompiledPathway`]. It evaluates conditions, and finds
//! the options that a question shows.

use crate::{
    model::{
        answers::Answers,
        properties::{Kind, Urgency},
        set::Set,
    },
    runtime::compiled::{
        CompiledCondition, CompiledPathway, ConditionIndex, Conditional, Question, QuestionOption,
    },
};
use alloc::vec::Vec;

/// The options of a question, sorted into sets: always shown, shown if a condition holds,
/// exclusive.
#[derive(Clone, Debug)]
pub(crate) struct QuestionSets {
    pub(crate) kind: Kind,
    pub(crate) when: Option<ConditionIndex>,
    pub(crate) always: Set,
    pub(crate) sometimes: Vec<(usize, ConditionIndex)>,
    pub(crate) exclusive: Set,
}

/// A pathway that can find the next question or the result. Its data comes from a document without
/// findings or, in a browser, from an edition.
#[derive(Clone, Debug)]
pub struct Pathway {
    pub(crate) compiled: CompiledPathway,
    pub(crate) questions: Vec<QuestionSets>,
}

impl Pathway {
    #[cfg(feature = "authoring")]
    pub(crate) fn new(compiled: CompiledPathway) -> Self {
        let mut pathway = Self {
            compiled,
            questions: Vec::new(),
        };
        pathway.prepare();
        pathway
    }

    /// Sorts the options of each question into sets.
    pub(crate) fn prepare(&mut self) {
        self.questions = self.compiled.questions.iter().map(question_sets).collect();
    }

    /// Returns the compiled pathway, which contains no laws and no scenarios.
    pub fn compiled(&self) -> &CompiledPathway {
        &self.compiled
    }

    /// Returns the index of the question with this id. Returns `None` if no question has this id.
    pub fn question(&self, id: &str) -> Option<usize> {
        let mut questions = self.compiled.questions.iter();
        questions.position(|question| question.id.as_str() == id)
    }

    /// Returns the id of the question with this index.
    pub fn question_id(&self, question: usize) -> &str {
        let question = self.compiled.questions.get(question);
        question.map_or("", |question| question.id.as_str())
    }

    /// Returns the index of the option with this id, within its question.
    pub fn option(&self, question: usize, id: &str) -> Option<usize> {
        let mut options = self.compiled.questions.get(question)?.options.iter();
        options.position(|option| option.id.as_str() == id)
    }

    /// Returns the index of the outcome with this id. Returns `None` if no outcome has this id.
    pub fn outcome(&self, id: &str) -> Option<usize> {
        let mut outcomes = self.compiled.outcomes.iter();
        outcomes.position(|outcome| outcome.id.as_str() == id)
    }

    /// Returns the urgency of the most urgent of these outcomes.
    pub fn urgency(&self, outcomes: Set) -> Urgency {
        outcomes
            .iter()
            .filter_map(|index| Some(self.compiled.outcomes.get(index)?.urgency))
            .max()
            .unwrap_or(Urgency::Routine)
    }

    /// Returns whether the condition holds for these answers.
    pub fn holds(&self, when: &ConditionIndex, answers: &Answers) -> bool {
        let passes = |part: &ConditionIndex| self.holds(part, answers);
        match self.test(*when) {
            Some(CompiledCondition::Is { question, options }) => {
                let picked = answers.picked(*question as usize);
                !picked.and(*options).is_empty()
            }
            Some(CompiledCondition::All(parts)) => parts.iter().all(passes),
            Some(CompiledCondition::Any(parts)) => parts.iter().any(passes),
            Some(CompiledCondition::Not(part)) => !passes(part),
            None => false,
        }
    }

    pub(crate) fn test(&self, when: ConditionIndex) -> Option<&CompiledCondition> {
        self.compiled.conditions.get(when.0 as usize)
    }

    /// Returns the ids of the texts or contacts that are shown for these answers, in order.
    pub fn visible_entries<'a, I>(
        &'a self,
        entries: &'a [Conditional<I>],
        answers: &'a Answers,
    ) -> impl Iterator<Item = &'a I> {
        entries
            .iter()
            .filter(|entry| self.allowed(entry.when.as_ref(), answers))
            .map(|entry| &entry.id)
    }

    /// Returns these answers without their private options.
    pub fn without_private_answers(&self, answers: &Answers) -> Answers {
        self.change_private(answers, |picked, private| picked.without(private))
    }

    /// Returns these answers, with every private option of every question picked as well.
    pub fn with_every_private_option(&self, answers: &Answers) -> Answers {
        self.change_private(answers, Set::or)
    }

    fn change_private(&self, answers: &Answers, change: impl Fn(Set, Set) -> Set) -> Answers {
        let mut changed = Answers::default();
        for (index, question) in self.compiled.questions.iter().enumerate() {
            let private = options_that(question, |option| question.private || option.private);
            changed.pick(index, change(answers.picked(index), private));
        }
        changed
    }

    /// Returns whether a text or contact with this condition is shown for these answers. Without a
    /// condition it is always shown.
    pub fn allowed(&self, when: Option<&ConditionIndex>, answers: &Answers) -> bool {
        when.is_none_or(|when| self.holds(when, answers))
    }

    /// Returns the options that the question with this index shows after these answers.
    pub fn options_offered(&self, question: usize, answers: &Answers) -> Set {
        let Some(sets) = self.questions.get(question) else {
            return Set::EMPTY;
        };
        sets.sometimes
            .iter()
            .filter(|(_, when)| self.holds(when, answers))
            .map(|(option, _)| *option)
            .collect::<Set>()
            .or(sets.always)
    }
}

fn question_sets(question: &Question) -> QuestionSets {
    let options = question.options.iter().enumerate();
    QuestionSets {
        kind: question.kind,
        when: question.ask_when,
        always: options_that(question, |option| option.show_when.is_none()),
        sometimes: options
            .filter_map(|(index, option)| Some((index, option.show_when?)))
            .collect(),
        exclusive: options_that(question, |option| option.exclusive),
    }
}

/// Returns the indexes of the options of a question for which `holds` returns true.
pub(crate) fn options_that(question: &Question, holds: impl Fn(&QuestionOption) -> bool) -> Set {
    let options = question.options.iter().enumerate();
    options
        .filter(|(_, option)| holds(option))
        .map(|(index, _)| index)
        .collect()
}
