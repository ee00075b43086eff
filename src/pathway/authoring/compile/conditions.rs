//! Compiles the conditions of a document into one table. Equal conditions share one entry of the
//! table.

use super::Compiler;
use crate::{
    authoring::{document::Condition, finding::name_one_of},
    model::{
        id::{OptionId, QuestionId},
        set::Set,
    },
    runtime::compiled::{CompiledCondition, ConditionIndex, MAX_STEPS},
};
use alloc::{collections::BTreeMap, format, vec::Vec};

#[derive(Default)]
pub(super) struct Table {
    indexes: BTreeMap<CompiledCondition, ConditionIndex>,
    conditions: Vec<CompiledCondition>,
    steps: Vec<u32>,
}

impl Table {
    fn index_of(&mut self, condition: CompiledCondition) -> ConditionIndex {
        let next = ConditionIndex(u32::try_from(self.conditions.len()).unwrap_or(u32::MAX));
        let (conditions, steps) = (&mut self.conditions, &mut self.steps);
        *self
            .indexes
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
    /// Compiles a condition, and returns its index in the table. A condition that names an unknown
    /// id never holds. It is also a finding, at the path in the argument `path`.
    pub(super) fn when(&mut self, condition: &Condition, path: &str) -> ConditionIndex {
        let mut all = |parts: &[Condition]| -> Vec<ConditionIndex> {
            parts.iter().map(|part| self.when(part, path)).collect()
        };
        let condition = match condition {
            Condition::All(parts) => CompiledCondition::All(all(parts)),
            Condition::Any(parts) => CompiledCondition::Any(all(parts)),
            Condition::Not(part) => CompiledCondition::Not(self.when(part, path)),
            Condition::Is(question, options) => self.is(question, options, path),
            Condition::Named(name) => {
                if let Some(when) = self.named.get(name.as_str()) {
                    return *when;
                }
                self.findings.add("unknown-condition", path, format!(
                    "no condition \"{name}\" stands before this: define it under conditions, above where it is used"
                ));
                CompiledCondition::Any(Vec::new())
            }
        };
        let when = self.table.index_of(condition);
        if self.table.takes_too_long(when) {
            let message =
                format!("written out, it takes more than {MAX_STEPS} steps: say it more simply");
            self.findings.add("too-complex", path, message);
        }
        when
    }

    pub(super) fn optional(
        &mut self,
        when: Option<&Condition>,
        path: &str,
    ) -> Option<ConditionIndex> {
        when.map(|condition| self.when(condition, path))
    }

    /// Compiles a condition that never holds if it is absent.
    pub(super) fn when_or_never(&mut self, when: Option<&Condition>, path: &str) -> ConditionIndex {
        let never = Condition::Any(Vec::new());
        self.when(when.unwrap_or(&never), path)
    }

    fn is(&mut self, question: &QuestionId, options: &[OptionId], path: &str) -> CompiledCondition {
        let index = self.question_index(question);
        let Some((index, known)) = index.zip(self.document.question(question)) else {
            self.findings.add("unknown-question", path, format!(
                "there is no question \"{question}\": name one under questions, or a condition by its name alone"
            ));
            return CompiledCondition::Any(Vec::new());
        };
        if options.is_empty() {
            let message = format!("no option of \"{question}\" is named: name at least one");
            self.findings.add("empty-condition", path, message);
        }
        let mut found = Set::EMPTY;
        for option in options {
            let mut options = known.options.iter();
            match options.position(|known| known.id == *option) {
                Some(option) => found = found.or(Set::one(option)),
                None => {
                    let known = known.options.iter().map(|option| option.id.as_str());
                    let message = format!(
                        "question \"{question}\" has no option \"{option}\": {}",
                        name_one_of(known)
                    );
                    self.findings.add("unknown-option", path, message);
                }
            }
        }
        CompiledCondition::Is {
            question: u32::try_from(index).unwrap_or(u32::MAX),
            options: found,
        }
    }
}
