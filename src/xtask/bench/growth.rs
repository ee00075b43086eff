//! Turns what `src/proof/benches/growth` measures into a table: what it costs to check and to prove a
//! pathway, and how much more when there is twice as much of it.

use anyhow::{Context, Result};
use serde_json::Value;

use super::middle::median;
use super::table::Table;
use crate::paths::Workspace;
use crate::program::{cargo, read};

/// What proving the first pathway, the built-in one, may take at most.
const AIM_SECONDS: f64 = 1.0;
const AIM_KIB: u64 = 200 * 1000 * 1000 / 1024;

/// Every pathway that was measured.
pub struct Growth {
    rows: Vec<Row>,
    /// Pathways that are larger than may be, and what was said of them.
    refused: Vec<String>,
}

/// A pathway, and what each step of it took.
struct Row {
    pathway: String,
    /// How many times as large as the smallest of its kind.
    times: Option<u64>,
    /// Questions, rules and laws.
    size: [u64; 3],
    journeys: String,
    check: Step,
    prove: Step,
}

#[derive(Default)]
struct Step {
    seconds: Vec<f64>,
    peak_kib: Option<u64>,
}

/// Builds and measures.
///
/// # Errors
/// When a pathway cannot be checked or proved.
pub fn growth(workspace: &Workspace) -> Result<Growth> {
    let mut bench = cargo(workspace.root());
    bench
        .args(["bench", "--quiet", "--locked"])
        .args(["--package", "proof", "--bench", "growth"])
        .arg("--target-dir")
        .arg(workspace.root().join("target"));
    Growth::of(&read(&mut bench)?)
}

impl Growth {
    /// One measurement a line, those of a pathway together.
    fn of(lines: &str) -> Result<Self> {
        let mut rows: Vec<Row> = Vec::new();
        let mut refused = Vec::new();
        for line in lines.lines() {
            let run: Value = serde_json::from_str(line)
                .with_context(|| format!("this is no measurement: {line}"))?;
            let (pathway, times) = (text(&run, "pathway"), number(&run, "times"));
            if run.get("refused").is_some() {
                let times = times.unwrap_or_default();
                let said = text(&run, "refused");
                refused.push(format!("{pathway} {times}× is refused: {said}"));
                continue;
            }
            if rows
                .last()
                .is_none_or(|row| row.pathway != pathway || row.times != times)
            {
                let size = ["questions", "rules", "laws"];
                rows.push(Row {
                    pathway,
                    times,
                    size: size.map(|what| number(&run, what).unwrap_or_default()),
                    journeys: String::new(),
                    check: Step::default(),
                    prove: Step::default(),
                });
            }
            let row = rows.last_mut().context("nothing was measured")?;
            row.add(&run)
                .with_context(|| format!("this is no measurement: {line}"))?;
        }
        Ok(Self { rows, refused })
    }
}

impl Row {
    fn add(&mut self, run: &Value) -> Result<()> {
        let step = match run.get("step").and_then(Value::as_str) {
            Some("check") => &mut self.check,
            Some("prove") => {
                self.journeys = short(&text(run, "journeys"));
                &mut self.prove
            }
            _ => anyhow::bail!("it is of no step"),
        };
        let seconds = run.get("seconds").and_then(Value::as_f64);
        step.seconds.push(seconds.context("it took no time")?);
        step.peak_kib = step.peak_kib.max(number(run, "peak_kib"));
        Ok(())
    }

    fn name(&self) -> String {
        match self.times {
            Some(times) => format!("{} {times}×", self.pathway),
            None => self.pathway.clone(),
        }
    }
}

impl Step {
    fn time(&self) -> f64 {
        median(&self.seconds).unwrap_or_default()
    }

    /// Time and memory, each with how many times what the smaller pathway took.
    fn beside(&self, smaller: Option<&Self>) -> [Option<f64>; 4] {
        let peak = |step: &Self| {
            let kib = step.peak_kib.and_then(|kib| u32::try_from(kib).ok());
            kib.map(f64::from)
        };
        let time = smaller.map(|smaller| self.time() / smaller.time());
        let space = smaller.and_then(|smaller| Some(peak(self)? / peak(smaller)?));
        [
            Some(self.time() * 1000.0),
            time,
            peak(self).map(|kib| kib / 1024.0),
            space,
        ]
    }
}

impl Growth {
    /// A line for each pathway.
    pub fn table(&self) -> Table {
        let columns = [
            "questions",
            "rules",
            "laws",
            "check ms",
            "×",
            "check MiB",
            "×",
            "prove ms",
            "×",
            "prove MiB",
            "×",
        ];
        let title = "To check and to prove a pathway, as it grows (median of 9)";
        let mut table = Table::new(title, "pathway", &columns);
        let mut before: Option<&Row> = None;
        for row in &self.rows {
            let smaller = before.filter(|smaller| smaller.pathway == row.pathway);
            let size = row.size.map(|what| u32::try_from(what).ok().map(f64::from));
            let check = row.check.beside(smaller.map(|smaller| &smaller.check));
            let prove = row.prove.beside(smaller.map(|smaller| &smaller.prove));
            let name = format!("{} ({} journeys)", row.name(), row.journeys);
            table.add(&name, [&size[..], &check, &prove].concat());
            before = Some(row);
        }
        table.decimals = 1;
        table.notes.extend(self.rows.first().map(aim));
        table.notes.extend(self.refused.iter().cloned());
        table
    }
}

/// Whether the built-in pathway is proved as fast and as small as it should be.
fn aim(built_in: &Row) -> String {
    let fast = built_in.prove.time() < AIM_SECONDS;
    let small = built_in.prove.peak_kib.is_none_or(|kib| kib < AIM_KIB);
    let aim = if fast && small { "met" } else { "missed" };
    format!(
        "proving {} in less than 1 s and 200 MB: {aim}",
        built_in.pathway
    )
}

fn text(run: &Value, key: &str) -> String {
    let text = run.get(key).and_then(Value::as_str);
    text.unwrap_or_default().to_owned()
}

fn number(run: &Value, key: &str) -> Option<u64> {
    run.get(key).and_then(Value::as_u64)
}

/// A number of any size in a few signs: `5.5e16`.
fn short(digits: &str) -> String {
    match digits.split_at_checked(1) {
        Some((first, rest)) if rest.len() > 5 => {
            let second = rest.get(..1).unwrap_or_default();
            format!("{first}.{second}e{}", rest.len())
        }
        _ => digits.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_compared_with_the_smaller_of_its_kind() -> Result<()> {
        let line = |pathway: &str, times: &str, step: &str, seconds: f64| {
            format!(
                r#"{{"pathway":"{pathway}","times":{times},"step":"{step}","questions":7,"rules":9,"laws":5,"journeys":"88383123","seconds":{seconds},"peak_kib":2048}}"#
            )
        };
        let lines = [
            line("one", "null", "prove", 0.5),
            line("many", "1", "prove", 0.001),
            line("many", "2", "prove", 0.003),
            line("many", "2", "prove", 0.002),
            line("many", "2", "prove", 0.009),
        ];
        let table = Growth::of(&lines.join("\n"))?.table().text();
        let cells = |row: usize| {
            let line = table.lines().nth(row + 2).unwrap_or_default();
            line.split_whitespace()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        assert_eq!(cells(0)[..2], ["one", "(8.8e7"], "{table}");
        assert_eq!(cells(0)[10..], ["500.0", "-", "2.0", "-"], "{table}");
        assert_eq!(cells(1)[11..], ["1.0", "-", "2.0", "-"], "{table}");
        assert_eq!(cells(2)[11..], ["3.0", "3.0", "2.0", "1.0"], "{table}");
        assert!(table.ends_with("met"), "{table}");
        assert!(Growth::of("ready").is_err());
        Ok(())
    }

    #[test]
    fn small_numbers_are_written_out() {
        assert_eq!(short("88383"), "88383");
        assert_eq!(short("55320931964059135"), "5.5e16");
    }
}
