//! A result → its page: what to do first, cards, what else there is, why, and what was answered.

use super::{
    contact::{self, ContactLine},
    draft,
    voice::Voice,
};
use crate::{
    document::Urgency,
    evaluate::{Routed, Step},
    id::{BlockId, OutcomeId, QuestionId, SourceId},
    outline::{self, Outcome},
    reasons::{self, reasons},
    set::Set,
};
use alloc::{format, string::String, vec::Vec};

/// A result's page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultScreen {
    /// The highest urgency on it.
    pub urgency: Urgency,
    /// The page's heading: what to do now, and whom to call.
    pub title: String,
    /// Nothing has been sent.
    pub nothing_sent: String,
    /// Says that nobody has signed it, while that is so.
    pub draft: Option<String>,
    /// What to do, most urgent first.
    pub cards: Vec<Card>,
    /// Heading of the rest.
    pub also_title: String,
    /// The rest, in order.
    pub also: Vec<Card>,
    /// Texts that stand on the result itself.
    pub blocks: Vec<Block>,
    /// Heading of the answers.
    pub answers_title: String,
    /// What was answered, in the order it was asked.
    pub answers: Vec<AnswerLine>,
    /// The answers stay on this device.
    pub not_saved: String,
    /// The button that opens the summary to keep.
    pub keep: String,
    /// The button that goes back.
    pub back: String,
    /// The button that starts again.
    pub restart: String,
    /// The pathway's version and the start of its hash.
    pub version: String,
}

/// An outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Its id.
    pub id: OutcomeId,
    /// How soon.
    pub urgency: Urgency,
    /// How soon, in words.
    pub soon: String,
    /// Its heading.
    pub title: String,
    /// What to do first; the first line is what to do now.
    pub first: Vec<String>,
    /// Whom to call for it, those that are current first.
    pub call: Vec<ContactLine>,
    /// Texts that stand on this card.
    pub blocks: Vec<Block>,
    /// Who it is for, what to say, what happens next, what to do if turned away: those with lines.
    pub sections: Vec<Section>,
    /// Heading of what to say in the words that were picked.
    pub own_title: String,
    /// What was picked and made this outcome hold: to be said as it stands.
    pub own: Vec<String>,
    /// Heading of the helplines.
    pub helplines_title: String,
    /// Helplines.
    pub helplines: Vec<ContactLine>,
    /// Heading of the reasons.
    pub why_title: String,
    /// Why it is suggested, in rule order.
    pub reasons: Vec<Reason>,
}

/// Lines under a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The section's name in the pathway: `who`, `say`, `next` or `turned_away`.
    pub name: &'static str,
    /// Its heading.
    pub title: String,
    /// Its lines.
    pub lines: Vec<String>,
}

/// A text that stands on a result by condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its id.
    pub id: BlockId,
    /// Its heading.
    pub title: String,
    /// Its lines.
    pub lines: Vec<String>,
    /// Whether it stands behind its heading.
    pub folded: bool,
}

/// Why an outcome is suggested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Read before what was said.
    pub because: String,
    /// What was said.
    pub said: Vec<String>,
    /// What the rule says of it.
    pub text: String,
    /// Opens the sources.
    pub sources_title: String,
    /// Where the rule comes from.
    pub sources: Vec<SourceLine>,
}

/// A source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceLine {
    /// Its id.
    pub id: SourceId,
    /// What it says.
    pub statement: String,
}

/// An answer, and the way to change it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerLine {
    /// The question's id.
    pub id: QuestionId,
    /// The question in short.
    pub question: String,
    /// What was answered.
    pub said: Vec<String>,
    /// The button that changes it.
    pub change: String,
}

/// The least number of cards, where there are as many outcomes.
const CARDS: usize = 3;

pub(super) fn screen(voice: &Voice<'_>, path: &[Step], routed: &Routed) -> ResultScreen {
    let ui = voice.ui();
    let reasons = reasons(voice.pathway(), voice.answers(), routed);
    let mut cards: Vec<Card> = routed
        .outcomes
        .iter()
        .filter_map(|outcome| card(voice, *outcome, &reasons))
        .collect();
    let also = cards.split_off(cards.len().min(on_cards(&cards)));
    ResultScreen {
        urgency: routed.urgency,
        title: what_to_do(&cards),
        nothing_sent: voice.say(&ui.nothing_sent),
        draft: draft(voice),
        cards,
        also_title: voice.say(&ui.also_title),
        also,
        blocks: blocks(voice, None),
        answers_title: voice.say(&ui.answers_title),
        answers: path.iter().filter_map(|step| answer(voice, step)).collect(),
        not_saved: voice.say(&ui.not_saved),
        keep: voice.say(&ui.keep),
        back: voice.say(&ui.back),
        restart: voice.say(&ui.restart),
        version: version(voice),
    }
}

/// What to do first, as a heading: without the full stop.
fn what_to_do(cards: &[Card]) -> String {
    let line = cards.first().and_then(|card| card.first.first());
    line.map(|line| line.trim_end_matches('.').into())
        .unwrap_or_default()
}

pub(super) fn version(voice: &Voice<'_>) -> String {
    let document = voice.pathway().document();
    format!(
        "{} {} {} ({})",
        voice.say(&voice.ui().version),
        document.id,
        document.version,
        voice.edition().hash().get(..12).unwrap_or_default()
    )
}

/// Every urgent outcome is a card, then the next ones until there are enough, and at least one that
/// is not urgent, where there is one.
fn on_cards(cards: &[Card]) -> usize {
    let urgent = cards
        .iter()
        .filter(|card| card.urgency >= Urgency::Today)
        .count();
    let emergency = cards.iter().any(|card| card.urgency == Urgency::Emergency);
    if emergency {
        cards.len()
    } else {
        CARDS.max(urgent + 1)
    }
}

pub(super) fn card(voice: &Voice<'_>, place: usize, reasons: &[reasons::Reason]) -> Option<Card> {
    let outcome = voice.pathway().document().outcomes.get(place)?;
    let words = voice.edition().words().outcomes.get(&outcome.id)?;
    let ui = voice.ui();
    let why = reasons.iter().filter(|reason| reason.outcomes.has(place));
    let reasons: Vec<Reason> = why.filter_map(|why| reason(voice, why)).collect();
    Some(Card {
        id: outcome.id.clone(),
        urgency: outcome.urgency,
        soon: voice.say(match outcome.urgency {
            Urgency::Emergency => &ui.urgency_emergency,
            Urgency::Today => &ui.urgency_today,
            Urgency::Soon => &ui.urgency_soon,
            Urgency::Routine => &ui.urgency_routine,
        }),
        title: voice.line(&outcome.title, &words.title),
        first: voice.lines(&outcome.first, &words.first),
        call: contact::lines(voice, &outcome.call),
        blocks: blocks(voice, Some(&outcome.id)),
        sections: sections(voice, outcome),
        own_title: voice.say(&ui.own_title),
        own: own(&reasons),
        helplines_title: voice.say(&ui.helplines_title),
        helplines: contact::lines(voice, &outcome.helplines),
        why_title: voice.say(&ui.why_title),
        reasons,
    })
}

/// Everything that the reasons repeat, once.
fn own(reasons: &[Reason]) -> Vec<String> {
    let mut own: Vec<String> = Vec::new();
    for said in reasons.iter().flat_map(|reason| &reason.said) {
        if !own.contains(said) {
            own.push(said.clone());
        }
    }
    own
}

fn sections<'a>(voice: &Voice<'a>, outcome: &'a Outcome) -> Vec<Section> {
    let ui = voice.ui();
    let Some(words) = voice.edition().words().outcomes.get(&outcome.id) else {
        return Vec::new();
    };
    let named = |(name, shown): (&'static str, _), found| {
        let title = match name {
            "who" => &ui.who_title,
            "say" => &ui.say_title,
            "next" => &ui.next_title,
            "turned_away" => &ui.turned_away_title,
            _ => return None,
        };
        Some(Section {
            name,
            title: voice.say(title),
            lines: voice.lines(shown, found),
        })
    };
    outcome
        .sections()
        .zip(words.sections())
        .filter_map(|(shown, (_, found))| named(shown, found))
        .filter(|section| !section.lines.is_empty())
        .collect()
}

/// The blocks that stand on this outcome, or on the result itself.
pub(super) fn blocks(voice: &Voice<'_>, outcome: Option<&OutcomeId>) -> Vec<Block> {
    let blocks = voice.pathway().document().blocks.iter();
    blocks
        .filter(|block| match outcome {
            Some(outcome) => block.outcomes.contains(outcome),
            None => block.outcomes.is_empty(),
        })
        .filter(|block| voice.allows(block.when.as_ref()))
        .filter_map(|block| told(voice, block))
        .filter(|block| !block.lines.is_empty())
        .collect()
}

fn told(voice: &Voice<'_>, block: &outline::Block) -> Option<Block> {
    let words = voice.edition().words().blocks.get(&block.id)?;
    Some(Block {
        id: block.id.clone(),
        title: voice.say(&words.title),
        lines: voice.lines(&block.lines, &words.lines),
        folded: block.folded,
    })
}

fn reason(voice: &Voice<'_>, reason: &reasons::Reason) -> Option<Reason> {
    let pathway = voice.pathway();
    let said = reason.said.iter();
    let sources = pathway.rule_sources(reason.rule).iter();
    Some(Reason {
        because: voice.say(&voice.ui().because),
        said: said
            .flat_map(|(question, picked)| voice.said(*question, *picked))
            .collect(),
        text: voice.say(
            voice
                .edition()
                .words()
                .rules
                .get(pathway.rule_id(reason.rule))?,
        ),
        sources_title: voice.say(&voice.ui().sources_title),
        sources: sources
            .filter_map(|id| {
                let mut known = pathway.document().sources.iter();
                let source = known.find(|source| source.id == *id)?;
                Some(SourceLine {
                    id: id.clone(),
                    statement: source.statement.clone(),
                })
            })
            .collect(),
    })
}

fn answer(voice: &Voice<'_>, step: &Step) -> Option<AnswerLine> {
    let question = voice.pathway().document().questions.get(step.question)?;
    let words = voice.edition().words().questions.get(&question.id)?;
    let picked: Set = step.picked;
    Some(AnswerLine {
        id: question.id.clone(),
        question: voice.say(words.short.as_ref().unwrap_or(&words.legend)),
        said: voice.said(step.question, picked),
        change: voice.say(&voice.ui().change),
    })
}
