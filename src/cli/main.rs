//! The `pathway` command reads a pathway folder, and writes findings, routes, tables, graphs or
//! pages.
//!
//! Only this crate reads files and writes to the terminal. The core finds the result of answers,
//! and this crate writes it as sentences, rows or lines.

mod check;
mod contact_checks;
mod contacts;
mod crisis;
mod diff;
mod explain;
mod frame;
mod graph;
mod guide;
mod line_reader;
mod pathway_files;
mod prove;
mod route;
mod schema;
mod sign_off;
mod table;
mod today;
mod words;

use anyhow::Result;
use clap::{Parser, Subcommand};
use pathway_files::EditionArgs;
use std::{
    io::{self, BufWriter, ErrorKind, Write},
    process::ExitCode,
};

/// Reads a pathway: its questions, its rules, and the words that people read.
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
    /// Writes the sign-off pack: the whole pathway as one web page, to read, question, print and
    /// sign
    ///
    /// The page needs no other file. It shows the reasons to give each outcome, every rule with its
    /// sources, every law with its proof, every text in each wording, the contacts by the day of
    /// their next check, the scenarios, and the people who must sign.
    SignOff(EditionArgs),
    Graph(graph::Args),
    /// Writes the help of every screen as JSON, for pages that cannot run the questions
    Crisis(EditionArgs),
    /// Writes the plain guide: the whole pathway as one web page that needs no script
    Guide(EditionArgs),
    Schema(schema::Args),
    /// Writes the page for a frame: the widget, and the help for frames that may not run scripts
    Frame(EditionArgs),
    /// Prints the reading age of each screen, the hardest first
    ///
    /// The reading age is the Flesch-Kincaid grade plus five years, for English. `pathway check`
    /// refuses words if one screen is above 11 years, or if half of the screens are above 9.
    Words(EditionArgs),
    /// Writes the edition that the widget runs: a checked pathway in one language, as bytes for
    /// browsers
    Edition(EditionArgs),
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
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: &Command, out: &mut dyn Write) -> Result<ExitCode> {
    match command {
        Command::Check(args) => return check::run(args, out),
        Command::Prove(args) => return prove::run(args, out),
        Command::SignOff(args) => return sign_off::run(args, out),
        Command::Diff(args) => diff::run(args, out)?,
        Command::Contacts(args) => contacts::run(args, out)?,
        Command::Route(args) => route::run(args, out)?,
        Command::Explain(args) => explain::run(args, out)?,
        Command::Table(args) => table::run(args, out)?,
        Command::Graph(args) => graph::run(args, out)?,
        Command::Crisis(args) => crisis::run(args, out)?,
        Command::Guide(args) => guide::run(args, out)?,
        Command::Schema(args) => schema::run(args, out)?,
        Command::Frame(args) => frame::run(args, out)?,
        Command::Words(args) => words::run(args, out)?,
        Command::Edition(args) => out.write_all(&args.edition()?.encode())?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Returns whether the error comes from a reading program that has already ended, as `head` does.
/// This is not a failure of the command.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let mut causes = error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>());
    causes.any(|error| error.kind() == ErrorKind::BrokenPipe)
}
