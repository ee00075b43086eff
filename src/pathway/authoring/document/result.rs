//! The parts of a result: outcomes with their urgency, blocks with their conditions, contacts, and
//! the help of every screen. The rules decide which outcomes a result shows.

use super::{Condition, Conditional};
use crate::model::properties::{Urgency, Verification};
use crate::model::{
    date::Date,
    id::{BlockId, ContactId, LineId, OutcomeId, SourceId},
};
use alloc::{string::String, vec::Vec};
use serde::Deserialize;

/// An outcome. Each section is a list of lines, and a line is shown if its condition holds.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// The id of the outcome.
    pub id: OutcomeId,
    /// The urgency of the outcome.
    pub urgency: Urgency,
    /// True if the summary leaves out the outcome, unless the visitor adds it.
    #[serde(default)]
    pub private: bool,
    /// The headings. The first line whose condition holds is shown.
    pub title: Vec<Conditional<LineId>>,
    /// The first lines of the card, with the first things to do.
    pub first: Vec<Conditional<LineId>>,
    /// The contacts of the outcome. Emergency contacts and verified contacts come first, and
    /// unverified contacts come last.
    #[serde(default)]
    pub call: Vec<Conditional<ContactId>>,
    /// The people that the outcome is for.
    #[serde(default)]
    pub who: Vec<Conditional<LineId>>,
    /// The lines to say on the phone.
    #[serde(default)]
    pub say: Vec<Conditional<LineId>>,
    /// The lines about the next steps.
    #[serde(default)]
    pub next: Vec<Conditional<LineId>>,
    /// The lines for a person who is turned away or gets worse.
    pub turned_away: Vec<Conditional<LineId>>,
    /// The helplines, which have their own heading.
    #[serde(default)]
    pub helplines: Vec<Conditional<ContactId>>,
    /// The sources of the outcome.
    pub sources: Vec<SourceId>,
}

/// A text that a result shows if its condition holds.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// The id of the block.
    pub id: BlockId,
    /// The condition for showing the block. If it is absent, the block is always shown.
    pub when: Option<Condition>,
    /// The outcomes whose cards show the block. If the list is empty, the result itself shows it.
    #[serde(default)]
    pub outcomes: Vec<OutcomeId>,
    /// The lines of the block.
    pub lines: Vec<Conditional<LineId>>,
    /// True if the block is closed, so that the visitor first sees only its heading.
    #[serde(default)]
    pub folded: bool,
    /// The sources of the block.
    #[serde(default)]
    pub sources: Vec<SourceId>,
}

/// A service to contact.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// The id of the contact.
    pub id: ContactId,
    /// The verification status of the contact.
    pub status: Verification,
    /// The number to call, in digits and single spaces.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^[0-9]+( [0-9]+)*$")))]
    pub phone: Option<String>,
    /// The number for text messages, in digits and single spaces.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^[0-9]+( [0-9]+)*$")))]
    pub text: Option<String>,
    /// The web address, which starts with `https://`.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^https://\S+$")))]
    pub web: Option<String>,
    /// True if the words file has hours or another remark for the contact.
    #[serde(default)]
    pub remark: bool,
    /// The sources of the contact.
    pub sources: Vec<SourceId>,
    /// The day of the last check.
    pub verified_on: Option<Date>,
    /// The day by which the contact must be checked again.
    pub review_by: Option<Date>,
    /// The person or office that keeps the contact correct.
    pub owner: Option<String>,
}

impl Contact {
    /// Returns whether the next check is due on this day, or was due before it.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.review_by.is_some_and(|review| review <= today)
    }
}

/// The help that every screen shows, in the same order.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Crisis {
    /// The contacts that every screen shows.
    pub contacts: Vec<ContactId>,
    /// The lines that only an open block shows.
    pub more: Vec<LineId>,
    /// The condition for an open block on a result. On an urgent result the block is always open.
    pub open_when: Condition,
}
