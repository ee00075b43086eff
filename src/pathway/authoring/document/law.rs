//! Safety laws as data: statements that must be true for **every** complete journey.

use super::Condition;
use crate::model::id::{BlockId, HazardId, LawId, LineId, OptionId, OutcomeId, QuestionId};
use crate::model::properties::Urgency;
use alloc::{boxed::Box, string::String, vec::Vec};
use serde::Deserialize;

/// A law: a sentence for people, and the same statement in a form for the proof.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Law {
    /// The id of the law, such as `L5`.
    pub id: LawId,
    /// The law in a sentence.
    pub statement: String,
    /// The hazards that the law prevents.
    #[serde(default)]
    pub hazards: Vec<HazardId>,
    /// The parts of the law. All of them must be true.
    pub claims: Vec<Claim>,
}

/// One part of a law.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
pub enum Claim {
    /// A statement about each single journey.
    Whenever(Box<Whenever>),
    /// A comparison of each journey with the same journey after one more option is picked.
    PickingMore(PickingMore),
    /// A comparison of each journey with the same journey after one answer has changed.
    Changing(Changing),
    /// The listed outcomes stay the same for all answers to the listed questions.
    Ignores(Ignores),
    /// If a listed option is picked, a reason on the result names it.
    Names(Names),
    /// The card of an outcome always names a person or service to call.
    Reaches(Reaches),
    /// The maximum number of questions before a result.
    MostQuestions(u16),
    /// A law that tests of the screens check. The text says what they check.
    Screens(String),
}

/// A claim about every journey on which the condition holds. All its parts must be true.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Whenever {
    /// The condition for the claim. If it is absent, the claim is about every journey.
    pub when: Option<Condition>,
    /// The outcomes that must all be on the result.
    pub must: Vec<OutcomeId>,
    /// The outcomes of which at least one must be on the result. An empty list has no effect.
    pub some: Vec<OutcomeId>,
    /// The outcomes that must not be on the result.
    pub must_not: Vec<OutcomeId>,
    /// The only outcomes that may be on the result. An empty list has no effect.
    pub only: Vec<OutcomeId>,
    /// The outcome that must be the first on the result.
    pub first: Option<OutcomeId>,
    /// Outcomes that must come before other outcomes on the result.
    pub before: Option<Before>,
    /// An outcome that must be on the result exactly when one of the other outcomes is.
    pub exactly_with: Option<ExactlyWith>,
    /// The least urgency that the result must have.
    pub at_least: Option<Urgency>,
    /// The only questions that may be asked. An empty list has no effect.
    pub asks_only: Vec<QuestionId>,
    /// The blocks that must all be on the result.
    pub shows: Vec<BlockId>,
    /// The blocks that must not be on the result.
    pub hides: Vec<BlockId>,
    /// The lines that must not be on the result.
    pub hides_lines: Vec<BlockLines>,
    /// A block that must be on the result exactly when one of the outcomes is.
    pub shows_exactly_with: Option<ShowsWith>,
}

/// An order of outcomes.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Before {
    /// The outcomes that must come first.
    pub first: Vec<OutcomeId>,
    /// The outcomes that must come after the outcomes in `first`.
    pub then: Vec<OutcomeId>,
}

/// An outcome that is on a result exactly when one of the other outcomes is.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ExactlyWith {
    /// The outcome that depends on the others.
    pub outcome: OutcomeId,
    /// The outcomes of which at least one must be on the result.
    pub any_of: Vec<OutcomeId>,
}

/// Some lines of a block.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BlockLines {
    /// The block that contains the lines.
    pub block: BlockId,
    /// The ids of the lines.
    pub lines: Vec<LineId>,
}

/// A block that is on a result exactly when one of the outcomes is.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ShowsWith {
    /// The block that depends on the outcomes.
    pub block: BlockId,
    /// The outcomes of which at least one must be on the result.
    pub any_of: Vec<OutcomeId>,
}

/// A claim that no help disappears when a visitor picks one more option that is not exclusive.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PickingMore {
    /// The questions in which the visitor picks one more option.
    pub questions: Vec<QuestionId>,
    /// The condition that the changed answers must meet. If it is absent, the claim is about every
    /// journey.
    pub when: Option<Condition>,
    /// The outcomes that must stay. An empty list means every outcome. The urgency must never fall.
    #[serde(default)]
    pub keeps: Vec<OutcomeId>,
    /// True if an outcome that only the last resort gave may disappear.
    #[serde(default)]
    pub last_resort_may_go: bool,
}

/// A claim about a changed answer: for example, that it never raises the urgency, or that no help
/// disappears.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Changing {
    /// The question whose answer changes.
    pub question: QuestionId,
    /// The options before the change. The claim is about each of them.
    pub from: Vec<OptionId>,
    /// The option after the change.
    pub to: OptionId,
    /// The outcomes that must not be added. The urgency must not rise.
    #[serde(default)]
    pub adds_no: Vec<OutcomeId>,
    /// The outcomes that must not disappear. The urgency must not fall.
    #[serde(default)]
    pub loses_no: Vec<OutcomeId>,
    /// The only outcomes that may change.
    pub same_but: Option<Vec<OutcomeId>>,
    /// An outcome of the result after the change. It must be there exactly if the result before the
    /// change had one of the listed outcomes.
    pub becomes: Option<ExactlyWith>,
}

/// A claim that the answers to some questions never change the listed outcomes. For notes it is
/// always true, because no condition can use a note.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Ignores {
    /// The questions whose answers change.
    pub questions: Vec<QuestionId>,
    /// The outcomes that must stay the same.
    pub outcomes: Vec<OutcomeId>,
    /// The questions whose answers stay the same.
    #[serde(default)]
    pub keeping: Vec<QuestionId>,
}

/// A claim that a reason on the result names each picked option of a list.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// The question of the options.
    pub question: QuestionId,
    /// The options that a reason must name if they are picked.
    pub options: Vec<OptionId>,
}

/// A claim that the card of an outcome always shows a phone number, or one of the listed lines that
/// name a person or service to contact.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reaches {
    /// The outcome with the card.
    pub outcome: OutcomeId,
    /// The lines in the card's first section that name a person or service to contact.
    pub lines: Vec<LineId>,
}
