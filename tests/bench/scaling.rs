//! Makes a table of the time and memory that `check` and `prove` take for a pathway, and of their
//! growth when the pathway is twice as large. The program `scaling` of the crate `bench-core`
//! measures both.

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use xshell::{Shell, cmd};

use crate::core_program;
use crate::stats::median;
use crate::table::Table;

/// The most time, in seconds, that `prove` may take for the built-in pathway. The next constant is
/// the most memory.
const AIM_SECONDS: f64 = 1.0;
const AIM_KIB: u32 = 200 * 1000 * 1000 / 1024;

/// One line of the output of `scaling`.
#[derive(Deserialize)]
struct Line {
    pathway: String,
    /// The size of the pathway as a multiple of the smallest size, or `None` for the built-in
    /// pathway.
    times: Option<u32>,
    /// The finding about a pathway that is too large.
    refused: Option<String>,
    #[serde(flatten)]
    run: Option<Run>,
}

/// One measurement of `check` or `prove`.
#[derive(Deserialize)]
struct Run {
    step: String,
    questions: u32,
    rules: u32,
    laws: u32,
    journeys: Option<String>,
    seconds: f64,
    peak_kib: Option<u32>,
}

/// The measurements of one pathway.
struct Pathway {
    name: String,
    times: Option<u32>,
    runs: Vec<Run>,
}

/// The time and memory that `check` or `prove` takes.
struct Cost {
    seconds: f64,
    peak_kib: Option<u32>,
}

/// Builds and runs the program `scaling`, and returns a table with a row for each pathway.
///
/// # Errors
/// When a pathway cannot be checked or proved.
pub fn table() -> Result<Table> {
    let program = core_program("scaling")?;
    let shell = Shell::new()?;
    table_of(&cmd!(shell, "{program}").quiet().read()?)
}

fn table_of(lines: &str) -> Result<Table> {
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
    table.decimals = 1;
    let mut refused = Vec::new();
    let mut pathways: Vec<Pathway> = Vec::new();
    for line in lines.lines() {
        let unread = || format!("this is no measurement: {line}");
        let line: Line = serde_json::from_str(line).with_context(unread)?;
        if let Some(finding) = line.refused {
            let times = line.times.unwrap_or_default();
            refused.push(format!("{} {times}× is refused: {finding}", line.pathway));
            continue;
        }
        let run = line.run.with_context(unread)?;
        match pathways.last_mut() {
            Some(last) if last.name == line.pathway && last.times == line.times => {
                last.runs.push(run)
            }
            _ => pathways.push(Pathway {
                name: line.pathway,
                times: line.times,
                runs: vec![run],
            }),
        }
    }
    let mut before: Option<&Pathway> = None;
    for pathway in &pathways {
        let smaller = before.filter(|smaller| smaller.name == pathway.name);
        table.add(&pathway.title(), pathway.figures(smaller)?);
        before = Some(pathway);
    }
    table.notes.extend(pathways.first().map(aim));
    table.notes.extend(refused);
    Ok(table)
}

impl Pathway {
    fn title(&self) -> String {
        let journeys = self.runs.iter().find_map(|run| run.journeys.as_deref());
        let journeys = short(journeys.unwrap_or_default());
        let times = self
            .times
            .map_or(String::new(), |times| format!(" {times}×"));
        format!("{}{times} ({journeys} journeys)", self.name)
    }

    fn cost(&self, step: &str) -> Option<Cost> {
        let runs: Vec<&Run> = self.runs.iter().filter(|run| run.step == step).collect();
        let seconds: Vec<f64> = runs.iter().map(|run| run.seconds).collect();
        Some(Cost {
            seconds: median(&seconds)?,
            peak_kib: runs.iter().filter_map(|run| run.peak_kib).max(),
        })
    }

    /// Returns the sizes of the pathway, and the time and memory of `check` and `prove`. Each time
    /// and memory comes with its ratio to those of the smaller pathway.
    fn figures(&self, smaller: Option<&Self>) -> Result<Vec<Option<f64>>> {
        let Some(run) = self.runs.first() else {
            bail!("{} was not measured", self.name);
        };
        let mut figures: Vec<_> = [run.questions, run.rules, run.laws]
            .map(|number| Some(f64::from(number)))
            .into();
        for step in ["check", "prove"] {
            let cost = self.cost(step);
            let base = smaller.and_then(|smaller| smaller.cost(step));
            let seconds = |cost: &Option<Cost>| cost.as_ref().map(|cost| cost.seconds);
            let kib = |cost: &Option<Cost>| Some(f64::from(cost.as_ref()?.peak_kib?));
            let ratio = |of: Option<f64>, to: Option<f64>| Some(of? / to?);
            figures.push(seconds(&cost).map(|seconds| seconds * 1000.0));
            figures.push(ratio(seconds(&cost), seconds(&base)));
            figures.push(kib(&cost).map(|kib| kib / 1024.0));
            figures.push(ratio(kib(&cost), kib(&base)));
        }
        Ok(figures)
    }
}

/// Returns a sentence that says whether `prove` stays within its limits of time and memory for the
/// built-in pathway.
fn aim(built_in: &Pathway) -> String {
    let met = built_in.cost("prove").is_some_and(|cost| {
        cost.seconds < AIM_SECONDS && cost.peak_kib.is_none_or(|kib| kib < AIM_KIB)
    });
    let aim = if met { "met" } else { "missed" };
    format!(
        "proving {} in less than 1 s and 200 MB: {aim}",
        built_in.name
    )
}

/// Shortens a large number to a few digits, such as `5.5e16`.
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
    fn a_pathway_is_compared_with_the_smaller_one_of_its_kind() -> Result<()> {
        let line = |pathway: &str, times: &str, seconds: f64| {
            format!(
                r#"{{"pathway":"{pathway}","times":{times},"step":"prove","questions":7,"rules":9,"laws":5,"journeys":"88383123","seconds":{seconds},"peak_kib":2048}}"#
            )
        };
        let lines = [
            line("one", "null", 0.5),
            line("many", "1", 0.001),
            line("many", "2", 0.003),
            line("many", "2", 0.002),
            line("many", "2", 0.009),
        ];
        let table = table_of(&lines.join("\n"))?;
        assert_eq!(table.rows[0].name, "one (8.8e7 journeys)");
        let figures = |row: usize| table.json()["rows"][row]["figures"].to_string();
        let end = |row: usize, wanted: &str| {
            assert!(figures(row).ends_with(wanted), "{}", figures(row));
        };
        end(0, ",500.0,null,2.0,null]");
        end(1, ",1.0,null,2.0,null]");
        end(2, ",3.0,3.0,2.0,1.0]");
        assert!(table.text().ends_with("met"));
        assert!(table_of("ready").is_err());
        Ok(())
    }

    #[test]
    fn small_numbers_are_written_out() {
        assert_eq!(short("88383"), "88383");
        assert_eq!(short("55320931964059135"), "5.5e16");
    }
}
