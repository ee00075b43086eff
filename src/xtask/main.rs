//! Turns one word after `cargo xtask` into one of the project's own commands.

mod bench;
mod browser;
mod dist;
mod growth;
mod lockfile;
mod paths;
mod pathways;
mod program;
mod script;
mod serve;
mod sizes;
mod styles;
mod tally;
mod test;
mod tools;
mod wasm;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::paths::Workspace;

#[derive(Parser)]
#[command(
    name = "cargo xtask",
    about = "Build, see, test and measure the project"
)]
struct Line {
    #[command(subcommand)]
    command: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Leave in dist/ exactly what a trust uploads
    Build,
    /// Build, then show the demo page on this machine
    Serve {
        /// Where on this machine; 0 takes any free port
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Build, lint and run every test
    Test,
    /// Measure the `pathway` tool, a proof, and what a visitor's browser takes
    Bench,
}

fn main() -> ExitCode {
    obey(Line::parse().command).unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}

fn obey(task: Task) -> Result<ExitCode> {
    let workspace = Workspace::find()?;
    match task {
        Task::Build => dist::build(&workspace)?,
        Task::Serve { port } => serve::serve(&workspace, port)?,
        Task::Test => return Ok(test::test(&workspace)),
        Task::Bench => bench::bench(&workspace)?,
    }
    Ok(ExitCode::SUCCESS)
}
