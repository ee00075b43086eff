//! Conditions, as they are written → diagrams over the options.

use crate::{
    diagram::{Diagram, Space},
    variables::Variables,
};
use pathway::document::{Condition, Conditional, Document};
use std::collections::BTreeMap;

/// Every condition of a pathway, over the variables of one journey.
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

    pub(crate) fn holds(&self, condition: &Condition) -> Diagram {
        match condition {
            Condition::Named(name) => self
                .named
                .get(name.as_str())
                .cloned()
                .unwrap_or_else(|| self.space.never()),
            Condition::Is(question, options) => {
                let picked = options
                    .iter()
                    .map(|option| self.picked(question.as_str(), option.as_str()));
                self.space.any(picked)
            }
            Condition::All(parts) => self.space.all(parts.iter().map(|part| self.holds(part))),
            Condition::Any(parts) => self.space.any(parts.iter().map(|part| self.holds(part))),
            Condition::Not(part) => self.holds(part).not(),
        }
    }

    /// Holds always, if there is no condition.
    pub(crate) fn allows(&self, condition: Option<&Condition>) -> Diagram {
        condition.map_or_else(|| self.space.always(), |condition| self.holds(condition))
    }

    /// Holds when at least one of these things is shown.
    pub(crate) fn shows_some<I>(&self, things: &[Conditional<I>]) -> Diagram {
        let shown = things.iter().map(|thing| self.allows(thing.when.as_ref()));
        self.space.any(shown)
    }

    /// Holds when the option is picked; never, if there is none of that id.
    pub(crate) fn picked(&self, question: &str, option: &str) -> Diagram {
        let questions = self.document.questions.iter();
        let found = questions
            .enumerate()
            .find(|(_, known)| known.id.as_str() == question)
            .and_then(|(place, known)| {
                let options = known.options.iter();
                let at = options
                    .enumerate()
                    .find(|(_, known)| known.id.as_str() == option)?;
                self.variables.options(place).get(at.0).copied()
            });
        found.map_or_else(
            || self.space.never(),
            |variable| self.space.variable(variable),
        )
    }
}
