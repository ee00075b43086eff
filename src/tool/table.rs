//! A pathway → its decision table: a row for each rule, then each named condition written out, then
//! the order of outcomes on a result. It is all that routing knows, for a clinical lead to sign.

use crate::folder::Folder;
use anyhow::Result;
use clap::ValueEnum;
use pathway::document::{Condition, Document, LastResort, Local, Rule};
use serde::Serialize;
use std::{fmt::Display, io::Write, path::PathBuf};

/// Writes every rule as a row of a table, to read, print or sign
///
/// First the rules in order, then the conditions they name, written out, then the order in which
/// outcomes stand on a result: each at the first place whose condition holds.
#[derive(clap::Args)]
pub struct Args {
    /// The pathway folder; without one, the built-in pathway
    folder: Option<PathBuf>,
    /// How the table is written
    #[arg(long, value_enum, default_value_t = Format::Markdown)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For people: three tables on one page
    Markdown,
    /// For spreadsheets: one table, whose first column says what a row is
    Csv,
}

const RULES: &str = "A result holds every outcome whose rule holds. \
    When a rule with stop holds, no more questions are asked and only such rules count.";
const CONDITIONS: &str =
    "A condition about a question that was not answered does not hold, so its not does.";
const ORDER: &str = "Each outcome of a result stands at the first place whose condition holds.";

/// Prints the table.
///
/// # Errors
/// When the pathway cannot be read, or has findings.
pub fn run(args: &Args, out: &mut dyn Write) -> Result<()> {
    let pathway = Folder::or_built_in(args.folder.as_deref()).pathway()?;
    let document = pathway.document();
    match args.format {
        Format::Markdown => markdown(document, out),
        Format::Csv => csv(document, out),
    }
}

#[derive(Default, Serialize)]
struct Row {
    part: &'static str,
    id: String,
    when: String,
    outcomes: String,
    stop: &'static str,
    because: String,
    sources: String,
    hazards: String,
}

fn rules(document: &Document) -> impl Iterator<Item = Row> {
    let last = [last_resort(&document.last_resort), local(&document.local)];
    document.rules.iter().map(rule).chain(last)
}

fn rule(rule: &Rule) -> Row {
    Row {
        part: "rule",
        id: rule.id.to_string(),
        when: rule.when.to_string(),
        outcomes: list(&rule.outcomes, ", "),
        stop: if rule.stop { "stop" } else { "" },
        because: list(&rule.because, ", "),
        sources: list(&rule.sources, ", "),
        hazards: list(&rule.hazards, ", "),
    }
}

fn last_resort(rule: &LastResort) -> Row {
    Row {
        part: "rule",
        id: rule.id.to_string(),
        when: format!(
            "the rules above give nothing, or nothing but {}",
            list(&rule.beside, ", ")
        ),
        outcomes: list(&rule.outcomes, ", "),
        sources: list(&rule.sources, ", "),
        ..Row::default()
    }
}

fn local(rule: &Local) -> Row {
    Row {
        part: "rule",
        id: rule.id.to_string(),
        when: format!(
            "the rules above give {}, which then come after this outcome if {}, and go if {}",
            list(&rule.outcomes, " or "),
            rule.unknown,
            rule.outside
        ),
        outcomes: rule.instead.to_string(),
        sources: list(&rule.sources, ", "),
        ..Row::default()
    }
}

fn conditions(document: &Document) -> impl Iterator<Item = Row> {
    document.conditions.iter().map(|named| Row {
        part: "condition",
        id: named.id.to_string(),
        when: named.when.to_string(),
        ..Row::default()
    })
}

fn order(document: &Document) -> impl Iterator<Item = Row> {
    document.order.iter().map(|place| Row {
        part: "order",
        id: place.id.to_string(),
        when: place
            .when
            .as_ref()
            .map_or("always".to_owned(), Condition::to_string),
        ..Row::default()
    })
}

fn list<T: Display>(things: &[T], between: &str) -> String {
    let things: Vec<String> = things.iter().map(T::to_string).collect();
    things.join(between)
}

fn csv(document: &Document, out: &mut dyn Write) -> Result<()> {
    // In memory first: the csv crate hides why a write failed, and nobody reading is no fault.
    let mut table = csv::Writer::from_writer(Vec::new());
    for row in rules(document)
        .chain(conditions(document))
        .chain(order(document))
    {
        table.serialize(row)?;
    }
    out.write_all(&table.into_inner()?)?;
    Ok(())
}

fn markdown(document: &Document, out: &mut dyn Write) -> Result<()> {
    writeln!(
        out,
        "# {} {}\n\n## Rules\n\n{RULES}\n",
        document.id, document.version
    )?;
    writeln!(
        out,
        "{}",
        line(&[
            "Rule",
            "When",
            "Outcomes",
            "Stop",
            "Because of",
            "Sources",
            "Hazards"
        ])
    )?;
    writeln!(out, "{}", line(&["---"; 7]))?;
    for row in rules(document) {
        let cells = [
            &row.id,
            &row.when,
            &row.outcomes,
            row.stop,
            &row.because,
            &row.sources,
            &row.hazards,
        ];
        writeln!(out, "{}", line(&cells))?;
    }
    pairs("Conditions", CONDITIONS, conditions(document), out)?;
    pairs("Order of outcomes", ORDER, order(document), out)
}

fn pairs(
    heading: &str,
    meaning: &str,
    rows: impl Iterator<Item = Row>,
    out: &mut dyn Write,
) -> Result<()> {
    writeln!(
        out,
        "\n## {heading}\n\n{meaning}\n\n{}",
        line(&["Id", "When"])
    )?;
    writeln!(out, "{}", line(&["---"; 2]))?;
    for row in rows {
        writeln!(out, "{}", line(&[&row.id, &row.when]))?;
    }
    Ok(())
}

/// A row in Markdown. Nothing in it can end a cell: ids and conditions hold no bar and no line end.
fn line(cells: &[&str]) -> String {
    format!("| {} |", cells.join(" | "))
}
