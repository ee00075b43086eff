//! What those who sign a pathway are shown, from outside: answers and pathways in, parts of a page out.
#![expect(
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it must be"
)]

mod files;
mod walk;
