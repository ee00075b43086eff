//! A pathway without findings, together with its document.

use crate::{
    authoring::document::{Condition, Conditional, Document},
    model::{answers::Answers, set::Set},
    runtime::pathway::Pathway,
};
use core::ops::Deref;

/// A pathway without findings, together with its document.
#[derive(Clone, Debug)]
pub struct CheckedPathway {
    pub(super) document: Document,
    pub(super) pathway: Pathway,
}

impl CheckedPathway {
    /// All that `pathway.json` says.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Whether a condition of the document holds for these answers. A condition with an unknown id
    /// never holds.
    #[must_use]
    pub fn holds(&self, condition: &Condition, answers: &Answers) -> bool {
        let passes = |part: &Condition| self.holds(part, answers);
        match condition {
            Condition::Named(name) => {
                let mut known = self.document.conditions.iter();
                known
                    .find(|known| known.id == *name)
                    .is_some_and(|known| passes(&known.when))
            }
            Condition::Is(question, options) => {
                let Some(place) = self.question(question.as_str()) else {
                    return false;
                };
                let options = options.iter();
                let named: Set = options
                    .filter_map(|option| self.option(place, option.as_str()))
                    .collect();
                !answers.picked(place).and(named).is_empty()
            }
            Condition::All(parts) => parts.iter().all(passes),
            Condition::Any(parts) => parts.iter().any(passes),
            Condition::Not(part) => !passes(part),
        }
    }

    /// Whether something with an optional condition, as it is written, is shown.
    #[must_use]
    pub fn allowed(&self, when: Option<&Condition>, answers: &Answers) -> bool {
        when.is_none_or(|condition| self.holds(condition, answers))
    }

    /// The things that are shown for these answers, as they are written, in order.
    pub fn shown<'a, I>(
        &'a self,
        things: &'a [Conditional<I>],
        answers: &'a Answers,
    ) -> impl Iterator<Item = &'a I> {
        things
            .iter()
            .filter(|thing| self.allowed(thing.when.as_ref(), answers))
            .map(|thing| &thing.id)
    }
}

impl Deref for CheckedPathway {
    type Target = Pathway;
    fn deref(&self) -> &Pathway {
        &self.pathway
    }
}
