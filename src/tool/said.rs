//! A journey → its questions and answers, each by its id and in the words the person read.

use crate::play;
use anyhow::Result;
use pathway::{
    answers::Answers,
    check::Edition,
    evaluate::{End, Routed},
    journey::Journey,
    pathway::Pathway,
    screen::{self, AnswerLine, Body},
};
use std::io::Write;

/// Prints what was asked and answered, two lines a question.
///
/// # Errors
/// When the output cannot be written.
pub fn write(
    pathway: &Pathway,
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

/// Prints a complete journey, where it leads and by which rules and sources.
///
/// # Errors
/// When the output cannot be written.
pub fn write_whole(
    edition: &Edition,
    answers: &Answers,
    indent: &str,
    out: &mut dyn Write,
) -> Result<()> {
    let pathway = edition.pathway();
    let journey = play::play(pathway, answers);
    let replay = journey.replay(pathway);
    if let Body::Result(result) = screen::screen(edition, &journey, None).body {
        write(pathway, &journey, &result.answers, indent, out)?;
    }
    match replay.end {
        End::Result(routed) => write_routed(pathway, &routed, indent, out),
        End::Ask { question, .. } => {
            let question = play::question(pathway, question);
            writeln!(
                out,
                "{indent}{question} is asked, and nothing can be answered"
            )?;
            Ok(())
        }
    }
}

fn write_routed(
    pathway: &Pathway,
    routed: &Routed,
    indent: &str,
    out: &mut dyn Write,
) -> Result<()> {
    writeln!(
        out,
        "{indent}→ {}",
        play::outcomes(pathway, &routed.outcomes)
    )?;
    for rule in &routed.rules {
        let sources = pathway.rule_sources(*rule).iter();
        let sources: Vec<&str> = sources.map(|source| source.as_str()).collect();
        writeln!(
            out,
            "{indent}    by {} ({})",
            pathway.rule_id(*rule),
            sources.join(", ")
        )?;
    }
    Ok(())
}
