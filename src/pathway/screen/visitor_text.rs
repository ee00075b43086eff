//! Writes a text for one visitor: chooses the wording for this visitor, replaces the placeholders,
//! and leaves out the lines whose conditions do not hold.

use crate::{
    model::{
        answers::Answers,
        date::Date,
        id::LineId,
        set::Set,
        wording::{Lines, Text},
        words::UiWords,
    },
    runtime::{
        compiled::{ConditionIndex, Conditional, Question},
        edition::Edition,
        pathway::Pathway,
    },
};
use alloc::{format, string::String, vec::Vec};

/// A reader for whom a text has its own wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reader {
    Person,
    Someone,
    Professional,
    /// A reader of the plain guide, who has answered no question. This reader sees every line.
    Anyone,
}

/// An edition, and the answers that decide how its texts read for one visitor.
#[derive(Clone, Copy)]
pub(super) struct ReaderText<'a> {
    edition: &'a Edition,
    answers: &'a Answers,
    /// The public answers, with every private option picked as well. They are present for a
    /// summary, which other people may read.
    all_private: Option<&'a Answers>,
    today: Option<Date>,
    reader: Reader,
}

impl<'a> ReaderText<'a> {
    pub(super) fn new(edition: &'a Edition, answers: &'a Answers, today: Option<Date>) -> Self {
        let pathway = edition.pathway();
        let wordings = &pathway.compiled().wordings;
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
            all_private: None,
            today,
            reader,
        }
    }

    /// Returns the wording for a summary that other people may read. A text is shown only if its
    /// condition holds for two sets of answers: the `public` answers, and the answers in
    /// `all_private`, in which every private option is picked as well. So neither a shown line nor a
    /// missing line reveals a private answer.
    pub(super) fn for_other_readers(self, public: &'a Answers, all_private: &'a Answers) -> Self {
        Self {
            answers: public,
            all_private: Some(all_private),
            ..self
        }
    }

    /// Returns the wording for a reader of the plain guide.
    pub(super) fn to_anyone(self) -> Self {
        Self {
            reader: Reader::Anyone,
            ..self
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
        self.filled(self.wording(text), None)
    }

    /// Returns the text for this reader, with this date in place of `{date}`.
    pub(super) fn say_on(&self, text: &Text, day: Date) -> String {
        self.filled(self.wording(text), Some(day))
    }

    fn wording<'t>(&self, text: &'t Text) -> &'t str {
        match (text, self.reader) {
            (Text::One(text), _)
            | (
                Text::Three {
                    anyone: Some(text), ..
                },
                Reader::Anyone,
            )
            | (Text::Three { person: text, .. }, Reader::Person | Reader::Anyone)
            | (Text::Three { someone: text, .. }, Reader::Someone)
            | (
                Text::Three {
                    professional: text, ..
                },
                Reader::Professional,
            ) => text,
        }
    }

    /// Returns whether a text with this condition is shown to this reader. Without a condition it
    /// is always shown.
    pub(super) fn allows(&self, when: Option<&ConditionIndex>) -> bool {
        let pathway = self.pathway();
        self.reader == Reader::Anyone
            || pathway.allowed(when, self.answers)
                && self
                    .all_private
                    .is_none_or(|answers| pathway.allowed(when, answers))
    }

    /// Returns the ids of the texts or contacts that this reader sees, in order.
    pub(super) fn visible_entries<I>(
        &self,
        entries: &'a [Conditional<I>],
    ) -> impl Iterator<Item = &'a I> {
        entries
            .iter()
            .filter(|entry| self.allows(entry.when.as_ref()))
            .map(|entry| &entry.id)
    }

    /// Returns the lines that this reader sees, in order. If two lines read the same, only the
    /// first is returned.
    pub(super) fn lines(&self, entries: &'a [Conditional<LineId>], words: &Lines) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for text in self
            .visible_entries(entries)
            .filter_map(|line| words.get(line))
        {
            let line = self.say(text);
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        lines
    }

    /// Returns the first line that this reader sees. A reader of the plain guide sees the first
    /// line without a condition.
    pub(super) fn line(&self, entries: &'a [Conditional<LineId>], words: &Lines) -> String {
        let mut lines = entries.iter();
        let line = lines.find(|line| match self.reader {
            Reader::Anyone => line.when.is_none(),
            _ => self.allows(line.when.as_ref()),
        });
        let words = line.and_then(|line| words.get(&line.id));
        words.map(|text| self.say(text)).unwrap_or_default()
    }

    /// Returns true if the reader is a professional. Only professionals read the sources in a
    /// summary.
    pub(super) fn shows_sources(&self) -> bool {
        self.reader == Reader::Professional
    }

    /// Returns the picked options of the question with this index, in the words for a reason or a
    /// list of answers.
    pub(super) fn answer_texts(&self, question: usize, picked: Set) -> Vec<String> {
        let question = self.pathway().compiled().questions.get(question);
        question.map_or_else(Vec::new, |question| self.answer_texts_of(question, picked))
    }

    /// Returns the picked options of this question, in the words for a reason or a list of answers.
    /// The question may be an optional question of the summary page.
    pub(super) fn answer_texts_of(&self, question: &Question, picked: Set) -> Vec<String> {
        let words = self.edition.words().questions.get(&question.id);
        let options = question.options.iter().enumerate();
        options
            .filter(|(option, _)| picked.has(*option))
            .filter_map(|(_, option)| {
                let words = words?.options.get(&option.id)?;
                Some(self.say(words.answer_text.as_ref().unwrap_or(&words.label)))
            })
            .collect()
    }

    fn filled(&self, text: &str, day: Option<Date>) -> String {
        let mut parts = text.split('{');
        let mut filled = String::from(parts.next().unwrap_or_default());
        for part in parts {
            match part.split_once('}') {
                Some((name, rest)) => {
                    filled.push_str(&self.placeholder(name, day));
                    filled.push_str(rest);
                }
                None => filled.push_str(part),
            }
        }
        filled
    }

    /// Returns the text that replaces a placeholder. `{date}` becomes the date, the id of a limit
    /// becomes its months, and `{id-years}` becomes its whole years. The id of a question becomes
    /// the visitor's answer.
    fn placeholder(&self, name: &str, day: Option<Date>) -> String {
        if let Some(day) = day.filter(|_| name == "date") {
            return day.in_words();
        }
        let compiled = self.pathway().compiled();
        for limit in &compiled.limits {
            match name.strip_prefix(limit.id.as_str()) {
                Some("") => return format!("{}", limit.months),
                Some("-years") => return format!("{}", limit.months / 12),
                _ => {}
            }
        }
        let index = self.pathway().question(name);
        let labels = index.map(|index| self.answer_texts(index, self.answers.picked(index)));
        labels.unwrap_or_default().join(", ")
    }
}
