//! Compares two pathway folders exactly: which journeys have other outcomes, and which entries
//! differ.

use crate::pathway_files::PathwayFiles;
use anyhow::{Result, ensure};
use std::{io::Write, path::PathBuf};

/// Compares two pathways exactly: the number of journeys whose outcomes change, and the outcomes
/// before and after
///
/// Prints each kind of change with its number of journeys and its shortest journey. Then prints the
/// laws, sources, rules and other entries that were added, removed or changed.
#[derive(clap::Args)]
pub struct Args {
    /// The folder of the old pathway; without it, the built-in pathway
    old: Option<PathBuf>,
    /// The folder of the new pathway; without it, the folder of the old pathway
    new: Option<PathBuf>,
    /// A trust file to apply to the new pathway
    #[arg(long, value_name = "FILE")]
    trust: Option<PathBuf>,
    /// A trust file to apply to the old pathway
    #[arg(long, value_name = "FILE")]
    old_trust: Option<PathBuf>,
    /// The language of the printed journeys, as the name of its words file without .json
    #[arg(long, default_value = "en-GB")]
    language: String,
}

/// Prints the comparison of the two pathways.
pub fn run(args: &Args, out: &mut dyn Write) -> Result<()> {
    ensure!(
        args.new.is_some() || args.trust.is_some() || args.old_trust.is_some(),
        "the old pathway is missing, so there is nothing to compare: write the folder of the old pathway before that of the new one, or name a trust file with --trust"
    );
    let new = args.new.as_ref().or(args.old.as_ref());
    let old = PathwayFiles::new(args.old.as_deref(), args.old_trust.as_deref());
    let new = PathwayFiles::new(new.map(PathBuf::as_path), args.trust.as_deref());
    // An old pathway may be over by now.
    let old = old.edition_on(&args.language, None)?;
    let new = new.edition_on(&args.language, None)?;
    write!(out, "{}", review::compare(&old, &new))?;
    Ok(())
}
