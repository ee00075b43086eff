//! A claim about one journey at a time → the journeys that break each of its parts.

use super::LawCheck;
use crate::diagram::Diagram;
use pathway::document::law::Whenever;

pub(super) fn look(claim: &Whenever, check: &mut LawCheck<'_, '_>) {
    let model = check.model;
    let when = model.conditions.allows(claim.when.as_ref());
    check.unless_empty(&when);
    for (part, holds) in parts(claim, check) {
        check.single(&part, &when.but_not(&holds));
    }
}

/// Each demand of the claim, by name, and when it holds.
fn parts(claim: &Whenever, check: &LawCheck<'_, '_>) -> Vec<(String, Diagram)> {
    let mut parts = outcomes(claim, check);
    parts.extend(order(claim, check));
    parts.extend(blocks(claim, check));
    let (space, questions) = (check.model.space(), &check.model.journeys.questions);
    if let Some(urgency) = claim.at_least {
        let model = check.model;
        let holds = model.routing.at_least(urgency, &model.conditions);
        parts.push((format!("at_least {}", urgency.as_str()), holds));
    }
    if !claim.asks_only.is_empty() {
        let ids = &check.model.document().questions;
        let others = ids
            .iter()
            .zip(questions)
            .filter(|(known, _)| !claim.asks_only.contains(&known.id))
            .map(|(_, question)| question.asked.clone());
        parts.push(("asks_only".to_owned(), space.any(others).not()));
    }
    parts
}

fn outcomes(claim: &Whenever, check: &LawCheck<'_, '_>) -> Vec<(String, Diagram)> {
    let model = check.model;
    let mut parts = Vec::new();
    for id in &claim.must {
        parts.push((format!("must {id}"), model.present(id.as_str())));
    }
    for id in &claim.must_not {
        parts.push((format!("must_not {id}"), model.present(id.as_str()).not()));
    }
    if !claim.some.is_empty() {
        let some = claim.some.iter().map(|id| model.present(id.as_str()));
        parts.push(("some".to_owned(), model.space().any(some)));
    }
    if !claim.only.is_empty() {
        let others = model.document().outcomes.iter().zip(&model.routing.present);
        let others = others.filter(|(outcome, _)| !claim.only.contains(&outcome.id));
        let others = others.map(|(_, present)| present.clone());
        parts.push(("only".to_owned(), model.space().any(others).not()));
    }
    if let Some(with) = &claim.exactly_with {
        let any = with.any_of.iter().map(|id| model.present(id.as_str()));
        let holds = model
            .present(with.outcome.as_str())
            .same(&model.space().any(any));
        parts.push((format!("exactly_with {}", with.outcome), holds));
    }
    parts
}

fn order(claim: &Whenever, check: &LawCheck<'_, '_>) -> Vec<(String, Diagram)> {
    let model = check.model;
    let all = 0..model.document().outcomes.len();
    let mut parts = Vec::new();
    if let Some(first) = &claim.first {
        let place = model.outcome(first.as_str());
        let earlier = all
            .filter_map(|other| Some(model.routing.comes_before(other, place?, &model.conditions)));
        let holds = model
            .present(first.as_str())
            .but_not(&model.space().any(earlier));
        parts.push((format!("first {first}"), holds));
    }
    if let Some(before) = &claim.before {
        let pairs = before
            .first
            .iter()
            .flat_map(|first| before.then.iter().map(move |then| (then, first)));
        let wrong = pairs.filter_map(|(then, first)| {
            let (then, first) = (
                model.outcome(then.as_str())?,
                model.outcome(first.as_str())?,
            );
            Some(model.routing.comes_before(then, first, &model.conditions))
        });
        parts.push((
            "before".to_owned(),
            model.space().any(wrong.collect::<Vec<_>>()).not(),
        ));
    }
    parts
}

fn blocks(claim: &Whenever, check: &LawCheck<'_, '_>) -> Vec<(String, Diagram)> {
    let model = check.model;
    let mut parts = Vec::new();
    for id in &claim.shows {
        parts.push((format!("shows {id}"), model.block(id)));
    }
    for id in &claim.hides {
        parts.push((format!("hides {id}"), model.block(id).not()));
    }
    for hidden in &claim.hides_lines {
        for line in &hidden.lines {
            let holds = model.line_of_block(&hidden.block, line).not();
            parts.push((format!("hides_lines {} {line}", hidden.block), holds));
        }
    }
    if let Some(with) = &claim.shows_exactly_with {
        let any = with.any_of.iter().map(|id| model.present(id.as_str()));
        let holds = model.block(&with.block).same(&model.space().any(any));
        parts.push((format!("shows_exactly_with {}", with.block), holds));
    }
    parts
}
