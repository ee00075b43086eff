//! Makes the summary that a visitor can print, copy or save: outcomes, contacts, lines to say on
//! the phone, and answers. The summary leaves out private answers, and each text that depends on a
//! private answer, unless the visitor adds them.

use super::{
    contact::ContactLine,
    question::Choice,
    result::{self, Card, Section},
    wording::Wording,
};
use crate::{
    model::{id::QuestionId, properties::Kind, set::Set},
    runtime::{
        compiled::Question,
        evaluate::{Replay, RoutingResult, Step},
        journey::Journey,
        pathway::options_that,
    },
};
use alloc::{format, string::String, vec::Vec};

/// The content of the summary page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummaryScreen {
    /// The heading of the summary page.
    pub title: String,
    /// The sentences that say what the summary is for, and that nothing has been sent.
    pub lead: Vec<String>,
    /// The heading of the optional questions.
    pub notes_title: String,
    /// The optional questions that the summary page shows after these answers.
    pub notes: Vec<Note>,
    /// The checkbox that adds the private answers. `None` if there is no private answer.
    pub private: Option<PrivateAnswers>,
    /// The sentence before the summary: only this text is printed, copied or saved.
    pub all: String,
    /// The label of the button that prints the summary.
    pub print: String,
    /// The label of the button that copies the summary.
    pub copy: String,
    /// The label of the button that saves the summary as a file.
    pub save: String,
    /// The message after the browser has copied the summary.
    pub copied: String,
    /// The message after the browser has saved the summary.
    pub saved: String,
    /// The message after the browser has failed to print, copy or save the summary.
    pub refused: String,
    /// The label of the Back button.
    pub back: String,
}

/// An optional question on the summary page. The visitor's answer is added to the summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The id of the optional question.
    pub id: QuestionId,
    /// The text of the optional question.
    pub legend: String,
    /// True for checkboxes, of which the visitor can pick several. False for radio buttons.
    pub many: bool,
    /// The options that the optional question shows.
    pub choices: Vec<Choice>,
    /// The label of the button that removes the answer to the optional question.
    pub remove: String,
}

/// The checkbox that adds the visitor's private answers to the summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrivateAnswers {
    /// The label of the checkbox that adds the private answers.
    pub label: String,
    /// The hint beside the checkbox. It says that other people may read the summary.
    pub hint: String,
    /// True if the visitor has added the private answers to the summary.
    pub added: bool,
}

/// The summary of a result, ready to print, copy or save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The heading of the summary.
    pub title: String,
    /// The line with the day on which the summary was made. `None` if the day is unknown.
    pub made: Option<String>,
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
        if let Some(made) = &self.made {
            text.push('\n');
            text.push_str(made);
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

/// Makes the summary page: its buttons, and the optional questions that apply after these answers.
pub(super) fn screen(wording: &Wording<'_>, journey: &Journey) -> SummaryScreen {
    let ui = wording.ui();
    let public = wording.pathway().public(wording.answers());
    SummaryScreen {
        title: wording.say(ui.summary_title()),
        lead: Vec::from([
            wording.say(ui.summary_lead()),
            wording.say(ui.nothing_sent()),
        ]),
        notes_title: wording.say(ui.notes_title()),
        notes: noted(wording, journey)
            .map(|(note, shown, picked)| self::note(wording, note, shown, picked))
            .collect(),
        private: (public != *wording.answers()).then(|| PrivateAnswers {
            label: wording.say(ui.private_label()),
            hint: wording.say(ui.private_hint()),
            added: journey.reveals(),
        }),
        all: wording.say(ui.summary_all()),
        print: wording.say(ui.print()),
        copy: wording.say(ui.copy()),
        save: wording.say(ui.save()),
        copied: wording.say(ui.copied()),
        saved: wording.say(ui.saved()),
        refused: wording.say(ui.refused()),
        back: wording.say(ui.back()),
    }
}

/// Makes the summary of a result. It contains private answers only if the visitor added them.
pub(super) fn summary(
    wording: &Wording<'_>,
    journey: &Journey,
    replay: &Replay,
    routed: &RoutingResult,
) -> Summary {
    let notes = notes(wording, journey);
    if journey.reveals() {
        return written(wording, notes, &replay.path, routed);
    }
    let pathway = wording.pathway();
    let public = pathway.public(wording.answers());
    let exposed = pathway.exposed(&public);
    let path: Vec<Step> = replay
        .path
        .iter()
        .map(|step| Step {
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
    let rests_on_more = |rule: &usize| {
        let rule = pathway.compiled().rules.get(*rule);
        rule.is_some_and(|rule| {
            !pathway.holds(&rule.when, &public) || !pathway.holds(&rule.when, &exposed)
        })
    };
    let mut routed = routed.clone();
    routed.outcomes.retain(|outcome| !private(outcome));
    routed.rules.retain(|rule| !rests_on_more(rule));
    written(&wording.discreet(&public, &exposed), notes, &path, &routed)
}

fn written(
    wording: &Wording<'_>,
    notes: Vec<String>,
    path: &[Step],
    routed: &RoutingResult,
) -> Summary {
    let ui = wording.ui();
    let result = result::screen(wording, path, routed);
    let mut sections = Vec::new();
    for card in &result.cards {
        outcome(wording, card, &mut sections);
    }
    let also = result.also.iter().map(in_short).collect();
    push(&mut sections, "also", &result.also_title, also);
    let answers = result.answers.iter();
    let answers = answers.map(|answer| entry(&answer.question, &answer.said));
    let answers = answers.collect();
    push(&mut sections, "answers", &result.answers_title, answers);
    let noted = wording.say(ui.noted_title());
    push(&mut sections, "notes", &noted, notes);
    let crisis = super::crisis(wording.edition(), true);
    let numbers = crisis.contacts.iter();
    let numbers = numbers.map(|contact| format!("{}: {}", contact.name, contact.when));
    push(&mut sections, "crisis", &crisis.title, numbers.collect());
    let made = wording.today();
    Summary {
        title: wording.say(ui.summary_heading()),
        made: made.map(|day| wording.say_on(ui.made(), day)),
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
fn outcome(wording: &Wording<'_>, card: &Card, sections: &mut Vec<Section>) {
    let mut lines = card.first.clone();
    lines.extend(card.call.iter().map(number));
    push(sections, "first", &headed(card), lines);
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
    let reasons = card.reasons.iter().filter(|_| wording.cites());
    let why = reasons.map(|reason| {
        let sources = reason.sources.iter().map(|source| format!("{}", source.id));
        let sources: Vec<String> = sources.collect();
        let mut line = reason.text.clone();
        if !reason.said.is_empty() {
            line = format!("{}: {line}", reason.said.join("; "));
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

fn headed(card: &Card) -> String {
    format!("{}: {}", card.soon, card.title)
}

/// Writes an outcome in one line: its urgency, its title and its first phone number.
fn in_short(card: &Card) -> String {
    let first = card.call.iter().find(|contact| contact.phone.is_some());
    match first {
        Some(contact) => format!("{}. {}", headed(card), number(contact)),
        None => headed(card),
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
    for remark in contact.remark.iter().chain(&contact.standing) {
        line.push_str(if line.ends_with('.') { " " } else { ". " });
        line.push_str(remark);
    }
    line
}

/// Writes a line for each optional question that the visitor answered. No such answer is private.
fn notes(wording: &Wording<'_>, journey: &Journey) -> Vec<String> {
    let picked = noted(wording, journey).filter(|(.., picked)| !picked.is_empty());
    let line = |(note, _, picked): (&Question, Set, Set)| {
        let words = wording.edition().words().questions.get(&note.id)?;
        let legend = words.short.as_ref().unwrap_or(&words.legend);
        Some(entry(&wording.say(legend), &wording.said_of(note, picked)))
    };
    picked.filter_map(line).collect()
}

fn entry(question: &str, said: &[String]) -> String {
    format!("{question}: {}", said.join("; "))
}

/// Returns the optional questions of the summary page that apply after these answers, each with its
/// shown options and its picked options.
fn noted<'a>(
    wording: &Wording<'a>,
    journey: &Journey,
) -> impl Iterator<Item = (&'a Question, Set, Set)> {
    let notes = wording.pathway().compiled().notes.iter().enumerate();
    notes.filter_map(|(index, note)| {
        let shown = options_that(note, |option| wording.allows(option.show_when.as_ref()));
        let asked = wording.allows(note.ask_when.as_ref()) && !shown.is_empty();
        asked.then(|| (note, shown, journey.noted(index, shown)))
    })
}

fn note<'a>(wording: &Wording<'a>, note: &'a Question, shown: Set, picked: Set) -> Note {
    let words = wording.edition().words().questions.get(&note.id);
    Note {
        id: note.id.clone(),
        legend: words
            .map(|words| wording.say(&words.legend))
            .unwrap_or_default(),
        many: note.kind == Kind::Many,
        choices: super::question::choices(wording, note, shown, picked),
        remove: wording.say(wording.ui().note_remove()),
    }
}
