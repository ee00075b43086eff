//! The project's own commands: one word after `cargo xtask`.

mod build_date;
mod compress;
mod content_hash;
mod development;
mod dist;
mod fuzz;
mod install;
mod paths;
mod pathways;
mod program;
mod programs;
mod reproduce;
mod script;
mod serve;
mod size_budget;
mod styles;
mod test;
mod twin;
mod wasm;
mod wasm_pack;

use std::path::PathBuf;
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
    Build {
        /// A trust's own file to lay over the built-in pathway
        #[arg(long, value_name = "FILE")]
        trust: Option<PathBuf>,
    },
    /// Show the demo page on this machine, and rebuild and reload it after each change
    Serve {
        /// A trust's own file to lay over the built-in pathway
        #[arg(long, value_name = "FILE")]
        trust: Option<PathBuf>,
        /// Where on this machine; 0 takes any free port
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Serve exactly what `build` makes
        #[arg(long)]
        release: bool,
    },
    /// Build, lint, and run the native tests and those in Chromium
    Test {
        /// Also Firefox, WebKit, fuzzing, reproducible builds, servers and instruction counts
        #[arg(long)]
        all: bool,
        /// With --all: every test in every engine, not just those that may differ there
        #[arg(long, requires = "all")]
        all_engines: bool,
    },
    /// Feed strange input to the core, and keep what breaks it
    Fuzz {
        /// Which target; each in turn, if absent
        target: Option<String>,
        /// A file that broke it once: run this alone
        input: Option<PathBuf>,
        /// How long for each target
        #[arg(long, default_value_t = 60)]
        seconds: u64,
    },
    /// Make the modules of dist/ once more, in another folder, and compare them byte for byte
    Reproduce,
    /// Say what takes the room in a module, crate by crate and item by item
    Size {
        /// Which module
        #[arg(default_value = "ppimhs_finder")]
        module: String,
    },
    /// Build, and show every kind of screen at three widths on one sheet
    Screens,
    /// Measure what travels, what a visitor waits for, and what the core and a proof cost, beside peers
    Bench {
        /// How often each page is opened on each profile
        #[arg(long, default_value_t = 9)]
        rounds: usize,
        /// Measure dist/ as it lies there
        #[arg(long)]
        built: bool,
    },
    /// Count the instructions of the core's steps, and hold them to what was accepted
    Counts {
        /// Write the new counts beside the old ones
        #[arg(long)]
        accept: bool,
    },
    /// Put dist/ behind nginx and Apache on this machine, each on its recipe, and hold them to it
    Recipes,
    /// Put dist/ behind nginx on this machine, and ask for it as fast as it answers
    Load,
    /// Change the code in one small way after the other, and see whether the tests notice
    Mutants {
        /// Only these files; all that route, check and prove, if there are none
        files: Vec<PathBuf>,
    },
}

fn main() -> ExitCode {
    run(Line::parse().command).unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}

fn run(task: Task) -> Result<ExitCode> {
    let workspace = Workspace::find()?;
    match task {
        Task::Build { trust } => dist::build(&workspace, trust.as_deref())?,
        Task::Serve {
            trust,
            port,
            release,
        } => serve::serve(&workspace, trust.as_deref(), port, release)?,
        Task::Test { all, all_engines } => {
            let others = match (all, all_engines) {
                (false, _) => None,
                (true, false) => Some(test::COVERING),
                (true, true) => Some(test::ALL),
            };
            return test::test(&workspace, others);
        }
        Task::Fuzz {
            target,
            input,
            seconds,
        } => fuzz::fuzz(&workspace, target.as_deref(), input.as_deref(), seconds)?,
        Task::Reproduce => reproduce::reproduce(&workspace)?,
        Task::Size { module } => programs::size(&workspace, &module)?,
        Task::Screens => programs::screens(&workspace)?,
        Task::Bench { rounds, built } => programs::bench(&workspace, rounds, built)?,
        Task::Counts { accept } => programs::counts(&workspace, accept)?,
        Task::Recipes => programs::recipes(&workspace)?,
        Task::Load => programs::load(&workspace)?,
        Task::Mutants { files } => programs::mutants(&workspace, &files)?,
    }
    Ok(ExitCode::SUCCESS)
}
