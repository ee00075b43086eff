//! Safety laws as data: what must hold for **every** complete journey.

use super::Condition;
use crate::model::id::{BlockId, HazardId, LawId, LineId, OptionId, OutcomeId, QuestionId};
use crate::model::properties::Urgency;
use alloc::{boxed::Box, string::String, vec::Vec};
use serde::Deserialize;

/// A law: a statement for people, and the same statement for the prover.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Law {
    /// Such as `L5`.
    pub id: LawId,
    /// The law in a sentence.
    pub statement: String,
    /// The hazards it guards against.
    #[serde(default)]
    pub hazards: Vec<HazardId>,
    /// The law, part by part: all must hold.
    pub claims: Vec<Claim>,
}

/// One part of a law.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
pub enum Claim {
    /// Speaks of one journey at a time.
    Whenever(Box<Whenever>),
    /// Compares a journey with those that have one more option picked.
    PickingMore(PickingMore),
    /// Compares a journey with those in which one answer is another.
    Changing(Changing),
    /// The listed outcomes are the same, however these questions are answered.
    Ignores(Ignores),
    /// Every picked option listed is named in a reason on the result.
    Names(Names),
    /// An outcome always says whom to turn to.
    Reaches(Reaches),
    /// At most so many questions come before a result.
    MostQuestions(u16),
    /// A law that tests of the screens hold; the text says what they check.
    Screens(String),
}

/// Whenever the condition holds, the result is as said.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Whenever {
    /// When; always, if absent.
    pub when: Option<Condition>,
    /// All of these are on the result.
    pub must: Vec<OutcomeId>,
    /// At least one of these is on the result; no demand, if empty.
    pub some: Vec<OutcomeId>,
    /// None of these is on the result.
    pub must_not: Vec<OutcomeId>,
    /// Nothing else is on the result; no demand, if empty.
    pub only: Vec<OutcomeId>,
    /// The first on the result is this.
    pub first: Option<OutcomeId>,
    /// On a result, outcomes of `before` come before outcomes of `these`.
    pub before: Option<Before>,
    /// `a` is on the result exactly when one of these is.
    pub exactly_with: Option<ExactlyWith>,
    /// The result's urgency is at least this.
    pub at_least: Option<Urgency>,
    /// Only these questions are asked; no demand, if empty.
    pub asks_only: Vec<QuestionId>,
    /// All of these blocks stand on the result.
    pub shows: Vec<BlockId>,
    /// None of these blocks stands on the result.
    pub hides: Vec<BlockId>,
    /// None of these lines stands on the result.
    pub hides_lines: Vec<BlockLines>,
    /// A block stands on the result exactly when one of these outcomes does.
    pub shows_exactly_with: Option<ShowsWith>,
}

/// An order between outcomes.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Before {
    /// Come first.
    pub first: Vec<OutcomeId>,
    /// Come after.
    pub then: Vec<OutcomeId>,
}

/// One outcome bound to others.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ExactlyWith {
    /// Is there exactly when…
    pub outcome: OutcomeId,
    /// …one of these is.
    pub any_of: Vec<OutcomeId>,
}

/// Lines of a block.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BlockLines {
    /// Of this block…
    pub block: BlockId,
    /// …these lines.
    pub lines: Vec<LineId>,
}

/// A block bound to outcomes.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ShowsWith {
    /// Stands there exactly when…
    pub block: BlockId,
    /// …one of these does.
    pub any_of: Vec<OutcomeId>,
}

/// Picking one more option that is not exclusive never takes help away.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PickingMore {
    /// In these questions.
    pub questions: Vec<QuestionId>,
    /// Looks only at journeys whose changed answers hold this; all, if absent.
    pub when: Option<Condition>,
    /// These outcomes stay; every one, if empty. Urgency never falls.
    #[serde(default)]
    pub keeps: Vec<OutcomeId>,
    /// Whether an outcome that only the last resort gave may go.
    #[serde(default)]
    pub last_resort_may_go: bool,
}

/// A claim about a changed answer: it never raises the urgency, never loses help, or keeps the
/// named outcomes.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Changing {
    /// In this question.
    pub question: QuestionId,
    /// From one of these.
    pub from: Vec<OptionId>,
    /// To this.
    pub to: OptionId,
    /// Urgency never rises, and none of these is added.
    #[serde(default)]
    pub adds_no: Vec<OutcomeId>,
    /// Urgency never falls, and none of these goes.
    #[serde(default)]
    pub loses_no: Vec<OutcomeId>,
    /// All outcomes but these stay as they were.
    pub same_but: Option<Vec<OutcomeId>>,
    /// This outcome is there afterwards exactly when one of these was before.
    pub becomes: Option<ExactlyWith>,
}

/// The answers to these questions never change the listed outcomes. For notes this always holds,
/// because no condition can name a note.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Ignores {
    /// Changing these alone…
    pub questions: Vec<QuestionId>,
    /// …never changes whether these are there,
    pub outcomes: Vec<OutcomeId>,
    /// as long as the answers to these stay as they were.
    #[serde(default)]
    pub keeping: Vec<QuestionId>,
}

/// Picked options that a reason on the result must name.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// In this question.
    pub question: QuestionId,
    /// These options.
    pub options: Vec<OptionId>,
}

/// Whenever the outcome is on a result, its card shows one of the lines, or a phone number.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reaches {
    /// This outcome…
    pub outcome: OutcomeId,
    /// …says whom to turn to in these lines of what to do first.
    pub lines: Vec<LineId>,
}
