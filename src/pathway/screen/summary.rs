//! Makes the summary that a visitor can print, copy or save: outcomes, contacts, lines to say on
//! the phone, and answers. The summary leaves out private answers, and each text that depends on a
//! private answer, unless the visitor adds them.

use super::{
    contact::ContactLine,
    result::{self, Card, Section},
    visitor_text::ReaderText,
};
use crate::{
    model::set::Set,
    runtime::{
        compiled::Question,
        journey::Journey,
        pathway::options_that,
        replay::{AnsweredQuestion, Replay, RoutingResult},
    },
};
use alloc::{format, string::String, vec::Vec};

/// The summary of a result, ready to print, copy or save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The heading of the summary.
    pub title: String,
    /// The line with the day on which the summary was made. `None` if the day is unknown.
    pub date_line: Option<String>,
    /// The sections of the summary, in order.
    pub sections: Vec<Section>,
    /// The last lines of the summary: the title of the widget, the sentence about a draft, the
    /// sentence that nothing has been sent, and the version and hash of the pathway.
    pub origin: Vec<String>,
}

impl Summary {
    /// Writes the summary as plain text, for a copy or a file.
    pub fn text(&self) -> String {
        let mut text = self.title.clone();
        if let Some(date_line) = &self.date_line {
            text.push('\n');
            text.push_str(date_line);
        }
        for section in &self.sections {
            text.push_str("\n\n");
            text.push_str(&section.title);
            for line in &section.lines {
                text.push_str("\n- ");
                text.push_str(line);
            }
        }
        text.push('\n');
        for line in &self.origin {
            text.push('\n');
            text.push_str(line);
        }
        text.push('\n');
        text
    }
}

/// Makes the summary of a result. It contains private answers only if the visitor added them.
pub(super) fn summary(
    wording: &ReaderText<'_>,
    journey: &Journey,
    replay: &Replay,
    routed: &RoutingResult,
) -> Summary {
    let notes = notes(wording, journey);
    if journey.includes_private_answers() {
        return write(wording, notes, &replay.path, routed);
    }
    let pathway = wording.pathway();
    let public = pathway.without_private_answers(wording.answers());
    let all_private = pathway.with_every_private_option(&public);
    let path: Vec<AnsweredQuestion> = replay
        .path
        .iter()
        .map(|step| AnsweredQuestion {
            picked: public.picked(step.question),
            ..*step
        })
        .filter(|step| !step.picked.is_empty())
        .collect();
    let private = |outcome: &usize| {
        let outcomes = &pathway.compiled().outcomes;
        outcomes
            .get(*outcome)
            .is_some_and(|outcome| outcome.private)
    };
    let depends_on_private = |rule: &usize| {
        let rule = pathway.compiled().rules.get(*rule);
        rule.is_some_and(|rule| {
            !pathway.holds(&rule.when, &public) || !pathway.holds(&rule.when, &all_private)
        })
    };
    let mut routed = routed.clone();
    routed.outcomes.retain(|outcome| !private(outcome));
    routed.rules.retain(|rule| !depends_on_private(rule));
    let wording = wording.for_other_readers(&public, &all_private);
    write(&wording, notes, &path, &routed)
}

fn write(
    wording: &ReaderText<'_>,
    notes: Vec<String>,
    path: &[AnsweredQuestion],
    routed: &RoutingResult,
) -> Summary {
    let ui = wording.ui();
    let result = result::screen(wording, path, routed);
    let mut sections = Vec::new();
    for card in &result.cards {
        outcome(wording, card, &mut sections);
    }
    let also = result.also.iter().map(in_one_line).collect();
    push(&mut sections, "also", &result.also_title, also);
    let answers = result.answers.iter();
    let answers = answers.map(|answer| entry(&answer.question, &answer.answers));
    let title = &result.answers_title;
    push(&mut sections, "answers", title, answers.collect());
    let title = wording.say(ui.noted_title());
    push(&mut sections, "notes", &title, notes);
    let crisis = super::crisis(wording.edition(), true);
    let numbers = crisis.contacts.iter();
    let numbers = numbers.map(|contact| format!("{}: {}", contact.name, contact.when));
    push(&mut sections, "crisis", &crisis.title, numbers.collect());
    let today = wording.today();
    Summary {
        title: wording.say(ui.summary_heading()),
        date_line: today.map(|day| wording.say_on(ui.made(), day)),
        sections,
        origin: [Some(wording.edition().words().title.clone()), result.draft]
            .into_iter()
            .flatten()
            .chain([result.nothing_sent, result.version])
            .collect(),
    }
}

fn push(sections: &mut Vec<Section>, name: &'static str, title: &str, lines: Vec<String>) {
    if !lines.is_empty() {
        sections.push(Section {
            name,
            title: title.into(),
            lines,
        });
    }
}

/// Adds the sections of one outcome to the summary: the first things to do with the contacts, the
/// lines to say on the phone, the helplines, the blocks and the reasons.
fn outcome(wording: &ReaderText<'_>, card: &Card, sections: &mut Vec<Section>) {
    let mut lines = card.first.clone();
    lines.extend(card.call.iter().map(number));
    push(sections, "first", &heading(card), lines);
    for section in &card.sections {
        if section.name == "say" {
            push(sections, "say", &section.title, section.lines.clone());
        }
    }
    let helplines = card.helplines.iter().map(number).collect();
    push(sections, "helplines", &card.helplines_title, helplines);
    for block in &card.blocks {
        // Several cards can contain the same block, but the summary contains it once.
        if !sections.iter().any(|section| section.title == block.title) {
            push(sections, "block", &block.title, block.lines.clone());
        }
    }
    // Only a professional's summary has the reasons. Others read their own answers further below.
    let reasons = card.reasons.iter().filter(|_| wording.shows_sources());
    let why = reasons.map(|reason| {
        let sources = reason.sources.iter().map(|source| format!("{}", source.id));
        let sources: Vec<String> = sources.collect();
        let mut line = reason.text.clone();
        if !reason.answers.is_empty() {
            line = format!("{}: {line}", reason.answers.join("; "));
        }
        if !sources.is_empty() {
            line = format!("{line} ({})", sources.join(", "));
        }
        line
    });
    push(
        sections,
        "why",
        &wording.say(wording.ui().criteria_title()),
        why.collect(),
    );
}

fn heading(card: &Card) -> String {
    format!("{}: {}", card.urgency_text, card.title)
}

/// Writes an outcome in one line: its urgency, its title and its first phone number.
fn in_one_line(card: &Card) -> String {
    let first = card.call.iter().find(|contact| contact.phone.is_some());
    match first {
        Some(contact) => format!("{}. {}", heading(card), number(contact)),
        None => heading(card),
    }
}

/// Writes a contact in one line: its name, its numbers, and the sentence about its last check.
fn number(contact: &ContactLine) -> String {
    let mut line = contact.name.clone();
    let phone = contact.phone.iter().filter(|phone| **phone != contact.name);
    let text = contact
        .text
        .iter()
        .map(|number| format!("{} {number}", contact.send));
    for part in phone.cloned().chain(text).chain(contact.web.clone()) {
        line.push_str(if line == contact.name { ": " } else { ", " });
        line.push_str(&part);
    }
    for remark in contact.remark.iter().chain(&contact.check_note) {
        line.push_str(if line.ends_with('.') { " " } else { ". " });
        line.push_str(remark);
    }
    line
}

/// Writes a line for each optional question that the visitor answered. No such answer is private.
fn notes(wording: &ReaderText<'_>, journey: &Journey) -> Vec<String> {
    let picked = visible_notes(wording, journey).filter(|(.., picked)| !picked.is_empty());
    let line = |(note, _, picked): (&Question, Set, Set)| {
        let words = wording.edition().words().questions.get(&note.id)?;
        let legend = words.short.as_ref().unwrap_or(&words.legend);
        let answers = wording.answer_texts_of(note, picked);
        Some(entry(&wording.say(legend), &answers))
    };
    picked.filter_map(line).collect()
}

fn entry(question: &str, answers: &[String]) -> String {
    format!("{question}: {}", answers.join("; "))
}

/// Returns the optional questions of the summary page that apply after these answers, each with its
/// shown options and its picked options.
pub(super) fn visible_notes<'a>(
    wording: &ReaderText<'a>,
    journey: &Journey,
) -> impl Iterator<Item = (&'a Question, Set, Set)> {
    let notes = wording.pathway().compiled().notes.iter().enumerate();
    notes.filter_map(|(index, note)| {
        let offered = options_that(note, |option| wording.allows(option.show_when.as_ref()));
        let is_asked = wording.allows(note.ask_when.as_ref()) && !offered.is_empty();
        is_asked.then(|| (note, offered, journey.note_answer(index, offered)))
    })
}
