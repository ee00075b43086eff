//! Runs every measurement: sizes, loading, steps, memory, throughput, scaling and instructions.
//! Prints a table for each, and writes all tables to `docs/` as JSON and as a chart.

use anyhow::Result;
use fs_err as fs;
use serde_json::{Value, json};

use crate::machine::Machine;
use crate::peer_packages::PeerPackages;
use crate::table::Table;
use crate::{
    chart, core_program, instruction_counts, loading, page_measurements, page_memory_table,
    rule_engines, scaling, sizes, throughput, top,
};

/// Measures `dist/` as the last build has left it. `rounds` is the number of visits to each page,
/// for each network and each processor speed.
///
/// # Errors
/// When a program cannot be built, or a measurement fails. A compared page whose packages cannot be
/// installed is no error: the tables leave it out and say so.
pub fn measure(rounds: usize) -> Result<()> {
    let packages = PeerPackages::ensure()?;
    let steps = core_program("steps")?;
    let before = Machine::now();

    let mut tables = vec![sizes::table()?];
    println!("opening every page {rounds} times on each profile");
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let (mut pages, kept) = runtime.block_on(async {
        (
            loading::measure(rounds).await,
            page_memory_table::measure().await,
        )
    });
    pages.missing.extend(packages.missing.clone());
    tables.extend(page_measurements::tables(&pages, &kept, rounds));
    println!("routing journeys");
    let throughput = throughput::measure()?;
    let per_second = throughput.journeys_per_s;
    tables.push(rule_engines::table(&steps, per_second, rounds)?);
    println!("checking and proving");
    let mut scaling = scaling::table()?;
    scaling.notes.push(throughput.memory);
    tables.push(scaling);
    println!("counting instructions");
    tables.push(instruction_counts::table(&instruction_counts::count(
        &steps,
    )?));

    let after = Machine::now();
    let machine = before.text(&after);
    for table in &tables {
        println!("\n{}", table.text());
    }
    println!("\nmeasured on {machine}");
    let report = json!({
        "machine": before.json(&after),
        "rounds": rounds,
        "tables": tables.iter().map(Table::json).collect::<Vec<Value>>(),
    });
    fs::write(top().join("docs/bench.json"), format!("{report:#}\n"))?;
    fs::write(
        top().join("docs/bench.svg"),
        chart::chart(&tables, &machine),
    )?;
    Ok(())
}
