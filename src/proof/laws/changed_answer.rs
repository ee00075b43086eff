//! Checks the claims about a changed answer. Finds the pairs of journeys that violate a part of a
//! claim.

use super::law_check::LawCheck;
use crate::{
    changed_answer::{AnswerChange, JourneyPairs},
    diagram::Diagram,
    model::Model,
};
use pathway::{
    document::law::{ChangingClaim, IgnoresClaim, PickingMoreClaim},
    id::{OptionId, OutcomeId},
    properties::Urgency,
};
use std::collections::BTreeSet;

const RISING: [Urgency; 3] = [Urgency::Soon, Urgency::Today, Urgency::Emergency];

pub(super) fn picking_more(claim: &PickingMoreClaim, check: &mut LawCheck<'_, '_>) {
    let (model, document) = (check.model, check.model.document());
    let resort = model.routing.rules.get(document.rules.len());
    let resort = resort.filter(|_| claim.last_resort_may_go);
    for id in &claim.questions {
        let Some(question) = model.question(id) else {
            continue;
        };
        let pairs = JourneyPairs::new(model, question, &AnswerChange::More, &BTreeSet::new());
        let about = pairs.after.conditions.allows(claim.when.as_ref());
        let falls = about.and(&more_urgent(model, &pairs.after));
        check.pair(&format!("{id}: urgency"), &pairs, &falls);
        let outcomes = document.outcomes.iter().map(|outcome| &outcome.id);
        for outcome in outcomes.filter(|id| claim.keeps.is_empty() || claim.keeps.contains(id)) {
            let mut goes = about.and(&lost(&pairs, outcome));
            if document.last_resort.outcomes.contains(outcome) {
                goes = resort.map_or(goes.clone(), |resort| goes.but_not(resort));
            }
            check.pair(&format!("{id}: keeps {outcome}"), &pairs, &goes);
        }
    }
}

pub(super) fn changing(claim: &ChangingClaim, check: &mut LawCheck<'_, '_>) {
    let model = check.model;
    let Some(index) = model.question(&claim.question) else {
        return;
    };
    let question = model.document().questions.get(index);
    let option = |id: &OptionId| {
        let mut options = question?.options.iter();
        options.position(|option| option.id == *id)
    };
    let from: Vec<usize> = claim.from.iter().filter_map(option).collect();
    let Some(to) = option(&claim.to) else { return };
    let change = AnswerChange::To { from: &from, to };
    let pairs = JourneyPairs::new(model, index, &change, &BTreeSet::new());
    if !claim.adds_no.is_empty() {
        check.pair(
            "adds_no: urgency",
            &pairs,
            &more_urgent(&pairs.after, model),
        );
    }
    if !claim.loses_no.is_empty() {
        check.pair(
            "loses_no: urgency",
            &pairs,
            &more_urgent(model, &pairs.after),
        );
    }
    for id in &claim.adds_no {
        let added = pairs.after.present(id).but_not(&model.present(id));
        check.pair(&format!("adds_no {id}"), &pairs, &added);
    }
    for id in &claim.loses_no {
        check.pair(&format!("loses_no {id}"), &pairs, &lost(&pairs, id));
    }
    if let Some(but) = &claim.same_but {
        let others = model.document().outcomes.iter().map(|outcome| &outcome.id);
        for id in others.filter(|id| !but.contains(id)) {
            check.pair(&format!("same_but: {id}"), &pairs, &differs(&pairs, id));
        }
    }
    if let Some(with) = &claim.becomes {
        let before = model.present_any(&with.any_of);
        let wrong = pairs.after.present(&with.outcome).differs(&before);
        check.pair(&format!("becomes {}", with.outcome), &pairs, &wrong);
    }
}

pub(super) fn ignores(claim: &IgnoresClaim, check: &mut LawCheck<'_, '_>) {
    let model = check.model;
    let keeping = claim.keeping.iter().filter_map(|id| model.question(id));
    let keeping = keeping.collect();
    for id in &claim.questions {
        // An optional question of the summary page is not part of the routing, so no condition
        // depends on it.
        let Some(question) = model.question(id) else {
            continue;
        };
        let pairs = JourneyPairs::new(model, question, &AnswerChange::Any, &keeping);
        for outcome in &claim.outcomes {
            check.pair(
                &format!("{id}: {outcome}"),
                &pairs,
                &differs(&pairs, outcome),
            );
        }
    }
}

/// Returns the pairs of journeys in which the result in `one` is more urgent than the result in
/// `other`.
fn more_urgent(one: &Model<'_>, other: &Model<'_>) -> Diagram {
    let more = RISING.map(|urgency| {
        let reached = |model: &Model<'_>| model.routing.at_least(urgency, &model.conditions);
        reached(one).but_not(&reached(other))
    });
    one.space().any(more)
}

fn lost(pairs: &JourneyPairs<'_, '_>, id: &OutcomeId) -> Diagram {
    pairs.before.present(id).but_not(&pairs.after.present(id))
}

fn differs(pairs: &JourneyPairs<'_, '_>, id: &OutcomeId) -> Diagram {
    pairs.before.present(id).differs(&pairs.after.present(id))
}
