//! The `pathway` command: a pathway folder in; findings, routes, tables, graphs and pages out.
//!
//! Only this crate reads files and writes to the terminal. It knows nothing of routing: it asks the
//! core, and puts what the core says into words, rows or lines.

mod check;
mod contact_reviews;
mod contacts;
mod diff;
mod edition;
mod explain;
mod frame;
mod graph;
mod guide;
mod line_reader;
mod pathway_files;
mod prove;
mod reading_age;
mod route;
mod schema;
mod sign_off;
mod static_help;
mod table;
mod today;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::{
    io::{self, BufWriter, ErrorKind, Write},
    process::ExitCode,
};

/// Reads a pathway: the questions that people are asked, the rules that say where their answers
/// lead, and the words they read.
#[derive(Parser)]
#[command(name = "pathway", version, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Check(check::Args),
    Prove(prove::Args),
    Diff(diff::Args),
    Contacts(contacts::Args),
    Route(route::Args),
    Explain(explain::Args),
    Table(table::Args),
    SignOff(sign_off::Args),
    Graph(graph::Args),
    Crisis(static_help::Args),
    Guide(guide::Args),
    Schema(schema::Args),
    Frame(frame::Args),
    Words(reading_age::Args),
    Edition(edition::Args),
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let mut out = BufWriter::new(io::stdout().lock());
    let ended = run(&cli.command, &mut out).and_then(|code| match out.flush() {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(code),
    });
    match ended {
        Ok(code) => code,
        Err(error) if nobody_reads(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: &Command, out: &mut dyn Write) -> Result<ExitCode> {
    match command {
        Command::Check(args) => check::run(args, out),
        Command::Prove(args) => prove::run(args, out),
        Command::Diff(args) => diff::run(args, out).map(|()| ExitCode::SUCCESS),
        Command::Contacts(args) => contacts::run(args, out).map(|()| ExitCode::SUCCESS),
        Command::Route(args) => route::run(args, out).map(|()| ExitCode::SUCCESS),
        Command::Explain(args) => explain::run(args, out).map(|()| ExitCode::SUCCESS),
        Command::Table(args) => table::run(args, out).map(|()| ExitCode::SUCCESS),
        Command::SignOff(args) => sign_off::run(args, out),
        Command::Graph(args) => graph::run(args, out).map(|()| ExitCode::SUCCESS),
        Command::Crisis(args) => static_help::run(args, out).map(|()| ExitCode::SUCCESS),
        Command::Schema(args) => schema::run(args, out).map(|()| ExitCode::SUCCESS),
        Command::Guide(args) => guide::run(args, out).map(|()| ExitCode::SUCCESS),
        Command::Frame(args) => frame::run(args, out).map(|()| ExitCode::SUCCESS),
        Command::Words(args) => reading_age::run(args, out).map(|()| ExitCode::SUCCESS),
        Command::Edition(args) => edition::run(args, out).map(|()| ExitCode::SUCCESS),
    }
}

/// Whether the program that read the output has ended, as `head` does: no fault of ours.
fn nobody_reads(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause
            .downcast_ref::<io::Error>()
            .is_some_and(|error| error.kind() == ErrorKind::BrokenPipe)
    })
}
