//! Answers, a line each → where they lead, a line each, as fast as they come.

use crate::{
    line_reader::LineReader,
    pathway_files::{PathwayFiles, TrustArg},
};
use anyhow::Result;
use pathway::{
    check::CheckedPathway,
    route::{self, MAX_BYTES},
};
use std::{
    io::{self, Write},
    path::PathBuf,
};

/// Reads answers, one JSON object a line, and writes for each where they lead, one JSON line each
///
/// An answers object names for each question the picked option, or the list of them:
/// {"danger": ["none"], "who": "carer"}.
/// What comes back is {"outcomes": […], "urgency": "…", "rules": […]}, or {"ask": "question"} while
/// an answer is missing, or {"error": "…"}. One bad line does not stop the rest.
#[derive(clap::Args)]
pub struct Args {
    /// The pathway folder; without one, the built-in pathway
    #[arg(long, value_name = "FOLDER")]
    pathway: Option<PathBuf>,
    #[command(flatten)]
    over: TrustArg,
}

/// Answers every line of standard input.
///
/// # Errors
/// When the pathway cannot be read or has findings, or input or output fails.
pub fn run(args: &Args, out: &mut dyn Write) -> Result<()> {
    let pathway = PathwayFiles::or_built_in(args.pathway.as_deref(), &args.over).pathway()?;
    let mut lines = LineReader::new(io::stdin(), MAX_BYTES);
    while let Some(line) = lines.read(|| out.flush())? {
        out.write_all(answered(&pathway, line).as_bytes())?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

fn answered(pathway: &CheckedPathway, line: &[u8]) -> String {
    match std::str::from_utf8(line) {
        Ok(text) => route::route(pathway, text),
        // A line that was cut may end within a letter: that it is too long is what counts.
        Err(_) if line.len() > MAX_BYTES => route::route(pathway, &String::from_utf8_lossy(line)),
        Err(_) => route::unreadable(),
    }
}
