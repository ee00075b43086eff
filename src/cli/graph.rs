//! Draws the questions, the result and the outcomes of a pathway as a graph, for Mermaid or
//! Graphviz.

use crate::pathway_files::PathwayArgs;
use anyhow::{Context, Result};
use clap::ValueEnum;
use pathway::check::CheckedPathway;
use review::graph::{self, Part};
use std::io::Write;

/// Draws the questions, the result and the outcomes as a graph
///
/// A solid arrow leads to a question that can come next. Its label is a condition: if several
/// arrows leave a question, the visitor follows the first one whose condition holds. A dotted arrow
/// leads from each question in a rule's condition to the outcomes of this rule. Its label is the
/// rule.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    pathway: PathwayArgs,
    /// The language in which the graph is written
    #[arg(long, value_enum, default_value_t = Format::Mermaid)]
    format: Format,
    /// Draw only a part of the graph: `questions`, or the id of an outcome. With an outcome, the
    /// part has this outcome and the questions in the conditions of its rules
    #[arg(long, value_name = "PART")]
    of: Option<String>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For Markdown pages that draw Mermaid graphs
    Mermaid,
    /// For Graphviz: pathway graph --format dot
    /// dot -Tsvg
    Dot,
}

/// Prints the graph in the chosen language.
pub fn run(args: &Args, out: &mut dyn Write) -> Result<()> {
    let pathway = args.pathway.files().pathway()?;
    let part = part(&pathway, args.of.as_deref())?;
    let graph = match args.format {
        Format::Mermaid => graph::mermaid(&pathway, part),
        Format::Dot => graph::dot(&pathway, part),
    };
    write!(out, "{graph}")?;
    Ok(())
}

fn part(pathway: &CheckedPathway, of: Option<&str>) -> Result<Part> {
    Ok(match of {
        None => Part::Whole,
        Some("questions") => Part::Questions,
        Some(id) => Part::Outcome(pathway.outcome(id).with_context(|| {
            format!("\"{id}\" is no outcome: name one, or `questions`; `pathway table` lists them")
        })?),
    })
}
