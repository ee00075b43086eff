//! Compiles pathway files to an edition, writes their plain guide, and finds the outcomes of answers
//! for other programs. A page loads this module only if it uses its own pathway files.

mod compile;
mod guide;
mod route;

pub use compile::compile;
pub use guide::guide;
pub use route::{Router, route};
