//! A compiled pathway contains the parts that routing and screens need. Every id is an index, and
//! every condition is in one table. It does not contain the parts for authors, clinical leads and
//! the proof: approvers, conflicts, laws and scenarios. The compiler makes a compiled pathway, and
//! an edition transports it to a browser.

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
    properties::{Effective, Kind, Status, Urgency, Verification},
    sections::Sections,
    set::{MAX, Set},
};
use alloc::{string::String, vec::Vec};

/// An entry that is shown always, or only if a condition holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conditional<I> {
    /// The id of the text or contact.
    pub id: I,
    /// The condition for showing the entry. `None` means always.
    pub when: Option<ConditionIndex>,
}

/// The parts of a pathway that routing and screens need.
#[derive(Clone, Debug)]
pub struct CompiledPathway {
    /// The id of the pathway, as used in addresses.
    pub id: PathwayId,
    /// The version of the pathway.
    pub version: String,
    /// The progress of the pathway's review.
    pub status: Status,
    /// The days on which the pathway may be used.
    pub effective: Effective,
    /// The sources of the rules.
    pub sources: Vec<Source>,
    /// The ages in months that texts mention.
    pub limits: Vec<Limit>,
    /// The conditions that select one of the three wordings.
    pub wordings: Wordings,
    /// The questions, in order.
    pub questions: Vec<Question>,
    /// The notes that a visitor may add after the result.
    pub notes: Vec<Question>,
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
    pub order: Vec<Conditional<u32>>,
    /// The texts that a result shows if their conditions hold.
    pub blocks: Vec<Block>,
    /// The services to contact.
    pub contacts: Vec<Contact>,
    /// The help that every screen shows.
    pub crisis: Crisis,
    /// The address that "Exit this page" opens if the host page names none.
    pub exit: Option<String>,
    pub(crate) conditions: Vec<CompiledCondition>,
}

/// A statement that supports rules.
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
    /// The id of the limit. In texts, the placeholder `{id}` becomes the months.
    pub id: LimitId,
    /// The limit in whole months.
    pub months: u16,
}

/// The conditions under which a visitor does not read the wording for the person.
#[derive(Clone, Debug)]
pub struct Wordings {
    /// The condition for the wording about someone whom the visitor knows.
    pub someone: ConditionIndex,
    /// The condition for the wording about a family that the visitor works with.
    pub professional: ConditionIndex,
}

/// A question or a note.
#[derive(Clone, Debug)]
pub struct Question {
    /// The id of the question.
    pub id: QuestionId,
    /// The number of options that the visitor may pick.
    pub kind: Kind,
    /// The condition for asking the question. `None` means always.
    pub ask_when: Option<ConditionIndex>,
    /// True if the summary leaves out the answers to the question, unless the visitor adds them.
    pub private: bool,
    /// The lines under the heading.
    pub hints: Vec<Conditional<LineId>>,
    /// The explanation why the question is asked.
    pub why: Vec<Conditional<LineId>>,
    /// The options.
    pub options: Vec<QuestionOption>,
}

/// An option of a question.
#[derive(Clone, Debug)]
pub struct QuestionOption {
    /// The id of the option, unique within its question.
    pub id: OptionId,
    /// The condition for showing the option. `None` means always.
    pub show_when: Option<ConditionIndex>,
    /// True if the option excludes every other option of the question.
    pub exclusive: bool,
    /// True if the summary leaves out the option, unless the visitor adds it.
    pub private: bool,
    /// Other labels of the option. The first one whose condition holds replaces the usual label.
    pub variants: Vec<Conditional<LineId>>,
}

/// A rule: a condition, and the outcomes that it gives.
#[derive(Clone, Debug)]
pub struct Rule {
    /// The id of the rule.
    pub id: RuleId,
    /// The condition of the rule.
    pub when: ConditionIndex,
    /// The indexes of the outcomes that the rule gives.
    pub outcomes: Set,
    /// True if the rule ends the questions. After it, only rules with this flag count.
    pub stop: bool,
    /// The indexes of the questions whose answers the reason repeats.
    pub because: Set,
    /// The sources of the rule.
    pub sources: Vec<SourceId>,
}

/// The outcomes to add if a result has no outcomes, or only outcomes of the list `beside`.
#[derive(Clone, Debug)]
pub struct LastResort {
    /// The id of the last resort in the list of rules.
    pub id: RuleId,
    /// The indexes of outcomes that are not enough by themselves.
    pub beside: Set,
    /// The indexes of the outcomes to add.
    pub outcomes: Set,
    /// The sources of the last resort.
    pub sources: Vec<SourceId>,
}

/// Outcomes that only some areas have.
#[derive(Clone, Debug)]
pub struct Local {
    /// The id of the local rule in the list of rules.
    pub id: RuleId,
    /// The indexes of the local outcomes.
    pub outcomes: Set,
    /// The condition that the person lives outside the areas.
    pub outside: ConditionIndex,
    /// The condition under which the area is unknown.
    pub unknown: ConditionIndex,
    /// The index of the outcome that is shown before or instead of the local outcomes. It gets
    /// their reasons.
    pub instead: u32,
    /// The sources of the local rule.
    pub sources: Vec<SourceId>,
}

/// A service or a step that a result can show.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The id of the outcome.
    pub id: OutcomeId,
    /// The urgency of the outcome.
    pub urgency: Urgency,
    /// True if the summary leaves out the outcome, unless the visitor adds it.
    pub private: bool,
    /// The lines of each section.
    pub sections: Sections<Vec<Conditional<LineId>>>,
    /// The contacts to call for the outcome.
    pub call: Vec<Conditional<ContactId>>,
    /// The helplines, which have their own heading.
    pub helplines: Vec<Conditional<ContactId>>,
}

/// A text that a result shows if its condition holds.
#[derive(Clone, Debug)]
pub struct Block {
    /// The id of the block.
    pub id: BlockId,
    /// The condition for showing the block. `None` means always.
    pub when: Option<ConditionIndex>,
    /// The outcomes whose cards show the block. If the list is empty, the result itself shows it.
    pub outcomes: Vec<OutcomeId>,
    /// The lines of the block.
    pub lines: Vec<Conditional<LineId>>,
    /// True if the block is closed, so that the visitor first sees only its heading.
    pub folded: bool,
}

/// A service to contact.
#[derive(Clone, Debug)]
pub struct Contact {
    /// The id of the contact.
    pub id: ContactId,
    /// The verification status of the contact.
    pub status: Verification,
    /// The number to call, in digits and single spaces.
    pub phone: Option<String>,
    /// The number for text messages, in digits and single spaces.
    pub text: Option<String>,
    /// The web address, which starts with `https://`.
    pub web: Option<String>,
    /// The day of the last check.
    pub verified_on: Option<Date>,
    /// The day by which the contact must be checked again.
    pub review_by: Option<Date>,
}

/// The help that every screen shows, in the same order.
#[derive(Clone, Debug)]
pub struct Crisis {
    /// The contacts that every screen shows.
    pub contacts: Vec<ContactId>,
    /// The lines that only an open block shows.
    pub more: Vec<LineId>,
    /// The condition for an open block on a result. On an urgent result the block is always open.
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
    struct Wordings { someone, professional }
    struct Question { id, kind, ask_when, private, hints, why, options }
    struct QuestionOption { id, show_when, exclusive, private, variants }
    struct Rule { id, when, outcomes, stop, because, sources }
    struct LastResort { id, beside, outcomes, sources }
    struct Local { id, outcomes, outside, unknown, instead, sources }
    struct Block { id, when, outcomes, lines, folded }
    struct Contact { id, status, phone, text, web, verified_on, review_by }
    struct Crisis { contacts, more, open_when }
}

/// The contacts to call come between the first sections, as on a card.
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
    /// Returns whether every index belongs to an entry, and no condition takes too many steps. The
    /// compiler makes only valid pathways.
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
