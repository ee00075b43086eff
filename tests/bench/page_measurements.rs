//! Makes the tables about the measured pages in Chromium: the bytes sent, the time until 999 can be
//! read, the time to the first question, the time of a step, and the memory of a page.

use std::collections::BTreeMap;

use crate::heap::Memory;
use crate::loading::{Pages, Visit};
use crate::stats::{median, percentile_95};
use crate::table::Table;

const WIDGET: &str = "widget";
const KIB: f64 = 1024.0;

/// Returns every table about the measured pages.
pub fn tables(pages: &Pages, memory: &[(String, Memory)], rounds: usize) -> Vec<Table> {
    let mut tables = vec![
        pages.sent(),
        pages.help(rounds),
        pages.first(rounds),
        pages.ratios(),
    ];
    for table in &mut tables {
        table.notes.extend(pages.missing.iter().cloned());
    }
    tables.push(pages.steps("Median", median));
    tables.push(pages.steps("95th percentile", percentile_95));
    tables.push(memory_table(memory));
    tables
}

impl Pages {
    /// Returns the names of the pages in the order of measurement.
    fn names(&self) -> Vec<&str> {
        self.sent.iter().map(|sent| sent.page).collect()
    }

    fn sent(&self) -> Table {
        let title = "Sent in a visit of six questions (brotli 11)";
        let mut table = Table::new(title, "page", &["KB", "files"]);
        for sent in &self.sent {
            let kb = f64::from(sent.bytes) / 1000.0;
            table.add(sent.page, vec![Some(kb), Some(f64::from(sent.files))]);
        }
        table.decimals = 1;
        table.drawn = true;
        table
    }

    /// Returns each pair of a network and a slowdown of the processor, in the order of measurement.
    fn profiles(&self) -> Vec<(&'static str, u32)> {
        let mut profiles: Vec<_> = self
            .visits
            .iter()
            .map(|visit| (visit.network, visit.slowdown))
            .collect();
        profiles.dedup();
        profiles
    }

    fn help(&self, rounds: usize) -> Table {
        let title = format!("From the visit until 999 can be read (median of {rounds})");
        let mut table = Table::new(&title, "ms", &self.names());
        for (network, slowdown) in self.profiles() {
            let figures = self.names().into_iter().map(|page| {
                let visits = self.of_profile(page, network, slowdown);
                median(
                    &visits
                        .filter_map(|visit| visit.found.help)
                        .collect::<Vec<_>>(),
                )
            });
            table.add(&format!("{network}, CPU {slowdown}×"), figures.collect());
        }
        table
    }

    fn first(&self, rounds: usize) -> Table {
        let title = format!("From the visit to the first question (median of {rounds})");
        let mut table = Table::new(&title, "ms", &self.names());
        for (network, slowdown) in self.profiles() {
            let figures = self.names().into_iter().map(|page| {
                let visits = self.of_profile(page, network, slowdown);
                median(&visits.map(|visit| visit.found.first).collect::<Vec<_>>())
            });
            table.add(&format!("{network}, CPU {slowdown}×"), figures.collect());
        }
        table.drawn = true;
        table
    }

    /// Returns the table of ratios. Each ratio compares the time of a page with the time of the
    /// widget in the same round, so that other work on the machine slows both.
    fn ratios(&self) -> Table {
        let title = "How many times as long as the widget, in the same round (median)";
        let mut table = Table::new(title, "widget = 1", &self.names());
        for (network, slowdown) in self.profiles() {
            let widget: BTreeMap<usize, f64> = self
                .of_profile(WIDGET, network, slowdown)
                .map(|visit| (visit.round, visit.found.first))
                .collect();
            let figures = self.names().into_iter().map(|page| {
                let visits = self.of_profile(page, network, slowdown);
                let ratios =
                    visits.filter_map(|visit| Some(visit.found.first / widget.get(&visit.round)?));
                median(&ratios.collect::<Vec<_>>())
            });
            table.add(&format!("{network}, CPU {slowdown}×"), figures.collect());
        }
        table.decimals = 2;
        table
    }

    fn steps(&self, which: &str, figure: fn(&[f64]) -> Option<f64>) -> Table {
        let title = format!("A step, from the press to the picture: {which}, five steps a visit");
        let mut table = Table::new(&title, "ms", &self.names());
        let mut slowdowns: Vec<u32> = self.visits.iter().map(|visit| visit.slowdown).collect();
        slowdowns.sort_unstable();
        slowdowns.dedup();
        for slowdown in slowdowns {
            let figures = self.names().into_iter().map(|page| {
                let visits = self.visits.iter();
                let visits =
                    visits.filter(|visit| visit.page == page && visit.slowdown == slowdown);
                let steps = visits.flat_map(|visit| visit.found.steps.iter().copied());
                figure(&steps.collect::<Vec<_>>())
            });
            table.add(&format!("CPU {slowdown}×"), figures.collect());
        }
        table.notes.push(
            "A press waits for the next frame: 17 ms at 60 frames a second, twice that if the frame is missed."
                .to_owned(),
        );
        table.drawn = which != "Median";
        table
    }

    fn of_profile(&self, page: &str, network: &str, slowdown: u32) -> impl Iterator<Item = &Visit> {
        self.visits.iter().filter(move |visit| {
            visit.page == page && visit.network == network && visit.slowdown == slowdown
        })
    }
}

fn memory_table(memory: &[(String, Memory)]) -> Table {
    let title = "What the widget keeps, after its garbage was collected";
    let columns = ["WebAssembly KiB", "JavaScript KiB", "nodes", "listeners"];
    let mut table = Table::new(title, "after", &columns);
    let figure = |number: u64| u32::try_from(number).ok().map(f64::from);
    for (name, used) in memory {
        let metrics = used.metrics;
        table.add(
            name,
            vec![
                figure(used.wasm_bytes).map(|bytes| bytes / KIB),
                metrics
                    .and_then(|metrics| figure(metrics.script_bytes))
                    .map(|bytes| bytes / KIB),
                metrics.and_then(|metrics| figure(metrics.nodes)),
                metrics.and_then(|metrics| figure(metrics.listeners)),
            ],
        );
    }
    table
}
