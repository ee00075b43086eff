//! Two pathway folders → exactly which journeys end otherwise, from what to what, and which entries
//! of the two are not the same.

use crate::pathway_files::{PathwayFiles, TrustArg};
use anyhow::Result;
use std::{io::Write, path::PathBuf};

/// Compares two pathways exactly: how many journeys end otherwise, from what to what
///
/// Each kind of change is shown with the number of journeys that change so, and the shortest of
/// them. Then come the laws, sources, rules and other entries that were added, taken out or changed.
#[derive(clap::Args)]
pub struct Args {
    /// The folder of the old pathway; without one, the built-in pathway
    old: Option<PathBuf>,
    /// The folder of the new pathway; without one, the old folder
    new: Option<PathBuf>,
    /// A trust file to lay over the new pathway
    #[arg(long, value_name = "FILE")]
    trust: Option<PathBuf>,
    /// A trust file to lay over the old pathway
    #[arg(long, value_name = "FILE")]
    old_trust: Option<PathBuf>,
    /// The language of the journeys that are shown, by the name of its file in words/
    #[arg(long, default_value = "en-GB")]
    language: String,
}

/// Prints the comparison.
///
/// # Errors
/// When one of the two cannot be read, has findings, or does not speak the language.
pub fn run(args: &Args, out: &mut dyn Write) -> Result<()> {
    let new = args.new.as_ref().or(args.old.as_ref());
    let before =
        PathwayFiles::or_built_in(args.old.as_deref(), &TrustArg::new(args.old_trust.clone()));
    let after = PathwayFiles::or_built_in(
        new.map(PathBuf::as_path),
        &TrustArg::new(args.trust.clone()),
    );
    let (old, new) = (
        before.edition(&args.language)?,
        after.edition(&args.language)?,
    );
    write!(out, "{}", review::compare(&old, &new))?;
    Ok(())
}
