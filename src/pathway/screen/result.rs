//! A result → its page: cards, the other outcomes, the reasons and the answers.

use super::{
    contact::{self, ContactLine},
    draft,
    wording::Wording,
};
use crate::{
    model::{
        id::{BlockId, OutcomeId, QuestionId, SourceId},
        properties::Urgency,
        sections::OutcomeSection,
    },
    runtime::{
        compiled::{self, Outcome},
        evaluate::{RoutingResult, Step},
        reasons::{self, reasons},
    },
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
    /// The note that the pathway is a draft, until it is signed.
    pub draft: Option<String>,
    /// The cards, most urgent first.
    pub cards: Vec<Card>,
    /// The heading of the other outcomes.
    pub also_title: String,
    /// The other outcomes, in order.
    pub also: Vec<Card>,
    /// Texts that stand on the result itself.
    pub blocks: Vec<Block>,
    /// Heading of the answers.
    pub answers_title: String,
    /// The answers, in the order of the questions.
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
    /// What to do; the first line says what to do now.
    pub first: Vec<String>,
    /// Whom to call for it, those that are current first.
    pub call: Vec<ContactLine>,
    /// Texts that stand on this card.
    pub blocks: Vec<Block>,
    /// The other sections of the card, if they have lines: readers, lines to say, next steps, being
    /// turned away.
    pub sections: Vec<Section>,
    /// Heading of what to say in the words that were picked.
    pub own_title: String,
    /// The picked options that led to this outcome, in words to say on the phone.
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
    /// The text before the answers.
    pub because: String,
    /// The answers.
    pub said: Vec<String>,
    /// The explanation of the rule.
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
    /// The statement of the source.
    pub statement: String,
}

/// An answer, and the way to change it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerLine {
    /// The question's id.
    pub id: QuestionId,
    /// The question in short.
    pub question: String,
    /// The answer, in words.
    pub said: Vec<String>,
    /// The button that changes it.
    pub change: String,
}

/// The least number of cards, where there are as many outcomes.
const CARDS: usize = 3;

pub(super) fn screen(wording: &Wording<'_>, path: &[Step], routed: &RoutingResult) -> ResultScreen {
    let ui = wording.ui();
    let reasons = reasons(wording.pathway(), wording.answers(), routed);
    let mut cards: Vec<Card> = routed
        .outcomes
        .iter()
        .filter_map(|outcome| card(wording, *outcome, &reasons))
        .collect();
    let also = cards.split_off(cards.len().min(on_cards(&cards)));
    ResultScreen {
        urgency: routed.urgency,
        title: what_to_do(&cards),
        nothing_sent: wording.say(ui.nothing_sent()),
        draft: draft(wording),
        cards,
        also_title: wording.say(ui.also_title()),
        also,
        blocks: blocks(wording, None),
        answers_title: wording.say(ui.answers_title()),
        answers: path
            .iter()
            .filter_map(|step| answer(wording, step))
            .collect(),
        not_saved: wording.say(ui.not_saved()),
        keep: wording.say(ui.keep()),
        back: wording.say(ui.back()),
        restart: wording.say(ui.restart()),
        version: version(wording),
    }
}

/// The first line of the first card as a heading, without the full stop.
fn what_to_do(cards: &[Card]) -> String {
    let line = cards.first().and_then(|card| card.first.first());
    line.map(|line| line.trim_end_matches('.').into())
        .unwrap_or_default()
}

pub(super) fn version(wording: &Wording<'_>) -> String {
    let compiled = wording.pathway().compiled();
    format!(
        "{} {} {} ({})",
        wording.say(wording.ui().version()),
        compiled.id,
        compiled.version,
        wording.edition().hash().get(..12).unwrap_or_default()
    )
}

/// Every urgent outcome is a card. The next outcomes are cards too until there are enough, and at
/// least one of them is not urgent, if there is one.
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

pub(super) fn card(
    wording: &Wording<'_>,
    index: usize,
    reasons: &[reasons::Reason],
) -> Option<Card> {
    let outcome = wording.pathway().compiled().outcomes.get(index)?;
    let words = wording.edition().words().outcomes.get(&outcome.id)?;
    let ui = wording.ui();
    let why = reasons.iter().filter(|reason| reason.outcomes.has(index));
    let reasons: Vec<Reason> = why.filter_map(|why| reason(wording, why)).collect();
    Some(Card {
        id: outcome.id.clone(),
        urgency: outcome.urgency,
        soon: wording.say(match outcome.urgency {
            Urgency::Emergency => ui.urgency_emergency(),
            Urgency::Today => ui.urgency_today(),
            Urgency::Soon => ui.urgency_soon(),
            Urgency::Routine => ui.urgency_routine(),
        }),
        title: wording.line(&outcome.sections.title, &words.title),
        first: wording.lines(&outcome.sections.first, &words.first),
        call: contact::lines(wording, &outcome.call),
        blocks: blocks(wording, Some(&outcome.id)),
        sections: sections(wording, outcome),
        own_title: wording.say(ui.own_title()),
        own: own(&reasons),
        helplines_title: wording.say(ui.helplines_title()),
        helplines: contact::lines(wording, &outcome.helplines),
        why_title: wording.say(ui.why_title()),
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

fn sections<'a>(wording: &Wording<'a>, outcome: &'a Outcome) -> Vec<Section> {
    let ui = wording.ui();
    let Some(words) = wording.edition().words().outcomes.get(&outcome.id) else {
        return Vec::new();
    };
    let sections = outcome.sections.each().zip(words.each());
    sections
        .filter_map(|((section, shown), (_, lines))| {
            let title = match section {
                OutcomeSection::Title | OutcomeSection::First => return None,
                OutcomeSection::Who => ui.who_title(),
                OutcomeSection::Say => ui.say_title(),
                OutcomeSection::Next => ui.next_title(),
                OutcomeSection::TurnedAway => ui.turned_away_title(),
            };
            Some(Section {
                name: section.as_str(),
                title: wording.say(title),
                lines: wording.lines(shown, lines),
            })
        })
        .filter(|section| !section.lines.is_empty())
        .collect()
}

/// The blocks that stand on this outcome, or on the result itself.
pub(super) fn blocks(wording: &Wording<'_>, outcome: Option<&OutcomeId>) -> Vec<Block> {
    let blocks = wording.pathway().compiled().blocks.iter();
    blocks
        .filter(|block| match outcome {
            Some(outcome) => block.outcomes.contains(outcome),
            None => block.outcomes.is_empty(),
        })
        .filter(|block| wording.allows(block.when.as_ref()))
        .filter_map(|block| told(wording, block))
        .filter(|block| !block.lines.is_empty())
        .collect()
}

fn told(wording: &Wording<'_>, block: &compiled::Block) -> Option<Block> {
    let words = wording.edition().words().blocks.get(&block.id)?;
    Some(Block {
        id: block.id.clone(),
        title: wording.say(&words.title),
        lines: wording.lines(&block.lines, &words.lines),
        folded: block.folded,
    })
}

fn reason(wording: &Wording<'_>, reason: &reasons::Reason) -> Option<Reason> {
    let pathway = wording.pathway();
    let rules = &wording.edition().words().rules;
    let text = rules.get(pathway.rule_id(reason.rule))?;
    let said = reason.said.iter();
    let sources = pathway.rule_sources(reason.rule).iter();
    Some(Reason {
        because: wording.say(wording.ui().because()),
        said: said
            .flat_map(|(question, picked)| wording.said(*question, *picked))
            .collect(),
        text: wording.say(text),
        sources_title: wording.say(wording.ui().sources_title()),
        sources: sources
            .filter_map(|id| {
                let mut known = pathway.compiled().sources.iter();
                let source = known.find(|source| source.id == *id)?;
                Some(SourceLine {
                    id: id.clone(),
                    statement: source.statement.clone(),
                })
            })
            .collect(),
    })
}

fn answer(wording: &Wording<'_>, step: &Step) -> Option<AnswerLine> {
    let question = wording.pathway().compiled().questions.get(step.question)?;
    let words = wording.edition().words().questions.get(&question.id)?;
    Some(AnswerLine {
        id: question.id.clone(),
        question: wording.say(words.short.as_ref().unwrap_or(&words.legend)),
        said: wording.said(step.question, step.picked),
        change: wording.say(wording.ui().change()),
    })
}
