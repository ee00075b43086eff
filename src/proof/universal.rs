//! What must hold for every pathway, whatever its laws say: every journey ends in help, everything in
//! the pathway can happen, and everything in it matters unless it says that it does not.

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
    found.extend(never(model));
    found.extend(idle_rules(model));
    found.extend(idle_questions(model));
    found
}

fn with_counterexample(model: &Model<'_>, truths: Option<Vec<usize>>) -> Option<Counterexample> {
    Some(Counterexample {
        answers: model.variables().answers(&truths?),
        changed: None,
    })
}

/// A question that leaves nothing to answer.
fn dead_ends(model: &Model<'_>) -> Vec<Violation> {
    let questions = model.document().questions.iter();
    let stuck = questions.zip(&model.journeys.questions);
    stuck
        .filter(|(_, asked)| !asked.stuck.is_never())
        .map(|(question, asked)| {
            let truths = asked.stuck.cheapest(model.plan.prices());
            Violation::new(
                "dead-end",
                format!("questions.{}", question.id),
                "it is asked where no option of it is shown, and nobody can go on: show one, or do not ask it there".to_owned(),
            )
            .with_counterexample(with_counterexample(model, truths))
        })
        .collect()
}

/// A journey without an outcome, or an outcome without a place on the result.
fn no_help(model: &Model<'_>) -> Vec<Violation> {
    let (space, routing) = (model.space(), &model.routing);
    let nothing = space.any(routing.present.iter().cloned()).not();
    let mut found = Vec::new();
    if let Some(answers) = model.shortest(&nothing) {
        let violation = Violation::new(
            "no-help",
            "rules".to_owned(),
            "a journey ends without any outcome: write a rule for it, or name an outcome under last_resort".to_owned(),
        );
        let changed = None;
        found.push(violation.with_counterexample(Some(Counterexample { answers, changed })));
    }
    let outcomes = model.document().outcomes.iter().zip(&routing.present);
    for ((outcome, present), places) in outcomes.zip(&routing.places) {
        let somewhere = space.any(places.iter().map(|(_, here)| here.clone()));
        if let Some(answers) = model.shortest(&present.but_not(&somewhere)) {
            let violation = Violation::new(
                "no-place",
                format!("order.{}", outcome.id),
                "it is on a result and has no place there: give it one without a condition"
                    .to_owned(),
            );
            let changed = None;
            found.push(violation.with_counterexample(Some(Counterexample { answers, changed })));
        }
    }
    found
}

/// Whatever no journey reaches.
fn never(model: &Model<'_>) -> Vec<Violation> {
    let (document, routing) = (model.document(), &model.routing);
    let mut dead = Vec::new();
    let mut look = |kind, place: String, diagram: &Diagram, what: &str| {
        if model.journeys.complete.and(diagram).is_never() {
            dead.push(Violation::new(
                kind,
                place,
                format!("{what}: correct the condition, or take it out"),
            ));
        }
    };
    for (question, asked) in document.questions.iter().zip(&model.journeys.questions) {
        let place = format!("questions.{}", question.id);
        look(
            "dead-question",
            place.clone(),
            &asked.asked,
            "it is asked on no journey",
        );
        for (option, choice) in question.options.iter().zip(&asked.choices) {
            let place = format!("{place}.options.{}", option.id);
            look(
                "dead-option",
                place,
                &choice.picked,
                "it can be picked on no journey",
            );
        }
    }
    for (rule, counts) in document.rules.iter().zip(&routing.rules) {
        let written = model.conditions.holds(&rule.when);
        let why = if model.journeys.complete.and(&written).is_never() {
            "it holds on no journey"
        } else {
            "whenever it holds, one of the rules that stop the questions holds too, and it counts on no journey"
        };
        look("dead-rule", format!("rules.{}", rule.id), counts, why);
    }
    for (outcome, present) in document.outcomes.iter().zip(&routing.present) {
        let place = format!("outcomes.{}", outcome.id);
        look(
            "dead-outcome",
            place,
            present,
            "it is on the result of no journey",
        );
    }
    for block in &document.blocks {
        let place = format!("blocks.{}", block.id);
        look(
            "dead-block",
            place,
            &model.block(&block.id),
            "it stands on the result of no journey",
        );
    }
    dead
}

/// A rule whose outcomes other rules together always give, without saying so; or the reverse.
fn idle_rules(model: &Model<'_>) -> Vec<Violation> {
    let rules = model.document().rules.iter().enumerate();
    let wrong = rules.filter_map(|(place, rule)| {
        let matters = model.shortest(&decides(model, place, rule));
        let place = format!("rules.{}", rule.id);
        match (matters, rule.idle) {
            (None, false) => Some(Violation::new(
                "idle-rule",
                place,
                "without it every journey would end with the same outcomes, since the others together give them: take it out, or say \"idle\": true if it is there for its reason".to_owned(),
            )),
            (Some(answers), true) => Some(
                Violation::new(
                    "not-idle",
                    place,
                    "it says that it is idle, and a journey depends on it: take idle away".to_owned(),
                )
                .with_counterexample(Some(Counterexample { answers, changed: None })),
            ),
            _ => None,
        }
    });
    wrong.collect()
}

/// Where a result would be another one without this rule, or more would be asked.
fn decides(model: &Model<'_>, place: usize, rule: &Rule) -> Diagram {
    let without = Routing::given_without(place, &model.conditions);
    let given = model.routing.given.iter().zip(&without);
    let other = given.map(|(given, without)| given.same(without).not());
    let stops = model.document().rules.iter().zip(&model.routing.rules);
    let others = stops
        .enumerate()
        .filter(|(other, (rule, _))| *other != place && rule.stop)
        .map(|(_, (_, counts))| counts.clone());
    let alone = model.routing.rules.get(place).filter(|_| rule.stop);
    let alone = alone.map(|counts| counts.but_not(&model.space().any(others)));
    model.space().any(other.chain(alone).collect::<Vec<_>>())
}

/// A question whose answer changes no result, without saying so; or the reverse.
fn idle_questions(model: &Model<'_>) -> Vec<Violation> {
    let questions = model.document().questions.iter().enumerate();
    let wrong = questions.filter_map(|(place, question)| {
        let pairs = JourneyPairs::new(model, place, &AnswerChange::Any, &BTreeSet::new());
        let matters = differences(&pairs).any(|other| !other.is_never());
        let place = format!("questions.{}", question.id);
        match (matters, question.idle) {
            (false, false) => Some(Violation::new(
                "idle-question",
                place,
                "no answer to it changes any result: take it out, or say \"idle\": true if it is there for words or contacts".to_owned(),
            )),
            (true, true) => Some(
                Violation::new(
                    "not-idle",
                    place,
                    "it says that it is idle, and its answer changes a result: take idle away".to_owned(),
                )
                .with_counterexample(pairs.shortest(&model.space().any(differences(&pairs)))),
            ),
            _ => None,
        }
    });
    wrong.collect()
}

/// Two journeys that differ in one answer, and in their outcomes or the order of them.
fn differences<'p>(pairs: &'p JourneyPairs<'_, '_>) -> impl Iterator<Item = Diagram> + 'p {
    let (before, after) = (&pairs.before.routing, &pairs.after.routing);
    let there = before.present.iter().zip(&after.present);
    let there = there.map(|(was, is)| was.same(is).not());
    let all = 0..before.present.len();
    let order = all
        .clone()
        .flat_map(move |one| all.clone().map(move |other| (one, other)));
    let order = order.map(|(one, other)| {
        let was = before.comes_before(one, other, &pairs.before.conditions);
        let is = after.comes_before(one, other, &pairs.after.conditions);
        was.same(&is).not()
    });
    there.chain(order).map(|other| pairs.together.and(&other))
}
