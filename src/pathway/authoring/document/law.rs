//! The safety laws of a pathway, as data. A law is a statement that must be true for **every**
//! journey to a result.

use super::Condition;
use crate::model::id::{BlockId, HazardId, LawId, LineId, OptionId, OutcomeId, QuestionId};
use crate::model::properties::Urgency;
use alloc::{boxed::Box, string::String, vec::Vec};
use serde::Deserialize;

/// A law: a sentence for people, and the same statement as data for the proof.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Law {
    /// The id of the law, such as `L5`.
    pub id: LawId,
    /// The law as a sentence for people.
    pub statement: String,
    /// The hazards that the law prevents.
    #[serde(default)]
    pub hazards: Vec<HazardId>,
    /// The claims of the law. All of them must be true.
    pub claims: Vec<Claim>,
}

/// One claim of a law.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
pub enum Claim {
    /// A claim about each journey on its own.
    Whenever(Box<WheneverClaim>),
    /// A comparison of each journey with the same journey after the visitor picks one more option.
    PickingMore(PickingMoreClaim),
    /// A comparison of each journey with the same journey after the visitor changes one answer.
    Changing(ChangingClaim),
    /// A claim that the answers to some questions never change the listed outcomes.
    Ignores(IgnoresClaim),
    /// A claim that a reason on the result names each listed option that the visitor picked.
    Names(NamesClaim),
    /// A claim that the card of an outcome always names a person or service to call.
    Reaches(ReachesClaim),
    /// The largest number of questions that a journey may have before its result.
    MostQuestions(u16),
    /// A claim about screens. Tests check it, and the proof does not. The text says what the tests
    /// check.
    Screens(String),
}

/// A claim about every journey on which a condition holds. All parts of the claim must be true.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename = "Whenever")
)]
#[serde(deny_unknown_fields, default)]
pub struct WheneverClaim {
    /// The condition that selects the journeys. If it is absent, the claim is about every journey.
    pub when: Option<Condition>,
    /// The outcomes that must all be on the result.
    pub must: Vec<OutcomeId>,
    /// The outcomes of which at least one must be on the result. An empty list has no effect.
    pub some: Vec<OutcomeId>,
    /// The outcomes that must not be on the result.
    pub must_not: Vec<OutcomeId>,
    /// The only outcomes that may be on the result. An empty list has no effect.
    pub only: Vec<OutcomeId>,
    /// The outcome that must be first on the result.
    pub first: Option<OutcomeId>,
    /// Outcomes that must come before other outcomes on the result.
    pub before: Option<Before>,
    /// An outcome that must be on the result exactly when another listed outcome is.
    pub exactly_with: Option<ExactlyWith>,
    /// The lowest urgency that the result may have.
    pub at_least: Option<Urgency>,
    /// The only questions that may be asked on the journey. An empty list has no effect.
    pub asks_only: Vec<QuestionId>,
    /// The blocks that must all be on the result.
    pub shows: Vec<BlockId>,
    /// The blocks that must not be on the result.
    pub hides: Vec<BlockId>,
    /// The lines that must not be on the result.
    pub hides_lines: Vec<BlockLines>,
    /// A block that must be on the result exactly when a listed outcome is.
    pub shows_exactly_with: Option<ShowsWith>,
}

/// A claim about the order of outcomes on a result.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Before {
    /// The outcomes that must come before the outcomes in `then`.
    pub first: Vec<OutcomeId>,
    /// The outcomes that must come after the outcomes in `first`.
    pub then: Vec<OutcomeId>,
}

/// A claim that an outcome is on a result exactly when another listed outcome is.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ExactlyWith {
    /// The outcome that depends on the outcomes in `any_of`.
    pub outcome: OutcomeId,
    /// The outcomes of which at least one must be on the result.
    pub any_of: Vec<OutcomeId>,
}

/// A block, and some of its lines.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BlockLines {
    /// The block that contains the lines.
    pub block: BlockId,
    /// The ids of the lines in this block.
    pub lines: Vec<LineId>,
}

/// A claim that a block is on a result exactly when a listed outcome is.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ShowsWith {
    /// The block that depends on the outcomes in `any_of`.
    pub block: BlockId,
    /// The outcomes of which at least one must be on the result.
    pub any_of: Vec<OutcomeId>,
}

/// A claim that no help disappears when a visitor picks one more option. The claim is only about
/// options that do not exclude others.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename = "PickingMore")
)]
#[serde(deny_unknown_fields)]
pub struct PickingMoreClaim {
    /// The questions in which the visitor picks one more option.
    pub questions: Vec<QuestionId>,
    /// The condition that must hold for the answers with the additional option. If it is absent,
    /// the claim is about every journey.
    pub when: Option<Condition>,
    /// The outcomes that must stay on the result. An empty list means every outcome. The urgency of
    /// the result must never fall.
    #[serde(default)]
    pub keeps: Vec<OutcomeId>,
    /// True if an outcome that only the last resort added may disappear.
    #[serde(default)]
    pub last_resort_may_go: bool,
}

/// A claim about a changed answer: for example, that the change never raises the urgency, or that
/// no help disappears.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename = "Changing")
)]
#[serde(deny_unknown_fields)]
pub struct ChangingClaim {
    /// The question whose answer the visitor changes.
    pub question: QuestionId,
    /// The options that are picked before the change. The claim is about a change from each of
    /// them.
    pub from: Vec<OptionId>,
    /// The option that is picked after the change.
    pub to: OptionId,
    /// The outcomes that the change must not add to the result. With this list, the urgency must
    /// not rise.
    #[serde(default)]
    pub adds_no: Vec<OutcomeId>,
    /// The outcomes that the change must not remove from the result. With this list, the urgency
    /// must not fall.
    #[serde(default)]
    pub loses_no: Vec<OutcomeId>,
    /// The only outcomes that the change may add or remove.
    pub same_but: Option<Vec<OutcomeId>>,
    /// An outcome of the result after the change. It must be there exactly when the result before
    /// the change had one of the listed outcomes.
    pub becomes: Option<ExactlyWith>,
}

/// A claim that the answers to some questions never change the listed outcomes. It is always true
/// for the optional questions of the summary page, because no condition can use them.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename = "Ignores")
)]
#[serde(deny_unknown_fields)]
pub struct IgnoresClaim {
    /// The questions whose answers the visitor changes.
    pub questions: Vec<QuestionId>,
    /// The outcomes that the change must neither add nor remove.
    pub outcomes: Vec<OutcomeId>,
    /// The questions whose answers stay the same during the comparison.
    #[serde(default)]
    pub keeping: Vec<QuestionId>,
}

/// A claim that a reason on the result names each picked option of a list.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename = "Names")
)]
#[serde(deny_unknown_fields)]
pub struct NamesClaim {
    /// The question to which the options belong.
    pub question: QuestionId,
    /// The options that a reason must name if the visitor picked them.
    pub options: Vec<OptionId>,
}

/// A claim that the card of an outcome always shows a phone number, or a listed line that names a
/// person or service to contact.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename = "Reaches")
)]
#[serde(deny_unknown_fields)]
pub struct ReachesClaim {
    /// The outcome whose card the claim is about.
    pub outcome: OutcomeId,
    /// The lines in the first section of the card that name a person or service to contact.
    pub lines: Vec<LineId>,
}
