//! The structure of `words/<language>.json`: all texts that people read, by the ids of
//! `pathway.json`.

pub use crate::model::ui_words::UiWords;

use crate::model::{
    id::{BlockId, ContactId, LineId, OptionId, OutcomeId, PathwayId, QuestionId, RuleId},
    sections::Sections,
    text::{Keyed, Lines, Text},
};
use alloc::{string::String, vec::Vec};
use serde::Deserialize;

/// A pathway in one language.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// The address of the JSON Schema, for editors.
    #[serde(default, rename = "$schema")]
    pub schema: Option<String>,
    /// The id of the pathway that the words belong to.
    pub pathway: PathwayId,
    /// The version of the pathway that the words belong to.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^\d+\.\d+\.\d+$")))]
    pub version: String,
    /// The language tag, such as `en-GB`.
    pub language: String,
    /// The writing direction of the language.
    pub direction: Direction,
    /// The style rules for all texts.
    pub style: Style,
    /// The tool's title.
    pub title: String,
    /// The words of the start page.
    pub start: StartWords,
    /// The words of the crisis block.
    pub crisis: CrisisWords,
    /// Buttons, headings and all other texts without an id.
    pub ui: UiWords,
    /// The words of questions and notes.
    pub questions: Keyed<QuestionId, QuestionWords>,
    /// The words of outcomes.
    pub outcomes: Keyed<OutcomeId, OutcomeWords>,
    /// The words of blocks.
    pub blocks: Keyed<BlockId, BlockWords>,
    /// The reasons, one for each rule.
    pub rules: Keyed<RuleId, Text>,
    /// The words of contacts.
    pub contacts: Keyed<ContactId, ContactWords>,
    /// The names that a trust can replace in the texts.
    #[serde(default)]
    pub names: Names,
    /// The labels for age bands that a trust's limits create.
    #[serde(default)]
    pub bands: Keyed<QuestionId, BandWords>,
}

/// The names in the texts. A trust's own name replaces each of them everywhere.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// The name of the service in most texts.
    pub service: Option<String>,
    /// The full name of the service.
    pub service_in_full: Option<String>,
    /// The word between the last two names of a list: "and".
    pub and: Option<String>,
}

/// The patterns for labels of age bands. `{from}`, `{to}` and `{years}` become numbers.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BandWords {
    /// The band from birth to a month.
    pub first: BandWording,
    /// The band from one month to another.
    pub between: BandWording,
    /// The band of a single month.
    pub single: BandWording,
    /// The band from a month to just under a number of years.
    pub under_years: BandWording,
    /// The band from a month upwards.
    pub last: BandWording,
    /// The band from a number of years upwards.
    pub last_in_years: BandWording,
}

/// The words for one age band.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BandWording {
    /// The label of the option.
    pub label: Text,
    /// The words for the option in a reason or a list of answers. Without them, the label is used.
    pub said: Option<Text>,
}

/// The style rules that a program can check.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Style {
    /// The words and phrases that no text may contain, in upper or lower case.
    pub avoid: Vec<String>,
    /// The phrases that may contain a word to avoid, such as the name of a service.
    pub allow: Vec<String>,
    /// The maximum number of words in a sentence.
    pub sentence_words: usize,
}

/// The writing direction of a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// From left to right.
    Ltr,
    /// From right to left.
    Rtl,
}

/// The words of the start page.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StartWords {
    /// The purpose of the tool, in a sentence or two.
    pub lead: String,
    /// The facts before the start, one on each line, such as "about 2 minutes".
    pub points: Vec<String>,
    /// The purpose of the tool, and its limits.
    pub purpose: Vec<String>,
    /// The label of the start button.
    pub start: String,
}

/// The words of the crisis block.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CrisisWords {
    /// The heading of the open block.
    pub title: String,
    /// The label of the closed block in one line: "Help now".
    pub label: String,
    /// The purpose of each contact. People read it before the number.
    pub contacts: Keyed<ContactId, CrisisContactWords>,
    /// The further lines.
    pub more: Keyed<LineId, String>,
    /// The text of the link to the plain guide.
    pub guide: String,
}

/// The words of one contact in the crisis block.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CrisisContactWords {
    /// The number in words: "999", "111, mental health option".
    pub name: String,
    /// The situations in which to call the number.
    pub when: String,
}

/// The words of a question or a note.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct QuestionWords {
    /// The question, which is also the heading of the page.
    pub legend: Text,
    /// The short name in the list of answers. Without it, the list shows the question itself.
    pub short: Option<Text>,
    /// The lines under the heading.
    #[serde(default)]
    pub hints: Lines,
    /// The explanation why the question is asked.
    #[serde(default)]
    pub why: Lines,
    /// The error if the visitor presses Continue without an answer. It starts with the thing to do.
    pub error: Text,
    /// The words of the options.
    pub options: Keyed<OptionId, OptionWords>,
}

/// The words of an option.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OptionWords {
    /// The label of the option.
    pub label: Text,
    /// The line under the label.
    pub hint: Option<Text>,
    /// The words for the option in a reason or a list of answers. Without them, the label is used.
    pub said: Option<Text>,
    /// Other labels, which replace the usual label if their condition holds.
    #[serde(default)]
    pub variants: Keyed<LineId, VariantWords>,
}

/// A label that replaces the usual label.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct VariantWords {
    /// The label.
    pub label: Text,
    /// The line under the label.
    pub hint: Option<Text>,
}

/// The words of an outcome, by section.
pub type OutcomeWords = Sections<Lines>;

/// The words of a block.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BlockWords {
    /// The heading of the block.
    pub title: Text,
    /// The lines of the block.
    pub lines: Lines,
}

/// The words of a contact.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ContactWords {
    /// The name of the person or service that answers.
    pub name: Text,
    /// The hours or the purpose of the contact.
    pub remark: Option<Text>,
    /// The note beside an unverified contact.
    pub unverified: Option<Text>,
}
