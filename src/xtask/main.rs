//! Runs the project's own commands. `cargo xtask --help` lists them.

mod audit_packages;
mod build_date;
mod clear_compiler_flags;
mod compress;
mod content_hash;
mod development;
mod dist;
mod find_program;
mod fuzz;
mod install;
mod integrity;
mod paths;
mod pathway_command;
mod reproduce;
mod run_test_programs;
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
    /// Build dist/, the folder that a trust uploads
    Build {
        /// The trust file to apply to the built-in pathway
        #[arg(long, value_name = "FILE")]
        trust: Option<PathBuf>,
    },
    /// Show the demo page on this machine, and reload it after each change
    Serve {
        /// The trust file to apply to the built-in pathway
        #[arg(long, value_name = "FILE")]
        trust: Option<PathBuf>,
        /// The port on this machine; 0 takes any free port
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Serve exactly the files that `build` writes
        #[arg(long)]
        release: bool,
    },
    /// Build, lint, and run the native tests and the tests in Chromium
    Test {
        /// Also run Firefox, WebKit, fuzzing, a second build, servers and instruction counts
        #[arg(long)]
        all: bool,
        /// With --all: run every test in every engine, not only the tests whose results may differ
        #[arg(long, requires = "all")]
        all_engines: bool,
    },
    /// Feed random input to the core, and store each input that breaks it
    Fuzz {
        /// The fuzz target; without one, each fuzz target runs in turn
        target: Option<String>,
        /// Run the fuzz target on this file only
        input: Option<PathBuf>,
        /// The seconds for each fuzz target
        #[arg(long, default_value_t = 60)]
        seconds: u64,
    },
    /// Build the modules of dist/ again in another folder, and compare them byte for byte
    Reproduce,
    /// Show the largest crates and items of a module
    Size {
        /// The name of the module, without its ending
        #[arg(default_value = "ppimhs_finder")]
        module: String,
    },
    /// Build, and draw every kind of screen in three widths on one sheet
    Screens,
    /// Measure the download size, the waiting time, and the cost of the core and the proof
    Bench {
        /// The number of times that each page is opened on each profile
        #[arg(long, default_value_t = 9)]
        rounds: usize,
        /// Measure the dist/ that already exists
        #[arg(long)]
        built: bool,
    },
    /// Count the instructions of the core's steps, and compare them with the accepted counts
    Counts {
        /// Accept the new counts as limits for later runs
        #[arg(long)]
        accept: bool,
    },
    /// Serve dist/ with nginx and Apache on this machine, and check each server recipe
    Recipes,
    /// Measure how many requests per second nginx on this machine answers
    Load,
    /// Make one small change to the code at a time, and check that the tests notice it
    Mutants {
        /// Change only these files; without any, the files that .cargo/mutants.toml lists
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
                (true, false) => Some(test::DIFFERS_BY_ENGINE),
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
        Task::Size { module } => run_test_programs::size(&workspace, &module)?,
        Task::Screens => run_test_programs::screens(&workspace)?,
        Task::Bench { rounds, built } => run_test_programs::bench(&workspace, rounds, built)?,
        Task::Counts { accept } => run_test_programs::counts(&workspace, accept)?,
        Task::Recipes => run_test_programs::recipes(&workspace)?,
        Task::Load => run_test_programs::load(&workspace)?,
        Task::Mutants { files } => run_test_programs::mutants(&workspace, &files)?,
    }
    Ok(ExitCode::SUCCESS)
}
