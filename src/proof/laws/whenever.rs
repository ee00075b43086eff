//! Checks the claims about single journeys. Finds the journeys that violate a part of a claim.

use super::law_check::LawCheck;
use crate::{diagram::Diagram, model::Model};
use pathway::document::law::WheneverClaim;

/// The name of one part of a claim, and the journeys on which this part is true.
type Part = (String, Diagram);

pub(super) fn check(claim: &WheneverClaim, check: &mut LawCheck<'_, '_>) {
    let model = check.model;
    let when = model.conditions.allows(claim.when.as_ref());
    check.refuse_empty(&when);
    let parts = [
        outcomes(claim, model),
        order(claim, model),
        blocks(claim, model),
        questions(claim, model),
    ];
    for (part, holds) in parts.iter().flatten() {
        check.single(part, &when.but_not(holds));
    }
}

fn outcomes(claim: &WheneverClaim, model: &Model<'_>) -> Vec<Part> {
    let must = claim.must.iter();
    let mut parts: Vec<Part> = must
        .map(|id| (format!("must {id}"), model.present(id)))
        .collect();
    let must_not = claim.must_not.iter();
    parts.extend(must_not.map(|id| (format!("must_not {id}"), model.present(id).not())));
    if !claim.some.is_empty() {
        parts.push(("some".to_owned(), model.present_any(&claim.some)));
    }
    if !claim.only.is_empty() {
        parts.push(("only".to_owned(), model.present_other(&claim.only).not()));
    }
    if let Some(with) = &claim.exactly_with {
        let holds = model
            .present(&with.outcome)
            .same(&model.present_any(&with.any_of));
        parts.push((format!("exactly_with {}", with.outcome), holds));
    }
    parts
}

fn order(claim: &WheneverClaim, model: &Model<'_>) -> Vec<Part> {
    let mut parts = Vec::new();
    if let Some(first) = &claim.first {
        let others = model.document().outcomes.iter();
        let earlier = others.map(|other| model.comes_before(&other.id, first));
        let holds = model.present(first).but_not(&model.space().any(earlier));
        parts.push((format!("first {first}"), holds));
    }
    if let Some(before) = &claim.before {
        let pairs = before.first.iter();
        let pairs = pairs.flat_map(|first| before.then.iter().map(move |then| (then, first)));
        let wrong = pairs.map(|(then, first)| model.comes_before(then, first));
        parts.push(("before".to_owned(), model.space().any(wrong).not()));
    }
    parts
}

fn blocks(claim: &WheneverClaim, model: &Model<'_>) -> Vec<Part> {
    let shows = claim.shows.iter();
    let mut parts: Vec<Part> = shows
        .map(|id| (format!("shows {id}"), model.block(id)))
        .collect();
    let hides = claim.hides.iter();
    parts.extend(hides.map(|id| (format!("hides {id}"), model.block(id).not())));
    for hidden in &claim.hides_lines {
        parts.extend(hidden.lines.iter().map(|line| {
            let holds = model.line_of_block(&hidden.block, line).not();
            (format!("hides_lines {} {line}", hidden.block), holds)
        }));
    }
    if let Some(with) = &claim.shows_exactly_with {
        let holds = model
            .block(&with.block)
            .same(&model.present_any(&with.any_of));
        parts.push((format!("shows_exactly_with {}", with.block), holds));
    }
    parts
}

fn questions(claim: &WheneverClaim, model: &Model<'_>) -> Vec<Part> {
    let mut parts = Vec::new();
    if let Some(urgency) = claim.at_least {
        let holds = model.routing.at_least(urgency, &model.conditions);
        parts.push((format!("at_least {}", urgency.as_str()), holds));
    }
    if !claim.asks_only.is_empty() {
        let questions = model
            .document()
            .questions
            .iter()
            .zip(&model.journeys.questions);
        let others = questions.filter(|(question, _)| !claim.asks_only.contains(&question.id));
        let asked = others.map(|(_, diagrams)| diagrams.is_asked.clone());
        parts.push(("asks_only".to_owned(), model.space().any(asked).not()));
    }
    parts
}
