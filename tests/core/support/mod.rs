//! Code that the tests of the core share. It holds no test.

pub mod claim_holds;
pub mod evaluate_conditions;
pub mod files;
pub mod finding_cases;
pub mod random_answers;
pub mod small_pathway;
pub mod visitors;
