//! The properties with a fixed list of values: the status of a pathway, the kind of a question, the
//! urgency of an outcome, and the verification of a contact.

use crate::model::{codec::codec, date::Date};
use serde::Deserialize;

/// The progress of a pathway's review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// A pathway that no clinician has signed. The result says so.
    Draft,
    /// A pathway that is signed and in use.
    Active,
    /// A pathway out of use. The widget shows the plain guide instead.
    Retired,
}

/// The first and the last day of use. A missing day means no limit.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Effective {
    /// The first day of use.
    pub from: Option<Date>,
    /// The last day of use.
    pub to: Option<Date>,
}

/// The number of options that a visitor may pick.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Exactly one option, shown as radio buttons.
    One,
    /// One or more options, shown as checkboxes.
    Many,
}

/// The urgency of an outcome, from the least to the most urgent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Urgency {
    /// Help at the person's own pace.
    Routine,
    /// Help in the next days.
    Soon,
    /// Help today.
    Today,
    /// Help now, by calling 999.
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

/// The verification status of a contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Verification {
    /// A contact that somebody called or read on the day `verified_on`.
    Verified,
    /// A contact that nobody has called or read yet.
    Unverified,
    /// A national emergency contact, which never leaves the screen.
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
