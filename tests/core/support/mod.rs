//! Code that the tests of the core share. It holds no test.

pub mod broken_file_cases;
pub mod claims;
pub mod conditions;
pub mod files;
pub mod random_answers;
pub mod small_pathway;
pub mod visitors;
