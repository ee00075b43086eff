//! A result → its reasons: for each rule, the picked options that made it hold, its outcomes and
//! its sources.

use crate::{
    model::{answers::Answers, id::SourceId, set::Set},
    runtime::{
        compiled::{CompiledCondition, ConditionIndex},
        evaluate::RoutingResult,
        pathway::Pathway,
    },
};
use alloc::vec::Vec;

/// Why a rule held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The rule's place; see [`Pathway::rule_id`].
    pub rule: usize,
    /// The outcomes on the result that it speaks for.
    pub outcomes: Set,
    /// The picked options that made the rule hold, by question, for the questions that the rule's
    /// `because` names.
    pub said: Vec<(usize, Set)>,
}

/// The reasons of a result, in rule order. The outcome that replaces local outcomes has their
/// reasons, also where they stay.
#[must_use]
pub fn reasons(pathway: &Pathway, answers: &Answers, routed: &RoutingResult) -> Vec<Reason> {
    let there: Set = routed.outcomes.iter().copied().collect();
    let (rules, local) = (&pathway.document.rules, &pathway.document.local);
    let instead = Set::one(local.instead as usize).and(there);
    routed
        .rules
        .iter()
        .map(|place| {
            let Some(rule) = rules.get(*place) else {
                let resort = *place == rules.len();
                let outcomes = if resort {
                    pathway.document.last_resort.outcomes
                } else {
                    instead
                };
                return Reason {
                    rule: *place,
                    outcomes,
                    said: Vec::new(),
                };
            };
            let carried = !rule.outcomes.and(local.outcomes).is_empty();
            let instead = if carried { instead } else { Set::EMPTY };
            let mut witnesses = Answers::default();
            pathway.witness(rule.when, answers, &mut witnesses);
            Reason {
                rule: *place,
                outcomes: rule.outcomes.and(there).or(instead),
                said: rule
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
    /// Where a rule comes from, by its place.
    #[must_use]
    pub fn rule_sources(&self, place: usize) -> &[SourceId] {
        let document = &self.document;
        match place.checked_sub(document.rules.len()) {
            None => document.rules.get(place).map_or(&[], |rule| &rule.sources),
            Some(0) => &document.last_resort.sources,
            Some(_) => &document.local.sources,
        }
    }

    /// Adds the picked options that make a condition hold. A negation adds none, because it holds
    /// by options that were not picked.
    fn witness(&self, when: ConditionIndex, answers: &Answers, witnesses: &mut Answers) {
        if !self.holds(&when, answers) {
            return;
        }
        match self.test(when) {
            Some(CompiledCondition::Is { question, options }) => {
                let question = *question as usize;
                let said = answers.picked(question).and(*options);
                witnesses.pick(question, witnesses.picked(question).or(said));
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
