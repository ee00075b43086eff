//! The structure of a pathway folder: [`Document`] is `pathway.json`, and [`words`] is what a person
//! reads. Whether an id means anything is the work of `check`. Only the words and the properties that a
//! screen needs are there without the feature `authoring`.

#[cfg(feature = "authoring")]
mod condition;
#[cfg(feature = "authoring")]
pub mod law;
#[cfg(feature = "authoring")]
mod pathway_file;
#[cfg(feature = "authoring")]
mod question;
#[cfg(feature = "authoring")]
mod result;
pub mod text;
mod ui;
#[cfg(feature = "authoring")]
mod walk;
pub mod words;
mod words_codec;

#[cfg(feature = "schema")]
pub(crate) use condition::OneOrMany;
#[cfg(feature = "authoring")]
pub use {
    condition::{Condition, Conditional},
    pathway_file::{
        Approver, Area, Conflict, Document, LastResort, Limit, Local, NamedCondition, OutcomeLines,
        Rule, Scenario, Source, Wordings,
    },
    question::{Band, Question, QuestionOption},
    result::{Block, Contact, Crisis, Outcome},
};

use crate::{codec::codec, date::Date};
use serde::Deserialize;

/// How far a pathway's review has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// No clinician has signed it; the result says so.
    Draft,
    /// Signed and in use.
    Active,
    /// Out of use: the widget shows the plain guide instead.
    Retired,
}

/// The first and the last day of use, each open if absent.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Effective {
    /// First day of use.
    pub from: Option<Date>,
    /// Last day of use.
    pub to: Option<Date>,
}

/// How many options may be picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Exactly one: radios.
    One,
    /// One or more: checkboxes.
    Many,
}

/// How soon help is needed. Ordered: later is more urgent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Urgency {
    /// At the person's own pace.
    Routine,
    /// In the next days.
    Soon,
    /// Today.
    Today,
    /// Now: 999.
    Emergency,
}

impl Urgency {
    /// The id of the urgency: `routine`, `soon`, `today` or `emergency`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Routine => "routine",
            Self::Soon => "soon",
            Self::Today => "today",
            Self::Emergency => "emergency",
        }
    }
}

/// Whether somebody has verified a contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Verification {
    /// Somebody called or read it, on `verified_on`.
    Verified,
    /// Nobody has called or read the contact.
    Unverified,
    /// A national emergency number: never leaves the screen.
    Emergency,
}

codec! {
    enum Urgency { Routine, Soon, Today, Emergency }
    enum Verification { Verified, Unverified, Emergency }
}

codec! {
    struct Effective { from, to }
}

codec! {
    enum Status { Draft, Active, Retired }
    enum Kind { One, Many }
}
