//! Finds the words for an id, in the wording for the person who needs help. Also writes every
//! wording of a text, for the people who sign it.

use maud::{Markup, html};
use pathway::{
    answers::Answers,
    check::LoadedEdition,
    document::{Document, Question},
    id::{OptionId, OutcomeId, QuestionId},
    set::Set,
    wording::Text,
};
use std::fmt::Display;

/// A pathway with its words, and the way in which pages show the names of conditions.
#[derive(Clone, Copy)]
pub(crate) struct SignOffText<'a> {
    pub(crate) edition: &'a LoadedEdition,
    pub(crate) conditions: ConditionStyle,
}

/// The way in which a page shows the name of a condition.
#[derive(Clone, Copy)]
pub(crate) enum ConditionStyle {
    /// The name of the condition is a link to the condition on the same page.
    Link,
    /// The name of the condition is a `details` element, which opens to show the condition. The
    /// number says how many such elements can still be inside each other.
    Details(u8),
}

impl<'a> SignOffText<'a> {
    pub(crate) fn document(self) -> &'a Document {
        self.edition.pathway().document()
    }

    /// Returns the same wording for the content of a `details` element. The argument `depth` says
    /// how many such elements can still be inside each other, with this one.
    pub(crate) fn inside_details(self, depth: u8) -> Self {
        let conditions = ConditionStyle::Details(depth.saturating_sub(1));
        Self { conditions, ..self }
    }

    /// Returns the short name of a question or, if it has none, its full text.
    pub(crate) fn question(self, id: &QuestionId) -> String {
        let words = self.edition.words().questions.get(id);
        let words = words.map(|words| words.short.as_ref().unwrap_or(&words.legend));
        words.map_or_else(|| id.to_string(), |text| self.text(text))
    }

    pub(crate) fn option(self, question: &QuestionId, option: &OptionId) -> String {
        let words = self.edition.words().questions.get(question);
        let words = words.and_then(|words| words.options.get(option));
        let words = words.map(|words| words.answer_text.as_ref().unwrap_or(&words.label));
        words.map_or_else(|| option.to_string(), |text| self.text(text))
    }

    /// Writes a question and its picked options in words. The question and the options are indexes.
    pub(crate) fn answer(self, question: usize, picked: Set) -> Markup {
        let question: Option<&Question> = self.document().questions.get(question);
        html! {
            @if let Some(question) = question {
                @let options = question.options.iter().enumerate().filter(|(option, _)| picked.has(*option));
                @let options: Vec<_> = options.map(|(_, option)| self.option(&question.id, &option.id)).collect();
                li { (self.question(&question.id)) ": " (options.join("; ")) }
            }
        }
    }

    /// Lists the questions that have an answer, with their picked options in words.
    pub(crate) fn answers(self, answers: &Answers) -> Markup {
        let questions = 0..self.document().questions.len();
        html! {
            ul { @for question in questions.filter(|question| !answers.picked(*question).is_empty()) {
                (self.answer(question, answers.picked(question)))
            } }
        }
    }

    /// Returns the first of the possible headings of an outcome.
    pub(crate) fn outcome(self, id: &OutcomeId) -> String {
        let words = self.edition.words().outcomes.get(id);
        let title = words.and_then(|words| words.title.values().next());
        title.map_or_else(|| id.to_string(), |text| self.text(text))
    }

    /// Returns the first heading of each of these outcomes, in one line.
    pub(crate) fn outcomes(self, ids: &[OutcomeId]) -> String {
        let titles: Vec<_> = ids.iter().map(|id| self.outcome(id)).collect();
        titles.join("; ")
    }

    /// Returns a text in the wording for the person who needs help.
    pub(crate) fn text(self, text: &Text) -> String {
        self.with_limits(text.wordings().next().unwrap_or_default())
    }

    /// Writes each wording of a text, with the kind of reader for whom it is.
    pub(crate) fn all_wordings(self, text: &Text) -> Markup {
        const READERS: [&str; 3] = ["Person", "Someone else", "Professional"];
        let wordings: Vec<_> = text.wordings().collect();
        html! {
            @if let [one] = wordings.as_slice() {
                (self.with_limits(one))
            } @else {
                dl.wordings {
                    @for (reader, wording) in READERS.iter().zip(wordings) {
                        dt { (reader) } dd { (self.with_limits(wording)) }
                    }
                }
            }
        }
    }

    /// Replaces the placeholders of age limits in a text by their months or years. The placeholders
    /// that stand for answers stay.
    fn with_limits(self, text: &str) -> String {
        let limits = self.document().limits.iter();
        limits.fold(text.to_owned(), |text, limit| {
            let (months, years) = (limit.months.to_string(), (limit.months / 12).to_string());
            text.replace(&format!("{{{}}}", limit.id), &months)
                .replace(&format!("{{{}-years}}", limit.id), &years)
        })
    }
}

/// Writes a list of ids in one line.
pub(crate) fn ids<T: Display>(ids: &[T]) -> Markup {
    html! {
        @for (index, id) in ids.iter().enumerate() {
            @if index > 0 { " " }
            code { (id) }
        }
    }
}
