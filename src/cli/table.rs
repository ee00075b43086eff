//! A pathway → its decision table: who is sent where and why, one row for each reason, then each rule
//! as it is written, each named condition written out, and the order of outcomes on a result. It is
//! all that routing knows, for a clinical lead to sign.

use crate::pathway_files::{PathwayFiles, TrustArg};
use anyhow::{Result, ensure};
use clap::ValueEnum;
use pathway::{
    check::CheckedPathway,
    document::{Condition, Document, LastResort, Local, Rule},
};
use proof::{BigUint, Decision, DecisionReason, Decisions};
use review::numbers::{grouped, share};
use serde::Serialize;
use std::{fmt::Display, io::Write, path::PathBuf};

/// Writes a pathway as tables, to read, print or sign
///
/// First who is sent where: for each outcome a row for each reason to give it, with the exact number
/// of journeys; no journey is in two rows of an outcome, and none is in no row. Then the rules in
/// order, the conditions they name, written out, and the order in which outcomes stand on a result:
/// each at the first place whose condition holds.
#[derive(clap::Args)]
pub struct Args {
    /// The pathway folder; without one, the built-in pathway
    folder: Option<PathBuf>,
    #[command(flatten)]
    over: TrustArg,
    /// How the table is written
    #[arg(long, value_enum, default_value_t = Format::Markdown)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For people: four tables on one page
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
    let pathway = PathwayFiles::or_built_in(args.folder.as_deref(), &args.over).pathway()?;
    let decisions = whole(&pathway)?;
    match args.format {
        Format::Markdown => markdown(&pathway, &decisions, out),
        Format::Csv => csv(&pathway, &decisions, out),
    }
}

/// The decisions, counted again: the rows of an outcome do not overlap, so their journeys together
/// are all there are, or rows are missing.
fn whole(pathway: &CheckedPathway) -> Result<Decisions> {
    let decisions = proof::decisions(pathway);
    for outcome in 0..pathway.document().outcomes.len() {
        let rows = decisions.rows.iter().filter(|row| row.outcome == outcome);
        let journeys: BigUint = rows.map(|row| &row.journeys).sum();
        ensure!(
            journeys == decisions.journeys,
            "the rows of an outcome cover {} of {} journeys: tell the project, with this pathway",
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

/// What a row says when it is not a rule's.
const NOTHING: &str = "no rule gives it";

/// A row of the decisions: its id is the rule's, or empty where nothing gives the outcome.
fn decision(pathway: &CheckedPathway, decision: &Decision, all: &BigUint) -> Row {
    let document = pathway.document();
    let last = document.rules.len();
    let (place, when) = match &decision.reason {
        DecisionReason::Rule { rule, when } => (Some(*rule), when.to_string()),
        DecisionReason::LastResort => (Some(last), last_resort(&document.last_resort).when),
        DecisionReason::LocalRule => (Some(last + 1), local(&document.local).when),
        DecisionReason::OutsideArea => (
            Some(last + 1),
            format!("a rule gives it and {}: it goes", document.local.outside),
        ),
        DecisionReason::NoRule => (None, NOTHING.to_owned()),
    };
    let outcome = document.outcomes.get(decision.outcome);
    Row {
        part: "decision",
        id: place.map_or(String::new(), |place| pathway.rule_id(place).to_string()),
        when,
        outcomes: outcome.map_or(String::new(), |outcome| outcome.id.to_string()),
        sources: place.map_or(String::new(), |place| {
            list(pathway.rule_sources(place), ", ")
        }),
        journeys: decision.journeys.to_string(),
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

fn csv(pathway: &CheckedPathway, decisions: &Decisions, out: &mut dyn Write) -> Result<()> {
    let document = pathway.document();
    let decided = decisions.rows.iter();
    let decided = decided.map(|row| decision(pathway, row, &decisions.journeys));
    // In memory first: the csv crate hides why a write failed, and nobody reading is no fault.
    let mut table = csv::Writer::from_writer(Vec::new());
    for row in decided
        .chain(rules(document))
        .chain(conditions(document))
        .chain(order(document))
    {
        table.serialize(row)?;
    }
    out.write_all(&table.into_inner()?)?;
    Ok(())
}

fn markdown(pathway: &CheckedPathway, decisions: &Decisions, out: &mut dyn Write) -> Result<()> {
    let document = pathway.document();
    writeln!(out, "# {} {}\n", document.id, document.version)?;
    decided(pathway, decisions, out)?;
    writeln!(out, "\n## Rules\n\n{RULES}\n")?;
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

/// Who is sent where, and why.
fn decided(pathway: &CheckedPathway, decisions: &Decisions, out: &mut dyn Write) -> Result<()> {
    writeln!(
        out,
        "## Who is sent where\n\nFor each outcome, a row for each reason to give it: the first that holds, from the top. \
         The rows cover 100 % of the {} journeys that are possible, with 0 overlaps.\n",
        grouped(&decisions.journeys)
    )?;
    let heading = [
        "Outcome",
        "Rule",
        "When, and no row above",
        "Journeys",
        "Share",
        "Sources",
    ];
    writeln!(out, "{}\n{}", line(&heading), line(&["---"; 6]))?;
    for row in &decisions.rows {
        let journeys = grouped(&row.journeys);
        let row = decision(pathway, row, &decisions.journeys);
        let cells = [
            &row.outcomes,
            &row.id,
            &row.when,
            &journeys,
            &row.share,
            &row.sources,
        ];
        writeln!(out, "{}", line(&cells.map(String::as_str)))?;
    }
    Ok(())
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
