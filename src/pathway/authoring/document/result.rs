//! The parts of a result: outcomes with their urgency, blocks with their conditions, contacts, and
//! the help of every screen. The rules decide which of them a result holds.

use super::{Condition, Conditional};
use crate::model::properties::{Urgency, Verification};
use crate::model::{
    date::Date,
    id::{BlockId, ContactId, LineId, OutcomeId, SourceId},
};
use alloc::{string::String, vec::Vec};
use serde::Deserialize;

/// An outcome. Each section is a list of lines, each shown when its condition holds.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// Its name.
    pub id: OutcomeId,
    /// How soon.
    pub urgency: Urgency,
    /// Stays off paper unless the person adds it.
    #[serde(default)]
    pub private: bool,
    /// The heading: the first line that holds.
    pub title: Vec<Conditional<LineId>>,
    /// The first lines of the card: what to do.
    pub first: Vec<Conditional<LineId>>,
    /// The contacts of the outcome. Emergency and verified contacts come first, unverified ones
    /// last.
    #[serde(default)]
    pub call: Vec<Conditional<ContactId>>,
    /// Who it is for.
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
    /// Helplines, under their own heading.
    #[serde(default)]
    pub helplines: Vec<Conditional<ContactId>>,
    /// Where it comes from.
    pub sources: Vec<SourceId>,
}

/// A text that stands on results by condition.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// Its name.
    pub id: BlockId,
    /// Shown only when this holds; always, if absent.
    pub when: Option<Condition>,
    /// On the cards of these outcomes; on the result itself, if empty.
    #[serde(default)]
    pub outcomes: Vec<OutcomeId>,
    /// Its lines.
    pub lines: Vec<Conditional<LineId>>,
    /// Whether it stands open or behind its heading.
    #[serde(default)]
    pub folded: bool,
    /// Where it comes from.
    #[serde(default)]
    pub sources: Vec<SourceId>,
}

/// Someone to call.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Its name.
    pub id: ContactId,
    /// Whether the contact was verified.
    pub status: Verification,
    /// Digits and single spaces.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^[0-9]+( [0-9]+)*$")))]
    pub phone: Option<String>,
    /// The number to text, digits and single spaces.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^[0-9]+( [0-9]+)*$")))]
    pub text: Option<String>,
    /// A web address, `https://…`.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^https://\S+$")))]
    pub web: Option<String>,
    /// Whether words hold hours or another remark.
    #[serde(default)]
    pub remark: bool,
    /// The sources of the rule or text.
    pub sources: Vec<SourceId>,
    /// When somebody last checked it.
    pub verified_on: Option<Date>,
    /// When it must be checked again.
    pub review_by: Option<Date>,
    /// Who keeps it right.
    pub owner: Option<String>,
}

impl Contact {
    /// Whether its next check is due on this day, or was due before it.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.review_by.is_some_and(|review| review <= today)
    }
}

/// The help that every screen shows, in the same order.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Crisis {
    /// Always shown.
    pub contacts: Vec<ContactId>,
    /// Shown when it stands open.
    pub more: Vec<LineId>,
    /// Stands open on a result when this holds, and on every urgent result.
    pub open_when: Condition,
}
