//! Explains the result of one person's answers: its reasons, and each single other answer that
//! would change it.

use crate::{pathway_files::EditionArgs, today::today, trust_input::refuse_shared_input};
use anyhow::{Context, Result, anyhow, bail, ensure};
use fs_err as fs;
use pathway::{
    check::LoadedEdition,
    route_json::{self, MAX_BYTES},
    source::{UTF_16, has_lost_quotes, is_utf16},
};
use std::{
    io::{self, Read, Write},
    path::Path,
};

/// Explains the result of one person's answers: its rules and sources, and each single other answer
/// that would change it
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    edition: EditionArgs,
    /// A file with the answers as one JSON object, or the object itself, such as {"danger":
    /// ["psychosis-signs"]}; with - the command reads them from standard input
    #[arg(long, value_name = "FILE|JSON", default_value = "-")]
    answers: String,
}

/// Prints the explanation of the result.
pub fn run(args: &Args, out: &mut dyn Write) -> Result<()> {
    if args.answers == "-" {
        refuse_shared_input(args.edition.files().trust_path())?;
    }
    // A shell that divides the answers leaves a part of them where the folder belongs.
    let answers = read_answers(&args.answers)?;
    let edition = args.edition.edition()?;
    refuse_incomplete(&edition, &answers)?;
    let pathway = edition.pathway();
    let answers = pathway
        .answers(&answers)
        .map_err(|error| anyhow!("{error}"))?;
    let report = review::explain(&edition, &answers, today()).context(
        "the answers do not reach a result in the widget: report it to the project, with these answers",
    )?;
    write!(out, "{report}")?;
    Ok(())
}

fn read_answers(answers: &str) -> Result<String> {
    let mut bytes = Vec::new();
    let most = MAX_BYTES as u64 + 1;
    if answers == "-" {
        let read = io::stdin().take(most).read_to_end(&mut bytes);
        read.context("the answers cannot be read from standard input")?;
    } else if Path::new(answers).exists() {
        fs::File::open(answers)?
            .take(most)
            .read_to_end(&mut bytes)?;
    } else {
        ensure!(
            answers.contains(['{', '[']) || !answers.ends_with(".json"),
            "there is no file {answers}: give the file with the answers"
        );
        ensure!(
            !has_lost_quotes(answers),
            "the shell has taken the double quotes out of the answers: write the answers into a file, and give it as `--answers FILE`"
        );
        return Ok(answers.to_owned());
    }
    ensure!(!is_utf16(&bytes), "{UTF_16}");
    String::from_utf8(bytes).context("the answers are not UTF-8: save them as UTF-8")
}

/// Returns an error for answers that do not lead to a result. The error says what is wrong or which
/// answer is missing.
fn refuse_incomplete(edition: &LoadedEdition, answers: &str) -> Result<()> {
    let pathway = edition.pathway();
    let reply: serde_json::Value = serde_json::from_str(&route_json::route(pathway, answers))?;
    let text = |key| reply.get(key).and_then(serde_json::Value::as_str);
    if let Some(error) = text("error") {
        bail!("these answers cannot be: {error}");
    }
    let Some(id) = text("ask") else {
        return Ok(());
    };
    let mut questions = pathway.document().questions.iter();
    let question = questions.find(|question| question.id.as_str() == id);
    let options = question.iter().flat_map(|question| &question.options);
    let options: Vec<&str> = options.map(|option| option.id.as_str()).collect();
    bail!(
        "question \"{id}\" is asked next and has no answer: add one of {}",
        options.join(", ")
    );
}
