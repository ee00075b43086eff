//! A compiled pathway holds the parts that routing and screens need, with every id resolved to an
//! index and every condition in one table. It leaves out the parts for authors, clinical leads and
//! the proof: approvers, conflicts, laws and scenarios. The compiler makes one; an edition carries it
//! to a browser.

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

/// Something that is shown always, or only when a condition holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conditional<I> {
    /// The id of the text or contact.
    pub id: I,
    /// When; always, if absent.
    pub when: Option<ConditionIndex>,
}

/// A pathway as routing and screens need it.
#[derive(Clone, Debug)]
pub struct CompiledPathway {
    /// The pathway's name in addresses.
    pub id: PathwayId,
    /// Its version.
    pub version: String,
    /// How far its review has come.
    pub status: Status,
    /// The days on which it may be used.
    pub effective: Effective,
    /// Statements that rules rest on.
    pub sources: Vec<Source>,
    /// Ages in months that texts name.
    pub limits: Vec<Limit>,
    /// Which of the three wordings a visitor reads.
    pub wordings: Wordings,
    /// The questions, in order.
    pub questions: Vec<Question>,
    /// The notes that a visitor may add after the result.
    pub notes: Vec<Question>,
    /// The rules, in order.
    pub rules: Vec<Rule>,
    /// The outcomes for a visitor to whom the rules give no ordinary help.
    pub last_resort: LastResort,
    /// The outcomes that only some areas have.
    pub local: Local,
    /// Where people can be sent.
    pub outcomes: Vec<Outcome>,
    /// The order of outcomes on a result, by their indexes.
    pub order: Vec<Conditional<u32>>,
    /// Texts that stand on results by condition.
    pub blocks: Vec<Block>,
    /// People to call.
    pub contacts: Vec<Contact>,
    /// The help that every screen shows.
    pub crisis: Crisis,
    /// Where "Exit this page" leads, unless the host's page says.
    pub exit: Option<String>,
    pub(crate) conditions: Vec<CompiledCondition>,
}

/// A statement that rules rest on.
#[derive(Clone, Debug)]
pub struct Source {
    /// Such as `S24`.
    pub id: SourceId,
    /// The statement of the source, in our words.
    pub statement: String,
}

/// An age at which something changes.
#[derive(Clone, Debug)]
pub struct Limit {
    /// Its name in texts: `{id}` there becomes the months.
    pub id: LimitId,
    /// In whole months.
    pub months: u16,
}

/// When a visitor reads another wording than the person's own.
#[derive(Clone, Debug)]
pub struct Wordings {
    /// For someone the visitor knows.
    pub someone: ConditionIndex,
    /// For a family the visitor works with.
    pub professional: ConditionIndex,
}

/// A question or a note.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its name.
    pub id: QuestionId,
    /// How many options may be picked.
    pub kind: Kind,
    /// Asked only when this holds; always, if absent.
    pub ask_when: Option<ConditionIndex>,
    /// Answers to it stay off paper unless the person adds them.
    pub private: bool,
    /// Lines under the heading.
    pub hints: Vec<Conditional<LineId>>,
    /// Why it is asked.
    pub why: Vec<Conditional<LineId>>,
    /// The options.
    pub options: Vec<QuestionOption>,
}

/// One thing that can be picked.
#[derive(Clone, Debug)]
pub struct QuestionOption {
    /// Its name within the question.
    pub id: OptionId,
    /// Shown only when this holds; always, if absent.
    pub show_when: Option<ConditionIndex>,
    /// Whether the option excludes every other option of the question.
    pub exclusive: bool,
    /// Stays off paper unless the person adds it.
    pub private: bool,
    /// Other labels for it: the first that holds is read instead of the usual one.
    pub variants: Vec<Conditional<LineId>>,
}

/// A rule: a condition and the outcomes that it gives.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Its name.
    pub id: RuleId,
    /// When it holds.
    pub when: ConditionIndex,
    /// The indexes of the outcomes it gives.
    pub outcomes: Set,
    /// Whether the rule ends the questions. From then on only rules of this kind count.
    pub stop: bool,
    /// The indexes of the questions whose answers its reason repeats.
    pub because: Set,
    /// Where it comes from.
    pub sources: Vec<SourceId>,
}

/// The outcomes to add when a result has none, or only outcomes of this list.
#[derive(Clone, Debug)]
pub struct LastResort {
    /// Its name among the rules.
    pub id: RuleId,
    /// The indexes of outcomes that alone are not enough.
    pub beside: Set,
    /// The indexes of those that are added.
    pub outcomes: Set,
    /// Where it comes from.
    pub sources: Vec<SourceId>,
}

/// Outcomes that only some areas have.
#[derive(Clone, Debug)]
pub struct Local {
    /// Its name among the rules.
    pub id: RuleId,
    /// The indexes of the local outcomes.
    pub outcomes: Set,
    /// When the person lives outside.
    pub outside: ConditionIndex,
    /// The condition under which the area is unknown.
    pub unknown: ConditionIndex,
    /// The index of the outcome that stands before them, and carries their reasons.
    pub instead: u32,
    /// Where it comes from.
    pub sources: Vec<SourceId>,
}

/// Where people can be sent.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// Its name.
    pub id: OutcomeId,
    /// How soon.
    pub urgency: Urgency,
    /// Stays off paper unless the person adds it.
    pub private: bool,
    /// The lines of each section.
    pub sections: Sections<Vec<Conditional<LineId>>>,
    /// Whom to call for it.
    pub call: Vec<Conditional<ContactId>>,
    /// Helplines, under their own heading.
    pub helplines: Vec<Conditional<ContactId>>,
}

/// A text that stands on results by condition.
#[derive(Clone, Debug)]
pub struct Block {
    /// Its name.
    pub id: BlockId,
    /// Shown only when this holds; always, if absent.
    pub when: Option<ConditionIndex>,
    /// On the cards of these outcomes; on the result itself, if empty.
    pub outcomes: Vec<OutcomeId>,
    /// Its lines.
    pub lines: Vec<Conditional<LineId>>,
    /// Whether it stands open or behind its heading.
    pub folded: bool,
}

/// Someone to call.
#[derive(Clone, Debug)]
pub struct Contact {
    /// Its name.
    pub id: ContactId,
    /// Whether the contact was verified.
    pub status: Verification,
    /// Digits and single spaces.
    pub phone: Option<String>,
    /// The number to text, digits and single spaces.
    pub text: Option<String>,
    /// A web address, `https://…`.
    pub web: Option<String>,
    /// When somebody last checked it.
    pub verified_on: Option<Date>,
    /// When it must be checked again.
    pub review_by: Option<Date>,
}

/// The help that every screen shows, in the same order.
#[derive(Clone, Debug)]
pub struct Crisis {
    /// Always shown.
    pub contacts: Vec<ContactId>,
    /// Shown when it stands open.
    pub more: Vec<LineId>,
    /// Stands open on a result when this holds, and on every urgent result.
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

/// The contacts to call stand between the first sections, as on a card.
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
    /// Whether every index points to an entry, and no condition takes too long to evaluate. The
    /// compiler makes only valid ones.
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
