//! `pathway edition`: writes the edition that a browser runs.

use crate::pathway_files::EditionArgs;
use anyhow::Result;
use std::io::Write;

/// Writes the edition that the widget runs: a checked pathway in one language, in the format that
/// browsers read
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    chosen: EditionArgs,
}

/// Prints the bytes.
///
/// # Errors
/// When the pathway cannot be read, or has findings.
pub fn run(args: &Args, out: &mut dyn Write) -> Result<()> {
    out.write_all(&args.chosen.edition()?.encode())?;
    Ok(())
}
