//! Replays a visitor's answers: finds the questions that are asked, and then the next question or
//! the result.
//!
//! Each call starts at the first question, and nothing is stored between calls. So an answer does
//! not count if its question is no longer asked or its option is no longer shown.

use crate::{
    model::{answers::Answers, id::RuleId, properties::Urgency, set::Set},
    runtime::{compiled::Rule, pathway::Pathway},
};
use alloc::vec::Vec;

/// A question of the journey, with the visitor's answer to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnsweredQuestion {
    /// The index of the question in the list of the pathway's questions.
    pub question: usize,
    /// The indexes of the options that the question showed.
    pub offered: Set,
    /// The indexes of the options that the visitor picked.
    pub picked: Set,
}

/// The end of a replay: either the next question, or the result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// The next question, because the visitor has not answered it yet.
    Ask {
        /// The index of the question in the list of the pathway's questions.
        question: usize,
        /// The indexes of the options that the question shows.
        offered: Set,
    },
    /// The result, because every question that is asked has an answer.
    Result(RoutingResult),
}

/// The outcomes of a result, and the rules that gave them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoutingResult {
    /// The indexes of the outcomes, in the order on the screen, each only once.
    pub outcomes: Vec<usize>,
    /// The indexes of the rules that gave the outcomes, in ascending order. [`Pathway::rule_id`]
    /// returns the id of a rule by its index.
    pub rules: Vec<usize>,
    /// The indexes of the local outcomes that rules gave, also if the person lives outside their
    /// areas.
    pub local: Set,
    /// The urgency of the most urgent outcome.
    pub urgency: Urgency,
}

/// What a replay of the visitor's answers found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replay {
    /// The questions that were asked and answered, in the order in which they were asked.
    pub path: Vec<AnsweredQuestion>,
    /// The answers that count. Answers to questions that are no longer asked are left out.
    pub answers: Answers,
    /// The next question, or the result.
    pub end: End,
}

/// Replays these answers from the first question.
pub fn evaluate(pathway: &Pathway, answers: &Answers) -> Replay {
    let mut counted = Answers::default();
    let mut path = Vec::new();
    for (question, asked) in pathway.questions.iter().enumerate() {
        if asked
            .when
            .as_ref()
            .is_some_and(|when| !pathway.holds(when, &counted))
        {
            continue;
        }
        let offered = pathway.options_offered(question, &counted);
        let picked = answers.picked(question).and(offered);
        if picked.is_empty() {
            return Replay {
                path,
                answers: counted,
                end: End::Ask { question, offered },
            };
        }
        counted.pick(question, picked);
        path.push(AnsweredQuestion {
            question,
            offered,
            picked,
        });
        if stops(pathway, &counted) {
            break;
        }
    }
    let end = End::Result(result(pathway, &counted));
    Replay {
        path,
        answers: counted,
        end,
    }
}

fn stops(pathway: &Pathway, answers: &Answers) -> bool {
    let stopping = |rule: &Rule| rule.stop && pathway.holds(&rule.when, answers);
    pathway.compiled.rules.iter().any(stopping)
}

fn result(pathway: &Pathway, answers: &Answers) -> RoutingResult {
    let compiled = &pathway.compiled;
    let stopped = stops(pathway, answers);
    let mut outcomes_of_rules = Set::EMPTY;
    let mut rules = Vec::new();
    for (index, rule) in compiled.rules.iter().enumerate() {
        if rule.stop == stopped && pathway.holds(&rule.when, answers) {
            outcomes_of_rules = outcomes_of_rules.or(rule.outcomes);
            rules.push(index);
        }
    }
    if !stopped
        && outcomes_of_rules
            .without(compiled.last_resort.beside)
            .is_empty()
    {
        outcomes_of_rules = outcomes_of_rules.or(compiled.last_resort.outcomes);
        rules.push(compiled.rules.len());
    }
    let mut outcomes = ordered(pathway, outcomes_of_rules, answers);
    let local = outcomes_of_rules.and(compiled.local.outcomes);
    if apply_area(pathway, answers, &mut outcomes) {
        rules.push(compiled.rules.len() + 1);
    }
    RoutingResult {
        urgency: pathway.urgency(outcomes.iter().copied().collect()),
        outcomes,
        rules,
        local,
    }
}

/// Returns the outcomes in `given`, in the order that the pathway defines. The pathway can list an
/// outcome at several positions. The first position whose condition holds counts.
fn ordered(pathway: &Pathway, outcomes_of_rules: Set, answers: &Answers) -> Vec<usize> {
    let mut left = outcomes_of_rules;
    let mut outcomes = Vec::with_capacity(outcomes_of_rules.len());
    for entry in &pathway.compiled.order {
        let outcome = entry.id as usize;
        if left.has(outcome) && pathway.allowed(entry.when.as_ref(), answers) {
            left = left.without(Set::one(outcome));
            outcomes.push(outcome);
        }
    }
    outcomes
}

/// Adds the outcome `local.instead` before the first local outcome if the person lives outside the
/// areas, or if their area is unknown. Outside the areas, removes the local outcomes. Returns
/// whether the outcomes changed.
fn apply_area(pathway: &Pathway, answers: &Answers, outcomes: &mut Vec<usize>) -> bool {
    let local = &pathway.compiled.local;
    let Some(first) = outcomes
        .iter()
        .position(|outcome| local.outcomes.has(*outcome))
    else {
        return false;
    };
    let outside = pathway.holds(&local.outside, answers);
    if !outside && !pathway.holds(&local.unknown, answers) {
        return false;
    }
    outcomes.insert(first, local.instead as usize);
    if outside {
        outcomes.retain(|outcome| !local.outcomes.has(*outcome));
    }
    true
}

impl Pathway {
    /// Returns whether the result comes from a rule that ends the questions.
    pub fn is_stopped(&self, routed: &RoutingResult) -> bool {
        let first = routed.rules.first();
        first
            .and_then(|index| self.compiled.rules.get(*index))
            .is_some_and(|rule| rule.stop)
    }

    /// Returns the id of the rule with this index. The rules of the pathway have the first indexes.
    /// The last resort has the next index, and the rule for people outside the areas has the last
    /// one.
    pub fn rule_id(&self, index: usize) -> &RuleId {
        let compiled = &self.compiled;
        match index.checked_sub(compiled.rules.len()) {
            None => compiled
                .rules
                .get(index)
                .map_or(&compiled.last_resort.id, |rule| &rule.id),
            Some(0) => &compiled.last_resort.id,
            Some(_) => &compiled.local.id,
        }
    }
}
