//! Turns three steps of the core into how many instructions each takes, which depends on no machine's
//! speed; and holds them to what was accepted.
//!
//! `tests/bench/instructions.json` lists for each step every count that was ever accepted, the newest
//! last. One that is more than 5 % above those before it must stand in `CHANGELOG.md`, digit by digit.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow, bail};
use serde_json::{Map, Value};

use super::steps::steps;
use super::table::Table;
use crate::apt;
use crate::paths::Workspace;
use crate::program::{find, shown};

const STEPS: [&str; 3] = ["parse", "check", "evaluate"];
const ACCEPTED: &str = "tests/bench/instructions.json";
const MORE: f64 = 1.05;

/// What one step takes, each once: the file read, the pathway checked, every journey of the tests
/// replayed.
type Counts = Vec<(&'static str, u64)>;

/// Counts, and holds the counts to what was accepted.
///
/// # Errors
/// When valgrind cannot be had, or a step takes more than it may.
pub fn check(workspace: &Workspace, accept: bool) -> Result<()> {
    let counts = count(&steps(workspace)?)?;
    println!("{}", table(&counts).text());
    let path = workspace.root().join(ACCEPTED);
    let mut accepted = read(&path)?;
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
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
    }
    let changes = fs::read_to_string(workspace.root().join("CHANGELOG.md"))
        .context("CHANGELOG.md cannot be read")?;
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

/// What is wrong with a count, given those that were accepted before it.
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
        // A rise of less than 5 % is no new bound: many of them would be one of more.
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

/// Counts each step: a run with one more of it, less a run with none, and half of that.
///
/// # Errors
/// When valgrind cannot be had, or says no count.
pub fn count(steps: &Path) -> Result<Counts> {
    let valgrind = ensure_valgrind()?;
    let mut counts = Vec::new();
    for step in STEPS {
        let once = collected(&valgrind, steps, step, 1)?;
        let thrice = collected(&valgrind, steps, step, 3)?;
        let more = thrice.checked_sub(once);
        counts.push((step, more.context("three runs take less than one")? / 2));
    }
    Ok(counts)
}

/// The counts as they are read.
pub fn table(counts: &Counts) -> Table {
    let title = "Instructions, as callgrind counts them";
    let mut table = Table::new(title, "instructions", &["instructions"]);
    let what = [
        "parse: pathway.json into a document",
        "check: the document into a pathway",
        "evaluate: every journey of the tests",
    ];
    for ((_, count), what) in counts.iter().zip(what) {
        let count = u32::try_from(*count).ok().map(f64::from);
        table.add(what, vec![count]);
    }
    table
}

fn collected(valgrind: &Path, steps: &Path, step: &str, times: usize) -> Result<u64> {
    let mut command = Command::new(valgrind);
    command
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(steps)
        .args([step, &times.to_string()]);
    let output = command
        .output()
        .with_context(|| format!("{} cannot start", shown(&command)))?;
    let said = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        bail!("{} failed: {said}", shown(&command));
    }
    let count = said
        .lines()
        .find_map(|line| line.split_once("Collected : ")?.1.trim().parse().ok());
    count.ok_or_else(|| anyhow!("{} counted nothing: {said}", shown(&command)))
}

fn ensure_valgrind() -> Result<PathBuf> {
    if find("valgrind").is_none() {
        apt::install(&["valgrind"])?;
    }
    find("valgrind").context(
        "instructions are counted with valgrind: on Debian run `apt-get install valgrind` as root",
    )
}

fn read(path: &Path) -> Result<Map<String, Value>> {
    let text =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is no object", path.display()))
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
    fn a_count_that_was_raised_must_stand_in_the_changelog() {
        assert!(check(200, &[100, 200], "parse is slower").is_some());
        assert_eq!(
            check(200, &[100, 200], "parse takes 200 instructions"),
            None
        );
    }

    #[test]
    fn small_rises_do_not_add_up_and_what_was_won_is_kept() {
        assert!(check(109, &[100, 104, 108], "").is_some());
        assert!(check(90, &[100, 80], "").is_some());
    }

    #[test]
    fn a_step_without_a_count_is_a_fault() {
        assert!(check(1, &[], "").is_some());
    }
}
