//! A pathway folder → the edition that a browser runs: read, checked and compiled, in a few bytes.

use crate::folder::{Folder, Over};
use anyhow::Result;
use std::{io::Write, path::PathBuf};

/// Writes the edition that the widget runs: a checked pathway in one language, in the form that
/// browsers read
#[derive(clap::Args)]
pub struct Args {
    /// The pathway folder; without one, the built-in pathway
    folder: Option<PathBuf>,
    #[command(flatten)]
    over: Over,
    /// The language, by the name of its file in words/
    #[arg(long, default_value = "en-GB")]
    language: String,
}

/// Prints the bytes.
///
/// # Errors
/// When the pathway cannot be read, or has findings.
pub fn run(args: &Args, out: &mut dyn Write) -> Result<()> {
    let folder = Folder::or_built_in(args.folder.as_deref(), &args.over);
    out.write_all(&folder.edition(&args.language)?.encode())?;
    Ok(())
}
