//! Turns the journeys of the tests into how many of them are routed in a second: natively, in
//! WebAssembly, and by rule engines from npm that are given the same rules. Each leads every journey
//! where it should before any time is taken.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use super::middle::median;
use super::peers::Peers;
use super::said::{number, text};
use super::table::Table;
use crate::content_hash;
use crate::paths::Workspace;
use crate::paths::files;
use crate::program::read;

/// What the reader's module is called where the scripts look for it.
const READER: [&str; 2] = ["ppimhs_reader.js", "ppimhs_reader_bg.wasm"];
const SCRIPTS: &str = "tests/bench/rules";
/// What the others are compared with.
const WIDGETS: &str = "wasm";
/// What the scripts call each way → what the table calls it.
const NAMES: [(&str, &str); 4] = [
    ("native", "natively, in one process"),
    (WIDGETS, "in WebAssembly, in Node.js"),
    ("json-logic-js", "json-logic-js, in Node.js"),
    ("json-rules-engine", "json-rules-engine, in Node.js"),
];

/// Takes the time of each in every round.
///
/// # Errors
/// When one of them leads a journey elsewhere, or cannot run.
pub fn routes(
    workspace: &Workspace,
    peers: &Peers,
    steps: &Path,
    piped: f64,
    rounds: usize,
) -> Result<Table> {
    let native = read(Command::new(steps).args(["route", &rounds.to_string()]))?;
    let others = read(&mut node(workspace, peers, rounds)?)?;
    let mut speeds: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for line in native.lines().chain(others.lines()) {
        let (name, speed) = speed(line).with_context(|| format!("this is no speed: {line}"))?;
        speeds.entry(name).or_default().push(speed);
    }
    let middle = |name: &str| speeds.get(name).and_then(|speeds| median(speeds));
    let title = format!("Journeys a second (median of {rounds} rounds)");
    let columns = ["journeys a second", "WebAssembly = 1"];
    let mut table = Table::new(&title, "journeys", &columns);
    let mut add = |name: &str, speed: Option<f64>| {
        let beside = middle(WIDGETS).zip(speed);
        table.add(
            name,
            vec![speed, beside.map(|(widgets, speed)| speed / widgets)],
        );
    };
    for (key, name) in NAMES {
        add(name, middle(key));
    }
    add("natively, through `pathway route`", Some(piped));
    table.decimals = 2;
    table.notes.push(
        "All are given a line of JSON. The first two and the last also refuse answers that cannot be, \
         and say which rules hold; the engines from npm say outcomes alone."
            .to_owned(),
    );
    Ok(table)
}

/// The scripts, beside the packages and the reader that they import.
fn node(workspace: &Workspace, peers: &Peers, rounds: usize) -> Result<Command> {
    let source = workspace.root().join(SCRIPTS);
    for script in files(&source)? {
        let name = script
            .strip_prefix(&source)
            .context("a file left its folder")?;
        peers.lay(&script, &format!("rules/{}", name.display()))?;
    }
    for name in READER {
        let dist = workspace.dist();
        let module = dist.join(content_hash::find(&dist, &format!("app/{name}"))?);
        peers.lay(&module, &format!("rules/reader/{name}"))?;
    }
    let mut node = Command::new("node");
    node.arg(peers.packages().with_file_name("rules/main.js"));
    node.arg(workspace.root()).arg(rounds.to_string());
    Ok(node)
}

fn speed(line: &str) -> Option<(String, f64)> {
    let run: Value = serde_json::from_str(line).ok()?;
    let name = text(&run, "/name").unwrap_or("native");
    let speed = number(&run, "/journeys")? / number(&run, "/seconds")?;
    Some((name.to_owned(), speed))
}
