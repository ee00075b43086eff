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

/// A whole pathway. The texts are in the words files.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The address of the JSON Schema, for editors.
    #[serde(default, rename = "$schema")]
    pub schema: Option<String>,
    /// The id of the pathway, as used in addresses.
    pub id: PathwayId,
    /// The semantic version. A change of any outcome needs a new major version.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^\d+\.\d+\.\d+$")))]
    pub version: String,
    /// The progress of the pathway's review.
    pub status: Status,
    /// The days on which the pathway may be used.
    #[serde(default)]
    pub effective: Effective,
    /// The people who must sign, and their signatures.
    pub approvers: Vec<Approver>,
    /// The sources of the rules.
    pub sources: Vec<Source>,
    /// The contradictions between sources, each with its decision.
    pub conflicts: Vec<Conflict>,
    /// The ages in months at which a rule or a text changes.
    pub limits: Vec<Limit>,
    /// The conditions that select one of the three wordings.
    pub wordings: Wordings,
    /// The questions, in order.
    pub questions: Vec<Question>,
    /// The notes that a visitor may add after the result. No rule depends on them.
    pub notes: Vec<Question>,
    /// The named conditions. Each may use only earlier conditions in this list.
    pub conditions: Vec<NamedCondition>,
    /// The rules, in order.
    pub rules: Vec<Rule>,
    /// The outcomes for a visitor who gets no ordinary help from the rules.
    pub last_resort: LastResort,
    /// The outcomes that only some areas have.
    pub local: Local,
    /// The services and steps that a result can show.
    pub outcomes: Vec<Outcome>,
    /// The order of outcomes on a result. An outcome takes the first position whose condition
    /// holds.
    pub order: Vec<Conditional<OutcomeId>>,
    /// The texts that a result shows if their conditions hold.
    pub blocks: Vec<Block>,
    /// The services to contact.
    pub contacts: Vec<Contact>,
    /// The help that every screen shows.
    pub crisis: Crisis,
    /// The laws: statements that must hold for every possible journey.
    pub laws: Vec<law::Law>,
    /// The scenarios: answers, and the outcomes that they must give.
    pub scenarios: Vec<Scenario>,
    /// The address that "Exit this page" opens if the host page names none. It starts with
    /// `https://`.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^https://\S+$")))]
    pub exit: Option<String>,
}

macro_rules! lookups {
    ($($one:ident in $list:ident: $id:ident -> $entry:ident;)*) => {
        impl Document {
            $(
                /// Returns the entry with this id.
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
    /// The role of the person, such as clinical safety officer.
    pub role: String,
    /// The name of the person, after they have signed.
    pub name: Option<String>,
    /// The day of the signature.
    pub on: Option<Date>,
}

/// A statement that supports rules.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The id of the source, such as `S24`.
    pub id: SourceId,
    /// The statement of the source, in our words.
    pub statement: String,
    /// The document and the section that contain the statement.
    pub found_in: String,
}

/// A contradiction between sources, with its decision.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    /// The id of the conflict, such as `C5`.
    pub id: ConflictId,
    /// The statements that contradict each other.
    pub statement: String,
    /// The sources that disagree.
    pub sources: Vec<SourceId>,
    /// The decision, which says how the pathway resolves the conflict.
    pub resolution: String,
    /// The person who decided.
    pub decided_by: String,
    /// The rules that implement the decision.
    #[serde(default)]
    pub rules: Vec<RuleId>,
}

/// An age at which a rule or a text changes. An age band is within the limit if it ends at or
/// before the limit.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// The id of the limit. In texts, the placeholder `{id}` becomes the months.
    pub id: LimitId,
    /// The limit in whole months.
    pub months: u16,
    /// The question whose options are age bands.
    pub question: QuestionId,
    /// The age bands within the limit.
    pub within: Vec<OptionId>,
    /// The sources of the limit.
    pub sources: Vec<SourceId>,
}

/// The conditions under which a visitor reads the wording for a professional, or the wording about
/// someone they know. If neither condition is true, the visitor reads the wording for the person.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Wordings {
    /// The condition for the wording about someone whom the visitor knows.
    pub someone: Condition,
    /// The condition for the wording about a family that the visitor works with.
    pub professional: Condition,
}

/// A condition with a name.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NamedCondition {
    /// The name of the condition.
    pub id: ConditionId,
    /// The condition itself.
    pub when: Condition,
}

/// A rule: a condition and the outcomes that it gives.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The id of the rule.
    pub id: RuleId,
    /// The condition of the rule.
    pub when: Condition,
    /// The outcomes that the rule gives.
    pub outcomes: Vec<OutcomeId>,
    /// True if the rule ends the questions. After it, only rules with this flag count.
    #[serde(default)]
    pub stop: bool,
    /// The questions whose answers the reason repeats, as in "because you said…".
    #[serde(default)]
    pub because: Vec<QuestionId>,
    /// True if other rules give all outcomes of this rule, so that it only adds a reason.
    #[serde(default)]
    pub idle: bool,
    /// The sources of the rule.
    pub sources: Vec<SourceId>,
    /// The hazards that the rule prevents.
    #[serde(default)]
    pub hazards: Vec<HazardId>,
}

/// The outcomes to add if a result has no outcomes, or only outcomes of the list `beside`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LastResort {
    /// The id of the last resort in the list of rules.
    pub id: RuleId,
    /// The outcomes that are not enough by themselves.
    pub beside: Vec<OutcomeId>,
    /// The outcomes to add.
    pub outcomes: Vec<OutcomeId>,
    /// The sources of the last resort.
    pub sources: Vec<SourceId>,
}

/// The outcomes that only some areas have. If the area is outside or unknown, the outcome `instead`
/// is added before the first local outcome. If the area is outside, the local outcomes are removed.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Local {
    /// The id of the local rule in the list of rules.
    pub id: RuleId,
    /// The local outcomes.
    pub outcomes: Vec<OutcomeId>,
    /// The condition that the person lives outside the areas.
    pub outside: Condition,
    /// The condition under which the area is unknown.
    pub unknown: Condition,
    /// The outcome that is shown before or instead of the local outcomes. It gets their reasons.
    pub instead: OutcomeId,
    /// The sources of the local rule.
    pub sources: Vec<SourceId>,
    /// The contact of the service itself.
    pub service: Option<ContactId>,
    /// The areas of the local outcomes, each with its contacts and lines.
    #[serde(default)]
    pub areas: Vec<Area>,
}

/// An area, and its own contacts and lines. If a trust does not serve the area, its contacts and
/// lines are removed.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// The option that a visitor picks for the area.
    pub id: OptionId,
    /// The contact of the area's own team.
    pub team: Option<ContactId>,
    /// Other contacts that only this area has.
    #[serde(default)]
    pub contacts: Vec<ContactId>,
    /// The lines that are only about this area.
    #[serde(default)]
    pub lines: Vec<OutcomeLines>,
}

/// Some lines of an outcome, in any of its sections.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OutcomeLines {
    /// The outcome that contains the lines.
    pub outcome: OutcomeId,
    /// The ids of the lines.
    pub lines: Vec<LineId>,
}

/// A scenario: answers, and the outcomes that they must give.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// The id of the scenario.
    pub id: ScenarioId,
    /// The situation of the person, in one or two sentences.
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

/// Reads the answers, and refuses two answers to one question. JSON alone would silently keep only
/// the last answer.
fn answers<'de, D: Deserializer<'de>>(deserializer: D) -> Result<serde_json::Value, D::Error> {
    let once: text::Keyed<String, serde_json::Value> = Deserialize::deserialize(deserializer)?;
    let answers = once.iter();
    Ok(answers
        .map(|(question, answer)| (question.clone(), answer.clone()))
        .collect())
}
