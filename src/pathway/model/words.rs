//! `words/<language>.json`: everything a person reads, keyed by the ids of `pathway.json`.

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
    /// Where the JSON Schema is, for editors.
    #[serde(default, rename = "$schema")]
    pub schema: Option<String>,
    /// The pathway they belong to.
    pub pathway: PathwayId,
    /// The pathway's version they belong to.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^\d+\.\d+\.\d+$")))]
    pub version: String,
    /// A language tag, such as `en-GB`.
    pub language: String,
    /// Which way it is written.
    pub direction: Direction,
    /// How texts must read.
    pub style: Style,
    /// The tool's title.
    pub title: String,
    /// The start page.
    pub start: StartWords,
    /// The crisis block.
    pub crisis: CrisisWords,
    /// Buttons, headings and everything else that belongs to no id.
    pub ui: UiWords,
    /// Questions and notes.
    pub questions: Keyed<QuestionId, QuestionWords>,
    /// Outcomes.
    pub outcomes: Keyed<OutcomeId, OutcomeWords>,
    /// Blocks.
    pub blocks: Keyed<BlockId, BlockWords>,
    /// Reasons, one for each rule.
    pub rules: Keyed<RuleId, Text>,
    /// Contacts.
    pub contacts: Keyed<ContactId, ContactWords>,
    /// Names in the texts that a trust puts its own in place of.
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
    /// The service, as most texts call it.
    pub service: Option<String>,
    /// The service's whole name.
    pub service_in_full: Option<String>,
    /// The word between the last two names of a list: "and".
    pub and: Option<String>,
}

/// How age bands are called. `{from}`, `{to}` and `{years}` become numbers.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BandWords {
    /// From birth to a month.
    pub first: BandWording,
    /// From a month to another.
    pub between: BandWording,
    /// One month.
    pub single: BandWording,
    /// From a month to just under so many years.
    pub under_years: BandWording,
    /// From a month on.
    pub last: BandWording,
    /// From so many years on.
    pub last_in_years: BandWording,
}

/// How one age band is called.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BandWording {
    /// The option's label.
    pub label: Text,
    /// How a reason or an answer list repeats it; the label, if absent.
    pub said: Option<Text>,
}

/// How texts must read, as far as a program can tell.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Style {
    /// Words and phrases that stand in no text, in any case.
    pub avoid: Vec<String>,
    /// Phrases that may hold such a word, such as the name of a service.
    pub allow: Vec<String>,
    /// The most words in a sentence.
    pub sentence_words: usize,
}

/// Which way a language is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

/// The start page.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StartWords {
    /// The purpose of the tool, in a sentence or two.
    pub lead: String,
    /// About 2 minutes; nothing is saved; you need to call: one line each.
    pub points: Vec<String>,
    /// The purpose of the tool, and its limits.
    pub purpose: Vec<String>,
    /// The start button.
    pub start: String,
}

/// The crisis block.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CrisisWords {
    /// Its heading when it stands open.
    pub title: String,
    /// Its label as one line: "Help now".
    pub label: String,
    /// The purpose of each contact, which is read before its number.
    pub contacts: Keyed<ContactId, CrisisContactWords>,
    /// Further lines.
    pub more: Keyed<LineId, String>,
    /// The link to the plain guide.
    pub guide: String,
}

/// One contact in the crisis block.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CrisisContactWords {
    /// The number as the line says it: "999", "111, mental health option".
    pub name: String,
    /// When to call it.
    pub when: String,
}

/// A question or a note.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct QuestionWords {
    /// The question itself, the page's heading.
    pub legend: Text,
    /// Its name in the list of answers; the legend, if absent.
    pub short: Option<Text>,
    /// Lines under the heading.
    #[serde(default)]
    pub hints: Lines,
    /// Why it is asked.
    #[serde(default)]
    pub why: Lines,
    /// Said when Continue is pressed without an answer; starts with what to do.
    pub error: Text,
    /// The options.
    pub options: Keyed<OptionId, OptionWords>,
}

/// One thing that can be picked.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OptionWords {
    /// Its label.
    pub label: Text,
    /// A line under the label.
    pub hint: Option<Text>,
    /// How a reason or an answer list repeats it; the label, if absent.
    pub said: Option<Text>,
    /// Labels that replace the usual one by condition.
    #[serde(default)]
    pub variants: Keyed<LineId, VariantWords>,
}

/// A label that replaces the usual one.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct VariantWords {
    /// The label.
    pub label: Text,
    /// A line under the label.
    pub hint: Option<Text>,
}

/// An outcome, section by section.
pub type OutcomeWords = Sections<Lines>;

/// A block.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BlockWords {
    /// Its heading.
    pub title: Text,
    /// Its lines.
    pub lines: Lines,
}

/// A contact.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ContactWords {
    /// Who answers.
    pub name: Text,
    /// The hours or the purpose of the contact.
    pub remark: Option<Text>,
    /// The note beside an unverified contact.
    pub unverified: Option<Text>,
}
