//! Tests the `pathway` command from outside: its arguments, input, output, messages and exit codes.
//! The tests run the command on the built-in pathway, or on a changed copy of it.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing that is not as it must be"
)]

mod check;
mod contacts;
mod crisis;
mod diff;
mod edition;
mod explain;
mod frame;
mod graph;
mod guide;
mod init;
mod inputs;
mod other_service;
mod prove;
mod reading_age;
mod route;
mod run;
mod schema;
mod sign_off;
mod table;
mod terminal_escapes;
mod trust;
mod trust_file_paths;
mod work_limits;
