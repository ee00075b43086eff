//! The parts of the review page: pathways and answers in, HTML out.
#![expect(
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it must be"
)]

mod html;
mod walk;
