//! Turns what `tests/bench` measures in Chromium into tables: what is sent before the first question, when
//! it can be used, what a step takes, and what memory is kept.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde_json::Value;

use super::middle::{median, most};
use super::peers::Peers;
use super::said::{number, text};
use super::table::Table;
use crate::browser::CHROMIUM;
use crate::paths::Workspace;
use crate::program::{cargo, read};

const WIDGET: &str = "widget";
const KIB: f64 = 1024.0;

/// One visit, in milliseconds.
struct Visit {
    page: String,
    network: String,
    slower: u64,
    round: u64,
    first: f64,
    steps: Vec<f64>,
}

/// Everything that was said, by what it is about.
#[derive(Default)]
struct Said {
    sent: Vec<Value>,
    visits: Vec<Visit>,
    kept: Vec<Value>,
    missing: Vec<String>,
}

/// Opens every page in Chromium, so often on each profile.
///
/// # Errors
/// When there is no browser, or the widget itself cannot be measured.
pub fn browser(workspace: &Workspace, peers: &Peers, rounds: usize) -> Result<Vec<Table>> {
    let programs = CHROMIUM.ensure(workspace)?;
    let mut bench = cargo(workspace.root());
    bench
        .args(["test", "--quiet", "--locked"])
        .args(["--package", "webdriver-tests", "--test", "bench"])
        .env("PPIMHS_DIST", workspace.dist())
        .env("PPIMHS_PEERS", peers.packages())
        .env("PPIMHS_ROUNDS", rounds.to_string())
        .envs(programs);
    let said = Said::of(&read(&mut bench)?)?;
    let mut tables = vec![said.sent(), said.first(rounds), said.ratios()];
    tables.extend([
        said.steps("Median", median),
        said.steps("95th percentile", most),
    ]);
    tables.push(said.kept());
    let missing = peers.missing.iter().chain(&said.missing);
    let missing: Vec<String> = missing.cloned().collect();
    for table in tables.iter_mut().take(3) {
        table.notes.extend(missing.iter().cloned());
    }
    Ok(tables)
}

impl Said {
    fn of(lines: &str) -> Result<Self> {
        let mut said = Self::default();
        for line in lines.lines().filter(|line| line.starts_with('{')) {
            let line: Value = serde_json::from_str(line)
                .with_context(|| format!("this is no measurement: {line}"))?;
            if let Some(name) = text(&line, "/missing") {
                said.missing.push(format!(
                    "{name} is missing: {}",
                    text(&line, "/why").unwrap_or_default()
                ));
            } else if text(&line, "/page").is_some() {
                match visit(&line) {
                    Some(visit) => said.visits.push(visit),
                    None => said.missing.push(format!("a visit failed: {line}")),
                }
            } else if text(&line, "/sent").is_some() {
                said.sent.push(line);
            } else {
                said.kept.push(line);
            }
        }
        let widget = |visit: &Visit| visit.page == WIDGET;
        said.visits
            .iter()
            .any(widget)
            .then_some(said)
            .context("the widget was not measured")
    }

    /// Pages in the order they were measured in.
    fn pages(&self) -> Vec<&str> {
        self.sent
            .iter()
            .filter_map(|line| text(line, "/sent"))
            .collect()
    }

    fn sent(&self) -> Table {
        let title = "Sent in a visit of six questions (brotli 11)";
        let mut table = Table::new(title, "page", &["KB", "files"]);
        for line in &self.sent {
            let kb = number(line, "/bytes").map(|bytes| bytes / 1000.0);
            table.add(
                text(line, "/sent").unwrap_or_default(),
                vec![kb, number(line, "/files")],
            );
        }
        table.decimals = 1;
        table.drawn = true;
        table
    }

    /// Networks and slowness, in the order they were measured in.
    fn profiles(&self) -> Vec<(String, u64)> {
        let mut profiles = Vec::new();
        for visit in &self.visits {
            let profile = (visit.network.clone(), visit.slower);
            if !profiles.contains(&profile) {
                profiles.push(profile);
            }
        }
        profiles
    }

    fn first(&self, rounds: usize) -> Table {
        let title = format!("From the visit to the first question (median of {rounds})");
        let mut table = Table::new(&title, "ms", &self.pages());
        for (network, slower) in self.profiles() {
            let figures = self.pages().into_iter().map(|page| {
                let visits = self.of_profile(page, &network, slower);
                median(&visits.map(|visit| visit.first).collect::<Vec<_>>())
            });
            table.add(&format!("{network}, CPU {slower}×"), figures.collect());
        }
        table.drawn = true;
        table
    }

    /// Each round compared with itself, so that whatever the machine did then counts for both.
    fn ratios(&self) -> Table {
        let title = "How many times as long as the widget, in the same round (median)";
        let mut table = Table::new(title, "widget = 1", &self.pages());
        for (network, slower) in self.profiles() {
            let widget: BTreeMap<u64, f64> = self
                .of_profile(WIDGET, &network, slower)
                .map(|visit| (visit.round, visit.first))
                .collect();
            let figures = self.pages().into_iter().map(|page| {
                let visits = self.of_profile(page, &network, slower);
                let ratios =
                    visits.filter_map(|visit| Some(visit.first / widget.get(&visit.round)?));
                median(&ratios.collect::<Vec<_>>())
            });
            table.add(&format!("{network}, CPU {slower}×"), figures.collect());
        }
        table.decimals = 2;
        table
    }

    fn steps(&self, which: &str, figure: fn(&[f64]) -> Option<f64>) -> Table {
        let title = format!("A step, from the press to the picture: {which}, five steps a visit");
        let mut table = Table::new(&title, "ms", &self.pages());
        let mut slownesses: Vec<u64> = self.visits.iter().map(|visit| visit.slower).collect();
        slownesses.dedup();
        slownesses.sort_unstable();
        slownesses.dedup();
        for slower in slownesses {
            let figures = self.pages().into_iter().map(|page| {
                let visits = self.visits.iter();
                let visits = visits.filter(|visit| visit.page == page && visit.slower == slower);
                figure(
                    &visits
                        .flat_map(|visit| visit.steps.clone())
                        .collect::<Vec<_>>(),
                )
            });
            table.add(&format!("CPU {slower}×"), figures.collect());
        }
        table.notes.push(
            "A press waits for the next frame: 17 ms at 60 frames a second, twice that if the frame is missed."
                .to_owned(),
        );
        table.drawn = which != "Median";
        table
    }

    fn kept(&self) -> Table {
        let title = "What the widget keeps, after its garbage was collected";
        let columns = ["WebAssembly KiB", "JavaScript KiB", "nodes", "listeners"];
        let mut table = Table::new(title, "after", &columns);
        for line in &self.kept {
            let told = |what: &str| number(line, &format!("/told/{what}"));
            let name = format!(
                "{} {}",
                number(line, "/times").unwrap_or_default(),
                text(line, "/after").unwrap_or_default()
            );
            let figures = vec![
                number(line, "/wasm_bytes").map(|bytes| bytes / KIB),
                told("script_bytes").map(|bytes| bytes / KIB),
                told("nodes"),
                told("listeners"),
            ];
            table.add(&name, figures);
        }
        table
    }

    fn of_profile(&self, page: &str, network: &str, slower: u64) -> impl Iterator<Item = &Visit> {
        self.visits.iter().filter(move |visit| {
            visit.page == page && visit.network == network && visit.slower == slower
        })
    }
}

fn visit(line: &Value) -> Option<Visit> {
    let steps = line.pointer("/found/steps")?.as_array()?;
    Some(Visit {
        page: text(line, "/page")?.to_owned(),
        network: text(line, "/network")?.to_owned(),
        slower: line.get("slower")?.as_u64()?,
        round: line.get("round")?.as_u64()?,
        first: number(line, "/found/first")?,
        steps: steps.iter().filter_map(Value::as_f64).collect(),
    })
}
