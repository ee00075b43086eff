//! Writes the sign-off pack: one page with everything that a clinical lead reads, questions and
//! signs.

use crate::{pathway_files::EditionArgs, today::today};
use anyhow::Result;
use review::SignOff;
use std::{io::Write, process::ExitCode};

/// Prints the HTML of the sign-off pack. Returns exit code 1 if a law does not hold. The page then
/// starts with this fact.
pub fn run(args: &EditionArgs, out: &mut dyn Write) -> Result<ExitCode> {
    let edition = args.edition()?;
    let proof = proof::prove(edition.pathway().document());
    let trust = args
        .files()
        .trust_path()
        .map(|path| path.display().to_string());
    let page = review::sign_off(&SignOff {
        edition: &edition,
        proof: &proof,
        trust: trust.as_deref(),
        on: today(),
    });
    writeln!(out, "{page}")?;
    Ok(ExitCode::from(u8::from(!proof.violations.is_empty())))
}
