//! Chooses the wording of a text for this visitor, fills in its placeholders, and finds the lines
//! whose conditions hold.

use crate::{
    model::{
        answers::Answers,
        date::Date,
        id::LineId,
        set::Set,
        text::{Lines, Text},
        words::UiWords,
    },
    runtime::{
        compiled::{ConditionIndex, Conditional, Question},
        edition::Edition,
        pathway::Pathway,
    },
};
use alloc::{format, string::String, vec::Vec};

/// The kind of reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reader {
    Person,
    Someone,
    Professional,
    /// The reader of the plain guide, who has given no answers and reads every line.
    Anyone,
}

/// An edition in the wording for one visitor.
#[derive(Clone, Copy)]
pub(super) struct Wording<'a> {
    edition: &'a Edition,
    answers: &'a Answers,
    /// The public answers, with every private option picked as well. Used for a text that other
    /// people may read.
    exposed: Option<&'a Answers>,
    today: Option<Date>,
    reader: Reader,
}

impl<'a> Wording<'a> {
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
            exposed: None,
            today,
            reader,
        }
    }

    /// Makes the wording of a text that other people may read. A condition must hold for the
    /// `public` answers and for the `exposed` answers, which contain every private option. So the
    /// text does not reveal a private answer, neither by a line that is shown nor by a missing
    /// line.
    pub(super) fn discreet(self, public: &'a Answers, exposed: &'a Answers) -> Self {
        Self {
            answers: public,
            exposed: Some(exposed),
            ..self
        }
    }

    /// Returns the wording for the plain guide.
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

    /// Returns the wording of a text in which `{date}` is this day.
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

    /// Returns whether a text with this optional condition is shown.
    pub(super) fn allows(&self, when: Option<&ConditionIndex>) -> bool {
        let pathway = self.pathway();
        self.reader == Reader::Anyone
            || pathway.allowed(when, self.answers)
                && self
                    .exposed
                    .is_none_or(|answers| pathway.allowed(when, answers))
    }

    /// Returns the entries whose conditions hold, in order.
    pub(super) fn shown<I>(&self, things: &'a [Conditional<I>]) -> impl Iterator<Item = &'a I> {
        things
            .iter()
            .filter(|thing| self.allows(thing.when.as_ref()))
            .map(|thing| &thing.id)
    }

    /// Returns the lines whose conditions hold, in order. Two equal lines become one line.
    pub(super) fn lines(&self, shown: &'a [Conditional<LineId>], words: &Lines) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for text in self.shown(shown).filter_map(|line| words.get(line)) {
            let line = self.say(text);
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        lines
    }

    /// Returns the first line whose condition holds. In the plain guide, returns the first line
    /// without a condition.
    pub(super) fn line(&self, shown: &'a [Conditional<LineId>], words: &Lines) -> String {
        let mut lines = shown.iter();
        let line = lines.find(|line| match self.reader {
            Reader::Anyone => line.when.is_none(),
            _ => self.allows(line.when.as_ref()),
        });
        let words = line.and_then(|line| words.get(&line.id));
        words.map(|text| self.say(text)).unwrap_or_default()
    }

    /// Returns whether the reader is a professional, who also reads sources.
    pub(super) fn cites(&self) -> bool {
        self.reader == Reader::Professional
    }

    /// Returns the picked options in the words for reasons and the list of answers.
    pub(super) fn said(&self, question: usize, picked: Set) -> Vec<String> {
        let question = self.pathway().compiled().questions.get(question);
        question.map_or_else(Vec::new, |question| self.said_of(question, picked))
    }

    /// Returns the picked options of a question or a note in the same words.
    pub(super) fn said_of(&self, question: &Question, picked: Set) -> Vec<String> {
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

    /// Returns the value of a placeholder: a day, the months of a limit, the whole years of a limit
    /// for `{id-years}`, or the labels of picked options.
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
        let labels = index.map(|index| self.said(index, self.answers.picked(index)));
        labels.unwrap_or_default().join(", ")
    }
}
