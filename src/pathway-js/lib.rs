//! The files of a pathway → an edition that the widget runs, and answers → outcomes for other
//! programs. A page loads this module only where it names a pathway of its own: the built-in one was
//! read and checked when the page was built.

mod compile;
mod route;

pub use compile::compile;
pub use route::{Router, route};
