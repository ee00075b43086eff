//! The structure of `pathway.json`, as an author writes it. The module `check` finds ids that do
//! not exist.

mod condition;
pub mod law;
mod pathway_file;
mod question;
mod result;
mod walk;

pub use walk::NamedQuestions;

#[cfg(feature = "schema")]
pub(crate) use condition::OneOrMany;
pub use {
    condition::{Condition, Conditional},
    pathway_file::{
        Approver, Area, Conflict, Document, LastResort, Limit, Local, NamedCondition, OutcomeLines,
        ReaderConditions, Rule, Scenario, Source,
    },
    question::{Band, Question, QuestionOption},
    result::{Block, Contact, Crisis, Outcome},
};
