//! Finds the reasons of a result. A reason is a rule with the picked options that made it true, and
//! with the outcomes that it gave.

use crate::{
    model::{answers::Answers, id::SourceId, set::Set},
    runtime::{
        compiled::{CompiledCondition, ConditionIndex},
        pathway::Pathway,
        replay::RoutingResult,
    },
};
use alloc::vec::Vec;

/// The reason for some outcomes: a rule, and the answers that made it true.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The index of the rule. [`Pathway::rule_id`] returns its id.
    pub rule: usize,
    /// The indexes of the outcomes on the result that the rule gave.
    pub outcomes: Set,
    /// The picked options that made the rule true, by the index of their question. Only questions
    /// in the list `because` of the rule are here.
    pub answers: Vec<(usize, Set)>,
}

/// Finds the reasons of a result, in the order of the rules. The outcome `local.instead` gets the
/// reasons of the local outcomes, also if the local outcomes stay on the result.
pub fn reasons(pathway: &Pathway, answers: &Answers, routed: &RoutingResult) -> Vec<Reason> {
    let on_result: Set = routed.outcomes.iter().copied().collect();
    let (rules, local) = (&pathway.compiled.rules, &pathway.compiled.local);
    let instead = Set::one(local.instead as usize).and(on_result);
    routed
        .rules
        .iter()
        .map(|index| {
            let Some(rule) = rules.get(*index) else {
                let resort = *index == rules.len();
                let outcomes = if resort {
                    pathway.compiled.last_resort.outcomes
                } else {
                    instead
                };
                return Reason {
                    rule: *index,
                    outcomes,
                    answers: Vec::new(),
                };
            };
            let carried = !rule.outcomes.and(local.outcomes).is_empty();
            let instead = if carried { instead } else { Set::EMPTY };
            let mut witnesses = Answers::default();
            pathway.witness(rule.when, answers, &mut witnesses);
            Reason {
                rule: *index,
                outcomes: rule.outcomes.and(on_result).or(instead),
                answers: rule
                    .because
                    .iter()
                    .map(|question| (question, witnesses.picked(question)))
                    .filter(|(_, picked)| !picked.is_empty())
                    .collect(),
            }
        })
        .collect()
}

impl Pathway {
    /// Returns the ids of the sources that support the rule with this index.
    pub fn rule_sources(&self, index: usize) -> &[SourceId] {
        let compiled = &self.compiled;
        match index.checked_sub(compiled.rules.len()) {
            None => compiled.rules.get(index).map_or(&[], |rule| &rule.sources),
            Some(0) => &compiled.last_resort.sources,
            Some(_) => &compiled.local.sources,
        }
    }

    /// Adds the picked options that make a condition true to `witnesses`. A negated condition adds
    /// no option, because only options that were not picked make it true.
    fn witness(&self, when: ConditionIndex, answers: &Answers, witnesses: &mut Answers) {
        if !self.holds(&when, answers) {
            return;
        }
        match self.test(when) {
            Some(CompiledCondition::Is { question, options }) => {
                let question = *question as usize;
                let picked = answers.picked(question).and(*options);
                witnesses.pick(question, witnesses.picked(question).or(picked));
            }
            Some(CompiledCondition::All(parts) | CompiledCondition::Any(parts)) => {
                for part in parts.iter().copied() {
                    self.witness(part, answers, witnesses);
                }
            }
            Some(CompiledCondition::Not(_)) | None => {}
        }
    }
}
