//! Turns each condition of a pathway into a decision diagram. Each variable stands for an option,
//! and is true if the option is picked.

use crate::{
    diagram::{Diagram, Space},
    variables::Variables,
};
use pathway::{
    document::{Condition, Conditional, Document},
    id::{OptionId, QuestionId},
};
use std::collections::BTreeMap;

/// All conditions of a pathway, as diagrams over the variables of one journey.
#[derive(Clone, Debug)]
pub(crate) struct Conditions<'a> {
    pub(crate) space: &'a Space,
    pub(crate) document: &'a Document,
    pub(crate) variables: Variables,
    named: BTreeMap<&'a str, Diagram>,
}

impl<'a> Conditions<'a> {
    pub(crate) fn new(space: &'a Space, document: &'a Document, variables: Variables) -> Self {
        let mut conditions = Self {
            space,
            document,
            variables,
            named: BTreeMap::new(),
        };
        for entry in &document.conditions {
            let diagram = conditions.holds(&entry.when);
            conditions.named.insert(entry.id.as_str(), diagram);
        }
        conditions
    }

    /// Returns the journeys on which this condition holds.
    pub(crate) fn holds(&self, condition: &Condition) -> Diagram {
        match condition {
            Condition::Named(name) => {
                let named = self.named.get(name.as_str()).cloned();
                named.unwrap_or_else(|| self.space.never())
            }
            Condition::Is(question, options) => {
                let picked = options.iter().map(|option| self.picked(question, option));
                self.space.any(picked)
            }
            Condition::All(parts) => self.space.all(parts.iter().map(|part| self.holds(part))),
            Condition::Any(parts) => self.space.any(parts.iter().map(|part| self.holds(part))),
            Condition::Not(part) => self.holds(part).not(),
        }
    }

    /// Returns the journeys on which an optional condition holds. Without a condition, returns
    /// every journey.
    pub(crate) fn allows(&self, condition: Option<&Condition>) -> Diagram {
        condition.map_or_else(|| self.space.always(), |condition| self.holds(condition))
    }

    /// Returns the journeys on which at least one of these texts or contacts is shown.
    pub(crate) fn shows_some<I>(&self, things: &[Conditional<I>]) -> Diagram {
        let shown = things.iter().map(|thing| self.allows(thing.when.as_ref()));
        self.space.any(shown)
    }

    /// Returns the journeys on which this option is picked. Returns no journey if the pathway has
    /// no such option.
    pub(crate) fn picked(&self, question: &QuestionId, option: &OptionId) -> Diagram {
        let variable = || {
            let questions = &self.document.questions;
            let index = questions.iter().position(|known| known.id == *question)?;
            let options = &questions.get(index)?.options;
            let option = options.iter().position(|known| known.id == *option)?;
            self.variables.options(index).get(option)
        };
        let picked = variable().map(|variable| self.space.variable(*variable));
        picked.unwrap_or_else(|| self.space.never())
    }
}
