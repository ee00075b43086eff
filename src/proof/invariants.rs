//! Checks what must be true for every pathway, whatever its laws are. Every journey ends with an
//! outcome. For each part of the pathway, there is a journey that reaches it. Every rule and every
//! question changes a result, unless the author marks it with the key `idle`.

use crate::{
    changed_answer::{AnswerChange, JourneyPairs},
    diagram::Diagram,
    model::Model,
    routing::Routing,
    violation::{Counterexample, Violation},
};
use pathway::document::Rule;
use std::collections::BTreeSet;

pub(crate) fn violations(model: &Model<'_>) -> Vec<Violation> {
    let mut found = dead_ends(model);
    found.extend(no_help(model));
    found.extend(dead_parts(model));
    found.extend(idle_rules(model));
    found.extend(idle_questions(model));
    found
}

/// Finds the questions that a journey asks without showing an option.
fn dead_ends(model: &Model<'_>) -> Vec<Violation> {
    let questions = model.document().questions.iter();
    let stuck = questions.zip(&model.journeys.questions).filter_map(|(question, diagrams)| {
        let true_variables = diagrams.stuck.cheapest(model.numbers.prices())?;
        Some(Violation::new(
            "dead-end",
            format!("questions.{}", question.id),
            "it is asked where no option of it is shown, so no visitor can go on: show an option, or do not ask it there",
            Some(model.variables().answers(&true_variables).into()),
        ))
    });
    stuck.collect()
}

/// Finds journeys whose result has no outcome, and outcomes that have no position on a result.
fn no_help(model: &Model<'_>) -> Vec<Violation> {
    let (space, routing) = (model.space(), &model.routing);
    let nothing = space.any(routing.present.iter().cloned()).not();
    let no_help = model.shortest(&nothing).map(|answers| {
        Violation::new(
            "no-help",
            "rules".to_owned(),
            "a journey ends without any outcome: write a rule for it, or name an outcome under last_resort",
            Some(answers.into()),
        )
    });
    let outcomes = model.document().outcomes.iter().zip(&routing.present);
    let no_place =
        outcomes
            .zip(&routing.positions)
            .filter_map(|((outcome, present), positions)| {
                let somewhere = space.any(positions.iter().map(|(_, here)| here.clone()));
                let answers = model.shortest(&present.but_not(&somewhere))?;
                Some(Violation::new(
                    "no-place",
                    format!("order.{}", outcome.id),
                    "it is on a result and has no place there: give it one without a condition",
                    Some(answers.into()),
                ))
            });
    no_help.into_iter().chain(no_place).collect()
}

/// Finds the questions, options, rules, outcomes and blocks that no journey reaches.
fn dead_parts(model: &Model<'_>) -> Vec<Violation> {
    let (document, complete) = (model.document(), &model.journeys.complete);
    let mut dead = Vec::new();
    let mut check = |kind, path: String, diagram: &Diagram, fault: &str| {
        if complete.and(diagram).is_never() {
            let message = format!("{fault}: correct the condition, or take it out");
            dead.push(Violation::new(kind, path, message, None));
        }
    };
    for (question, diagrams) in document.questions.iter().zip(&model.journeys.questions) {
        let path = format!("questions.{}", question.id);
        let fault = "it is asked on no journey";
        check("dead-question", path.clone(), &diagrams.is_asked, fault);
        for (option, diagrams) in question.options.iter().zip(&diagrams.options) {
            let path = format!("{path}.options.{}", option.id);
            let fault = "it can be picked on no journey";
            check("dead-option", path, &diagrams.picked, fault);
        }
    }
    for (rule, gives) in document.rules.iter().zip(&model.routing.rules) {
        let fault = if complete.and(&model.conditions.holds(&rule.when)).is_never() {
            "it holds on no journey"
        } else {
            "whenever it holds, one of the rules that stop the questions holds too, so it counts on no journey"
        };
        check("dead-rule", format!("rules.{}", rule.id), gives, fault);
    }
    let on_no_result = "it is on the result of no journey";
    for (outcome, present) in document.outcomes.iter().zip(&model.routing.present) {
        let path = format!("outcomes.{}", outcome.id);
        check("dead-outcome", path, present, on_no_result);
    }
    for block in &document.blocks {
        let path = format!("blocks.{}", block.id);
        check("dead-block", path, &model.block(&block.id), on_no_result);
    }
    dead
}

/// Finds rules that change no result and are not marked with the key `idle`. Also finds rules that
/// have this key but change a result.
fn idle_rules(model: &Model<'_>) -> Vec<Violation> {
    let rules = model.document().rules.iter().enumerate();
    let wrong = rules.filter_map(|(index, rule)| {
        let matters = model.shortest(&decides(model, index, rule));
        let (kind, message) = match (&matters, rule.idle) {
            (None, false) => (
                "idle-rule",
                "without it every journey would end with the same outcomes, since the others together give them: take it out, or say \"idle\": true if it is there for its reason",
            ),
            (Some(_), true) => (
                "not-idle",
                "it says that it is idle, and a journey depends on it: take idle away",
            ),
            _ => return None,
        };
        let path = format!("rules.{}", rule.id);
        Some(Violation::new(kind, path, message, matters.map(Counterexample::from)))
    });
    wrong.collect()
}

/// Returns the journeys that would have another result, or more questions, if this rule did not
/// exist.
fn decides(model: &Model<'_>, index: usize, rule: &Rule) -> Diagram {
    let without = Routing::outcomes_without_rule(index, &model.conditions);
    let outcomes = model.routing.outcomes_before_area.iter().zip(&without);
    let other_result = outcomes.map(|(with, without)| with.differs(without));
    let rules = model
        .document()
        .rules
        .iter()
        .zip(&model.routing.rules)
        .enumerate();
    let stops = rules.filter(|(other, (rule, _))| *other != index && rule.stop);
    let others = model
        .space()
        .any(stops.map(|(_, (_, gives))| gives.clone()));
    let stops_alone = model.routing.rules.get(index).filter(|_| rule.stop);
    let stops_alone = stops_alone.map(|gives| gives.but_not(&others));
    model.space().any(other_result.chain(stops_alone))
}

/// Finds questions whose answers change no result and that are not marked with the key `idle`. Also
/// finds questions that have this key but change a result.
fn idle_questions(model: &Model<'_>) -> Vec<Violation> {
    let questions = model.document().questions.iter().enumerate();
    let wrong = questions.filter_map(|(index, question)| {
        let pairs = JourneyPairs::new(model, index, &AnswerChange::Any, &BTreeSet::new());
        let matters = differences(&pairs).any(|difference| !difference.is_never());
        let (kind, message, counterexample) = match (matters, question.idle) {
            (false, false) => (
                "idle-question",
                "no answer to it changes any result: take it out, or say \"idle\": true if it is there for words or contacts",
                None,
            ),
            (true, true) => (
                "not-idle",
                "it says that it is idle, and its answer changes a result: take idle away",
                pairs.shortest(&model.space().any(differences(&pairs))),
            ),
            _ => return None,
        };
        let path = format!("questions.{}", question.id);
        Some(Violation::new(kind, path, message, counterexample))
    });
    wrong.collect()
}

/// Returns the pairs of journeys that differ in one answer and have different results: other
/// outcomes, or another order of two outcomes.
fn differences<'p>(pairs: &'p JourneyPairs<'_, '_>) -> impl Iterator<Item = Diagram> + 'p {
    let (before, after) = (&pairs.before.routing, &pairs.after.routing);
    let space = pairs.before.space();
    let there = before.present.iter().zip(&after.present);
    let there = there.map(|(before, after)| before.differs(after));
    let count = before.present.len();
    let order = (0..count).flat_map(move |first| (0..count).map(move |second| (first, second)));
    let order = order.map(move |(first, second)| {
        let was_before = before.comes_before(space, first, second);
        was_before.differs(&after.comes_before(space, first, second))
    });
    let differences = there.chain(order);
    differences.map(|difference| pairs.valid.and(&difference))
}
