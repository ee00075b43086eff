//! Tests the HTML that the review crate creates from pathways and answers.
#![expect(
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it must be"
)]

mod read_html;
mod walk;
