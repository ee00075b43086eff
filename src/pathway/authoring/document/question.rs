//! The structure of a question and its options, as an author writes them.

use super::{Condition, Conditional};
use crate::model::id::{LineId, OptionId, QuestionId, SourceId};
use crate::model::properties::Kind;
use alloc::vec::Vec;
use serde::Deserialize;

/// A question of the pathway, or an optional question of the summary page.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The id of the question.
    pub id: QuestionId,
    /// The number of options that the visitor may pick in this question.
    pub kind: Kind,
    /// The condition for asking the question. It uses only earlier questions. If it is absent, the
    /// question is always asked.
    pub ask_when: Option<Condition>,
    /// True if the answers to the question are private: the summary leaves them out, unless the
    /// visitor adds them.
    #[serde(default)]
    pub private: bool,
    /// True if the answer changes no outcome, but only texts or contacts.
    #[serde(default)]
    pub idle: bool,
    /// The lines under the heading of the question.
    #[serde(default)]
    pub hints: Vec<Conditional<LineId>>,
    /// The lines that explain why the question is asked.
    #[serde(default)]
    pub why: Vec<Conditional<LineId>>,
    /// The options of the question, in order.
    pub options: Vec<QuestionOption>,
    /// The ids of the sources that support the question.
    #[serde(default)]
    pub sources: Vec<SourceId>,
}

/// An option of a question.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct QuestionOption {
    /// The id of the option, unique within its question.
    pub id: OptionId,
    /// The condition for showing the option. It uses only earlier questions. If it is absent, the
    /// option is always shown.
    pub show_when: Option<Condition>,
    /// True if the option excludes every other option of the question.
    #[serde(default)]
    pub exclusive: bool,
    /// True if the option is private: the summary leaves it out, unless the visitor adds it.
    #[serde(default)]
    pub private: bool,
    /// The ages that belong to the option, if the option is an age band.
    pub months: Option<Band>,
    /// Other labels of the option. The first one whose condition holds replaces the usual label.
    #[serde(default)]
    pub variants: Vec<Conditional<LineId>>,
}

/// An age band, in completed months. The first and the last month belong to the band.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// The first month of the age band.
    pub from: u16,
    /// The last month of the age band. If it is absent, the band has no upper end.
    pub to: Option<u16>,
}
