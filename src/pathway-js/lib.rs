//! Compiles pathway files to an edition, and finds the outcomes of answers for other programs. A
//! page loads this module only if it uses its own pathway files.

mod compile;
mod route;

pub use compile::compile;
pub use route::{Router, route};
