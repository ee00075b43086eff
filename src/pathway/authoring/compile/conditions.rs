//! Conditions → conditions in one table, equal ones once.

use super::Compiler;
use crate::{
    authoring::document::Condition,
    model::{
        id::{OptionId, QuestionId},
        set::Set,
    },
    runtime::compiled::{CompiledCondition, ConditionIndex, MAX_STEPS},
};
use alloc::{collections::BTreeMap, format, vec::Vec};

#[derive(Default)]
pub(super) struct Table {
    places: BTreeMap<CompiledCondition, ConditionIndex>,
    conditions: Vec<CompiledCondition>,
    steps: Vec<u32>,
}

impl Table {
    fn place(&mut self, condition: CompiledCondition) -> ConditionIndex {
        let next = ConditionIndex(u32::try_from(self.conditions.len()).unwrap_or(u32::MAX));
        let (conditions, steps) = (&mut self.conditions, &mut self.steps);
        *self
            .places
            .entry(condition)
            .or_insert_with_key(|condition| {
                steps.push(condition.steps(steps).unwrap_or(u32::MAX));
                conditions.push(condition.clone());
                next
            })
    }

    fn takes_too_long(&self, when: ConditionIndex) -> bool {
        let steps = self.steps.get(when.0 as usize);
        steps.is_none_or(|steps| *steps > MAX_STEPS)
    }

    pub(super) fn into_conditions(self) -> Vec<CompiledCondition> {
        self.conditions
    }
}

impl Compiler<'_> {
    /// A condition that names a missing id never holds, and is a finding.
    pub(super) fn when(&mut self, condition: &Condition, place: &str) -> ConditionIndex {
        let mut all = |parts: &[Condition]| -> Vec<ConditionIndex> {
            parts.iter().map(|part| self.when(part, place)).collect()
        };
        let condition = match condition {
            Condition::All(parts) => CompiledCondition::All(all(parts)),
            Condition::Any(parts) => CompiledCondition::Any(all(parts)),
            Condition::Not(part) => CompiledCondition::Not(self.when(part, place)),
            Condition::Is(question, options) => self.is(question, options, place),
            Condition::Named(name) => {
                if let Some(when) = self.symbols.when(name) {
                    return when;
                }
                self.findings.add("unknown-condition", place, format!(
                    "no condition \"{name}\" stands before this: define it under conditions, above where it is used"
                ));
                CompiledCondition::Any(Vec::new())
            }
        };
        let when = self.table.place(condition);
        if self.table.takes_too_long(when) {
            self.findings.add(
                "too-complex",
                place,
                format!("written out, it takes more than {MAX_STEPS} steps: say it more simply"),
            );
        }
        when
    }

    pub(super) fn optional(
        &mut self,
        when: Option<&Condition>,
        place: &str,
    ) -> Option<ConditionIndex> {
        when.map(|condition| self.when(condition, place))
    }

    fn is(
        &mut self,
        question: &QuestionId,
        options: &[OptionId],
        place: &str,
    ) -> CompiledCondition {
        let Some(index) = self.symbols.question(question) else {
            self.findings.add("unknown-question", place, format!(
                "there is no question \"{question}\": name one under questions, or a condition by its name alone"
            ));
            return CompiledCondition::Any(Vec::new());
        };
        if options.is_empty() {
            self.findings.add(
                "empty-condition",
                place,
                format!("no option of \"{question}\" is named: name at least one"),
            );
        }
        let mut found = Set::EMPTY;
        for option in options {
            match self.symbols.option(index, option) {
                Some(place) => found = found.or(Set::one(place)),
                None => self.findings.add(
                    "unknown-option",
                    place,
                    format!("question \"{question}\" has no option \"{option}\": name one it has"),
                ),
            }
        }
        CompiledCondition::Is {
            question: u32::try_from(index).unwrap_or(u32::MAX),
            options: found,
        }
    }
}
