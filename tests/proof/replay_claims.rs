//! Decides whether journeys break a claim of a law, with the program alone and without the diagrams
//! of the proof.

use crate::evaluate_conditions::{allowed, shown};
use pathway::{
    answers::Answers,
    check::CheckedPathway,
    document::law::{
        Before, ChangingClaim, Claim, ExactlyWith, IgnoresClaim, PickingMoreClaim, WheneverClaim,
    },
    id::{BlockId, ContactId, LineId, OptionId, OutcomeId, QuestionId},
    reasons::reasons,
    replay::{End, Replay, RoutingResult, evaluate},
    set::Set,
};

/// A complete journey, with its replay and its result.
pub struct JourneyReplay<'a> {
    pathway: &'a CheckedPathway,
    pub replay: Replay,
    pub routed: RoutingResult,
}

impl<'a> JourneyReplay<'a> {
    /// Replays these answers. Returns `None` if the journey is not complete, or if it never asks
    /// one of the answered questions.
    pub fn of(pathway: &'a CheckedPathway, answers: &Answers) -> Option<Self> {
        let replay = evaluate(pathway, answers);
        let questions = 0..pathway.document().questions.len();
        let mut kept = questions.map(|place| answers.picked(place) == replay.answers.picked(place));
        let End::Result(routed) = replay.end.clone() else {
            return None;
        };
        kept.all(|kept| kept)
            .then(|| Self::new(pathway, replay, routed))
    }

    pub fn new(pathway: &'a CheckedPathway, replay: Replay, routed: RoutingResult) -> Self {
        Self {
            pathway,
            replay,
            routed,
        }
    }

    fn has(&self, outcome: &OutcomeId) -> bool {
        self.place(outcome).is_some()
    }

    fn place(&self, outcome: &OutcomeId) -> Option<usize> {
        let outcome = self.pathway.outcome(outcome.as_str());
        let mut there = self.routed.outcomes.iter();
        there.position(|place| Some(*place) == outcome)
    }

    /// Returns true if the result has an outcome outside this list.
    fn others(&self, but: &[OutcomeId]) -> bool {
        let ids = &self.pathway.document().outcomes;
        let mut there = self.routed.outcomes.iter();
        there.any(|place| !but.contains(&ids[*place].id))
    }

    fn lines(&self, id: &BlockId) -> Vec<&LineId> {
        let (document, answers) = (self.pathway.document(), &self.replay.answers);
        let mut blocks = document.blocks.iter();
        let block = blocks.find(|block| block.id == *id).unwrap();
        let on = block.outcomes.is_empty() || block.outcomes.iter().any(|id| self.has(id));
        if !on || !allowed(self.pathway, block.when.as_ref(), answers) {
            return Vec::new();
        }
        shown(self.pathway, &block.lines, answers).collect()
    }

    fn asks(&self, question: usize) -> Option<(Set, Set)> {
        let mut path = self.replay.path.iter();
        let step = path.find(|step| step.question == question)?;
        Some((step.picked, step.offered))
    }

    /// Returns the length of a journey or of a pair of journeys: the number of questions that they
    /// ask, and the number of options that the visitor picks. For a pair, the second number is 0.
    pub fn length(&self, other: Option<&Self>) -> (usize, usize) {
        let all = 0..self.pathway.document().questions.len();
        let asked = all.filter(|question| {
            let asked = self.asks(*question).is_some();
            asked || other.is_some_and(|other| other.asks(*question).is_some())
        });
        let ticks = self.replay.path.iter().map(|step| step.picked.len());
        let ticks = if other.is_some() { 0 } else { ticks.sum() };
        (asked.count(), ticks)
    }
}

/// Returns true if a journey breaks the claim. If the claim compares two journeys, returns true if
/// this pair breaks it.
pub fn breaks(claim: &Claim, one: &JourneyReplay<'_>, other: Option<&JourneyReplay<'_>>) -> bool {
    match (claim, other) {
        (Claim::Whenever(claim), None) => {
            let answers = &one.replay.answers;
            allowed(one.pathway, claim.when.as_ref(), answers)
                && (outcomes_wrong(claim, one)
                    || places_wrong(claim, one)
                    || blocks_wrong(claim, one))
        }
        (Claim::Names(claim), None) => {
            let question = one.pathway.question(claim.question.as_str()).unwrap();
            let options = claim.options.iter();
            let wanted = options.map(|id| one.pathway.option(question, id.as_str()).unwrap());
            let picked = one.replay.answers.picked(question);
            let reasons = reasons(one.pathway, &one.replay.answers, &one.routed).into_iter();
            let said = reasons
                .filter(|reason| !reason.outcomes.is_empty())
                .flat_map(|reason| reason.answers)
                .filter(|(named, _)| *named == question)
                .fold(Set::EMPTY, |said, (_, picked)| said.or(picked));
            !wanted.collect::<Set>().and(picked).without(said).is_empty()
        }
        (Claim::MostQuestions(most), None) => one.replay.path.len() > usize::from(*most),
        (Claim::Reaches(claim), None) => {
            let (document, answers) = (one.pathway.document(), &one.replay.answers);
            let place = one.pathway.outcome(claim.outcome.as_str()).unwrap();
            let outcome = &document.outcomes[place];
            let mut first = shown(one.pathway, &outcome.first, answers);
            let mut call = shown(one.pathway, &outcome.call, answers);
            let phone = |id: &ContactId| {
                let mut contacts = document.contacts.iter();
                contacts.any(|contact| contact.id == *id && contact.phone.is_some())
            };
            one.has(&claim.outcome) && !first.any(|id| claim.lines.contains(id)) && !call.any(phone)
        }
        (Claim::PickingMore(claim), Some(other)) => picking_more(claim, one, other),
        (Claim::Changing(claim), Some(other)) => changing(claim, one, other),
        (Claim::Ignores(claim), Some(other)) => ignores(claim, one, other),
        _ => false,
    }
}

fn outcomes_wrong(claim: &WheneverClaim, told: &JourneyReplay<'_>) -> bool {
    let has = |id: &OutcomeId| told.has(id);
    let asked_more = told.replay.path.iter().any(|step| {
        let id = &told.pathway.document().questions[step.question].id;
        !claim.asks_only.is_empty() && !claim.asks_only.contains(id)
    });
    !claim.must.iter().all(has)
        || claim.must_not.iter().any(has)
        || (!claim.some.is_empty() && !claim.some.iter().any(has))
        || (!claim.only.is_empty() && told.others(&claim.only))
        || claim
            .exactly_with
            .iter()
            .any(|with| !bound(with, told, told))
        || claim
            .at_least
            .is_some_and(|least| told.routed.urgency < least)
        || asked_more
}

fn places_wrong(claim: &WheneverClaim, told: &JourneyReplay<'_>) -> bool {
    let late = |order: &Before| {
        let first = order.first.iter().filter_map(|id| told.place(id));
        let then: Vec<_> = order.then.iter().filter_map(|id| told.place(id)).collect();
        first
            .into_iter()
            .any(|first| then.iter().any(|then| *then < first))
    };
    claim.first.iter().any(|id| told.place(id) != Some(0)) || claim.before.iter().any(late)
}

fn blocks_wrong(claim: &WheneverClaim, told: &JourneyReplay<'_>) -> bool {
    let shown = |id: &BlockId| !told.lines(id).is_empty();
    let shown_lines = claim.hides_lines.iter().any(|hidden| {
        let lines = told.lines(&hidden.block);
        hidden.lines.iter().any(|line| lines.contains(&line))
    });
    let unbound = claim
        .shows_exactly_with
        .iter()
        .any(|with| shown(&with.block) != with.any_of.iter().any(|id| told.has(id)));
    !claim.shows.iter().all(shown) || claim.hides.iter().any(shown) || shown_lines || unbound
}

fn bound(with: &ExactlyWith, one: &JourneyReplay<'_>, other: &JourneyReplay<'_>) -> bool {
    one.has(&with.outcome) == with.any_of.iter().any(|id| other.has(id))
}

/// Returns the picked options of one question in both journeys. Returns `None` unless the second
/// journey is the first with another answer to this question. All other answers must keep the
/// options that are still shown, and the answers to the questions in `keeping` must not change.
fn changed(
    question: usize,
    keeping: &[QuestionId],
    one: &JourneyReplay<'_>,
    other: &JourneyReplay<'_>,
) -> Option<(Set, Set)> {
    let questions = one.pathway.document().questions.iter().enumerate();
    let mut rest = questions.filter(|(place, _)| *place != question);
    let stays = rest.all(|(place, known)| {
        let was = one.replay.answers.picked(place);
        let (is, shown) = other.asks(place).unwrap_or_default();
        let left = was.and(shown);
        (left.is_empty() || is == left) && (!keeping.contains(&known.id) || is == was)
    });
    let (was, is) = (one.asks(question)?, other.asks(question)?);
    stays.then_some((was.0, is.0))
}

fn picking_more(
    claim: &PickingMoreClaim,
    one: &JourneyReplay<'_>,
    other: &JourneyReplay<'_>,
) -> bool {
    let document = one.pathway.document();
    let ticked = claim.questions.iter().any(|id| {
        let question = one.pathway.question(id.as_str()).unwrap();
        let options = document.questions[question].options.iter().enumerate();
        let alone = options.filter(|(_, option)| option.exclusive);
        let alone: Set = alone.map(|(place, _)| place).collect();
        changed(question, &[], one, other).is_some_and(|(was, is)| {
            let (was, more) = (was.without(alone), is.without(was));
            more.len() == 1 && more.and(alone).is_empty() && was.or(more) == is
        })
    });
    let resort = one.routed.rules.contains(&document.rules.len()) && claim.last_resort_may_go;
    let goes = document.outcomes.iter().any(|outcome| {
        let id = &outcome.id;
        (claim.keeps.is_empty() || claim.keeps.contains(id))
            && !(resort && document.last_resort.outcomes.contains(id))
            && one.has(id)
            && !other.has(id)
    });
    ticked
        && allowed(one.pathway, claim.when.as_ref(), &other.replay.answers)
        && (goes || other.routed.urgency < one.routed.urgency)
}

fn changing(claim: &ChangingClaim, one: &JourneyReplay<'_>, other: &JourneyReplay<'_>) -> bool {
    let question = one.pathway.question(claim.question.as_str()).unwrap();
    let option = |id: &OptionId| one.pathway.option(question, id.as_str()).unwrap();
    let (from, to) = (
        claim.from.iter().map(option).collect(),
        Set::one(option(&claim.to)),
    );
    let fits = changed(question, &[], one, other)
        .is_some_and(|(was, is)| !was.and(from).is_empty() && !is.and(to).is_empty());
    let (was, is) = (one.routed.urgency, other.routed.urgency);
    let added = claim.adds_no.iter().any(|id| other.has(id) && !one.has(id));
    let lost = claim
        .loses_no
        .iter()
        .any(|id| one.has(id) && !other.has(id));
    let differs = claim.same_but.iter().any(|but| {
        let mut ids = one
            .pathway
            .document()
            .outcomes
            .iter()
            .map(|known| &known.id);
        ids.any(|id| !but.contains(id) && one.has(id) != other.has(id))
    });
    let unbound = claim.becomes.iter().any(|with| !bound(with, other, one));
    let rises = !claim.adds_no.is_empty() && is > was;
    let falls = !claim.loses_no.is_empty() && is < was;
    fits && (added || lost || differs || unbound || rises || falls)
}

fn ignores(claim: &IgnoresClaim, one: &JourneyReplay<'_>, other: &JourneyReplay<'_>) -> bool {
    let places = claim
        .questions
        .iter()
        .filter_map(|id| one.pathway.question(id.as_str()));
    let mut fits = places.filter(|place| changed(*place, &claim.keeping, one, other).is_some());
    fits.next().is_some() && claim.outcomes.iter().any(|id| one.has(id) != other.has(id))
}
