//! The closed properties of a pathway: its status, the kinds of its questions, the urgency of its
//! outcomes and the verification of its contacts.

use crate::model::{codec::codec, date::Date};
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
