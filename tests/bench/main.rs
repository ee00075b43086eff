//! Measures the built page, the core and the proof, and compares the page and the core with similar
//! software. `cargo xtask bench`, `counts`, `load` and `size` install the tools and run this
//! program.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a measurement stops at the first thing that is not as it must be"
)]

mod chart;
mod everything;
mod heap;
mod instruction_counts;
mod load;
mod loading;
mod machine;
mod measured_pages;
mod page_measurements;
mod page_memory_table;
mod peer_packages;
mod peer_questions;
mod rule_engines;
mod scaling;
mod site;
mod size_by_function;
mod sizes;
mod stats;
mod table;
mod throughput;
mod wrk;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};
use xshell::{Shell, cmd};

#[derive(Parser)]
#[command(name = "bench", about = "Measure the project beside peers")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Measure everything, and write docs/bench.json and docs/bench.svg
    Everything {
        /// The number of visits to each page, for each network and each processor speed
        #[arg(long, default_value_t = 9)]
        rounds: usize,
    },
    /// Count the instructions of the core's steps, and compare them with the accepted counts
    Counts {
        /// Add the new counts to the accepted counts
        #[arg(long)]
        accept: bool,
    },
    /// Measure how fast nginx serves dist/
    Load,
    /// Print the largest crates and functions of a WebAssembly module that contains names
    Size {
        /// The path of the module
        module: PathBuf,
    },
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    match command {
        Command::Everything { rounds } => everything::measure(rounds),
        Command::Counts { accept } => instruction_counts::check(accept),
        Command::Load => load::measure(),
        Command::Size { module } => size_by_function::print(&module),
    }
}

/// Returns the top folder of the project.
fn top() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_path_buf()
}

/// Builds a program of the crate `bench-core` for release, and returns the path of the program.
fn core_program(name: &str) -> Result<PathBuf> {
    release_program("bench-core", name)
}

/// Builds a program of a crate for release, and returns the path of the program.
fn release_program(package: &str, name: &str) -> Result<PathBuf> {
    let shell = Shell::new()?;
    shell.change_dir(top());
    let target = top().join("target");
    cmd!(
        shell,
        "cargo build --quiet --locked --release --package {package} --bin {name} --target-dir {target}"
    )
    .quiet()
    .run()?;
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    Ok(target.join("release").join(file))
}
