//! The properties of a pathway that have a fixed list of values: the status of the pathway, the
//! kind of a question, the urgency of an outcome, and the verification of a contact.

use crate::model::{codec::codec, date::Date};
use serde::Deserialize;

/// Whether a pathway is a draft, in use or retired.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// A pathway that no clinician has signed. The start page and the result say that it is a
    /// draft.
    Draft,
    /// A pathway that clinical leads have signed, and that is in use.
    Active,
    /// A pathway that must no longer be used. The widget shows the plain guide instead.
    Retired,
}

/// The first and the last day on which a pathway may be used. A missing day means no limit.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Effective {
    /// The first day on which the pathway may be used.
    pub from: Option<Date>,
    /// The last day on which the pathway may be used.
    pub to: Option<Date>,
}

/// The number of options that a visitor may pick in a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// The visitor picks exactly one option. The options are radio buttons.
    One,
    /// The visitor picks one or more options. The options are checkboxes.
    Many,
}

/// How soon an outcome must be followed, from the least to the most urgent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Urgency {
    /// The person can get help when they are ready.
    Routine,
    /// The person needs help in the next days.
    Soon,
    /// The person needs help today.
    Today,
    /// The person needs help now, by calling 999.
    Emergency,
}

impl Urgency {
    /// Returns the id of the urgency: `routine`, `soon`, `today` or `emergency`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Routine => "routine",
            Self::Soon => "soon",
            Self::Today => "today",
            Self::Emergency => "emergency",
        }
    }
}

/// Whether somebody has called a contact and found its number correct.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Verification {
    /// Somebody called the number or opened the page on the day `verified_on`, and found it
    /// correct.
    Verified,
    /// The trust has not called the number or opened the page yet.
    Unverified,
    /// The contact is a national emergency contact. It never leaves the screen.
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
