//! The `pathway` command reads a pathway folder, and writes findings, routes, tables, graphs or
//! pages.
//!
//! Only this crate reads files and writes to the terminal. The core finds the result of answers,
//! and this crate writes it as sentences, rows or lines.

mod check;
mod contact_due_dates;
mod contacts;
mod decision_table;
mod diff;
mod explain;
mod frame;
mod graph;
mod guide;
mod init;
mod input;
mod line_reader;
mod missing_keys;
mod out_of_use_notices;
mod pathway_files;
mod prove;
mod route;
mod schema;
mod shell_quote;
mod sign_off;
mod static_help;
mod today;
mod trust_input;
mod words;

use anyhow::Result;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand, error::ErrorKind as ArgumentError};
use fs_err as fs;
use pathway::source::printable;
use pathway_files::EditionArgs;
use std::{
    io::{self, BufWriter, ErrorKind, Write},
    path::PathBuf,
    process::ExitCode,
};

/// The exit codes, which each help page lists.
const EXIT_CODES: &str = "Exit codes: 0 if the command did its work, 1 if it found errors or could \
not do its work, 2 if the arguments are wrong. `pathway route` replies to a wrong line with an error \
in the line, and then ends with 0.";

/// Reads a pathway: its questions, its rules, and the words that people read.
#[derive(Parser)]
#[command(name = "pathway", version, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    /// Write the output to this file, in UTF-8, instead of the terminal. If the command fails, the
    /// file stays as it was
    #[arg(long, global = true, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Command {
    Init(init::Args),
    Check(check::Args),
    Prove(prove::Args),
    Diff(diff::Args),
    Contacts(contacts::Args),
    Route(route::Args),
    Explain(explain::Args),
    Table(decision_table::Args),
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
    let cli = match arguments() {
        Ok(cli) => cli,
        Err(error) => return refuse(&error),
    };
    let ended = match &cli.output {
        None => write_to_terminal(&cli.command),
        Some(path) => write_to_file(&cli.command, path.clone()),
    };
    match ended {
        Ok(code) => code,
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}", printable(&format!("{error:#}")));
            ExitCode::FAILURE
        }
    }
}

/// Reads the arguments. Each help page ends with the exit codes.
fn arguments() -> Result<Cli, clap::Error> {
    let command = Cli::command().after_help(EXIT_CODES);
    let command = command.mut_subcommands(|subcommand| subcommand.after_help(EXIT_CODES));
    Cli::from_arg_matches(&command.try_get_matches()?)
}

/// Prints the error of wrong arguments. Says so if a shell has divided answers at their spaces.
fn refuse(error: &clap::Error) -> ExitCode {
    drop(error.print());
    let mut words = std::env::args();
    let is_divided = words.any(|word| word.starts_with("'{") || word.starts_with('{'));
    if error.kind() == ArgumentError::UnknownArgument && is_divided {
        eprintln!(
            "The shell has divided the answers: write them into a file, and give it as `--answers FILE`."
        );
    }
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}

fn write_to_terminal(command: &Command) -> Result<ExitCode> {
    let mut out = BufWriter::new(io::stdout().lock());
    let code = run(command, &mut out)?;
    match out.flush() {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(code),
    }
}

/// Writes the output to a file after the command has ended. So a command that fails, and a command
/// that reads the same file, leave it as it was.
fn write_to_file(command: &Command, path: PathBuf) -> Result<ExitCode> {
    let mut out = Vec::new();
    let code = run(command, &mut out)?;
    fs::write(path, out)?;
    Ok(code)
}

fn run(command: &Command, out: &mut dyn Write) -> Result<ExitCode> {
    match command {
        Command::Init(args) => init::run(args, out)?,
        Command::Check(args) => return check::run(args, out),
        Command::Prove(args) => return prove::run(args, out),
        Command::SignOff(args) => return sign_off::run(args, out),
        Command::Diff(args) => diff::run(args, out)?,
        Command::Contacts(args) => contacts::run(args, out)?,
        Command::Route(args) => route::run(args, out)?,
        Command::Explain(args) => explain::run(args, out)?,
        Command::Table(args) => decision_table::run(args, out)?,
        Command::Graph(args) => graph::run(args, out)?,
        Command::Crisis(args) => static_help::run(args, out)?,
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
