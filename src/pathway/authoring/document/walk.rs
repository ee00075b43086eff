//! Visits every condition of a document, and every text of its words. For each of the two, one
//! macro defines two functions: one that reads and one that changes what it visits.

use super::{Condition, Conditional, Document, Outcome, Question, law::Claim};
use crate::model::{
    id::LineId,
    outcome_sections::{OutcomeSection, sections},
    wording::Text,
    words::{QuestionWords, Words},
};
use alloc::{
    collections::{BTreeMap, BTreeSet},
    format,
    string::String,
    vec::Vec,
};

impl Outcome {
    /// Returns each section of the outcome with its lines, in the order in which people read the
    /// sections.
    pub fn sections(&self) -> impl Iterator<Item = (OutcomeSection, &Vec<Conditional<LineId>>)> {
        sections!(self)
    }

    /// Returns a mutable reference to the lines of each section, in the order in which people read
    /// the sections.
    pub(crate) fn sections_mut(
        &mut self,
    ) -> impl Iterator<Item = (OutcomeSection, &mut Vec<Conditional<LineId>>)> {
        sections!(self, mut)
    }
}

impl Document {
    /// Returns the questions and then the optional questions, each with the key of its list in the
    /// file.
    pub fn questions_and_notes(&self) -> impl Iterator<Item = (&'static str, &Question)> {
        let questions = self
            .questions
            .iter()
            .map(|question| ("questions", question));
        questions.chain(self.notes.iter().map(|note| ("notes", note)))
    }
}

macro_rules! condition_visitor {
    ($name:ident $(, $mutable:tt)?) => {
        impl Document {
            /// Calls `visit` for every condition in the document, with the path of the condition.
            pub(crate) fn $name<'a>(
                &'a $($mutable)? self,
                visit: &mut dyn FnMut(&str, &'a $($mutable)? Condition),
            ) {
                if let Some(when) = & $($mutable)? self.wordings.someone {
                    visit("wordings.someone", when);
                }
                if let Some(when) = & $($mutable)? self.wordings.professional {
                    visit("wordings.professional", when);
                }
                let questions = ("questions", & $($mutable)? self.questions);
                for (list, questions) in [questions, ("notes", & $($mutable)? self.notes)] {
                    for question in questions {
                        let path = format!("{list}.{}", question.id);
                        if let Some(when) = & $($mutable)? question.ask_when {
                            visit(&path, when);
                        }
                        let hints = ("hints", & $($mutable)? question.hints);
                        for (key, lines) in [hints, ("why", & $($mutable)? question.why)] {
                            let whens = lines.into_iter().flat_map(|line| & $($mutable)? line.when);
                            for when in whens {
                                visit(&format!("{path}.{key}"), when);
                            }
                        }
                        for option in & $($mutable)? question.options {
                            let path = format!("{path}.options.{}", option.id);
                            if let Some(when) = & $($mutable)? option.show_when {
                                visit(&path, when);
                            }
                            let own = & $($mutable)? option.variants;
                            let whens = own.into_iter().flat_map(|line| & $($mutable)? line.when);
                            for when in whens {
                                visit(&format!("{path}.variants"), when);
                            }
                        }
                    }
                }
                for named in & $($mutable)? self.conditions {
                    visit(&format!("conditions.{}", named.id), & $($mutable)? named.when);
                }
                for rule in & $($mutable)? self.rules {
                    visit(&format!("rules.{}", rule.id), & $($mutable)? rule.when);
                }
                visit("local.outside", & $($mutable)? self.local.outside);
                visit("local.unknown", & $($mutable)? self.local.unknown);
                for slot in & $($mutable)? self.local.slots {
                    let path = format!("local.slots.{}", slot.id);
                    let shown = & $($mutable)? slot.outcomes;
                    for when in shown.into_iter().flat_map(|one| & $($mutable)? one.when) {
                        visit(&path, when);
                    }
                }
                for outcome in & $($mutable)? self.outcomes {
                    let path = format!("outcomes.{}", outcome.id);
                    for (section, lines) in sections!(outcome $(, $mutable)?) {
                        for when in lines.into_iter().flat_map(|line| & $($mutable)? line.when) {
                            visit(&format!("{path}.{}", section.as_str()), when);
                        }
                    }
                    let call = ("call", & $($mutable)? outcome.call);
                    for (key, contacts) in [call, ("helplines", & $($mutable)? outcome.helplines)] {
                        let whens = contacts.into_iter().flat_map(|one| & $($mutable)? one.when);
                        for when in whens {
                            visit(&format!("{path}.{key}"), when);
                        }
                    }
                }
                let order = & $($mutable)? self.order;
                for when in order.into_iter().flat_map(|entry| & $($mutable)? entry.when) {
                    visit("order", when);
                }
                for block in & $($mutable)? self.blocks {
                    let path = format!("blocks.{}", block.id);
                    if let Some(when) = & $($mutable)? block.when {
                        visit(&path, when);
                    }
                    let lines = & $($mutable)? block.lines;
                    for when in lines.into_iter().flat_map(|line| & $($mutable)? line.when) {
                        visit(&format!("{path}.lines"), when);
                    }
                }
                if let Some(when) = & $($mutable)? self.crisis.open_when {
                    visit("crisis.open_when", when);
                }
                for law in & $($mutable)? self.laws {
                    let path = format!("laws.{}", law.id);
                    for claim in & $($mutable)? law.claims {
                        let when = match claim {
                            Claim::Whenever(claim) => & $($mutable)? claim.when,
                            Claim::PickingMore(claim) => & $($mutable)? claim.when,
                            _ => continue,
                        };
                        if let Some(when) = when {
                            visit(&path, when);
                        }
                    }
                }
            }
        }
    };
}

condition_visitor!(each_condition);
condition_visitor!(each_condition_mut, mut);

macro_rules! text_visitor {
    ($name:ident, $text:ident, $iter:ident, $all:ident $(, $mutable:tt)?) => {
        impl Words {
            /// Calls `visit` for every text that a person reads, with the path of the text.
            pub fn $name<'a>(
                &'a $($mutable)? self,
                visit: &mut dyn FnMut(&str, &'a $($mutable)? $text),
            ) {
                let mut each = |path: &str, text: &'a $($mutable)? Text| {
                    text.$all().for_each(|wording| visit(path, wording));
                };
                for (name, text) in self.ui.$iter() {
                    each(&format!("ui.{name}"), text);
                }
                for (id, question) in self.questions.$iter() {
                    question.$name(&format!("questions.{id}"), &mut each);
                }
                for (id, outcome) in self.outcomes.$iter() {
                    for (section, lines) in sections!(outcome $(, $mutable)?) {
                        for (line, text) in lines.$iter() {
                            each(&format!("outcomes.{id}.{}.{line}", section.as_str()), text);
                        }
                    }
                }
                for (id, block) in self.blocks.$iter() {
                    each(&format!("blocks.{id}.title"), & $($mutable)? block.title);
                    for (line, text) in block.lines.$iter() {
                        each(&format!("blocks.{id}.lines.{line}"), text);
                    }
                }
                for (id, text) in self.rules.$iter() {
                    each(&format!("rules.{id}"), text);
                }
                for (path, text) in self.other_service.$iter() {
                    each(&format!("other_service.{path}"), text);
                }
                for (id, contact) in self.contacts.$iter() {
                    let path = format!("contacts.{id}");
                    each(&path, & $($mutable)? contact.name);
                    let others = [& $($mutable)? contact.remark, & $($mutable)? contact.unverified];
                    others.into_iter().flatten().for_each(|text| each(&path, text));
                }
                if let Some(text) = & $($mutable)? self.retired {
                    visit("retired", text);
                }
                visit("title", & $($mutable)? self.title);
                let start = & $($mutable)? self.start;
                for text in start.points.$iter().chain(start.purpose.$iter()) {
                    visit("start", text);
                }
                visit("start", & $($mutable)? start.lead);
                visit("start", & $($mutable)? start.start);
                let crisis = & $($mutable)? self.crisis;
                for (_, text) in crisis.more.$iter() {
                    visit("crisis", text);
                }
                visit("crisis", & $($mutable)? crisis.title);
                visit("crisis", & $($mutable)? crisis.label);
                visit("crisis", & $($mutable)? crisis.guide);
                for (_, contact) in crisis.contacts.$iter() {
                    visit("crisis.contacts", & $($mutable)? contact.name);
                    visit("crisis.contacts", & $($mutable)? contact.when);
                }
            }
        }

        impl QuestionWords {
            /// Calls `visit` for each text of the question, with the path of the text. Each of
            /// these paths starts with the argument `path`.
            pub fn $name<'a>(
                &'a $($mutable)? self,
                path: &str,
                visit: &mut dyn FnMut(&str, &'a $($mutable)? Text),
            ) {
                visit(&format!("{path}.legend"), & $($mutable)? self.legend);
                if let Some(text) = & $($mutable)? self.short {
                    visit(&format!("{path}.short"), text);
                }
                visit(&format!("{path}.error"), & $($mutable)? self.error);
                let hints = ("hints", & $($mutable)? self.hints);
                for (key, lines) in [hints, ("why", & $($mutable)? self.why)] {
                    for (id, text) in lines.$iter() {
                        visit(&format!("{path}.{key}.{id}"), text);
                    }
                }
                for (id, option) in self.options.$iter() {
                    let path = format!("{path}.options.{id}");
                    visit(&path, & $($mutable)? option.label);
                    let others = [& $($mutable)? option.hint, & $($mutable)? option.answer_text];
                    others.into_iter().flatten().for_each(|text| visit(&path, text));
                    for (_, variant) in option.variants.$iter() {
                        visit(&path, & $($mutable)? variant.label);
                        if let Some(text) = & $($mutable)? variant.hint {
                            visit(&path, text);
                        }
                    }
                }
            }
        }
    };
}

text_visitor!(each_text, str, iter, all);
text_visitor!(each_text_mut, String, iter_mut, all_mut, mut);

/// The ids of the questions that each named condition uses. A caller with many conditions computes
/// this table only once.
#[derive(Clone, Debug)]
pub struct NamedQuestions<'a>(BTreeMap<&'a str, BTreeSet<&'a str>>);

impl<'a> NamedQuestions<'a> {
    /// Returns the ids of the questions that a condition uses, directly or through named
    /// conditions.
    pub fn of(&self, condition: &'a Condition) -> BTreeSet<&'a str> {
        questions_in(condition, &self.0)
    }
}

/// Returns the ids of the questions that a condition uses. The argument `named` has the questions
/// of each named condition.
fn questions_in<'a>(
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
    /// Returns the ids of the questions that each named condition of the document uses.
    pub fn named_questions(&self) -> NamedQuestions<'_> {
        let mut named = BTreeMap::new();
        for entry in &self.conditions {
            let questions = questions_in(&entry.when, &named);
            named.insert(entry.id.as_str(), questions);
        }
        NamedQuestions(named)
    }

    /// Returns the ids of the questions that a condition uses, directly or through named
    /// conditions.
    pub fn questions_of<'a>(&'a self, condition: &'a Condition) -> BTreeSet<&'a str> {
        self.named_questions().of(condition)
    }
}
