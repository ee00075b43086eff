//! Counts the processor instructions of three steps of the core, and compares the counts with the
//! accepted counts. A count does not depend on the speed of the machine.
//!
//! `tests/bench/instructions.json` lists the accepted counts of each step, the newest last. If a
//! count is more than 5 % higher than the accepted counts, `CHANGELOG.md` must contain the new
//! count.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, anyhow, bail};
use fs_err as fs;
use serde_json::{Map, Value};

use crate::table::Table;
use crate::{core_program, top};

/// The name of each measured step of the core, and its description in the table.
const STEPS: [(&str, &str); 3] = [
    ("parse", "parse: pathway.json into a document"),
    ("check", "check: the document into a pathway"),
    ("evaluate", "evaluate: every journey of the tests"),
];
const ACCEPTED: &str = "tests/bench/instructions.json";
const MORE: f64 = 1.05;

/// The number of processor instructions of each step.
type Counts = Vec<(&'static str, u64)>;

/// Counts the processor instructions of each step of the core, and compares the counts with the
/// accepted counts. If `accept` is true, it adds the new counts to the accepted counts.
///
/// # Errors
/// When valgrind is missing, or when a count is more than 5 % too high.
pub fn check(accept: bool) -> Result<()> {
    let counts = count(&core_program("steps")?)?;
    println!("{}", table(&counts).text());
    let path = top().join(ACCEPTED);
    let mut accepted: Map<String, Value> = serde_json::from_str(&fs::read_to_string(&path)?)
        .with_context(|| format!("{ACCEPTED} is no object"))?;
    if accept {
        for (step, count) in &counts {
            let list = accepted
                .entry(*step)
                .or_insert_with(|| Value::Array(Vec::new()));
            let list = list.as_array_mut().context("a step has no list")?;
            if list.last() != Some(&Value::from(*count)) {
                list.push((*count).into());
            }
        }
        let text = serde_json::to_string(&accepted)?.replace("],", "],\n") + "\n";
        fs::write(&path, text)?;
    }
    let changes = fs::read_to_string(top().join("CHANGELOG.md"))?;
    let mut faults = Vec::new();
    for (step, count) in &counts {
        let list = accepted.get(*step).and_then(Value::as_array);
        let list: Vec<u64> = list
            .into_iter()
            .flatten()
            .filter_map(Value::as_u64)
            .collect();
        faults.extend(fault(step, *count, &list, &changes));
    }
    if faults.is_empty() {
        return Ok(());
    }
    bail!(
        "{}. If that is worth it, run `cargo xtask counts --accept`, and give the new count in a line of CHANGELOG.md",
        faults.join("; ")
    )
}

/// Returns an error message about the number of instructions of a step, or `None` if the accepted
/// counts allow this number.
fn fault(step: &str, count: u64, accepted: &[u64], changes: &str) -> Option<String> {
    let Some((first, rest)) = accepted.split_first() else {
        return Some(format!("{step} has no accepted count"));
    };
    let mut bound = *first;
    for next in rest {
        if is_more(*next, bound) && !changes.contains(&next.to_string()) {
            return Some(format!(
                "{step} was raised from {bound} to {next} instructions, which stands in no line of CHANGELOG.md"
            ));
        }
        // A rise of less than 5 % does not raise the bound, because many small rises would add up
        // to a large one.
        if *next < bound || is_more(*next, bound) {
            bound = *next;
        }
    }
    is_more(count, bound)
        .then(|| format!("{step} takes {count} instructions, more than 5 % above {bound}"))
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts are far below the 2^53 that are exact"
)]
fn is_more(count: u64, bound: u64) -> bool {
    count as f64 > bound as f64 * MORE
}

/// Counts the processor instructions of each step of the core. The count of a step is half of the
/// difference between a program that runs it three times and a program that runs it once.
///
/// # Errors
/// When valgrind is missing or prints no count.
pub fn count(steps: &Path) -> Result<Counts> {
    let mut counts = Vec::new();
    for (step, _) in STEPS {
        let once = instructions(steps, step, 1)?;
        let thrice = instructions(steps, step, 3)?;
        let more = thrice.checked_sub(once);
        counts.push((step, more.context("three runs take less than one")? / 2));
    }
    Ok(counts)
}

/// Returns the counts of instructions as a table.
pub fn table(counts: &Counts) -> Table {
    let title = "Instructions, as callgrind counts them";
    let mut table = Table::new(title, "instructions", &["instructions"]);
    for ((_, count), (_, what)) in counts.iter().zip(STEPS) {
        let count = u32::try_from(*count).ok().map(f64::from);
        table.add(what, vec![count]);
    }
    table
}

fn instructions(steps: &Path, step: &str, times: usize) -> Result<u64> {
    let mut command = Command::new("valgrind");
    command
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(steps)
        .args([step, &times.to_string()]);
    let output = command
        .output()
        .context("valgrind cannot start: on Debian run `apt-get install valgrind` as root")?;
    let printed = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        bail!("valgrind failed on {step}: {printed}");
    }
    let count = printed
        .lines()
        .find_map(|line| line.split_once("Collected : ")?.1.trim().parse().ok());
    count.ok_or_else(|| anyhow!("valgrind counted nothing in {step}: {printed}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(count: u64, accepted: &[u64], changes: &str) -> Option<String> {
        fault("parse", count, accepted, changes)
    }

    #[test]
    fn five_percent_more_pass_and_six_do_not() {
        assert_eq!(check(105, &[100], ""), None);
        let fault = check(106, &[100], "").unwrap();
        assert!(fault.contains("more than 5 % above 100"), "{fault}");
    }

    #[test]
    fn a_higher_count_must_stand_in_the_changelog() {
        assert!(check(200, &[100, 200], "parse is slower").is_some());
        assert_eq!(
            check(200, &[100, 200], "parse takes 200 instructions"),
            None
        );
    }

    #[test]
    fn small_rises_do_not_add_up_and_a_lower_count_stays_the_bound() {
        assert!(check(109, &[100, 104, 108], "").is_some());
        assert!(check(90, &[100, 80], "").is_some());
    }

    #[test]
    fn a_step_without_a_count_is_a_fault() {
        assert!(check(1, &[], "").is_some());
    }
}
