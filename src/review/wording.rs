//! Ids → the words that a visitor reads, told to the person; every wording where all must be signed.

use maud::{Markup, html};
use pathway::{
    check::LoadedEdition,
    document::{Document, text::Text},
    id::{OptionId, OutcomeId, QuestionId},
};
use std::fmt::Display;

/// A pathway and its words.
#[derive(Clone, Copy)]
pub(crate) struct Wording<'a> {
    pub(crate) edition: &'a LoadedEdition,
    pub(crate) conditions: ConditionStyle,
}

/// How the name of a condition is written.
#[derive(Clone, Copy)]
pub(crate) enum ConditionStyle {
    /// Leading to the condition, which stands on the same page.
    Link,
    /// To be opened, where the condition does not stand on the page: so many names within names, and
    /// then as it is.
    Details(u8),
}

impl<'a> Wording<'a> {
    pub(crate) fn document(self) -> &'a Document {
        self.edition.pathway().document()
    }

    /// The same below a name that is opened, of this many that may be.
    pub(crate) fn opening(self, levels: u8) -> Self {
        let conditions = ConditionStyle::Details(levels.saturating_sub(1));
        Self { conditions, ..self }
    }

    /// A question by its short name, or by its legend.
    pub(crate) fn question(self, id: &QuestionId) -> String {
        let words = self.edition.words().questions.get(id);
        let words = words.map(|words| words.short.as_ref().unwrap_or(&words.legend));
        words.map_or_else(|| id.to_string(), |text| self.one(text))
    }

    pub(crate) fn option(self, question: &QuestionId, option: &OptionId) -> String {
        let words = self.edition.words().questions.get(question);
        let words = words.and_then(|words| words.options.get(option));
        let words = words.map(|words| words.said.as_ref().unwrap_or(&words.label));
        words.map_or_else(|| option.to_string(), |text| self.one(text))
    }

    /// An outcome by the first of its headings.
    pub(crate) fn outcome(self, id: &OutcomeId) -> String {
        let words = self.edition.words().outcomes.get(id);
        let title = words.and_then(|words| words.title.values().next());
        title.map_or_else(|| id.to_string(), |text| self.one(text))
    }

    /// A text as the person reads it.
    pub(crate) fn one(self, text: &Text) -> String {
        self.filled(text.wordings().next().unwrap_or_default())
    }

    /// Every wording of a text.
    pub(crate) fn every(self, text: &Text) -> Markup {
        const READERS: [&str; 3] = ["Person", "Someone else", "Professional"];
        let wordings: Vec<_> = text.wordings().collect();
        html! {
            @if let [one] = wordings.as_slice() {
                (self.filled(one))
            } @else {
                dl.wordings {
                    @for (reader, wording) in READERS.iter().zip(wordings) {
                        dt { (reader) } dd { (self.filled(wording)) }
                    }
                }
            }
        }
    }

    /// Limits as their months or years; a placeholder for an answer stays as it is written.
    fn filled(self, text: &str) -> String {
        let limits = self.document().limits.iter();
        limits.fold(text.to_owned(), |text, limit| {
            let (months, years) = (limit.months.to_string(), (limit.months / 12).to_string());
            text.replace(&format!("{{{}}}", limit.id), &months)
                .replace(&format!("{{{}-years}}", limit.id), &years)
        })
    }
}

/// Ids, one after the other.
pub(crate) fn ids<T: Display>(ids: &[T]) -> Markup {
    html! {
        @for (place, id) in ids.iter().enumerate() {
            @if place > 0 { " " }
            code { (id) }
        }
    }
}
