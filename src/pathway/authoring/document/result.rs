//! The structure of the parts that make up a result: outcomes, blocks, contacts, and the help that
//! every screen shows. The rules decide which outcomes a result shows.

use super::{Condition, Conditional};
use crate::model::properties::{Urgency, Verification};
use crate::model::{
    date::Date,
    id::{BlockId, ContactId, LineId, OutcomeId, SourceId},
};
use alloc::{string::String, vec::Vec};
use serde::Deserialize;

/// An outcome. Each of its sections is a list of lines, and a line is shown if its condition holds.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// The id of the outcome.
    pub id: OutcomeId,
    /// How soon the outcome must be followed.
    pub urgency: Urgency,
    /// True if the outcome is private: the summary leaves it out, unless the visitor adds it.
    #[serde(default)]
    pub private: bool,
    /// The headings of the outcome. The result shows the first one whose condition holds.
    pub title: Vec<Conditional<LineId>>,
    /// The first lines of the outcome's card, which say what to do first.
    pub first: Vec<Conditional<LineId>>,
    /// The contacts that the outcome tells the person to call. The card shows unverified contacts
    /// after the others.
    #[serde(default)]
    pub call: Vec<Conditional<ContactId>>,
    /// The lines about the people that the outcome is for.
    #[serde(default)]
    pub who: Vec<Conditional<LineId>>,
    /// The lines that the visitor can say on the phone.
    #[serde(default)]
    pub say: Vec<Conditional<LineId>>,
    /// The lines about what happens next.
    #[serde(default)]
    pub next: Vec<Conditional<LineId>>,
    /// The lines for a person whom a service refuses, or who gets worse.
    pub turned_away: Vec<Conditional<LineId>>,
    /// The helplines of the outcome. They are on its card under a heading of their own.
    #[serde(default)]
    pub helplines: Vec<Conditional<ContactId>>,
    /// The ids of the sources that support the outcome.
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
    /// The ids of the outcomes whose cards show the block. If the list is empty, the block is on
    /// the result itself and not on a card.
    #[serde(default)]
    pub outcomes: Vec<OutcomeId>,
    /// The lines of the block, each with its condition.
    pub lines: Vec<Conditional<LineId>>,
    /// True if the visitor first sees only the heading of the block, and opens the block to read
    /// it.
    #[serde(default)]
    pub folded: bool,
    /// The ids of the sources that support the block.
    #[serde(default)]
    pub sources: Vec<SourceId>,
}

/// A service to contact by phone, text message or web page.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// The id of the contact.
    pub id: ContactId,
    /// Whether somebody has called the contact and found it correct.
    pub status: Verification,
    /// The phone number, in digits and single spaces.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^[0-9]+( [0-9]+)*$")))]
    pub phone: Option<String>,
    /// The number for text messages, in digits and single spaces.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^[0-9]+( [0-9]+)*$")))]
    pub text: Option<String>,
    /// The web address, which starts with `https://`.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^https://\S+$")))]
    pub web: Option<String>,
    /// True if the words file has the opening hours or another remark for the contact.
    #[serde(default)]
    pub remark: bool,
    /// The ids of the sources that support the contact.
    pub sources: Vec<SourceId>,
    /// The day on which somebody last checked the contact.
    pub verified_on: Option<Date>,
    /// The day by which somebody must check the contact again.
    pub review_by: Option<Date>,
    /// The person or office that keeps the number and the address of the contact correct.
    pub owner: Option<String>,
}

impl Contact {
    /// Returns whether the contact needs a new check on the day `today`.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.review_by.is_some_and(|review| review <= today)
    }
}

/// The help that every screen shows in the same order: 999, the mental health option of 111, and
/// Samaritans.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Crisis {
    /// The ids of the contacts, in the order on the screen.
    pub contacts: Vec<ContactId>,
    /// The ids of the lines that people see only when the help is open.
    #[serde(default)]
    pub more: Vec<LineId>,
    /// The condition under which the help is open on a result. On an urgent result the help is
    /// always open.
    pub open_when: Option<Condition>,
}
