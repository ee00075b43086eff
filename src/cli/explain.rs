//! Answers → why they lead where they lead, and which other single answer would lead elsewhere.

use crate::{pathway_files::EditionArgs, today::today};
use anyhow::{Context, Result, anyhow, bail};
use pathway::{
    check::LoadedEdition,
    route::{self, MAX_BYTES},
};
use std::io::{self, Read, Write};

/// Explains one person's answers: what they lead to, by which rules and sources, and which other
/// single answer would change that
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    chosen: EditionArgs,
    /// The answers as one JSON object, such as {"danger": ["psychosis-signs"]}; - reads it from
    /// standard input
    #[arg(long, value_name = "JSON", default_value = "-")]
    answers: String,
}

/// Prints the explanation.
///
/// # Errors
/// When the pathway cannot be read or has findings, or the answers do not reach a result.
pub fn run(args: &Args, out: &mut dyn Write) -> Result<()> {
    let edition = args.chosen.edition()?;
    let answers = given(&args.answers)?;
    complete(&edition, &answers)?;
    let pathway = edition.pathway();
    let answers = pathway
        .answers(&answers)
        .map_err(|error| anyhow!("{error}"))?;
    let Some(told) = review::explain(&edition, &answers, today()) else {
        bail!(
            "the answers do not reach a result in the widget: tell the project, with these answers"
        );
    };
    write!(out, "{told}")?;
    Ok(())
}

fn given(answers: &str) -> Result<String> {
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

/// Refuses answers that do not reach a result, in the words of `route`.
fn complete(edition: &LoadedEdition, answers: &str) -> Result<()> {
    let pathway = edition.pathway();
    let reply: serde_json::Value = serde_json::from_str(&route::route(pathway, answers))?;
    let said = |key| reply.get(key).and_then(serde_json::Value::as_str);
    if let Some(error) = said("error") {
        bail!("these answers cannot be: {error}");
    }
    let Some(id) = said("ask") else {
        return Ok(());
    };
    let question = pathway
        .document()
        .questions
        .iter()
        .find(|question| question.id.as_str() == id);
    let options = question.iter().flat_map(|question| &question.options);
    let options: Vec<&str> = options.map(|option| option.id.as_str()).collect();
    bail!(
        "question \"{id}\" is asked next and has no answer: add one of {}",
        options.join(", ")
    );
}
