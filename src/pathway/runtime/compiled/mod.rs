//! A compiled pathway contains the parts that routing and screens need. It refers to questions and
//! outcomes by their indexes, and it has every condition in one table. It leaves out the parts that
//! only authors, clinical leads and the proof need: approvers, conflicts, laws and scenarios. The
//! compiler makes a compiled pathway, and an edition brings it to a browser.

mod condition;

pub(crate) use condition::CompiledCondition;
pub use condition::ConditionIndex;
#[cfg(feature = "authoring")]
pub(crate) use condition::MAX_STEPS;

use crate::model::{
    codec::{Codec, Decoder, Encoder, codec},
    date::Date,
    id::{
        BlockId, ContactId, LimitId, LineId, OptionId, OutcomeId, PathwayId, QuestionId, RuleId,
        SourceId,
    },
    outcome_sections::Sections,
    properties::{Effective, Kind, Status, Urgency, Verification},
    set::{MAX, Set},
};
use alloc::{string::String, vec::Vec};

/// A text or a contact that is shown always, or only if a condition holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conditional<I> {
    /// The id of the text or of the contact.
    pub id: I,
    /// The condition for showing the text or contact. `None` means that it is always shown.
    pub when: Option<ConditionIndex>,
}

/// The parts of a pathway that routing and screens need.
#[derive(Clone, Debug)]
pub struct CompiledPathway {
    /// The id of the pathway. Web addresses contain it.
    pub id: PathwayId,
    /// The version of the pathway.
    pub version: String,
    /// Whether the pathway is a draft, in use or retired.
    pub status: Status,
    /// The days on which the pathway may be used.
    pub effective: Effective,
    /// The statements that support the rules.
    pub sources: Vec<Source>,
    /// The age limits that texts mention, in months.
    pub limits: Vec<Limit>,
    /// The conditions that decide which of the three wordings a visitor reads.
    pub wordings: ReaderConditions,
    /// The questions, in the order in which they are asked.
    pub questions: Vec<Question>,
    /// The optional questions of the summary page. A visitor can answer them after the result.
    pub notes: Vec<Question>,
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
    pub order: Vec<Conditional<u32>>,
    /// The texts that a result shows if their conditions hold.
    pub blocks: Vec<Block>,
    /// The services to contact.
    pub contacts: Vec<Contact>,
    /// The help that every screen shows.
    pub crisis: Crisis,
    /// The address that the button "Exit this page" opens if the host page names none.
    pub exit: Option<String>,
    pub(crate) conditions: Vec<CompiledCondition>,
}

/// A source: a statement that supports rules of the pathway.
#[derive(Clone, Debug)]
pub struct Source {
    /// The id of the source, such as `S24`.
    pub id: SourceId,
    /// The statement of the source, in our words.
    pub statement: String,
}

/// An age at which a rule or a text changes.
#[derive(Clone, Debug)]
pub struct Limit {
    /// The id of the limit. If a text contains this id in braces, the number of months replaces it.
    pub id: LimitId,
    /// The age in whole months.
    pub months: u16,
}

/// The conditions that decide which wording a visitor reads. If neither condition holds, the
/// visitor reads the wording for the person who needs help.
#[derive(Clone, Debug)]
pub struct ReaderConditions {
    /// The condition under which the visitor reads the wording about someone they know.
    pub someone: ConditionIndex,
    /// The condition under which the visitor reads the wording for a professional.
    pub professional: ConditionIndex,
}

/// A question of the pathway, or an optional question of the summary page.
#[derive(Clone, Debug)]
pub struct Question {
    /// The id of the question.
    pub id: QuestionId,
    /// The number of options that the visitor may pick in this question.
    pub kind: Kind,
    /// The condition for asking the question. `None` means that it is always asked.
    pub ask_when: Option<ConditionIndex>,
    /// True if the answers to the question are private: the summary leaves them out, unless the
    /// visitor adds them.
    pub private: bool,
    /// The lines under the heading of the question.
    pub hints: Vec<Conditional<LineId>>,
    /// The lines that explain why the question is asked.
    pub why: Vec<Conditional<LineId>>,
    /// The options of the question, in order.
    pub options: Vec<QuestionOption>,
}

/// An option of a question.
#[derive(Clone, Debug)]
pub struct QuestionOption {
    /// The id of the option, unique within its question.
    pub id: OptionId,
    /// The condition for showing the option. `None` means that it is always shown.
    pub show_when: Option<ConditionIndex>,
    /// True if the option excludes every other option of the question.
    pub exclusive: bool,
    /// True if the option is private: the summary leaves it out, unless the visitor adds it.
    pub private: bool,
    /// Other labels of the option. The first one whose condition holds replaces the usual label.
    pub variants: Vec<Conditional<LineId>>,
}

/// A rule: a condition, and the outcomes that it gives.
#[derive(Clone, Debug)]
pub struct Rule {
    /// The id of the rule.
    pub id: RuleId,
    /// The condition under which the rule gives its outcomes.
    pub when: ConditionIndex,
    /// The indexes of the outcomes that the rule gives.
    pub outcomes: Set,
    /// True if the rule ends the questions when its condition holds. The result then comes only
    /// from rules of this kind.
    pub stop: bool,
    /// The indexes of the questions whose answers the result repeats as the reason, as in "because
    /// you said…".
    pub because: Set,
    /// The ids of the sources that support the rule.
    pub sources: Vec<SourceId>,
}

/// The outcomes to add to a result that has no outcome, or only outcomes of the list `beside`.
#[derive(Clone, Debug)]
pub struct LastResort {
    /// The id of the last resort. It has an id because a reason names it like a rule.
    pub id: RuleId,
    /// The indexes of the outcomes that are not enough as the only ones on a result.
    pub beside: Set,
    /// The indexes of the outcomes that the last resort adds.
    pub outcomes: Set,
    /// The ids of the sources that support the last resort.
    pub sources: Vec<SourceId>,
}

/// The outcomes that only some areas have, with the rule for people who live elsewhere.
#[derive(Clone, Debug)]
pub struct Local {
    /// The id of this rule for people who live elsewhere.
    pub id: RuleId,
    /// The indexes of the outcomes that only some areas have.
    pub outcomes: Set,
    /// The condition that is true if the person lives outside these areas.
    pub outside: ConditionIndex,
    /// The condition that is true if it is unknown where the person lives.
    pub unknown: ConditionIndex,
    /// The index of the outcome that a result shows instead of the local outcomes, or before them
    /// if the area is unknown. It has the same reasons as the local outcomes.
    pub instead: u32,
    /// The ids of the sources that support this rule.
    pub sources: Vec<SourceId>,
}

/// A service or a step that a result can show.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The id of the outcome.
    pub id: OutcomeId,
    /// How soon the outcome must be followed.
    pub urgency: Urgency,
    /// True if the outcome is private: the summary leaves it out, unless the visitor adds it.
    pub private: bool,
    /// The lines of the outcome, in their sections.
    pub sections: Sections<Vec<Conditional<LineId>>>,
    /// The contacts that the outcome tells the person to call.
    pub call: Vec<Conditional<ContactId>>,
    /// The helplines of the outcome. They are on its card under a heading of their own.
    pub helplines: Vec<Conditional<ContactId>>,
}

/// A text that a result shows if its condition holds.
#[derive(Clone, Debug)]
pub struct Block {
    /// The id of the block.
    pub id: BlockId,
    /// The condition for showing the block. `None` means that it is always shown.
    pub when: Option<ConditionIndex>,
    /// The ids of the outcomes whose cards show the block. If the list is empty, the block is on
    /// the result itself and not on a card.
    pub outcomes: Vec<OutcomeId>,
    /// The lines of the block, each with its condition.
    pub lines: Vec<Conditional<LineId>>,
    /// True if the visitor first sees only the heading of the block, and opens the block to read
    /// it.
    pub folded: bool,
}

/// A service to contact by phone, text message or web page.
#[derive(Clone, Debug)]
pub struct Contact {
    /// The id of the contact.
    pub id: ContactId,
    /// Whether somebody has called the contact and found it correct.
    pub status: Verification,
    /// The phone number, in digits and single spaces.
    pub phone: Option<String>,
    /// The number for text messages, in digits and single spaces.
    pub text: Option<String>,
    /// The web address, which starts with `https://`.
    pub web: Option<String>,
    /// The day on which somebody last checked the contact.
    pub verified_on: Option<Date>,
    /// The day by which the contact must be checked again.
    pub review_by: Option<Date>,
}

/// The help that every screen shows in the same order: 999, the mental health option of 111, and
/// Samaritans.
#[derive(Clone, Debug)]
pub struct Crisis {
    /// The ids of the contacts, in the order on the screen.
    pub contacts: Vec<ContactId>,
    /// The ids of the lines of the crisis help that people see only after they open it.
    pub more: Vec<LineId>,
    /// The condition under which the help is open on a result. On an urgent result the help is
    /// always open.
    pub open_when: ConditionIndex,
}

codec! {
    struct Conditional<I> { id, when }
    struct CompiledPathway {
        conditions, id, version, status, effective, sources, limits, wordings, questions, notes, rules,
        last_resort, local, outcomes, order, blocks, contacts, crisis, exit,
    }
    struct Source { id, statement }
    struct Limit { id, months }
    struct ReaderConditions { someone, professional }
    struct Question { id, kind, ask_when, private, hints, why, options }
    struct QuestionOption { id, show_when, exclusive, private, variants }
    struct Rule { id, when, outcomes, stop, because, sources }
    struct LastResort { id, beside, outcomes, sources }
    struct Local { id, outcomes, outside, unknown, instead, sources }
    struct Block { id, when, outcomes, lines, folded }
    struct Contact { id, status, phone, text, web, verified_on, review_by }
    struct Crisis { contacts, more, open_when }
}

/// An outcome is encoded in the order of its card, so its contacts come between its sections.
impl Codec for Outcome {
    const EMPTY: Self = Self {
        id: Codec::EMPTY,
        urgency: Codec::EMPTY,
        private: false,
        sections: Codec::EMPTY,
        call: Vec::new(),
        helplines: Vec::new(),
    };
    fn encode(&self, encoder: &mut Encoder) {
        self.id.encode(encoder);
        self.urgency.encode(encoder);
        self.private.encode(encoder);
        self.sections.title.encode(encoder);
        self.sections.first.encode(encoder);
        self.call.encode(encoder);
        self.sections.who.encode(encoder);
        self.sections.say.encode(encoder);
        self.sections.next.encode(encoder);
        self.sections.turned_away.encode(encoder);
        self.helplines.encode(encoder);
    }
    fn decode(&mut self, decoder: &mut Decoder<'_>) {
        self.id.decode(decoder);
        self.urgency.decode(decoder);
        self.private.decode(decoder);
        self.sections.title.decode(decoder);
        self.sections.first.decode(decoder);
        self.call.decode(decoder);
        self.sections.who.decode(decoder);
        self.sections.say.decode(decoder);
        self.sections.next.decode(decoder);
        self.sections.turned_away.decode(decoder);
        self.helplines.decode(decoder);
    }
}

impl CompiledPathway {
    /// Returns whether every index refers to an existing entry, and no condition takes too many
    /// steps to evaluate. The compiler makes only valid pathways, but the bytes of an edition can
    /// be invalid.
    pub(crate) fn is_valid(&self) -> bool {
        condition::are_valid(&self.conditions, self.questions.len())
            && self.order.iter().all(|entry| self.has_outcome(entry.id))
            && self.has_outcome(self.local.instead)
            && self.questions.len() <= MAX
            && self.outcomes.len() <= MAX
    }

    fn has_outcome(&self, index: u32) -> bool {
        (index as usize) < self.outcomes.len()
    }
}
