//! A compiled pathway holds the parts that routing and screens need, with every id resolved to an
//! index and every condition in one table. It leaves out the parts for authors, clinical leads and
//! the proof: approvers, conflicts, laws and scenarios. The compiler makes one; an edition carries it
//! to a browser.

mod condition;

pub use condition::ConditionIndex;
#[cfg(feature = "authoring")]
pub(crate) use condition::MAX_STEPS;
pub(crate) use condition::{CompiledCondition, ConditionTable};

use crate::model::{
    codec::codec,
    date::Date,
    id::{
        BlockId, ContactId, LimitId, LineId, OptionId, OutcomeId, PathwayId, QuestionId, RuleId,
        SourceId,
    },
    properties::{Effective, Kind, Status, Urgency, Verification},
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
    /// The order of outcomes on a result, by their places.
    pub order: Vec<Conditional<u32>>,
    /// Texts that stand on results by condition.
    pub blocks: Vec<Block>,
    /// People to call.
    pub contacts: Vec<Contact>,
    /// The help that every screen shows.
    pub crisis: Crisis,
    /// Where "Exit this page" leads, unless the host's page says.
    pub exit: Option<String>,
    pub(crate) tests: ConditionTable,
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
    /// The places of the outcomes it gives.
    pub outcomes: Set,
    /// Whether the rule ends the questions. From then on only rules of this kind count.
    pub stop: bool,
    /// The places of the questions whose answers its reason repeats.
    pub because: Set,
    /// Where it comes from.
    pub sources: Vec<SourceId>,
}

/// The outcomes to add when a result has none, or only outcomes of this list.
#[derive(Clone, Debug)]
pub struct LastResort {
    /// Its name among the rules.
    pub id: RuleId,
    /// The places of outcomes that alone are not enough.
    pub beside: Set,
    /// The places of those that are added.
    pub outcomes: Set,
    /// Where it comes from.
    pub sources: Vec<SourceId>,
}

/// Outcomes that only some areas have.
#[derive(Clone, Debug)]
pub struct Local {
    /// Its name among the rules.
    pub id: RuleId,
    /// The places of the local outcomes.
    pub outcomes: Set,
    /// When the person lives outside.
    pub outside: ConditionIndex,
    /// The condition under which the area is unknown.
    pub unknown: ConditionIndex,
    /// The place of what stands before them, and carries their reasons.
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
    /// The heading: the first line that holds.
    pub title: Vec<Conditional<LineId>>,
    /// The first lines of the card: what to do.
    pub first: Vec<Conditional<LineId>>,
    /// Whom to call for it.
    pub call: Vec<Conditional<ContactId>>,
    /// Who it is for.
    pub who: Vec<Conditional<LineId>>,
    /// The lines to say on the phone.
    pub say: Vec<Conditional<LineId>>,
    /// The lines about the next steps.
    pub next: Vec<Conditional<LineId>>,
    /// The lines for a person who is turned away or gets worse.
    pub turned_away: Vec<Conditional<LineId>>,
    /// Helplines, under their own heading.
    pub helplines: Vec<Conditional<ContactId>>,
}

impl Outcome {
    /// Its sections of text by name, in the order they are read.
    pub fn sections(&self) -> impl Iterator<Item = (&'static str, &[Conditional<LineId>])> {
        [
            ("title", self.title.as_slice()),
            ("first", &self.first),
            ("who", &self.who),
            ("say", &self.say),
            ("next", &self.next),
            ("turned_away", &self.turned_away),
        ]
        .into_iter()
    }
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
        tests, id, version, status, effective, sources, limits, wordings, questions, notes, rules,
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
    struct Outcome {
        id, urgency, private, title, first, call, who, say, next, turned_away, helplines,
    }
    struct Block { id, when, outcomes, lines, folded }
    struct Contact { id, status, phone, text, web, verified_on, review_by }
    struct Crisis { contacts, more, open_when }
}

impl CompiledPathway {
    /// Whether every index points to an entry, and no condition takes too long to evaluate. The
    /// compiler makes only valid ones.
    pub(crate) fn is_valid(&self) -> bool {
        self.tests.are_whole(self.questions.len())
            && self.order.iter().all(|place| self.has_outcome(place.id))
            && self.has_outcome(self.local.instead)
            && self.questions.len() <= MAX
            && self.outcomes.len() <= MAX
    }

    fn has_outcome(&self, place: u32) -> bool {
        (place as usize) < self.outcomes.len()
    }
}
