//! Turns small changes of the code, made one at a time in a copy, into how many of them the tests
//! notice. A change that nothing notices is a promise that no test keeps.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::paths::Workspace;
use crate::program::{cargo, shown};
use crate::tools;

const WANTED_PERCENT: usize = 95;

/// How `cargo mutants` ends when it has tried every change: all caught, some missed, some endless.
const TRIED: [i32; 3] = [0, 2, 3];

/// Where a fault would send someone to the wrong door, or let a wrong pathway run. Each change is
/// tried by the tests of its own package.
const CHANGED: [&str; 3] = [
    "src/pathway/evaluate.rs",
    "src/pathway/check/**",
    "src/proof/**",
];

/// The examples in the documentation show, and prove little: each would be a program to link. The
/// tests that change the pathway look for holes in its laws, not in the code, and take long.
const TESTS: [&str; 3] = ["--tests", "--", "--skip=mutants::"];

/// Changes these files, or without any all of [`CHANGED`], and prints a table.
///
/// # Errors
/// When the changes cannot be tried, or the tests notice too few of them.
pub fn mutants(workspace: &Workspace, files: &[PathBuf]) -> Result<()> {
    let outcomes = tried(workspace, files)?;
    let outcomes = fs::read_to_string(&outcomes)
        .with_context(|| format!("cannot read {}", outcomes.display()))?;
    let report = Report::read(&outcomes)?;
    println!("\n{report}");
    report.judge()
}

/// Tries each change, and says which file holds what became of them.
fn tried(workspace: &Workspace, files: &[PathBuf]) -> Result<PathBuf> {
    let scratch = workspace.scratch();
    fs::create_dir_all(&scratch).with_context(|| format!("cannot make {}", scratch.display()))?;
    let mut command = cargo(workspace.root());
    command
        .env("PATH", tools::path_to_mutants(workspace)?)
        // Each copy of the code is built in a folder of its own.
        .env_remove("CARGO_TARGET_DIR")
        .args(["mutants", "--no-config", "--workspace", "--profile=mutants"])
        .args(["--cargo-arg=--locked", "--colors=never", "--output"])
        .arg(&scratch);
    for argument in TESTS {
        command.arg(format!("--cargo-test-arg={argument}"));
    }
    if files.is_empty() {
        command.args(CHANGED.map(|files| format!("--file={files}")));
    }
    for file in files {
        command.arg("--file").arg(file);
    }
    let status = command
        .status()
        .with_context(|| format!("{} cannot start", shown(&command)))?;
    match status.code() {
        Some(code) if TRIED.contains(&code) => Ok(scratch.join("mutants.out/outcomes.json")),
        _ => bail!(
            "{} failed ({status}); its own words are above",
            shown(&command)
        ),
    }
}

/// What became of changes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Count {
    /// A test failed.
    caught: usize,
    /// Every test passed.
    missed: usize,
    /// A test did not end, and says nothing of what is wrong.
    endless: usize,
    /// It did not compile.
    unviable: usize,
}

impl Count {
    fn viable(self) -> usize {
        self.caught + self.missed + self.endless
    }

    fn add(&mut self, other: Self) {
        self.caught += other.caught;
        self.missed += other.missed;
        self.endless += other.endless;
        self.unviable += other.unviable;
    }
}

/// What became of each change.
#[derive(Default)]
struct Report {
    files: BTreeMap<String, Count>,
    survivors: Vec<String>,
}

impl Report {
    /// Reads the `outcomes.json` of `cargo mutants`.
    fn read(outcomes: &str) -> Result<Self> {
        let outcomes: Value =
            serde_json::from_str(outcomes).context("the outcomes are not JSON")?;
        let outcomes = outcomes.get("outcomes").and_then(Value::as_array);
        let mut report = Self::default();
        for outcome in outcomes.context("there is no list of outcomes")? {
            // The first outcome is of the code as it is.
            if let Some(mutant) = outcome.pointer("/scenario/Mutant") {
                let text = |value: Option<&Value>| value.and_then(Value::as_str).map(str::to_owned);
                let file = text(mutant.get("file")).context("a change has no file")?;
                let name = text(mutant.get("name")).context("a change has no name")?;
                let end = text(outcome.get("summary")).context("a change has no summary")?;
                report.add(file, name, &end)?;
            }
        }
        Ok(report)
    }

    fn add(&mut self, file: String, name: String, end: &str) -> Result<()> {
        let count = self.files.entry(file).or_default();
        match end {
            "CaughtMutant" => count.caught += 1,
            "Unviable" => count.unviable += 1,
            "MissedMutant" => {
                count.missed += 1;
                self.survivors.push(name);
            }
            "Timeout" => {
                count.endless += 1;
                self.survivors.push(format!("{name} (endless)"));
            }
            _ => bail!("{name}: nobody knows what {end:?} means"),
        }
        Ok(())
    }

    fn total(&self) -> Count {
        let mut total = Count::default();
        self.files.values().for_each(|count| total.add(*count));
        total
    }

    fn judge(&self) -> Result<()> {
        let total = self.total();
        if total.caught == 0 || total.caught * 100 < total.viable() * WANTED_PERCENT {
            bail!(
                "fewer than {WANTED_PERCENT} of 100 changes were caught: write tests that catch the survivors"
            );
        }
        Ok(())
    }
}

impl fmt::Display for Report {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let widest = self.files.keys().map(String::len).max().unwrap_or(0);
        let head = ["caught", "missed", "endless", "unviable"];
        write!(out, "{:widest$}", "file")?;
        head.iter()
            .try_for_each(|name| write!(out, "  {name:>8}"))?;
        let total = self.total();
        let rows = self
            .files
            .iter()
            .map(|(file, count)| (file.as_str(), count));
        for (file, count) in rows.chain([("all", &total)]) {
            write!(out, "\n{file:widest$}")?;
            for number in [count.caught, count.missed, count.endless, count.unviable] {
                write!(out, "  {number:>8}")?;
            }
        }
        if !self.survivors.is_empty() {
            write!(out, "\n\nsurvivors\n{}", self.survivors.join("\n"))?;
        }
        write!(
            out,
            "\n\n{} of {} viable changes were caught",
            total.caught,
            total.viable()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcomes(ends: &[(&str, usize)]) -> String {
        let ends = ends
            .iter()
            .flat_map(|(end, times)| std::iter::repeat_n(end, *times));
        let changes = ends.enumerate().map(|(at, end)| {
            format!(
                r#",{{"scenario": {{"Mutant": {{"file": "a.rs", "name": "a.rs:{at}"}}}}, "summary": "{end}"}}"#
            )
        });
        let changes: String = changes.collect();
        format!(r#"{{"outcomes": [{{"scenario": "Baseline", "summary": "Success"}}{changes}]}}"#)
    }

    #[test]
    fn each_change_is_counted_by_its_end() -> Result<()> {
        let ends = [
            ("CaughtMutant", 3),
            ("Unviable", 2),
            ("MissedMutant", 1),
            ("Timeout", 1),
        ];
        let report = Report::read(&outcomes(&ends))?;
        assert_eq!(
            report.to_string(),
            "file    caught    missed   endless  unviable\n\
             a.rs         3         1         1         2\n\
             all          3         1         1         2\n\
             \n\
             survivors\n\
             a.rs:5\n\
             a.rs:6 (endless)\n\
             \n\
             3 of 5 viable changes were caught"
        );
        Ok(())
    }

    #[test]
    fn fewer_than_95_of_100_are_too_few() -> Result<()> {
        let judge = |caught, other, end| {
            Report::read(&outcomes(&[("CaughtMutant", caught), (end, other)]))?.judge()
        };
        judge(95, 5, "MissedMutant")?;
        judge(1, 99, "Unviable")?;
        assert!(judge(94, 6, "MissedMutant").is_err());
        assert!(judge(94, 6, "Timeout").is_err());
        Ok(())
    }

    #[test]
    fn a_run_that_changed_nothing_is_not_well() {
        assert!(Report::default().judge().is_err());
    }

    #[test]
    fn an_unknown_end_is_refused() {
        assert!(Report::read(&outcomes(&[("Lost", 1)])).is_err());
        assert!(Report::read("{}").is_err());
    }
}
