//! A journey → its questions and answers, each by its id and in the words the person read.

use crate::play;
use anyhow::Result;
use pathway::{
    answers::Answers,
    check::Checked,
    check::Loaded,
    evaluate::End,
    journey::Journey,
    screen::{self, AnswerLine, Body},
};
use std::io::Write;

/// Prints what was asked and answered, two lines a question.
///
/// # Errors
/// When the output cannot be written.
pub fn write(
    pathway: &Checked,
    journey: &Journey,
    lines: &[AnswerLine],
    indent: &str,
    out: &mut dyn Write,
) -> Result<()> {
    for (step, line) in journey.replay(pathway).path.iter().zip(lines) {
        let said: Vec<String> = line.said.iter().map(|text| format!("“{text}”")).collect();
        writeln!(
            out,
            "{indent}{}: {}\n{indent}    {} {}",
            line.id,
            play::options(pathway, step.question, step.picked),
            line.question,
            said.join(" ")
        )?;
    }
    Ok(())
}

/// Prints a journey: what was asked and answered.
///
/// # Errors
/// When the output cannot be written.
pub fn write_journey(
    edition: &Loaded,
    answers: &Answers,
    indent: &str,
    out: &mut dyn Write,
) -> Result<()> {
    let pathway = edition.pathway();
    let journey = play::play(pathway, answers);
    match screen::screen(edition, &journey, None).body {
        Body::Result(result) => write(pathway, &journey, &result.answers, indent, out),
        Body::Start(_) | Body::Question(_) | Body::Summary(_) | Body::Waiting(_) => Ok(()),
    }
}

/// Prints where a journey leads, and by which rules and sources.
///
/// # Errors
/// When the output cannot be written.
pub fn write_end(
    edition: &Loaded,
    answers: &Answers,
    indent: &str,
    out: &mut dyn Write,
) -> Result<()> {
    let pathway = edition.pathway();
    let routed = match play::play(pathway, answers).replay(pathway).end {
        End::Result(routed) => routed,
        End::Ask { question, .. } => {
            let question = play::question(pathway, question);
            writeln!(out, "{indent}→ {question} is asked next")?;
            return Ok(());
        }
    };
    let outcomes = play::outcomes(pathway, &routed.outcomes);
    writeln!(out, "{indent}→ {outcomes}")?;
    for rule in &routed.rules {
        let sources = pathway.rule_sources(*rule).iter();
        let sources: Vec<&str> = sources.map(|source| source.as_str()).collect();
        let rule = pathway.rule_id(*rule);
        writeln!(out, "{indent}    by {rule} ({})", sources.join(", "))?;
    }
    Ok(())
}
