//! The structure of `words/<language>.json`. This file contains all texts that people read, by the
//! ids of `pathway.json`.

pub use crate::model::ui_words::UiWords;

use crate::model::{
    id::{BlockId, ContactId, LineId, OptionId, OutcomeId, PathwayId, QuestionId, RuleId},
    outcome_sections::Sections,
    wording::{Keyed, Lines, Text},
};
use alloc::{string::String, vec::Vec};
use serde::Deserialize;

/// All words of a pathway in one language.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// The address of the JSON Schema of this file. An editor uses the schema to find errors.
    #[serde(default, rename = "$schema")]
    pub schema: Option<String>,
    /// The id of the pathway that these words belong to.
    pub pathway: PathwayId,
    /// The version of the pathway that these words belong to.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^\d+\.\d+\.\d+$")))]
    pub version: String,
    /// The tag of the language, such as `en-GB`.
    pub language: String,
    /// The writing direction of the language.
    pub direction: Direction,
    /// The style rules that all texts must follow.
    pub style: Style,
    /// The title of the widget.
    pub title: String,
    /// The words of the start page.
    pub start: StartWords,
    /// The words of the help on every screen.
    pub crisis: CrisisWords,
    /// Buttons, headings and all other texts without an id.
    pub ui: UiWords,
    /// The words of the questions, also of the optional questions on the summary page.
    pub questions: Keyed<QuestionId, QuestionWords>,
    /// The words of the outcomes.
    pub outcomes: Keyed<OutcomeId, OutcomeWords>,
    /// The words of the blocks.
    #[serde(default)]
    pub blocks: Keyed<BlockId, BlockWords>,
    /// The explanation of each rule, which a result shows as the reason.
    pub rules: Keyed<RuleId, Text>,
    /// The words of the contacts.
    pub contacts: Keyed<ContactId, ContactWords>,
    /// The note of the plain guide of a retired pathway.
    pub retired: Option<String>,
    /// The names that the trust file can replace in the texts.
    #[serde(default)]
    pub names: ServiceNames,
    /// The texts that replace those that only the service of the pathway can say about itself, by
    /// the path of the replaced text, such as `rules.planning`. They replace them if a trust has
    /// another service.
    #[serde(default)]
    pub other_service: Keyed<String, Text>,
    /// The patterns for the labels of new age bands, by the question. A trust file that moves an
    /// age limit creates new bands.
    #[serde(default)]
    pub bands: Keyed<QuestionId, BandWords>,
}

/// The names in the texts. A trust file replaces each of them everywhere with the trust's own name.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename = "Names")
)]
#[serde(deny_unknown_fields)]
pub struct ServiceNames {
    /// The name of the service in most texts.
    pub service: Option<String>,
    /// The full name of the service, without abbreviation.
    pub service_in_full: Option<String>,
    /// The word between the last two names of a list: "and".
    pub and: Option<String>,
}

/// The patterns for the labels of age bands. Ages in numbers replace `{from}`, `{to}` and
/// `{years}`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BandWords {
    /// The pattern for an age band from birth to a month.
    pub first: BandWording,
    /// The pattern for an age band from one month to another.
    pub between: BandWording,
    /// The pattern for an age band of a single month.
    pub single: BandWording,
    /// The pattern for an age band that starts at a month and ends just before a number of years.
    pub under_years: BandWording,
    /// The pattern for an age band that starts at a month and has no upper end.
    pub last: BandWording,
    /// The pattern for an age band that starts at a number of years and has no upper end.
    pub last_in_years: BandWording,
}

/// The template for the words of one kind of age band.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BandWording {
    /// The label of the age band in the list of options.
    pub label: Text,
    /// The words for the age band in a reason or a list of answers. If they are absent, the label
    /// is used.
    #[serde(rename = "said")]
    pub answer_text: Option<Text>,
}

/// The style rules that a program can check.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Style {
    /// The words and phrases that no text may contain. Upper and lower case count as equal.
    #[serde(default)]
    pub avoid: Vec<String>,
    /// The longer phrases that may contain a word to avoid, such as the name of a service.
    #[serde(default)]
    pub allow: Vec<String>,
    /// The maximum number of words in a sentence.
    pub sentence_words: usize,
}

/// The writing direction of a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// The language is written from left to right.
    Ltr,
    /// The language is written from right to left.
    Rtl,
}

/// The words of the start page.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StartWords {
    /// The purpose of the widget, in one or two sentences.
    pub lead: String,
    /// The facts to know before the first question, one on each line, such as "about 2 minutes".
    pub points: Vec<String>,
    /// The lines about the purpose of the widget and its limits.
    pub purpose: Vec<String>,
    /// The label of the start button.
    pub start: String,
}

/// The words of the help that every screen shows.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CrisisWords {
    /// The heading of the help when it is open.
    pub title: String,
    /// The label of the help when it is closed to one line: "Help now".
    pub label: String,
    /// The words of each contact. People read them before the number.
    pub contacts: Keyed<ContactId, CrisisContactWords>,
    /// The lines that only the open help shows.
    #[serde(default)]
    pub more: Keyed<LineId, String>,
    /// The text of the link to the plain guide.
    pub guide: String,
}

/// The words of one contact in the help on every screen.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CrisisContactWords {
    /// The name of the number, such as "999" or "111, mental health option".
    pub name: String,
    /// The situations in which a person should call the number.
    pub when: String,
}

/// The words of a question, also of an optional question on the summary page.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct QuestionWords {
    /// The text of the question, which is also the heading of its page.
    pub legend: Text,
    /// The short name of the question in the list of answers. If it is absent, the list shows the
    /// question itself.
    pub short: Option<Text>,
    /// The lines under the heading of the question.
    #[serde(default)]
    pub hints: Lines,
    /// The explanation why the question is asked.
    #[serde(default)]
    pub why: Lines,
    /// The error message after the visitor presses Continue without an answer. It starts with the
    /// thing to do.
    pub error: Text,
    /// The words of the question's options.
    pub options: Keyed<OptionId, OptionWords>,
}

/// The words of an option in a question.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OptionWords {
    /// The usual label of the option.
    pub label: Text,
    /// The line under the label of the option.
    pub hint: Option<Text>,
    /// The words for the option in a reason or a list of answers. If they are absent, the label is
    /// used.
    #[serde(rename = "said")]
    pub answer_text: Option<Text>,
    /// Other labels of the option, by their ids. A label replaces the usual label if its condition
    /// holds.
    #[serde(default)]
    pub variants: Keyed<LineId, VariantWords>,
}

/// A label that replaces the usual label of an option.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct VariantWords {
    /// The text of the label that replaces the usual one.
    pub label: Text,
    /// The line under the label that replaces the usual one.
    pub hint: Option<Text>,
}

/// The words of an outcome, for each of its sections.
pub type OutcomeWords = Sections<Lines>;

/// The words of a block.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BlockWords {
    /// The heading of the block.
    pub title: Text,
    /// The lines of the block, in order.
    pub lines: Lines,
}

/// The words of a contact.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ContactWords {
    /// The name of the person or service that answers this contact.
    pub name: Text,
    /// The opening hours of the contact, or another remark about it.
    pub remark: Option<Text>,
    /// The sentence beside this contact before its first check. Without it, the widget shows a
    /// general sentence.
    pub unverified: Option<Text>,
}
