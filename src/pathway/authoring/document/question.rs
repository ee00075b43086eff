//! A question or a note, and its options, as they are written.

use super::{Condition, Conditional};
use crate::model::id::{LineId, OptionId, QuestionId, SourceId};
use crate::model::properties::Kind;
use alloc::vec::Vec;
use serde::Deserialize;

/// A question, or a note.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its name.
    pub id: QuestionId,
    /// How many options may be picked.
    pub kind: Kind,
    /// The condition for asking the question; always, if absent. It names only earlier questions.
    pub ask_when: Option<Condition>,
    /// Answers to it stay off paper unless the person adds them.
    #[serde(default)]
    pub private: bool,
    /// Declares that the answer changes no outcome, but only words or contacts.
    #[serde(default)]
    pub idle: bool,
    /// Lines under the heading.
    #[serde(default)]
    pub hints: Vec<Conditional<LineId>>,
    /// Why it is asked.
    #[serde(default)]
    pub why: Vec<Conditional<LineId>>,
    /// The options.
    pub options: Vec<QuestionOption>,
    /// Where the question comes from.
    #[serde(default)]
    pub sources: Vec<SourceId>,
}

/// One thing that can be picked.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct QuestionOption {
    /// Its name within the question.
    pub id: OptionId,
    /// The condition for showing the option; always, if absent. It names only earlier questions.
    pub show_when: Option<Condition>,
    /// Whether the option excludes every other option of the question.
    #[serde(default)]
    pub exclusive: bool,
    /// Stays off paper unless the person adds it.
    #[serde(default)]
    pub private: bool,
    /// The ages it stands for, if it is an age band.
    pub months: Option<Band>,
    /// Other labels for it: the first that holds is read instead of the usual one.
    #[serde(default)]
    pub variants: Vec<Conditional<LineId>>,
}

/// An age band in whole months, rounded down, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// First month.
    pub from: u16,
    /// Last month; no end, if absent.
    pub to: Option<u16>,
}
