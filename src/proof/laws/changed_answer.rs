//! A claim about what a changed answer does → the pairs of journeys that break each of its parts.

use super::LawCheck;
use crate::{
    changed_answer::{AnswerChange, JourneyPairs},
    diagram::Diagram,
    model::Model,
};
use pathway::{
    document::{
        Urgency,
        law::{Changing, Ignores, PickingMore},
    },
    id::OutcomeId,
};
use std::collections::BTreeSet;

const RISING: [Urgency; 3] = [Urgency::Soon, Urgency::Today, Urgency::Emergency];

pub(super) fn picking_more(claim: &PickingMore, check: &mut LawCheck<'_, '_>) {
    let model = check.model;
    for id in &claim.questions {
        let Some(question) = model.question(id.as_str()) else {
            continue;
        };
        let pairs = JourneyPairs::new(model, question, &AnswerChange::More, &BTreeSet::new());
        let about = pairs.after.conditions.allows(claim.when.as_ref());
        let together = pairs.together.and(&about);
        let falls = together.and(&falls(model, &pairs.after));
        check.pair(&format!("{id}: urgency"), &pairs, &falls);
        let resort = model.routing.rules.get(model.document().rules.len());
        for outcome in &model.document().outcomes {
            if !claim.keeps.is_empty() && !claim.keeps.contains(&outcome.id) {
                continue;
            }
            let mut goes = lost(&pairs, &outcome.id);
            let last = &model.document().last_resort.outcomes;
            if let (true, true, Some(resort)) =
                (claim.last_resort_may_go, last.contains(&outcome.id), resort)
            {
                goes = goes.but_not(resort);
            }
            let part = format!("{id}: keeps {}", outcome.id);
            check.pair(&part, &pairs, &together.and(&goes));
        }
    }
}

pub(super) fn changing(claim: &Changing, check: &mut LawCheck<'_, '_>) {
    let model = check.model;
    let Some(question) = model.question(claim.question.as_str()) else {
        return;
    };
    let option = |id: &pathway::id::OptionId| {
        let known = model.document().questions.get(question)?;
        known.options.iter().position(|option| option.id == *id)
    };
    let from: Vec<usize> = claim.from.iter().filter_map(option).collect();
    let Some(to) = option(&claim.to) else { return };
    let change = AnswerChange::To { from: &from, to };
    let pairs = JourneyPairs::new(model, question, &change, &BTreeSet::new());
    if !claim.adds_no.is_empty() {
        let rises = pairs.together.and(&falls(&pairs.after, model));
        check.pair("adds_no: urgency", &pairs, &rises);
    }
    if !claim.loses_no.is_empty() {
        let falls = pairs.together.and(&falls(model, &pairs.after));
        check.pair("loses_no: urgency", &pairs, &falls);
    }
    for id in &claim.adds_no {
        let added = pairs
            .after
            .present(id.as_str())
            .but_not(&model.present(id.as_str()));
        check.pair(
            &format!("adds_no {id}"),
            &pairs,
            &pairs.together.and(&added),
        );
    }
    for id in &claim.loses_no {
        let goes = pairs.together.and(&lost(&pairs, id));
        check.pair(&format!("loses_no {id}"), &pairs, &goes);
    }
    if let Some(but) = &claim.same_but {
        let others = model.document().outcomes.iter().map(|outcome| &outcome.id);
        for id in others.filter(|id| !but.contains(id)) {
            let other = pairs.together.and(&differs(&pairs, id));
            check.pair(&format!("same_but: {id}"), &pairs, &other);
        }
    }
    if let Some(with) = &claim.becomes {
        let before = with.any_of.iter().map(|id| model.present(id.as_str()));
        let before = model.space().any(before);
        let wrong = pairs
            .after
            .present(with.outcome.as_str())
            .same(&before)
            .not();
        let part = format!("becomes {}", with.outcome);
        check.pair(&part, &pairs, &pairs.together.and(&wrong));
    }
}

pub(super) fn ignores(claim: &Ignores, check: &mut LawCheck<'_, '_>) {
    let model = check.model;
    let keeping = claim.keeping.iter();
    let keeping = keeping
        .filter_map(|id| model.question(id.as_str()))
        .collect();
    // A note is no question of the routing, and no condition can look at it.
    let questions = claim.questions.iter();
    for (id, question) in questions.filter_map(|id| Some((id, model.question(id.as_str())?))) {
        let pairs = JourneyPairs::new(model, question, &AnswerChange::Any, &keeping);
        for outcome in &claim.outcomes {
            let other = pairs.together.and(&differs(&pairs, outcome));
            check.pair(&format!("{id}: {outcome}"), &pairs, &other);
        }
    }
}

/// When the one result is more urgent than the other.
fn falls(from: &Model<'_>, to: &Model<'_>) -> Diagram {
    let falls = RISING.map(|urgency| {
        let reached = |model: &Model<'_>| model.routing.at_least(urgency, &model.conditions);
        reached(from).but_not(&reached(to))
    });
    from.space().any(falls)
}

fn lost(pairs: &JourneyPairs<'_, '_>, id: &OutcomeId) -> Diagram {
    let id = id.as_str();
    pairs.before.present(id).but_not(&pairs.after.present(id))
}

fn differs(pairs: &JourneyPairs<'_, '_>, id: &OutcomeId) -> Diagram {
    let id = id.as_str();
    pairs
        .before
        .present(id)
        .same(&pairs.after.present(id))
        .not()
}

impl LawCheck<'_, '_> {
    /// A part of the claim is broken by every pair of journeys in `by`.
    fn pair(&mut self, part: &str, pairs: &JourneyPairs<'_, '_>, by: &Diagram) {
        if let Some(counterexample) = pairs.shortest(by) {
            self.add(part, Some(counterexample));
        }
    }
}
