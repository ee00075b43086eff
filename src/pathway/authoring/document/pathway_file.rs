//! The structure of `pathway.json`: questions, rules and outcomes, by their ids.

use super::{Block, Condition, Conditional, Contact, Crisis, Outcome, Question, law};
use crate::model::{
    date::Date,
    id::{
        BlockId, ConditionId, ConflictId, ContactId, HazardId, LimitId, LineId, OptionId,
        OutcomeId, PathwayId, QuestionId, RuleId, ScenarioId, SourceId,
    },
};
use crate::model::{
    properties::{Effective, Status},
    text,
};
use alloc::{string::String, vec::Vec};
use serde::{Deserialize, Deserializer};

/// A whole pathway, in ids.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Where the JSON Schema is, for editors.
    #[serde(default, rename = "$schema")]
    pub schema: Option<String>,
    /// The pathway's name in addresses.
    pub id: PathwayId,
    /// Semantic version; a change of any outcome is a major one.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^\d+\.\d+\.\d+$")))]
    pub version: String,
    /// How far its review has come.
    pub status: Status,
    /// The days on which it may be used.
    #[serde(default)]
    pub effective: Effective,
    /// Who must sign, and who has.
    pub approvers: Vec<Approver>,
    /// Statements that rules rest on.
    pub sources: Vec<Source>,
    /// The contradictions between sources, each with its decision.
    pub conflicts: Vec<Conflict>,
    /// Ages in months at which something changes.
    pub limits: Vec<Limit>,
    /// Which of the three wordings a visitor reads.
    pub wordings: Wordings,
    /// The questions, in order.
    pub questions: Vec<Question>,
    /// The notes that a visitor may add after the result; no rule depends on them.
    pub notes: Vec<Question>,
    /// Named conditions; each may use only those before it.
    pub conditions: Vec<NamedCondition>,
    /// The rules, in order.
    pub rules: Vec<Rule>,
    /// The outcomes for a visitor to whom the rules give no ordinary help.
    pub last_resort: LastResort,
    /// The outcomes that only some areas have.
    pub local: Local,
    /// Where people can be sent.
    pub outcomes: Vec<Outcome>,
    /// The order of outcomes on a result: each outcome takes the first position whose condition
    /// holds.
    pub order: Vec<Conditional<OutcomeId>>,
    /// Texts that stand on results by condition.
    pub blocks: Vec<Block>,
    /// People to call.
    pub contacts: Vec<Contact>,
    /// The help that every screen shows.
    pub crisis: Crisis,
    /// The laws: statements that must hold for every possible journey.
    pub laws: Vec<law::Law>,
    /// Stories with the outcomes they must give.
    pub scenarios: Vec<Scenario>,
    /// The address of "Exit this page", unless the host page names one; it starts with `https://`.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^https://\S+$")))]
    pub exit: Option<String>,
}

macro_rules! lookups {
    ($($one:ident in $list:ident: $id:ident -> $entry:ident;)*) => {
        impl Document {
            $(
                /// The entry of the list with this id.
                pub fn $one(&self, id: &$id) -> Option<&$entry> {
                    self.$list.iter().find(|entry| entry.id == *id)
                }
            )*
        }
    };
}

lookups! {
    question in questions: QuestionId -> Question;
    condition in conditions: ConditionId -> NamedCondition;
    outcome in outcomes: OutcomeId -> Outcome;
    block in blocks: BlockId -> Block;
    contact in contacts: ContactId -> Contact;
}

/// A person who must sign.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Approver {
    /// The role, such as clinical safety officer.
    pub role: String,
    /// The name of the person who signed; absent until somebody has.
    pub name: Option<String>,
    /// When they signed.
    pub on: Option<Date>,
}

/// A statement that rules rest on.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Such as `S24`.
    pub id: SourceId,
    /// The statement of the source, in our words.
    pub statement: String,
    /// Where it stands.
    pub found_in: String,
}

/// A contradiction between sources, with its decision.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    /// Such as `C5`.
    pub id: ConflictId,
    /// The statements of the sources that contradict each other.
    pub statement: String,
    /// The sources that disagree.
    pub sources: Vec<SourceId>,
    /// The decision: how the pathway resolves it.
    pub resolution: String,
    /// Who decided.
    pub decided_by: String,
    /// The rules that carry the decision.
    #[serde(default)]
    pub rules: Vec<RuleId>,
}

/// An age limit: the named condition holds exactly for the age bands that end at the limit or
/// before.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// Its name in texts: `{id}` there becomes the months.
    pub id: LimitId,
    /// The limit in whole months. A band is within the limit if it ends at the limit or before.
    pub months: u16,
    /// The question whose options are age bands.
    pub question: QuestionId,
    /// The bands within the limit.
    pub within: Vec<OptionId>,
    /// Where it comes from.
    pub sources: Vec<SourceId>,
}

/// The conditions under which a visitor reads the wording for a professional, or for someone they
/// know. Without either, the wording is the person's own.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Wordings {
    /// For someone the visitor knows.
    pub someone: Condition,
    /// For a family the visitor works with.
    pub professional: Condition,
}

/// A condition with a name.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NamedCondition {
    /// Its name.
    pub id: ConditionId,
    /// When it holds.
    pub when: Condition,
}

/// A rule: a condition and the outcomes that it gives.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its name.
    pub id: RuleId,
    /// When it holds.
    pub when: Condition,
    /// The outcomes that the rule gives.
    pub outcomes: Vec<OutcomeId>,
    /// Whether the rule ends the questions. From then on only rules of this kind count.
    #[serde(default)]
    pub stop: bool,
    /// The questions whose answers its reason repeats: "because you said…".
    #[serde(default)]
    pub because: Vec<QuestionId>,
    /// Declares that other rules give all its outcomes: the rule only adds a reason.
    #[serde(default)]
    pub idle: bool,
    /// Where it comes from.
    pub sources: Vec<SourceId>,
    /// The hazards it guards against.
    #[serde(default)]
    pub hazards: Vec<HazardId>,
}

/// The outcomes to add when a result has none, or only outcomes of this list.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LastResort {
    /// Its name among the rules.
    pub id: RuleId,
    /// Outcomes that alone are not enough.
    pub beside: Vec<OutcomeId>,
    /// The outcomes to add.
    pub outcomes: Vec<OutcomeId>,
    /// Where it comes from.
    pub sources: Vec<SourceId>,
}

/// Outcomes that only some areas have. When the area is outside or unknown, another outcome stands
/// before the first of them; when it is outside, they are removed.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Local {
    /// Its name among the rules.
    pub id: RuleId,
    /// The local outcomes.
    pub outcomes: Vec<OutcomeId>,
    /// When the person lives outside.
    pub outside: Condition,
    /// The condition under which the area is unknown.
    pub unknown: Condition,
    /// The outcome that replaces them, with their reasons.
    pub instead: OutcomeId,
    /// Where it comes from.
    pub sources: Vec<SourceId>,
    /// The contact of the service itself.
    pub service: Option<ContactId>,
    /// The areas that have them, and what belongs to each.
    #[serde(default)]
    pub areas: Vec<Area>,
}

/// An area, and what goes with it where a trust serves other areas.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// The option that stands for it.
    pub id: OptionId,
    /// Its own team.
    pub team: Option<ContactId>,
    /// Other contacts that are only for it.
    #[serde(default)]
    pub contacts: Vec<ContactId>,
    /// Lines that speak of it.
    #[serde(default)]
    pub lines: Vec<OutcomeLines>,
}

/// Lines of an outcome, in whichever of its sections they stand.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OutcomeLines {
    /// Of this outcome…
    pub outcome: OutcomeId,
    /// …these lines.
    pub lines: Vec<LineId>,
}

/// A story with the outcomes it must give.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Its name.
    pub id: ScenarioId,
    /// The situation of the person, in a sentence or two.
    pub story: String,
    /// The answers of the person.
    #[serde(deserialize_with = "answers")]
    #[cfg_attr(
        feature = "schema",
        schemars(with = "text::Keyed<QuestionId, super::OneOrMany<OptionId>>")
    )]
    pub answers: serde_json::Value,
    /// The expected outcomes, in order.
    pub outcomes: Vec<OutcomeId>,
}

/// An object that answers no question twice: JSON alone would keep the last answer without an
/// error.
fn answers<'de, D: Deserializer<'de>>(deserializer: D) -> Result<serde_json::Value, D::Error> {
    let once: text::Keyed<String, serde_json::Value> = Deserialize::deserialize(deserializer)?;
    let answers = once.iter();
    Ok(answers
        .map(|(question, answer)| (question.clone(), answer.clone()))
        .collect())
}
