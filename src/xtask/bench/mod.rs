//! Turns the project into figures: what travels, what a visitor waits for, what memory is kept, what the
//! core and the proof cost; one table after the other on the terminal, and in `docs/` as JSON and as a
//! chart.

mod browser;
mod chart;
pub mod counts;
mod growth;
pub mod machine;
mod middle;
mod peers;
mod pipe;
mod routes;
mod said;
mod steps;
pub mod table;

use std::fs;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::dist;
use crate::paths::Workspace;
use crate::size_budget::Sizes;
use machine::Machine;
use peers::Peers;
use table::Table;

const JSON: &str = "docs/bench.json";
const CHART: &str = "docs/bench.svg";

/// Builds, unless `built`, measures everything, and writes it down.
///
/// # Errors
/// When something cannot be built or measured. A peer that cannot be had is said, and left out.
pub fn bench(workspace: &Workspace, rounds: usize, built: bool) -> Result<()> {
    if !built {
        dist::build(workspace, None)?;
    }
    let peers = Peers::ensure(workspace)?;
    let steps = steps::steps(workspace)?;
    let before = Machine::now();

    let mut tables = vec![sizes(workspace)?];
    println!("opening every page {rounds} times on each profile");
    tables.extend(browser::browser(workspace, &peers, rounds)?);
    println!("routing journeys");
    let piped = pipe::pipe(workspace)?;
    tables.push(routes::routes(
        workspace,
        &peers,
        &steps,
        piped.journeys_per_s,
        rounds,
    )?);
    println!("checking and proving");
    let mut growth = growth::growth(workspace)?.table();
    growth.notes.push(piped.memory);
    tables.push(growth);
    println!("counting instructions");
    tables.push(counts::table(&counts::count(&steps)?));

    let after = Machine::now();
    let machine = before.text(&after);
    for table in &tables {
        println!("\n{}", table.text());
    }
    println!("\nmeasured on {machine}");
    let told = json!({
        "machine": before.json(&after),
        "rounds": rounds,
        "tables": tables.iter().map(Table::json).collect::<Vec<Value>>(),
    });
    write(workspace, JSON, &format!("{told:#}\n"))?;
    write(workspace, CHART, &chart::chart(&tables, &machine))
}

/// What each file of `dist/` weighs, and what a visitor takes on each rung.
fn sizes(workspace: &Workspace) -> Result<Table> {
    let mut table = Table::new(
        "Sizes of dist/, file by file and rung by rung",
        "bytes",
        &["raw", "gzip", "brotli"],
    );
    for (name, figures) in Sizes::of(&workspace.dist())?.figures() {
        let figures = figures.map(|bytes| u32::try_from(bytes).ok().map(f64::from));
        table.add(&name, figures.to_vec());
    }
    Ok(table)
}

fn write(workspace: &Workspace, name: &str, text: &str) -> Result<()> {
    fs::write(workspace.root().join(name), text).with_context(|| format!("cannot write {name}"))
}
