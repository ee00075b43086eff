//! Reads one line of answers after another, and writes the outcomes or the next question for each
//! line.

use crate::{
    line_reader::LineReader, pathway_files::PathwayFiles, trust_input::refuse_shared_input,
};
use anyhow::{Result, bail, ensure};
use pathway::{
    check::CheckedPathway,
    route_json::{self, MAX_BYTES},
    source::{UTF_16, is_utf16},
};
use std::{
    io::{self, Write},
    path::PathBuf,
};

/// Reads answers, one JSON object on each line, and writes one JSON line with the outcomes for each
///
/// The key in an answers object is a question, and the value is the picked option or a list of
/// picked options: {"danger": ["none"], "who": "carer"}. The reply is {"outcomes": […], "urgency":
/// "…", "rules": […]} for complete answers, {"ask": "question"} while an answer is missing, or
/// {"error": "…"}. The command continues after a line with an error.
#[derive(clap::Args)]
pub struct Args {
    /// The pathway folder; without it, the built-in pathway
    #[arg(long, value_name = "FOLDER")]
    pathway: Option<PathBuf>,
    /// The pathway folder, as for the other commands
    #[arg(value_name = "FOLDER", conflicts_with = "pathway")]
    folder: Option<PathBuf>,
    /// A trust file to apply to the pathway
    #[arg(long, value_name = "FILE")]
    trust: Option<PathBuf>,
}

/// Replies to every line of standard input.
pub fn run(args: &Args, out: &mut dyn Write) -> Result<()> {
    let folder = args.pathway.as_ref().or(args.folder.as_ref());
    if let Some(file) = folder.filter(|folder| folder.is_file()) {
        let name = file.display();
        bail!(
            "{name} is a file: give the answers on standard input, and only the pathway folder by its name"
        );
    }
    refuse_shared_input(args.trust.as_deref())?;
    let folder = folder.map(PathBuf::as_path);
    let pathway = PathwayFiles::new(folder, args.trust.as_deref()).pathway()?;
    let mut lines = LineReader::new(io::stdin(), MAX_BYTES);
    let mut is_first = true;
    while let Some(line) = lines.read(|| out.flush())? {
        // Text in UTF-16 has other lines, so no line of it can get a reply.
        ensure!(!is_first || !is_utf16(line), "{UTF_16}");
        is_first = false;
        out.write_all(answered(&pathway, line).as_bytes())?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

fn answered(pathway: &CheckedPathway, line: &[u8]) -> String {
    match std::str::from_utf8(line) {
        Ok(text) => route_json::route(pathway, text),
        // The reader cuts a line that is too long, so the line can end inside a character.
        Err(_) if line.len() > MAX_BYTES => {
            route_json::route(pathway, &String::from_utf8_lossy(line))
        }
        Err(_) => route_json::unreadable(),
    }
}
