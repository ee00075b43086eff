//! Writes a pathway as tables. The decision table has one row for each reason to give an outcome.
//! The other tables have the rules, the named conditions, and the order of outcomes on a result. A
//! clinical lead signs these tables, so they contain everything that routing depends on.

use crate::pathway_files::PathwayArgs;
use anyhow::{Result, ensure};
use clap::ValueEnum;
use pathway::{
    check::CheckedPathway,
    document::{Condition, Document, LastResort, Local, Rule},
};
use proof::{BigUint, Decision, DecisionReason, Decisions};
use review::number_format::{grouped, share};
use serde::Serialize;
use std::{fmt::Display, io::Write};

/// Writes a pathway as tables, to read, print or sign
///
/// The first table has one row for each reason to give an outcome, with the exact number of
/// journeys. For each outcome, every journey is in exactly one row. Then come the rules in order,
/// the full conditions that they name, and the order of outcomes on a result. An outcome takes the
/// first position whose condition holds.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    pathway: PathwayArgs,
    /// The format in which the tables are written
    #[arg(long, value_enum, default_value_t = Format::Markdown)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For people: four tables on one page
    Markdown,
    /// For spreadsheets: one table, whose first column has the kind of each row
    Csv,
}

const RULES: &str = "A result holds every outcome whose rule holds. \
    When a rule with stop holds, no more questions are asked and only such rules count.";
const CONDITIONS: &str =
    "A condition about a question that was not answered does not hold, so its not does.";
const ORDER: &str = "Each outcome of a result stands at the first place whose condition holds.";

/// Prints the tables in the chosen format.
pub fn run(args: &Args, out: &mut dyn Write) -> Result<()> {
    let pathway = args.pathway.files().pathway()?;
    let decisions = complete_decisions(&pathway)?;
    match args.format {
        Format::Markdown => markdown(&pathway, &decisions, out),
        Format::Csv => csv(&pathway, &decisions, out),
    }
}

/// Makes the decision table, and returns an error if a row is missing. No row is missing if the
/// journeys of each outcome's rows add up to all journeys.
fn complete_decisions(pathway: &CheckedPathway) -> Result<Decisions> {
    let decisions = proof::decisions(pathway)?;
    for outcome in 0..pathway.document().outcomes.len() {
        let rows = decisions.rows.iter().filter(|row| row.outcome == outcome);
        let journeys: BigUint = rows.map(|row| &row.journeys).sum();
        ensure!(
            journeys == decisions.journeys,
            "the rows of an outcome cover {} of {} journeys: report it to the project, with this pathway",
            grouped(&journeys),
            grouped(&decisions.journeys)
        );
    }
    Ok(decisions)
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
    journeys: String,
    share: String,
}

/// Writes a number in groups with spaces. A spreadsheet reads digits alone, or with commas, as a
/// number, and keeps only 15 of them.
fn in_groups(number: &BigUint) -> String {
    grouped(number).replace(',', " ")
}

/// The text for the condition of a row in which no rule gives the outcome.
const NO_RULE: &str = "no rule gives it";

/// Makes a row of the decision table. Its first cell is the id of the rule, or empty if no rule
/// gives the outcome.
fn decision(pathway: &CheckedPathway, decision: &Decision, all: &BigUint) -> Row {
    let document = pathway.document();
    let last = document.rules.len();
    let (rule, when) = match &decision.reason {
        DecisionReason::Rule { rule, when } => (Some(*rule), when.to_string()),
        DecisionReason::LastResort => (Some(last), last_resort(&document.last_resort).when),
        DecisionReason::LocalRule => (Some(last + 1), local(&document.local).when),
        DecisionReason::OutsideArea => (
            Some(last + 1),
            format!("a rule gives it and {}: it goes", document.local.outside),
        ),
        DecisionReason::NoRule => (None, NO_RULE.to_owned()),
    };
    let outcome = document.outcomes.get(decision.outcome);
    let id = rule.map(|rule| pathway.rule_id(rule).to_string());
    let sources = rule.map(|rule| list(pathway.rule_sources(rule), ", "));
    Row {
        part: "decision",
        id: id.unwrap_or_default(),
        when,
        outcomes: outcome.map_or(String::new(), |outcome| outcome.id.to_string()),
        sources: sources.unwrap_or_default(),
        journeys: in_groups(&decision.journeys),
        share: share(&decision.journeys, all),
        ..Row::default()
    }
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
        ..Row::default()
    }
}

fn last_resort(rule: &LastResort) -> Row {
    let nothing_but = match rule.beside.is_empty() {
        true => String::new(),
        false => format!(", or nothing but {}", list(&rule.beside, ", ")),
    };
    Row {
        part: "rule",
        id: rule.id.to_string(),
        when: format!("the rules above give nothing{nothing_but}"),
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
    document.order.iter().map(|entry| {
        let when = entry.when.as_ref().map(Condition::to_string);
        Row {
            part: "order",
            id: entry.id.to_string(),
            when: when.unwrap_or("always".to_owned()),
            ..Row::default()
        }
    })
}

fn list<T: Display>(entries: &[T], separator: &str) -> String {
    let entries: Vec<String> = entries.iter().map(T::to_string).collect();
    entries.join(separator)
}

fn csv(pathway: &CheckedPathway, decisions: &Decisions, out: &mut dyn Write) -> Result<()> {
    let document = pathway.document();
    let decided = decisions.rows.iter();
    let decided = decided.map(|row| decision(pathway, row, &decisions.journeys));
    let rows = decided.chain(rules(document)).chain(conditions(document));
    // The csv crate hides the error that a closed pipe causes. The table is therefore written to
    // memory first.
    let mut table = csv::Writer::from_writer(Vec::new());
    for row in rows.chain(order(document)) {
        table.serialize(row)?;
    }
    out.write_all(&table.into_inner()?)?;
    Ok(())
}

fn markdown(pathway: &CheckedPathway, decisions: &Decisions, out: &mut dyn Write) -> Result<()> {
    let document = pathway.document();
    let all = grouped(&decisions.journeys);
    writeln!(out, "# {} {}\n", document.id, document.version)?;
    writeln!(out, "## Who is sent where\n")?;
    writeln!(
        out,
        "For each outcome, a row for each reason to give it: the first that holds, from the top. \
         The rows cover 100 % of the {all} journeys that are possible, with 0 overlaps.\n"
    )?;
    let heading = [
        "Outcome",
        "Rule",
        "When, and no row above",
        "Journeys",
        "Share",
        "Sources",
    ];
    write_heading(&heading, out)?;
    for entry in &decisions.rows {
        let journeys = grouped(&entry.journeys);
        let row = decision(pathway, entry, &decisions.journeys);
        write_row(
            &[
                &row.outcomes,
                &row.id,
                &row.when,
                &journeys,
                &row.share,
                &row.sources,
            ],
            out,
        )?;
    }
    writeln!(out, "\n## Rules\n\n{RULES}\n")?;
    let heading = [
        "Rule",
        "When",
        "Outcomes",
        "Stop",
        "Because of",
        "Sources",
        "Hazards",
    ];
    write_heading(&heading, out)?;
    for row in rules(document) {
        let (because, hazards) = (&row.because, &row.hazards);
        write_row(
            &[
                &row.id,
                &row.when,
                &row.outcomes,
                row.stop,
                because,
                &row.sources,
                hazards,
            ],
            out,
        )?;
    }
    for (heading, meaning, rows) in [
        (
            "Conditions",
            CONDITIONS,
            conditions(document).collect::<Vec<_>>(),
        ),
        ("Order of outcomes", ORDER, order(document).collect()),
    ] {
        writeln!(out, "\n## {heading}\n\n{meaning}\n")?;
        write_heading(&["Id", "When"], out)?;
        for row in rows {
            write_row(&[&row.id, &row.when], out)?;
        }
    }
    Ok(())
}

fn write_heading(cells: &[&str], out: &mut dyn Write) -> Result<()> {
    write_row(cells, out)?;
    write_row(&vec!["---"; cells.len()], out)
}

/// Writes one row of a Markdown table. No character in a cell needs an escape, because ids and
/// conditions contain no vertical bar and no line end.
fn write_row(cells: &[&str], out: &mut dyn Write) -> Result<()> {
    writeln!(out, "| {} |", cells.join(" | "))?;
    Ok(())
}
