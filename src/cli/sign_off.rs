//! A pathway folder → its sign-off pack: one page to read, question and sign.

use crate::{pathway_files::EditionArgs, today::today};
use anyhow::Result;
use review::SignOff;
use std::{io::Write, process::ExitCode};

/// Writes the sign-off pack: the whole pathway as one web page, to read, question, print and sign
///
/// It needs no other file. It says who is sent where and why, every rule with its sources, every law
/// and whether it is proved, every text in each wording, contacts by the day they must be checked
/// again, stories, and who must sign.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    chosen: EditionArgs,
}

/// Prints the page. The exit code is 1 if a law does not hold, and the page says so first.
///
/// # Errors
/// When the pathway cannot be read, or has findings.
pub fn run(args: &Args, out: &mut dyn Write) -> Result<ExitCode> {
    let edition = args.chosen.edition()?;
    let proof = proof::prove(edition.pathway().document());
    let folder = args.chosen.folder();
    let trust = folder.trust_path().map(|path| path.display().to_string());
    let page = review::sign_off(&SignOff {
        edition: &edition,
        proof: &proof,
        trust: trust.as_deref(),
        on: today(),
    });
    writeln!(out, "{page}")?;
    Ok(match proof.violations.as_slice() {
        [] => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    })
}
