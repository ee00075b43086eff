//! A result → the summary that a visitor can print, copy or save: what to do, whom to call, what to
//! say, what they answered and noted. It leaves out what is private, and whatever rests on it,
//! unless they add it there.

use super::{
    contact::ContactLine,
    question::Choice,
    result::{self, Card, Section},
    voice::Voice,
};
use crate::{
    document::Kind,
    evaluate::{Replay, Routed, Step},
    id::QuestionId,
    journey::Journey,
    outline::Question,
    pathway::options_that,
    set::Set,
};
use alloc::{format, string::String, vec::Vec};

/// The summary's page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummaryScreen {
    /// The page's heading.
    pub title: String,
    /// What it is for; nothing has been sent.
    pub lead: Vec<String>,
    /// Heading of the notes.
    pub notes_title: String,
    /// What can be noted.
    pub notes: Vec<Note>,
    /// The way to add what is private, where there is anything.
    pub private: Option<Private>,
    /// Read before the summary: this is all that is kept.
    pub all: String,
    /// The button that prints it.
    pub print: String,
    /// The button that copies it.
    pub copy: String,
    /// The button that saves it.
    pub save: String,
    /// Said when it has been copied.
    pub copied: String,
    /// Said when it has been saved.
    pub saved: String,
    /// Said when the browser did not let it.
    pub refused: String,
    /// The button that goes back.
    pub back: String,
}

/// Something that can be noted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its id.
    pub id: QuestionId,
    /// What is asked.
    pub legend: String,
    /// Checkboxes if more than one option may be picked, else radios.
    pub many: bool,
    /// What can be picked.
    pub choices: Vec<Choice>,
    /// The button that takes it out again.
    pub remove: String,
}

/// The way to add what is private.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Private {
    /// Its label.
    pub label: String,
    /// Who may see it.
    pub hint: String,
    /// Whether it is added.
    pub added: bool,
}

/// A summary to keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Its heading.
    pub title: String,
    /// When it was made, where anybody knows the day.
    pub made: Option<String>,
    /// What it holds.
    pub sections: Vec<Section>,
    /// Where it comes from: the tool, that it is a draft, the pathway's version and hash.
    pub origin: Vec<String>,
}

impl Summary {
    /// The summary as plain text.
    #[must_use]
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

/// The page beside the summary: the notes that fit these answers, and what can be done.
pub(super) fn screen(voice: &Voice<'_>, journey: &Journey) -> SummaryScreen {
    let ui = voice.ui();
    let public = voice.pathway().public(voice.answers());
    SummaryScreen {
        title: voice.say(&ui.summary_title),
        lead: Vec::from([voice.say(&ui.summary_lead), voice.say(&ui.nothing_sent)]),
        notes_title: voice.say(&ui.notes_title),
        notes: noted(voice, journey)
            .map(|(note, shown, picked)| self::note(voice, note, shown, picked))
            .collect(),
        private: (public != *voice.answers()).then(|| Private {
            label: voice.say(&ui.private_label),
            hint: voice.say(&ui.private_hint),
            added: journey.reveals(),
        }),
        all: voice.say(&ui.summary_all),
        print: voice.say(&ui.print),
        copy: voice.say(&ui.copy),
        save: voice.say(&ui.save),
        copied: voice.say(&ui.copied),
        saved: voice.say(&ui.saved),
        refused: voice.say(&ui.refused),
        back: voice.say(&ui.back),
    }
}

/// The summary: with what is private only where the visitor added it.
pub(super) fn summary(
    voice: &Voice<'_>,
    journey: &Journey,
    replay: &Replay,
    routed: &Routed,
) -> Summary {
    let notes = notes(voice, journey);
    if journey.reveals() {
        return written(voice, notes, &replay.path, routed);
    }
    let pathway = voice.pathway();
    let public = pathway.public(voice.answers());
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
        let outcomes = &pathway.document().outcomes;
        outcomes
            .get(*outcome)
            .is_some_and(|outcome| outcome.private)
    };
    let rests_on_more = |rule: &usize| {
        let rule = pathway.document().rules.get(*rule);
        rule.is_some_and(|rule| {
            !pathway.holds(&rule.when, &public) || !pathway.holds(&rule.when, &exposed)
        })
    };
    let mut routed = routed.clone();
    routed.outcomes.retain(|outcome| !private(outcome));
    routed.rules.retain(|rule| !rests_on_more(rule));
    written(&voice.discreet(&public, &exposed), notes, &path, &routed)
}

fn written(voice: &Voice<'_>, notes: Vec<String>, path: &[Step], routed: &Routed) -> Summary {
    let ui = voice.ui();
    let result = result::screen(voice, path, routed);
    let mut sections = Vec::new();
    for card in &result.cards {
        outcome(voice, card, &mut sections);
    }
    let also = result.also.iter().map(in_short).collect();
    push(&mut sections, "also", &result.also_title, also);
    let answers = result.answers.iter();
    let answers = answers.map(|answer| told(&answer.question, &answer.said));
    push(
        &mut sections,
        "answers",
        &result.answers_title,
        answers.collect(),
    );
    push(&mut sections, "notes", &voice.say(&ui.noted_title), notes);
    let crisis = super::crisis(voice.edition(), true);
    let numbers = crisis.contacts.iter();
    let numbers = numbers.map(|contact| format!("{}: {}", contact.name, contact.when));
    push(&mut sections, "crisis", &crisis.title, numbers.collect());
    let made = voice.today();
    Summary {
        title: voice.say(&ui.summary_heading),
        made: made.map(|day| voice.say(&ui.made).replace("{date}", &day.in_words())),
        sections,
        origin: [Some(voice.edition().words().title.clone()), result.draft]
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

/// What to do and whom to call, what to say, what else is shown with it, and why.
fn outcome(voice: &Voice<'_>, card: &Card, sections: &mut Vec<Section>) {
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
        // The same block can stand on several cards.
        if !sections.iter().any(|section| section.title == block.title) {
            push(sections, "block", &block.title, block.lines.clone());
        }
    }
    // Others say it in their own answers, which follow.
    let reasons = card.reasons.iter().filter(|_| voice.cites());
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
        &voice.say(&voice.ui().criteria_title),
        why.collect(),
    );
}

fn headed(card: &Card) -> String {
    format!("{}: {}", card.soon, card.title)
}

/// An outcome in a line: how soon, what it is, and its first number.
fn in_short(card: &Card) -> String {
    let first = card.call.iter().find(|contact| contact.phone.is_some());
    match first {
        Some(contact) => format!("{}. {}", headed(card), number(contact)),
        None => headed(card),
    }
}

/// A contact in a line, with what is known about it.
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

/// What was noted. It is there to be read, whatever else was said.
fn notes(voice: &Voice<'_>, journey: &Journey) -> Vec<String> {
    let picked = noted(voice, journey).filter(|(.., picked)| !picked.is_empty());
    let line = |(note, _, picked): (&Question, Set, Set)| {
        let words = voice.edition().words().questions.get(&note.id)?;
        let legend = words.short.as_ref().unwrap_or(&words.legend);
        Some(told(&voice.say(legend), &voice.said_of(note, picked)))
    };
    picked.filter_map(line).collect()
}

fn told(question: &str, said: &[String]) -> String {
    format!("{question}: {}", said.join("; "))
}

/// The notes that fit these answers, each with the options it shows and those that are picked.
fn noted<'a>(
    voice: &Voice<'a>,
    journey: &Journey,
) -> impl Iterator<Item = (&'a Question, Set, Set)> {
    let notes = voice.pathway().document().notes.iter().enumerate();
    notes.filter_map(|(place, note)| {
        let shown = options_that(note, |option| voice.allows(option.show_when.as_ref()));
        let asked = voice.allows(note.ask_when.as_ref()) && !shown.is_empty();
        asked.then(|| (note, shown, journey.noted(place, shown)))
    })
}

fn note<'a>(voice: &Voice<'a>, note: &'a Question, shown: Set, picked: Set) -> Note {
    let words = voice.edition().words().questions.get(&note.id);
    Note {
        id: note.id.clone(),
        legend: words
            .map(|words| voice.say(&words.legend))
            .unwrap_or_default(),
        many: note.kind == Kind::Many,
        choices: super::question::choices(voice, note, shown, picked),
        remove: voice.say(&voice.ui().note_remove),
    }
}
