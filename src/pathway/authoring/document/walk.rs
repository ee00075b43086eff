//! Visits a whole document or its words: every section of an outcome, every condition, every text.

use super::{Condition, Conditional, Document, Outcome, Question, law::Claim};
use crate::model::id::LineId;
use crate::model::{
    text::{Lines, Text},
    words::{QuestionWords, Words},
};
use alloc::{
    collections::{BTreeMap, BTreeSet},
    format,
    vec::Vec,
};

impl Outcome {
    /// Its sections of text by name, in the order they are read.
    pub fn sections(&self) -> impl Iterator<Item = (&'static str, &[Conditional<LineId>])> {
        [
            ("title", self.title.as_slice()),
            ("first", &self.first),
            ("who", &self.who),
            ("say", &self.say),
            ("next", &self.next),
            ("turned_away", &self.turned_away),
        ]
        .into_iter()
    }
}

impl Outcome {
    /// Its sections of text, to be changed.
    pub(crate) fn sections_mut(&mut self) -> impl Iterator<Item = &mut Vec<Conditional<LineId>>> {
        [
            &mut self.title,
            &mut self.first,
            &mut self.who,
            &mut self.say,
            &mut self.next,
            &mut self.turned_away,
        ]
        .into_iter()
    }
}

fn whens<'a, I>(
    place: &str,
    things: &'a [Conditional<I>],
    visit: &mut dyn FnMut(&str, &'a Condition),
) {
    things
        .iter()
        .filter_map(|thing| thing.when.as_ref())
        .for_each(|when| visit(place, when));
}

/// When a question is asked, and each option shown.
fn offers<'a>(list: &str, question: &'a Question, visit: &mut dyn FnMut(&str, &'a Condition)) {
    let place = format!("{list}.{}", question.id);
    if let Some(when) = &question.ask_when {
        visit(&place, when);
    }
    for option in &question.options {
        if let Some(when) = &option.show_when {
            visit(&format!("{place}.options.{}", option.id), when);
        }
    }
}

impl Document {
    /// The questions, then the notes, each with the name of its list.
    pub fn asked(&self) -> impl Iterator<Item = (&'static str, &Question)> {
        let questions = self
            .questions
            .iter()
            .map(|question| ("questions", question));
        questions.chain(self.notes.iter().map(|note| ("notes", note)))
    }

    /// Calls `visit` with the path of every condition that is not for routing: of wordings, lines,
    /// labels, contacts, notes, blocks and the crisis block.
    pub fn each_screen_condition<'a>(&'a self, visit: &mut dyn FnMut(&str, &'a Condition)) {
        visit("wordings.someone", &self.wordings.someone);
        visit("wordings.professional", &self.wordings.professional);
        for (list, question) in self.asked() {
            let place = format!("{list}.{}", question.id);
            whens(&format!("{place}.hints"), &question.hints, visit);
            whens(&format!("{place}.why"), &question.why, visit);
            for option in &question.options {
                let place = format!("{place}.options.{}.variants", option.id);
                whens(&place, &option.variants, visit);
            }
        }
        self.notes
            .iter()
            .for_each(|note| offers("notes", note, visit));
        for outcome in &self.outcomes {
            let place = format!("outcomes.{}", outcome.id);
            for (section, lines) in outcome.sections() {
                whens(&format!("{place}.{section}"), lines, visit);
            }
            whens(&format!("{place}.call"), &outcome.call, visit);
            whens(&format!("{place}.helplines"), &outcome.helplines, visit);
        }
        for block in &self.blocks {
            let place = format!("blocks.{}", block.id);
            block.when.iter().for_each(|when| visit(&place, when));
            whens(&format!("{place}.lines"), &block.lines, visit);
        }
        visit("crisis.open_when", &self.crisis.open_when);
    }

    /// Calls `visit` for every condition, wherever it stands.
    pub fn each_condition<'a>(&'a self, visit: &mut dyn FnMut(&'a Condition)) {
        self.each_screen_condition(&mut |_, condition| visit(condition));
        for question in &self.questions {
            offers("questions", question, &mut |_, condition| visit(condition));
        }
        self.conditions.iter().for_each(|named| visit(&named.when));
        self.rules.iter().for_each(|rule| visit(&rule.when));
        visit(&self.local.outside);
        visit(&self.local.unknown);
        whens("order", &self.order, &mut |_, condition| visit(condition));
        for claim in self.laws.iter().flat_map(|law| &law.claims) {
            match claim {
                Claim::Whenever(claim) => claim.when.iter().for_each(&mut *visit),
                Claim::PickingMore(claim) => claim.when.iter().for_each(&mut *visit),
                _ => {}
            }
        }
    }
}

/// The questions of a condition, from the questions of each named condition.
fn looked_at<'a>(
    condition: &'a Condition,
    named: &BTreeMap<&str, BTreeSet<&'a str>>,
) -> BTreeSet<&'a str> {
    let mut questions = BTreeSet::new();
    condition.walk(&mut |part| match part {
        Condition::Is(question, _) => drop(questions.insert(question.as_str())),
        Condition::Named(name) => {
            questions.extend(named.get(name.as_str()).into_iter().flatten().copied());
        }
        Condition::All(_) | Condition::Any(_) | Condition::Not(_) => {}
    });
    questions
}

impl Document {
    /// The questions a condition looks at, named conditions written out.
    #[must_use]
    pub fn questions_of<'a>(&'a self, condition: &'a Condition) -> BTreeSet<&'a str> {
        let mut named = BTreeMap::new();
        for entry in &self.conditions {
            let questions = looked_at(&entry.when, &named);
            named.insert(entry.id.as_str(), questions);
        }
        looked_at(condition, &named)
    }
}

impl Words {
    /// Calls `visit` with the place and the text of every text a person reads.
    pub fn each_text<'a>(&'a self, visit: &mut dyn FnMut(&str, &'a str)) {
        let mut visit_text = |place: &str, text: &'a Text| {
            text.all().for_each(|wording| visit(place, wording));
        };
        for (name, text) in self.ui.each() {
            visit_text(&format!("ui.{name}"), text);
        }
        for (id, question) in self.questions.iter() {
            question.each_text(&format!("questions.{id}"), &mut visit_text);
        }
        for (id, outcome) in self.outcomes.iter() {
            for (section, lines) in outcome.sections() {
                each_line(&format!("outcomes.{id}.{section}"), lines, &mut visit_text);
            }
        }
        for (id, block) in self.blocks.iter() {
            visit_text(&format!("blocks.{id}.title"), &block.title);
            each_line(&format!("blocks.{id}.lines"), &block.lines, &mut visit_text);
        }
        for (id, text) in self.rules.iter() {
            visit_text(&format!("rules.{id}"), text);
        }
        for (id, contact) in self.contacts.iter() {
            let optional = contact.remark.iter().chain(&contact.unverified);
            [&contact.name]
                .into_iter()
                .chain(optional)
                .for_each(|text| visit_text(&format!("contacts.{id}"), text));
        }
        visit("title", &self.title);
        let start = &self.start;
        for text in start
            .points
            .iter()
            .chain(&start.purpose)
            .chain([&start.lead, &start.start])
        {
            visit("start", text);
        }
        let crisis = &self.crisis;
        for text in crisis
            .more
            .values()
            .chain([&crisis.title, &crisis.label, &crisis.guide])
        {
            visit("crisis", text);
        }
        for contact in crisis.contacts.values() {
            visit("crisis.contacts", &contact.name);
            visit("crisis.contacts", &contact.when);
        }
    }
}

fn each_line<'a>(place: &str, lines: &'a Lines, visit: &mut dyn FnMut(&str, &'a Text)) {
    for (id, text) in lines.iter() {
        visit(&format!("{place}.{id}"), text);
    }
}

impl QuestionWords {
    /// Calls `visit` with the place and each text of the question.
    pub fn each_text<'a>(&'a self, place: &str, visit: &mut dyn FnMut(&str, &'a Text)) {
        visit(&format!("{place}.legend"), &self.legend);
        for text in self.short.iter() {
            visit(&format!("{place}.short"), text);
        }
        visit(&format!("{place}.error"), &self.error);
        each_line(&format!("{place}.hints"), &self.hints, visit);
        each_line(&format!("{place}.why"), &self.why, visit);
        for (id, option) in self.options.iter() {
            let place = format!("{place}.options.{id}");
            let variants = option.variants.values();
            let variants =
                variants.flat_map(|variant| [Some(&variant.label), variant.hint.as_ref()]);
            [
                Some(&option.label),
                option.hint.as_ref(),
                option.said.as_ref(),
            ]
            .into_iter()
            .chain(variants)
            .flatten()
            .for_each(|text| visit(&place, text));
        }
    }
}
