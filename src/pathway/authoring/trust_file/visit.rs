//! Visits every list of a question's options in a pathway: in conditions, and in laws that compare
//! answers.

use crate::{
    authoring::document::{
        Condition, Conditional, Document, Question,
        law::{Claim, Law},
    },
    model::id::{OptionId, QuestionId},
};
use alloc::{format, vec, vec::Vec};

/// A visitor of option lists: it gets the path, the question and the options.
type Visit<'a> = dyn FnMut(&str, &QuestionId, &mut Vec<OptionId>) + 'a;

/// Calls `visit` for each list of options, wherever it stands.
pub(super) fn each(document: &mut Document, visit: &mut Visit<'_>) {
    one(&mut document.wordings.someone, "wordings", visit);
    one(&mut document.wordings.professional, "wordings", visit);
    for question in document.questions.iter_mut().chain(&mut document.notes) {
        of_question(question, visit);
    }
    for named in &mut document.conditions {
        one(&mut named.when, &format!("conditions.{}", named.id), visit);
    }
    for rule in &mut document.rules {
        one(&mut rule.when, &format!("rules.{}", rule.id), visit);
    }
    one(&mut document.local.outside, "local.outside", visit);
    one(&mut document.local.unknown, "local.unknown", visit);
    for outcome in &mut document.outcomes {
        let place = format!("outcomes.{}", outcome.id);
        for lines in outcome.sections_mut() {
            shown(lines, &place, visit);
        }
        shown(&mut outcome.call, &place, visit);
        shown(&mut outcome.helplines, &place, visit);
    }
    shown(&mut document.order, "order", visit);
    for block in &mut document.blocks {
        let place = format!("blocks.{}", block.id);
        block
            .when
            .iter_mut()
            .for_each(|when| one(when, &place, visit));
        shown(&mut block.lines, &place, visit);
    }
    one(&mut document.crisis.open_when, "crisis.open_when", visit);
    document.laws.iter_mut().for_each(|law| of_law(law, visit));
}

fn one(condition: &mut Condition, place: &str, visit: &mut Visit<'_>) {
    match condition {
        Condition::Is(question, options) => visit(place, question, options),
        Condition::All(parts) | Condition::Any(parts) => {
            parts.iter_mut().for_each(|part| one(part, place, visit));
        }
        Condition::Not(part) => one(part, place, visit),
        Condition::Named(_) => {}
    }
}

fn shown<I>(things: &mut [Conditional<I>], place: &str, visit: &mut Visit<'_>) {
    let whens = things.iter_mut().filter_map(|thing| thing.when.as_mut());
    whens.for_each(|when| one(when, place, visit));
}

fn of_question(question: &mut Question, visit: &mut Visit<'_>) {
    let place = format!("questions.{}", question.id);
    question
        .ask_when
        .iter_mut()
        .for_each(|when| one(when, &place, visit));
    shown(&mut question.hints, &place, visit);
    shown(&mut question.why, &place, visit);
    for option in &mut question.options {
        option
            .show_when
            .iter_mut()
            .for_each(|when| one(when, &place, visit));
        shown(&mut option.variants, &place, visit);
    }
}

fn of_law(law: &mut Law, visit: &mut Visit<'_>) {
    let place = format!("laws.{}", law.id);
    for claim in &mut law.claims {
        match claim {
            Claim::Whenever(claim) => {
                claim
                    .when
                    .iter_mut()
                    .for_each(|when| one(when, &place, visit));
            }
            Claim::PickingMore(claim) => {
                claim
                    .when
                    .iter_mut()
                    .for_each(|when| one(when, &place, visit));
            }
            Claim::Changing(claim) => {
                visit(&place, &claim.question, &mut claim.from);
                let mut to = vec![claim.to.clone()];
                visit(&place, &claim.question, &mut to);
                if let Some(option) = to.into_iter().next() {
                    claim.to = option;
                }
            }
            Claim::Names(claim) => visit(&place, &claim.question, &mut claim.options),
            Claim::Ignores(_) | Claim::Reaches(_) | Claim::MostQuestions(_) | Claim::Screens(_) => {
            }
        }
    }
}
