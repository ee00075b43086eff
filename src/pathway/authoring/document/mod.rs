//! The structure of `pathway.json`, as an author writes it. The module `check` finds ids that do
//! not exist.

mod condition;
pub mod law;
mod local;
mod pathway_file;
mod question;
mod result;
mod walk;

pub use walk::NamedQuestions;

#[cfg(feature = "schema")]
pub(crate) use condition::OneOrMany;
pub use {
    condition::{Condition, Conditional},
    local::{Area, LimitLines, Local, OutcomeLines, Slot, SlotOutcome},
    pathway_file::{
        Approver, Conflict, Document, LastResort, Limit, NamedCondition, ReaderConditions, Rule,
        Scenario, Source,
    },
    question::{Band, Question, QuestionOption},
    result::{Block, Contact, Crisis, Outcome},
};
