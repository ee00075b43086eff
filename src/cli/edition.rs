//! A pathway folder → the edition that a browser runs: read, checked and compiled, in a few bytes. They
//! are two parts, and a browser fetches each by itself.

use crate::pathway_files::EditionArgs;
use anyhow::Result;
use std::io::Write;

/// Writes the edition that the widget runs: a checked pathway in one language, in the form that
/// browsers read
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    chosen: EditionArgs,
    /// One part alone; both, one after the other, if none is named
    #[arg(long)]
    part: Option<Part>,
}

/// A part of an edition.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Part {
    /// What questions say, and results that end them
    First,
    /// What other results say
    Rest,
}

/// Prints the bytes.
///
/// # Errors
/// When the pathway cannot be read, or has findings.
pub fn run(args: &Args, out: &mut dyn Write) -> Result<()> {
    let [first, rest] = args.chosen.edition()?.encode();
    if !matches!(args.part, Some(Part::Rest)) {
        out.write_all(&first)?;
    }
    if !matches!(args.part, Some(Part::First)) {
        out.write_all(&rest)?;
    }
    Ok(())
}
