//! Explains the result of one person's answers: its reasons, and each single other answer that
//! would change it.

use crate::{pathway_files::EditionArgs, today::today};
use anyhow::{Context, Result, anyhow, bail};
use pathway::{
    check::LoadedEdition,
    route::{self, MAX_BYTES},
};
use std::io::{self, Read, Write};

/// Explains the result of one person's answers: its rules and sources, and each single other answer
/// that would change it
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    edition: EditionArgs,
    /// The answers as one JSON object, such as {"danger": ["psychosis-signs"]}. If this is -, the
    /// command reads the object from standard input
    #[arg(long, value_name = "JSON", default_value = "-")]
    answers: String,
}

/// Prints the explanation of the result.
pub fn run(args: &Args, out: &mut dyn Write) -> Result<()> {
    let edition = args.edition.edition()?;
    let answers = read_answers(&args.answers)?;
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
    if answers != "-" {
        return Ok(answers.to_owned());
    }
    let mut text = String::new();
    let most = MAX_BYTES as u64 + 1;
    io::stdin()
        .take(most)
        .read_to_string(&mut text)
        .context("the answers cannot be read from standard input: give one JSON object in UTF-8")?;
    Ok(text)
}

/// Returns an error for answers that do not lead to a result. The error says what is wrong or which
/// answer is missing.
fn refuse_incomplete(edition: &LoadedEdition, answers: &str) -> Result<()> {
    let pathway = edition.pathway();
    let reply: serde_json::Value = serde_json::from_str(&route::route(pathway, answers))?;
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
