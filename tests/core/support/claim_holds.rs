//! Finds out whether one journey keeps what a law claims, for `laws_on_random_journeys.rs`.

use crate::evaluate_conditions::{allowed, shown};
use crate::{
    random_answers::{completed, exclusive},
    visitors::Dice,
};
use pathway::{
    check::CheckedPathway,
    document::law::{
        Claim, ExactlyWith, NamesClaim, PickingMoreClaim, ReachesClaim, WheneverClaim,
    },
    id::{BlockId, LineId, OutcomeId},
    reasons::reasons,
    replay::{Replay, RoutingResult},
    set::Set,
};

fn has(pathway: &CheckedPathway, routed: &RoutingResult, outcome: &OutcomeId) -> bool {
    routed
        .outcomes
        .contains(&pathway.outcome(outcome.as_str()).unwrap())
}

fn place(pathway: &CheckedPathway, routed: &RoutingResult, outcome: &OutcomeId) -> Option<usize> {
    let outcome = pathway.outcome(outcome.as_str()).unwrap();
    routed.outcomes.iter().position(|there| *there == outcome)
}

fn whenever(
    pathway: &CheckedPathway,
    claim: &WheneverClaim,
    replay: &Replay,
    routed: &RoutingResult,
) -> bool {
    if !allowed(pathway, claim.when.as_ref(), &replay.answers) {
        return true;
    }
    let there = |outcome: &OutcomeId| has(pathway, routed, outcome);
    let ids = &pathway.document().outcomes;
    let only = claim.only.is_empty()
        || routed
            .outcomes
            .iter()
            .all(|outcome| claim.only.contains(&ids[*outcome].id));
    let asks = claim.asks_only.is_empty()
        || replay.path.iter().all(|step| {
            claim
                .asks_only
                .contains(&pathway.document().questions[step.question].id)
        });
    let before = claim.before.as_ref().is_none_or(|order| {
        let places = |ids: &[OutcomeId]| -> Vec<usize> {
            ids.iter()
                .filter_map(|id| place(pathway, routed, id))
                .collect()
        };
        let (first, then) = (places(&order.first), places(&order.then));
        first
            .iter()
            .all(|first| then.iter().all(|then| first < then))
    });
    claim.must.iter().all(there)
        && (claim.some.is_empty() || claim.some.iter().any(there))
        && !claim.must_not.iter().any(there)
        && only
        && claim
            .first
            .as_ref()
            .is_none_or(|first| place(pathway, routed, first) == Some(0))
        && before
        && claim
            .exactly_with
            .as_ref()
            .is_none_or(|with| bound(pathway, with, routed, routed))
        && claim
            .at_least
            .is_none_or(|urgency| routed.urgency >= urgency)
        && asks
        && blocks(pathway, claim, replay, routed)
}

fn bound(
    pathway: &CheckedPathway,
    with: &ExactlyWith,
    one: &RoutingResult,
    other: &RoutingResult,
) -> bool {
    has(pathway, one, &with.outcome) == with.any_of.iter().any(|id| has(pathway, other, id))
}

fn names(
    pathway: &CheckedPathway,
    claim: &NamesClaim,
    replay: &Replay,
    routed: &RoutingResult,
) -> bool {
    let question = pathway.question(claim.question.as_str()).unwrap();
    let wanted = claim
        .options
        .iter()
        .map(|option| pathway.option(question, option.as_str()).unwrap());
    let wanted = wanted.collect::<Set>().and(replay.answers.picked(question));
    let said = reasons(pathway, &replay.answers, routed)
        .iter()
        .filter(|reason| !reason.outcomes.is_empty())
        .flat_map(|reason| reason.answers.clone())
        .filter(|(named, _)| *named == question)
        .fold(Set::EMPTY, |said, (_, picked)| said.or(picked));
    wanted.without(said).is_empty()
}

fn reaches(
    pathway: &CheckedPathway,
    claim: &ReachesClaim,
    replay: &Replay,
    routed: &RoutingResult,
) -> bool {
    if !has(pathway, routed, &claim.outcome) {
        return true;
    }
    let document = pathway.document();
    let outcome = &document.outcomes[pathway.outcome(claim.outcome.as_str()).unwrap()];
    let mut first = shown(pathway, &outcome.first, &replay.answers);
    let mut call = shown(pathway, &outcome.call, &replay.answers);
    first.any(|line| claim.lines.contains(line))
        || call.any(|id| {
            let mut contacts = document.contacts.iter();
            contacts.any(|contact| contact.id == *id && contact.phone.is_some())
        })
}

fn block(
    pathway: &CheckedPathway,
    id: &BlockId,
    replay: &Replay,
    routed: &RoutingResult,
) -> Vec<LineId> {
    let mut blocks = pathway.document().blocks.iter();
    let block = blocks.find(|block| block.id == *id).unwrap();
    let here = block.outcomes.is_empty()
        || block
            .outcomes
            .iter()
            .any(|outcome| has(pathway, routed, outcome));
    if !here || !allowed(pathway, block.when.as_ref(), &replay.answers) {
        return Vec::new();
    }
    shown(pathway, &block.lines, &replay.answers)
        .cloned()
        .collect()
}

fn blocks(
    pathway: &CheckedPathway,
    claim: &WheneverClaim,
    replay: &Replay,
    routed: &RoutingResult,
) -> bool {
    let lines = |id: &BlockId| block(pathway, id, replay, routed);
    let with = claim.shows_exactly_with.as_ref().is_none_or(|with| {
        let any = with.any_of.iter().any(|id| has(pathway, routed, id));
        any != lines(&with.block).is_empty()
    });
    let hidden = claim.hides_lines.iter().all(|hidden| {
        let shown = lines(&hidden.block);
        hidden.lines.iter().all(|line| !shown.contains(line))
    });
    claim.shows.iter().all(|id| !lines(id).is_empty())
        && claim.hides.iter().all(|id| lines(id).is_empty())
        && hidden
        && with
}

/// Picks one more option in one of the questions, completes the journey again, and tests the claim
/// of the law.
fn picking_more(
    pathway: &CheckedPathway,
    claim: &PickingMoreClaim,
    before: (&Replay, &RoutingResult),
    dice: &mut Dice,
) -> Result<(), String> {
    let (replay, routed) = before;
    for id in &claim.questions {
        let question = pathway.question(id.as_str()).unwrap();
        let Some(step) = replay.path.iter().find(|step| step.question == question) else {
            continue;
        };
        let alone = exclusive(pathway, question);
        for option in step.offered.without(alone).without(step.picked).iter() {
            let mut answers = replay.answers.clone();
            answers.pick(question, step.picked.without(alone).or(Set::one(option)));
            let (answers, _, after) = completed(pathway, answers, dice);
            if !allowed(pathway, claim.when.as_ref(), &answers) {
                continue;
            }
            let ids = &pathway.document().outcomes;
            let resort = routed.rules.contains(&pathway.document().rules.len());
            let lost = routed.outcomes.iter().find(|outcome| {
                let id = &ids[**outcome].id;
                let kept = claim.keeps.is_empty() || claim.keeps.contains(id);
                let may_go = claim.last_resort_may_go
                    && resort
                    && pathway.document().last_resort.outcomes.contains(id);
                kept && !may_go && !after.outcomes.contains(outcome)
            });
            if after.urgency < routed.urgency || lost.is_some() {
                return Err(format!(
                    "option {option} of {id} more: {routed:?} becomes {after:?}"
                ));
            }
        }
    }
    Ok(())
}

pub fn claim_holds(
    pathway: &CheckedPathway,
    claim: &Claim,
    replay: &Replay,
    routed: &RoutingResult,
    dice: &mut Dice,
) -> Result<(), String> {
    let held = match claim {
        Claim::Whenever(claim) => whenever(pathway, claim, replay, routed),
        Claim::Names(claim) => names(pathway, claim, replay, routed),
        Claim::MostQuestions(most) => replay.path.len() <= usize::from(*most),
        Claim::PickingMore(claim) => return picking_more(pathway, claim, (replay, routed), dice),
        Claim::Changing(claim) => {
            let question = pathway.question(claim.question.as_str()).unwrap();
            let from = claim
                .from
                .iter()
                .map(|option| pathway.option(question, option.as_str()).unwrap());
            if replay
                .answers
                .picked(question)
                .and(from.collect())
                .is_empty()
            {
                return Ok(());
            }
            let to = pathway.option(question, claim.to.as_str()).unwrap();
            let mut answers = replay.answers.clone();
            answers.pick(question, Set::one(to));
            let (_, _, after) = completed(pathway, answers, dice);
            let ids = &pathway.document().outcomes;
            let added = after.outcomes.iter().any(|outcome| {
                claim.adds_no.contains(&ids[*outcome].id) && !routed.outcomes.contains(outcome)
            });
            let same = claim.same_but.as_ref().is_none_or(|but| {
                ids.iter()
                    .filter(|outcome| !but.contains(&outcome.id))
                    .all(|outcome| {
                        has(pathway, &after, &outcome.id) == has(pathway, routed, &outcome.id)
                    })
            });
            let becomes = claim
                .becomes
                .as_ref()
                .is_none_or(|with| bound(pathway, with, &after, routed));
            let calm = claim.adds_no.is_empty() || after.urgency <= routed.urgency;
            let lost = claim
                .loses_no
                .iter()
                .any(|id| has(pathway, routed, id) && !has(pathway, &after, id));
            let kept = claim.loses_no.is_empty() || after.urgency >= routed.urgency;
            !added && !lost && same && becomes && calm && kept
        }
        Claim::Ignores(claim) => {
            let mut answers = replay.answers.clone();
            for id in &claim.questions {
                // A question on the summary page does not change the outcomes, so the test leaves
                // it out.
                let Some(question) = pathway.question(id.as_str()) else {
                    continue;
                };
                let Some(step) = replay.path.iter().find(|step| step.question == question) else {
                    continue;
                };
                answers.pick(question, Set::one(dice.pick(step.offered)));
            }
            let (answers, _, after) = completed(pathway, answers, dice);
            let kept = claim.keeping.iter().all(|id| {
                let question = pathway.question(id.as_str()).unwrap();
                answers.picked(question) == replay.answers.picked(question)
            });
            !kept
                || claim
                    .outcomes
                    .iter()
                    .all(|id| has(pathway, routed, id) == has(pathway, &after, id))
        }
        Claim::Reaches(claim) => reaches(pathway, claim, replay, routed),
        Claim::Screens(_) => true,
    };
    if held {
        Ok(())
    } else {
        Err(format!("{claim:?}"))
    }
}
