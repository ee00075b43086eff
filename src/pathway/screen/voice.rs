//! A text → the wording this visitor reads, with its placeholders filled in.

use crate::{
    answers::Answers,
    date::Date,
    document::{
        text::{Lines, Text},
        words::UiWords,
    },
    edition::Edition,
    id::LineId,
    outline::Shown,
    pathway::Pathway,
    set::Set,
};
use alloc::{format, string::String, vec::Vec};

/// Who is reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reader {
    Person,
    Someone,
    Professional,
}

/// An edition, speaking to one visitor.
pub(super) struct Voice<'a> {
    edition: &'a Edition,
    answers: &'a Answers,
    today: Option<Date>,
    reader: Reader,
}

impl<'a> Voice<'a> {
    pub(super) fn new(edition: &'a Edition, answers: &'a Answers, today: Option<Date>) -> Self {
        let pathway = edition.pathway();
        let wordings = &pathway.document().wordings;
        let reader = if pathway.holds(&wordings.professional, answers) {
            Reader::Professional
        } else if pathway.holds(&wordings.someone, answers) {
            Reader::Someone
        } else {
            Reader::Person
        };
        Self {
            edition,
            answers,
            today,
            reader,
        }
    }

    pub(super) fn edition(&self) -> &'a Edition {
        self.edition
    }

    pub(super) fn pathway(&self) -> &'a Pathway {
        self.edition.pathway()
    }

    pub(super) fn ui(&self) -> &'a UiWords {
        &self.edition.words().ui
    }

    pub(super) fn answers(&self) -> &'a Answers {
        self.answers
    }

    pub(super) fn today(&self) -> Option<Date> {
        self.today
    }

    pub(super) fn say(&self, text: &Text) -> String {
        let text = match (text, self.reader) {
            (Text::One(text), _)
            | (Text::Three { person: text, .. }, Reader::Person)
            | (Text::Three { someone: text, .. }, Reader::Someone)
            | (
                Text::Three {
                    professional: text, ..
                },
                Reader::Professional,
            ) => text,
        };
        self.filled(text)
    }

    /// The lines that are shown for these answers, in order.
    pub(super) fn lines(&self, shown: &[Shown<LineId>], words: &Lines) -> Vec<String> {
        self.pathway()
            .shown(shown, self.answers)
            .filter_map(|line| Some(self.say(words.get(line)?)))
            .collect()
    }

    /// The first line that is shown for these answers.
    pub(super) fn line(&self, shown: &[Shown<LineId>], words: &Lines) -> String {
        let mut lines = self.pathway().shown(shown, self.answers);
        let words = lines.next().and_then(|line| words.get(line));
        words.map(|text| self.say(text)).unwrap_or_default()
    }

    /// How reasons and the list of answers repeat picked options.
    pub(super) fn said(&self, question: usize, picked: Set) -> Vec<String> {
        let document = self.pathway().document();
        let Some(question) = document.questions.get(question) else {
            return Vec::new();
        };
        let words = self.edition.words().questions.get(&question.id);
        let options = question.options.iter().enumerate();
        options
            .filter(|(option, _)| picked.has(*option))
            .filter_map(|(_, option)| {
                let words = words?.options.get(&option.id)?;
                Some(self.say(words.said.as_ref().unwrap_or(&words.label)))
            })
            .collect()
    }

    fn filled(&self, text: &str) -> String {
        let mut parts = text.split('{');
        let mut filled = String::from(parts.next().unwrap_or_default());
        for part in parts {
            match part.split_once('}') {
                Some((name, rest)) => {
                    filled.push_str(&self.placeholder(name));
                    filled.push_str(rest);
                }
                None => filled.push_str(part),
            }
        }
        filled
    }

    /// A limit's months, or its whole years for `{id-years}`, or the label of the option picked in a question.
    fn placeholder(&self, name: &str) -> String {
        let document = self.pathway().document();
        for limit in &document.limits {
            match name.strip_prefix(limit.id.as_str()) {
                Some("") => return format!("{}", limit.months),
                Some("-years") => return format!("{}", limit.months / 12),
                _ => {}
            }
        }
        let Some(place) = self.pathway().question(name) else {
            // Filled in by whoever knows it: a date.
            return format!("{{{name}}}");
        };
        self.said(place, self.answers.picked(place)).join(", ")
    }
}
