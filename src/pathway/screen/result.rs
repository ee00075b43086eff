//! Makes the page with the result: cards, further outcomes, reasons and answers.

use super::{
    contact::{self, ContactLine},
    draft,
    visitor_text::ReaderText,
};
use crate::{
    model::{
        id::{BlockId, OutcomeId, QuestionId, SourceId},
        outcome_sections::OutcomeSection,
        properties::Urgency,
    },
    runtime::{
        compiled::{self, Outcome},
        reasons::{self, reasons},
        replay::{AnsweredQuestion, RoutingResult},
    },
};
use alloc::{format, string::String, vec::Vec};

/// The content of the page with the result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultScreen {
    /// The urgency of the most urgent outcome.
    pub urgency: Urgency,
    /// The heading of the result, which says what the visitor must do first.
    pub title: String,
    /// The sentence which says that nothing has been sent.
    pub nothing_sent: String,
    /// The sentence which says that the pathway is a draft. `None` if the pathway is signed.
    pub draft: Option<String>,
    /// The outcomes that the result shows as cards, the most urgent first.
    pub cards: Vec<Card>,
    /// The heading of the further outcomes, which follow the cards.
    pub also_title: String,
    /// The further outcomes, which the result shows in a list after the cards.
    pub also: Vec<Card>,
    /// The texts that are on the result itself and not on a card.
    pub blocks: Vec<Block>,
    /// The heading of the list of answers.
    pub answers_title: String,
    /// The visitor's answers, in the order of the questions.
    pub answers: Vec<AnswerLine>,
    /// The sentence which says that the answers stay on this device.
    pub not_saved: String,
    /// The label of the button that opens the summary page.
    pub open_summary_label: String,
    /// The label of the Back button.
    pub back: String,
    /// The label of the button that clears every answer and goes back to the start page.
    pub restart: String,
    /// The version of the pathway, and the first 12 characters of the edition's hash.
    pub version: String,
}

/// An outcome, as the result shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The id of the outcome.
    pub id: OutcomeId,
    /// How soon the outcome must be followed.
    pub urgency: Urgency,
    /// The urgency of the outcome in words, such as "Urgent, today".
    pub urgency_text: String,
    /// The heading of the outcome.
    pub title: String,
    /// The lines that say what to do first, the most important line first.
    pub first: Vec<String>,
    /// The contacts to call. Contacts whose last check is current come first.
    pub call: Vec<ContactLine>,
    /// The texts that the result shows on this card.
    pub blocks: Vec<Block>,
    /// The other sections of the outcome that have lines: the people that the outcome is for, the
    /// lines to say on the phone, the next steps, and the advice for a person whom a service
    /// refuses.
    pub sections: Vec<Section>,
    /// The heading of the visitor's own answers on this card.
    pub answers_to_say_title: String,
    /// The visitor's own answers that led to this outcome. The visitor can say them on the phone.
    pub answers_to_say: Vec<String>,
    /// The heading of the helplines on this card.
    pub helplines_title: String,
    /// The helplines for this outcome.
    pub helplines: Vec<ContactLine>,
    /// The heading of the reasons on this card.
    pub why_title: String,
    /// The reasons for the outcome, in the order of the rules.
    pub reasons: Vec<Reason>,
}

/// Some lines of an outcome or of the summary, under a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The key of the section, such as `who`, `say`, `next` or `turned_away`.
    pub name: &'static str,
    /// The heading of the section.
    pub title: String,
    /// The lines of the section, in order.
    pub lines: Vec<String>,
}

/// A text that a result shows if its condition holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The id of the block.
    pub id: BlockId,
    /// The heading of the block.
    pub title: String,
    /// The lines of the block, in order.
    pub lines: Vec<String>,
    /// True if the block first shows only its heading, and the visitor must open it.
    pub folded: bool,
}

/// A reason for an outcome, as a card shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The words before the answers, such as "Because you said:".
    pub because: String,
    /// The visitor's answers that made the rule true.
    pub answers: Vec<String>,
    /// The sentence that explains the rule.
    pub text: String,
    /// The label of the button that opens the sources of the rule.
    pub sources_title: String,
    /// The sources that support the rule.
    pub sources: Vec<SourceLine>,
}

/// A source, as a card shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceLine {
    /// The id of the source.
    pub id: SourceId,
    /// The statement of the source, in our words.
    pub statement: String,
}

/// The answer to a question, with the button that changes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerLine {
    /// The id of the question.
    pub id: QuestionId,
    /// The short name of the question.
    pub question: String,
    /// The picked options in words.
    pub answers: Vec<String>,
    /// The label of the button that changes the answer.
    pub change: String,
}

/// A result shows at least so many outcomes as cards, unless it has fewer outcomes.
const CARDS: usize = 3;

pub(super) fn screen(
    wording: &ReaderText<'_>,
    path: &[AnsweredQuestion],
    routed: &RoutingResult,
) -> ResultScreen {
    let ui = wording.ui();
    let reasons = reasons(wording.pathway(), wording.answers(), routed);
    let mut cards: Vec<Card> = routed
        .outcomes
        .iter()
        .filter_map(|outcome| card(wording, *outcome, &reasons))
        .collect();
    let also = cards.split_off(cards.len().min(on_cards(&cards)));
    let answers = path.iter().filter_map(|step| answer(wording, step));
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
        answers: answers.collect(),
        not_saved: wording.say(ui.not_saved()),
        open_summary_label: wording.say(ui.keep()),
        back: wording.say(ui.back()),
        restart: wording.say(ui.restart()),
        version: version(wording),
    }
}

/// Returns the heading of the result: the first line of the first card, without its full stop.
fn what_to_do(cards: &[Card]) -> String {
    let line = cards.first().and_then(|card| card.first.first());
    line.map(|line| line.trim_end_matches('.').into())
        .unwrap_or_default()
}

pub(super) fn version(wording: &ReaderText<'_>) -> String {
    let compiled = wording.pathway().compiled();
    format!(
        "{} {} {} ({})",
        wording.say(wording.ui().version()),
        compiled.id,
        compiled.version,
        wording.edition().hash().get(..12).unwrap_or_default()
    )
}

/// Counts the outcomes to show as cards. In an emergency, every outcome is a card. Otherwise, every
/// urgent outcome is a card, and so is at least one other outcome. There are at least [`CARDS`]
/// cards if there are enough outcomes.
fn on_cards(cards: &[Card]) -> usize {
    let is_urgent = |card: &&Card| card.urgency >= Urgency::Today;
    let urgent = cards.iter().filter(is_urgent).count();
    let emergency = cards.iter().any(|card| card.urgency == Urgency::Emergency);
    if emergency {
        cards.len()
    } else {
        CARDS.max(urgent + 1)
    }
}

pub(super) fn card(
    wording: &ReaderText<'_>,
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
        urgency_text: wording.say(match outcome.urgency {
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
        answers_to_say_title: wording.say(ui.own_title()),
        answers_to_say: answers_to_say(&reasons),
        helplines_title: wording.say(ui.helplines_title()),
        helplines: contact::lines(wording, &outcome.helplines),
        why_title: wording.say(ui.why_title()),
        reasons,
    })
}

/// Returns the answers that the reasons repeat, each only once.
fn answers_to_say(reasons: &[Reason]) -> Vec<String> {
    let mut answers: Vec<String> = Vec::new();
    for answer in reasons.iter().flat_map(|reason| &reason.answers) {
        if !answers.contains(answer) {
            answers.push(answer.clone());
        }
    }
    answers
}

fn sections<'a>(wording: &ReaderText<'a>, outcome: &'a Outcome) -> Vec<Section> {
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

/// Returns the texts on the card of this outcome. Without an outcome, returns the texts that are on
/// the result itself.
pub(super) fn blocks(wording: &ReaderText<'_>, outcome: Option<&OutcomeId>) -> Vec<Block> {
    let blocks = wording.pathway().compiled().blocks.iter();
    blocks
        .filter(|block| match outcome {
            Some(outcome) => block.outcomes.contains(outcome),
            None => block.outcomes.is_empty(),
        })
        .filter(|block| wording.allows(block.when.as_ref()))
        .filter_map(|block| make_block(wording, block))
        .filter(|block| !block.lines.is_empty())
        .collect()
}

fn make_block(wording: &ReaderText<'_>, block: &compiled::Block) -> Option<Block> {
    let words = wording.edition().words().blocks.get(&block.id)?;
    Some(Block {
        id: block.id.clone(),
        title: wording.say(&words.title),
        lines: wording.lines(&block.lines, &words.lines),
        folded: block.folded,
    })
}

fn reason(wording: &ReaderText<'_>, reason: &reasons::Reason) -> Option<Reason> {
    let pathway = wording.pathway();
    let rules = &wording.edition().words().rules;
    let text = rules.get(pathway.rule_id(reason.rule))?;
    let answers = reason.answers.iter();
    let sources = pathway.rule_sources(reason.rule).iter();
    Some(Reason {
        because: wording.say(wording.ui().because()),
        answers: answers
            .flat_map(|(question, picked)| wording.answer_texts(*question, *picked))
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

fn answer(wording: &ReaderText<'_>, step: &AnsweredQuestion) -> Option<AnswerLine> {
    let question = wording.pathway().compiled().questions.get(step.question)?;
    let words = wording.edition().words().questions.get(&question.id)?;
    Some(AnswerLine {
        id: question.id.clone(),
        question: wording.say(words.short.as_ref().unwrap_or(&words.legend)),
        answers: wording.answer_texts(step.question, step.picked),
        change: wording.say(wording.ui().change()),
    })
}
