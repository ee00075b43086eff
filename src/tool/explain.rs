//! Answers → why they lead where they lead, and which other single answer would lead elsewhere.

mod changes;

use crate::{folder::Chosen, play, said, today::today};
use anyhow::{Context, Result, anyhow, bail};
use pathway::{
    check::Loaded,
    evaluate::{End, Routed},
    journey::Journey,
    reasons::{self, Reason},
    route::{self, MAX_BYTES},
    screen::{self, Body, ResultScreen},
};
use std::io::{self, Read, Write};

/// Explains one person's answers: what they lead to, by which rules and sources, and which other
/// single answer would change that
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    chosen: Chosen,
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
    let journey = play::play(pathway, &answers);
    let screen = screen::screen(&edition, &journey, today());
    let (Body::Result(result), End::Result(routed)) = (screen.body, journey.replay(pathway).end)
    else {
        bail!(
            "the answers do not reach a result in the widget: tell the project, with these answers"
        );
    };
    let told = Told {
        edition: &edition,
        journey: &journey,
        routed: &routed,
        result: &result,
    };
    told.answers(out)?;
    told.outcomes(out)?;
    changes::write(pathway, &journey, &routed, out)
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
fn complete(edition: &Loaded, answers: &str) -> Result<()> {
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

/// A result with what it rests on.
struct Told<'a> {
    edition: &'a Loaded,
    journey: &'a Journey,
    routed: &'a Routed,
    result: &'a ResultScreen,
}

impl Told<'_> {
    fn answers(&self, out: &mut dyn Write) -> Result<()> {
        writeln!(out, "Asked and answered")?;
        said::write(
            self.edition.pathway(),
            self.journey,
            &self.result.answers,
            "  ",
            out,
        )
    }

    fn outcomes(&self, out: &mut dyn Write) -> Result<()> {
        let pathway = self.edition.pathway();
        let answers = self.journey.replay(pathway).answers;
        let reasons = reasons::reasons(pathway, &answers, self.routed);
        writeln!(
            out,
            "\nOutcomes in order, urgency {}",
            self.routed.urgency.as_str()
        )?;
        let cards = self.result.cards.iter().chain(&self.result.also);
        for (card, outcome) in cards.zip(&self.routed.outcomes) {
            writeln!(
                out,
                "  {} ({})\n      {}",
                card.id,
                card.urgency.as_str(),
                card.title
            )?;
            // A card keeps the reasons that speak for its outcome, in the same order.
            let reasons = reasons
                .iter()
                .filter(|reason| reason.outcomes.has(*outcome));
            for (reason, words) in reasons.zip(&card.reasons) {
                self.reason(reason, &words.text, out)?;
            }
        }
        Ok(())
    }

    fn reason(&self, reason: &Reason, text: &str, out: &mut dyn Write) -> Result<()> {
        let pathway = self.edition.pathway();
        let rule = pathway.rule_id(reason.rule);
        writeln!(out, "    by rule {rule}\n      {text}")?;
        for (question, picked) in &reason.said {
            let options = play::options(pathway, *question, *picked);
            writeln!(
                out,
                "      because {}: {options}",
                play::question(pathway, *question)
            )?;
        }
        for id in pathway.rule_sources(reason.rule) {
            let mut known = pathway.document().sources.iter();
            let statement = known
                .find(|source| source.id == *id)
                .map(|source| source.statement.as_str());
            writeln!(out, "      {id}: {}", statement.unwrap_or_default())?;
        }
        Ok(())
    }
}
