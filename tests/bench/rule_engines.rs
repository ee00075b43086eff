//! Makes a table of how many journeys each program routes in a second. The programs are the core in
//! native code, the core in WebAssembly, and rule engines from npm with the same rules. Each
//! program must first give the expected outcomes of every journey.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Deserialize;
use servers::find_dist_files;
use xshell::{Shell, cmd};

use crate::peer_packages;
use crate::stats::median;
use crate::table::Table;
use crate::top;

/// The files of the WebAssembly module for other programs, by the names that scripts import.
const READER: [&str; 2] = ["ppimhs_reader.js", "ppimhs_reader_bg.wasm"];
const SCRIPTS: &str = "tests/bench/rules";
/// The name of the program with which the table compares the others: the core in WebAssembly.
const WASM: &str = "wasm";
/// The name of each program in the scripts, and its name in the table.
const NAMES: [(&str, &str); 4] = [
    ("native", "natively, in one process"),
    (WASM, "in WebAssembly, in Node.js"),
    ("json-logic-js", "json-logic-js, in Node.js"),
    ("json-rules-engine", "json-rules-engine, in Node.js"),
];

/// The time that one run of a program takes for all journeys.
#[derive(Deserialize)]
struct Run {
    /// The name of the program that ran. It is empty if only the core in native code ran.
    #[serde(default = "native")]
    name: String,
    journeys: f64,
    seconds: f64,
}

fn native() -> String {
    "native".to_owned()
}

/// Measures how long each program takes for all journeys in every round, and returns a table of the
/// speeds. `through_pipe` is the speed of the command `pathway route`, in journeys a second.
///
/// # Errors
/// When a program gives wrong outcomes for a journey, or cannot run.
pub fn table(steps: &Path, through_pipe: f64, rounds: usize) -> Result<Table> {
    let rounds_text = rounds.to_string();
    let shell = Shell::new()?;
    let native = cmd!(shell, "{steps} route {rounds_text}").quiet().read()?;
    let script = lay_scripts()?;
    let top = top();
    let others = cmd!(shell, "node {script} {top} {rounds_text}")
        .quiet()
        .read()?;
    let mut speeds: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for line in native.lines().chain(others.lines()) {
        let run: Run = serde_json::from_str(line)
            .with_context(|| format!("this is no measurement: {line}"))?;
        let speed = run.journeys / run.seconds;
        speeds.entry(run.name).or_default().push(speed);
    }
    let middle = |name: &str| speeds.get(name).and_then(|speeds| median(speeds));
    let title = format!("Journeys a second (median of {rounds} rounds)");
    let columns = ["journeys a second", "WebAssembly = 1"];
    let mut table = Table::new(&title, "journeys", &columns);
    let mut add = |name: &str, speed: Option<f64>| {
        let ratio = middle(WASM).zip(speed).map(|(wasm, speed)| speed / wasm);
        table.add(name, vec![speed, ratio]);
    };
    for (key, name) in NAMES {
        add(name, middle(key));
    }
    add("natively, through `pathway route`", Some(through_pipe));
    table.decimals = 2;
    table.notes.push(
        "All are given a line of JSON. The first two and the last also refuse answers that cannot be, \
         and say which rules hold; the engines from npm say outcomes alone."
            .to_owned(),
    );
    Ok(table)
}

/// Copies the scripts that measure the rule engines into the folder of the npm packages, with the
/// module that they import.
fn lay_scripts() -> Result<PathBuf> {
    let source = top().join(SCRIPTS);
    for script in find_dist_files::files(&source)? {
        let name = script.strip_prefix(&source)?;
        peer_packages::lay(&script, &format!("rules/{}", name.display()))?;
    }
    let folder = find_dist_files::folder();
    for name in READER {
        let module = folder.join(find_dist_files::find(&folder, &format!("app/{name}"))?);
        peer_packages::lay(&module, &format!("rules/reader/{name}"))?;
    }
    Ok(peer_packages::folder().with_file_name("rules/main.js"))
}
