//! The structure of `local` in `pathway.json`: what belongs to some areas, to one service or to one
//! trust.

use super::Condition;
use crate::model::id::{ContactId, LimitId, LineId, OptionId, OutcomeId, RuleId, SourceId};
use alloc::{string::String, vec::Vec};
use serde::Deserialize;

/// The outcomes that only some areas have, and the rule for people who live elsewhere. If the
/// person lives outside the areas, the outcome `instead` replaces the local outcomes. If the area
/// is unknown, the outcome `instead` comes before them.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Local {
    /// The id of this rule for people who live elsewhere.
    pub id: RuleId,
    /// The outcomes that only some areas have.
    pub outcomes: Vec<OutcomeId>,
    /// The condition that is true if the person lives outside these areas.
    pub outside: Condition,
    /// The condition that is true if it is unknown where the person lives.
    pub unknown: Condition,
    /// The outcome that a result shows instead of the local outcomes, or before them. It has the
    /// same reasons as the local outcomes.
    pub instead: OutcomeId,
    /// The ids of the sources that support this rule.
    pub sources: Vec<SourceId>,
    /// The contact of the service that this pathway is for.
    pub service: Option<ContactId>,
    /// The ids of the sources that only speak of this service. If a trust has another service, the
    /// trust becomes the source instead of these sources.
    #[serde(default)]
    pub service_sources: Vec<SourceId>,
    /// The lines that only this service can say about itself. If a trust has another service, these
    /// lines are removed.
    #[serde(default)]
    pub service_lines: Vec<OutcomeLines>,
    /// The lines that say how people refer themselves to this service. If a trust has a form for
    /// self-referral, these lines are removed.
    #[serde(default)]
    pub form_lines: Vec<OutcomeLines>,
    /// The lines that warn that an age limit may be out of date. If a trust gives the months of the
    /// limit, its lines are removed.
    #[serde(default)]
    pub limit_lines: Vec<LimitLines>,
    /// The contacts that only a trust can name, such as its maternity unit. A page shows such a
    /// contact if the trust file has an entry with its id.
    #[serde(default)]
    pub slots: Vec<Slot>,
    /// The areas that have the local outcomes, each with its own contacts and lines.
    #[serde(default)]
    pub areas: Vec<Area>,
}

/// An area, with the contacts and lines that only this area has. If a trust does not serve the
/// area, these contacts and lines are removed.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// The option that a visitor picks if the person lives in this area.
    pub id: OptionId,
    /// The contact of the mental health team in this area.
    pub team: Option<ContactId>,
    /// The other contacts that only this area has.
    #[serde(default)]
    pub contacts: Vec<ContactId>,
    /// The lines of text that are only about this area.
    #[serde(default)]
    pub lines: Vec<OutcomeLines>,
}

/// An outcome, and some of its lines from any section.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OutcomeLines {
    /// The outcome that contains the lines.
    pub outcome: OutcomeId,
    /// The ids of the lines in this outcome.
    pub lines: Vec<LineId>,
}

/// The lines that warn that an age limit may be out of date.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LimitLines {
    /// The id of the age limit.
    pub limit: LimitId,
    /// The outcome that contains the lines.
    pub outcome: OutcomeId,
    /// The ids of the lines in this outcome.
    pub lines: Vec<LineId>,
}

/// A contact that only a trust can name, with its place on the cards of outcomes.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Slot {
    /// The id of the contact, which the entry of the trust file also has.
    pub id: ContactId,
    /// The person or service that the contact is for, in words for the web editor of a trust.
    pub purpose: String,
    /// The outcomes whose cards show the contact.
    pub outcomes: Vec<SlotOutcome>,
}

/// An outcome whose card shows a contact of the trust.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SlotOutcome {
    /// The id of the outcome.
    pub outcome: OutcomeId,
    /// The condition for showing the contact. If it is absent, everyone sees the contact.
    pub when: Option<Condition>,
    /// True if the contact is the first one on the card. A contact whose check is not current comes
    /// after the others all the same.
    #[serde(default)]
    pub first: bool,
}
