//! The structure of `pathway.json`: questions, rules, outcomes and the other entries, with their
//! ids.

use super::{Block, Condition, Conditional, Contact, Crisis, Local, Outcome, Question, law};
use crate::model::{
    date::Date,
    id::{
        BlockId, ConditionId, ConflictId, ContactId, HazardId, LimitId, OptionId, OutcomeId,
        PathwayId, QuestionId, RuleId, ScenarioId, SourceId,
    },
};
use crate::model::{
    properties::{Effective, Status},
    wording,
};
use alloc::{string::String, vec::Vec};
use serde::{Deserialize, Deserializer};

/// A whole pathway without its texts, which are in the words files.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The address of the JSON Schema of this file. An editor uses the schema to find errors.
    #[serde(default, rename = "$schema")]
    pub schema: Option<String>,
    /// The id of the pathway. Web addresses contain it.
    pub id: PathwayId,
    /// The version of the pathway, such as `2.0.1`. A change of any outcome needs a new first
    /// number.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^\d+\.\d+\.\d+$")))]
    pub version: String,
    /// Whether the pathway is a draft, in use or retired.
    pub status: Status,
    /// The days on which the pathway may be used.
    #[serde(default)]
    pub effective: Effective,
    /// The people who must sign, and their signatures.
    pub approvers: Vec<Approver>,
    /// The statements that support the rules, outcomes and texts.
    pub sources: Vec<Source>,
    /// The contradictions between sources, each with the decision that resolves it.
    #[serde(default)]
    pub conflicts: Vec<Conflict>,
    /// The age limits, in months. A rule or a text changes at each of them.
    #[serde(default)]
    pub limits: Vec<Limit>,
    /// The conditions that decide which of the three wordings a visitor reads.
    #[serde(default)]
    pub wordings: ReaderConditions,
    /// The questions, in the order in which they are asked.
    pub questions: Vec<Question>,
    /// The optional questions of the summary page. A visitor can answer them after the result. No
    /// rule depends on their answers.
    #[serde(default)]
    pub notes: Vec<Question>,
    /// The conditions that other conditions use by name. Each may use only earlier conditions of
    /// this list.
    #[serde(default)]
    pub conditions: Vec<NamedCondition>,
    /// The rules of the pathway, in order.
    pub rules: Vec<Rule>,
    /// The outcomes that are added if the rules give a visitor no outcome, or none that is enough
    /// help by itself.
    pub last_resort: LastResort,
    /// The outcomes that only some areas have.
    pub local: Local,
    /// The services and steps that a result can show.
    pub outcomes: Vec<Outcome>,
    /// The order of the outcomes on a result. An outcome can be in the list several times. It takes
    /// its first position whose condition holds.
    pub order: Vec<Conditional<OutcomeId>>,
    /// The texts that a result shows if their conditions hold.
    #[serde(default)]
    pub blocks: Vec<Block>,
    /// The services to contact.
    pub contacts: Vec<Contact>,
    /// The help that every screen shows.
    pub crisis: Crisis,
    /// The laws: statements that must be true for every journey.
    #[serde(default)]
    pub laws: Vec<law::Law>,
    /// The scenarios: examples of answers, with the outcomes that they must give.
    pub scenarios: Vec<Scenario>,
    /// The address that the button "Exit this page" opens if the host page names none. It starts
    /// with `https://`.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^https://\S+$")))]
    pub exit: Option<String>,
}

macro_rules! lookups {
    ($($one:ident in $list:ident: $id:ident -> $entry:ident;)*) => {
        impl Document {
            $(
                /// Returns the entry with this id. Returns `None` if no entry has this id.
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

/// A person who must sign the pathway before it may be used.
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

/// A source: a statement that supports rules, outcomes or texts of the pathway.
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

/// A contradiction between sources, with the decision that resolves it.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    /// The id of the conflict, such as `C5`.
    pub id: ConflictId,
    /// What the sources say against each other.
    pub statement: String,
    /// The ids of the sources that contradict each other.
    pub sources: Vec<SourceId>,
    /// The decision: how the pathway resolves the contradiction.
    pub resolution: String,
    /// The person who made the decision.
    pub decided_by: String,
    /// The ids of the rules that follow the decision.
    #[serde(default)]
    pub rules: Vec<RuleId>,
}

/// An age at which a rule or a text changes. An age band is within the limit if it ends at or
/// before this age.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// The id of the limit. If a text contains this id in braces, the number of months replaces it.
    pub id: LimitId,
    /// The age in whole months.
    pub months: u16,
    /// The question about the age. Its options are age bands.
    pub question: QuestionId,
    /// The age bands that are within the limit.
    pub within: Vec<OptionId>,
    /// The ids of the sources that support the limit.
    pub sources: Vec<SourceId>,
}

/// The conditions that decide which wording a visitor reads. If neither condition holds, the
/// visitor reads the wording for the person who needs help. An absent condition never holds.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename = "Wordings")
)]
#[serde(deny_unknown_fields)]
pub struct ReaderConditions {
    /// The condition under which the visitor reads the wording about someone they know.
    pub someone: Option<Condition>,
    /// The condition under which the visitor reads the wording for a professional.
    pub professional: Option<Condition>,
}

/// A condition with a name, which other conditions can use.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NamedCondition {
    /// The name of the condition.
    pub id: ConditionId,
    /// The condition that the name stands for.
    pub when: Condition,
}

/// A rule: a condition and the outcomes that it gives.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The id of the rule.
    pub id: RuleId,
    /// The condition under which the rule gives its outcomes.
    pub when: Condition,
    /// The outcomes that the rule gives.
    pub outcomes: Vec<OutcomeId>,
    /// True if the rule ends the questions when its condition holds. The result then comes only
    /// from rules of this kind.
    #[serde(default)]
    pub stop: bool,
    /// The questions whose answers the result repeats as the reason, as in "because you said…".
    #[serde(default)]
    pub because: Vec<QuestionId>,
    /// True if other rules already give all outcomes of this rule. The rule then only adds a
    /// reason.
    #[serde(default)]
    pub idle: bool,
    /// The ids of the sources that support the rule.
    pub sources: Vec<SourceId>,
    /// The hazards that the rule prevents.
    #[serde(default)]
    pub hazards: Vec<HazardId>,
}

/// The outcomes to add to a result that has no outcome, or only outcomes of the list `beside`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LastResort {
    /// The id of the last resort. It has an id because a reason names it like a rule.
    pub id: RuleId,
    /// The outcomes that are not enough as the only ones on a result.
    #[serde(default)]
    pub beside: Vec<OutcomeId>,
    /// The outcomes that the last resort adds.
    pub outcomes: Vec<OutcomeId>,
    /// The ids of the sources that support the last resort.
    pub sources: Vec<SourceId>,
}

/// A scenario: answers, with the outcomes that they must give.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// The id of the scenario.
    pub id: ScenarioId,
    /// The situation of the person, in one or two sentences.
    pub story: String,
    /// The answers of the person. The key is the id of a question, and the value is an option or a
    /// list of options.
    #[serde(deserialize_with = "answers")]
    #[cfg_attr(
        feature = "schema",
        schemars(with = "wording::Keyed<QuestionId, super::OneOrMany<OptionId>>")
    )]
    pub answers: serde_json::Value,
    /// The outcomes that the result must show, in order.
    pub outcomes: Vec<OutcomeId>,
}

/// Reads the answers of a scenario, and refuses a second answer to the same question. Plain JSON
/// parsing would silently use the last of two answers.
fn answers<'de, D: Deserializer<'de>>(deserializer: D) -> Result<serde_json::Value, D::Error> {
    let once: wording::Keyed<String, serde_json::Value> = Deserialize::deserialize(deserializer)?;
    let answers = once.iter();
    Ok(answers
        .map(|(question, answer)| (question.clone(), answer.clone()))
        .collect())
}
