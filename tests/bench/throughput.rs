//! Measures how many journeys `pathway route` routes in a second. This command reads answers from
//! its input and writes their outcomes.

use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};
use fs_err as fs;
use serde_json::Value;

use crate::stats::median;
use crate::{release_program, top};

const JOURNEYS: usize = 1_000_000;
const RUNS: usize = 5;
const PIPE_BYTES: usize = 1 << 16;
const BETWEEN_LOOKS: Duration = Duration::from_millis(2);

/// The time and the memory of one run of the command.
struct Run {
    seconds: f64,
    peak_kib: Option<u32>,
}

/// The number of journeys that the command routes in a second.
pub struct Throughput {
    pub journeys_per_s: f64,
    /// A sentence about the most memory that the command has used.
    pub memory: String,
}

/// Builds the `pathway` command, and measures how many journeys `pathway route` routes in a second.
///
/// # Errors
/// When the command cannot be built, or does not answer every line.
pub fn measure() -> Result<Throughput> {
    let command = release_program("pathway-cli", "pathway")?;
    let journeys = fs::read_to_string(top().join("tests/journeys/route.jsonl"))?;
    let block = answers(&journeys)?;
    let mut runs = Vec::new();
    for number in 1..=RUNS {
        let run = run(&command, &block)?;
        println!("run {number}: {:.2} s", run.seconds);
        runs.push(run);
    }
    let seconds: Vec<f64> = runs.iter().map(|run| run.seconds).collect();
    let median = median(&seconds).context("nothing was measured")?;
    let peak = runs.iter().filter_map(|run| run.peak_kib).max();
    let peak = peak.map_or("unknown".to_owned(), |kib| {
        format!("{:.1} MiB", f64::from(kib) / 1024.0)
    });
    Ok(Throughput {
        journeys_per_s: f64::from(u32::try_from(JOURNEYS)?) / median,
        memory: format!(
            "`pathway route`: {JOURNEYS} journeys in {median:.2} s (median of {RUNS}), peak memory {peak}"
        ),
    })
}

/// Returns the answers of each journey as one line of JSON, the input of the command.
fn answers(journeys: &str) -> Result<Vec<String>> {
    let block: Vec<_> = journeys
        .lines()
        .enumerate()
        .map(|(at, line)| {
            let journey: Value = serde_json::from_str(line)
                .with_context(|| format!("line {} of the journeys is not JSON", at + 1))?;
            let answers = journey
                .get("answers")
                .ok_or_else(|| anyhow!("line {} of the journeys has no answers", at + 1))?;
            Ok(format!("{answers}\n"))
        })
        .collect::<Result<_>>()?;
    if block.is_empty() {
        bail!("there are no journeys to measure with");
    }
    Ok(block)
}

fn run(program: &Path, block: &[String]) -> Result<Run> {
    let mut command = Command::new(program);
    command
        .current_dir(top())
        .arg("route")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let start = Instant::now();
    let mut child = command.spawn().context("`pathway route` cannot start")?;
    let to_child = child.stdin.take().context("the command has no input")?;
    let from_child = child.stdout.take().context("the command has no output")?;
    let (answered, peak_kib) = thread::scope(|scope| {
        let writer = scope.spawn(move || {
            let mut to_child = BufWriter::with_capacity(PIPE_BYTES, to_child);
            let mut lines = block.iter().cycle().take(JOURNEYS);
            lines.try_for_each(|line| to_child.write_all(line.as_bytes()))?;
            to_child.flush()
        });
        let peak = scope.spawn(|| peak_kib(child.id()));
        let answered = count_lines(BufReader::with_capacity(PIPE_BYTES, from_child));
        let written = writer.join().map_err(|_| anyhow!("the writer stopped"))?;
        written.context("the command stopped reading")?;
        let peak = peak.join().map_err(|_| anyhow!("the watch stopped"))?;
        Ok::<_, anyhow::Error>((answered?, peak))
    })?;
    finish(child, answered)?;
    let seconds = start.elapsed().as_secs_f64();
    Ok(Run { seconds, peak_kib })
}

fn count_lines(mut out: impl BufRead) -> Result<usize> {
    let mut lines = 0;
    loop {
        let bytes = out.fill_buf().context("the answers cannot be read")?;
        if bytes.is_empty() {
            return Ok(lines);
        }
        lines += bytes.iter().filter(|byte| **byte == b'\n').count();
        let taken = bytes.len();
        out.consume(taken);
    }
}

fn finish(mut child: Child, answered: usize) -> Result<()> {
    let status = child.wait().context("the command cannot be waited for")?;
    if !status.success() {
        bail!("`pathway route` failed ({status})");
    }
    if answered != JOURNEYS {
        bail!("`pathway route` answered {answered} of {JOURNEYS} journeys");
    }
    Ok(())
}

/// Observes a process until it ends, and returns the most memory that it has used, in KiB. Returns
/// `None` on a system without `/proc`.
fn peak_kib(process: u32) -> Option<u32> {
    let path = format!("/proc/{process}/status");
    let mut last = None;
    while let Some(peak) = fs::read_to_string(&path)
        .ok()
        .and_then(|text| high_water(&text))
    {
        last = Some(peak);
        thread::sleep(BETWEEN_LOOKS);
    }
    last
}

/// Finds the most memory that a process has used, in KiB, in the text of its status in `/proc`.
/// After the process has ended, the text lacks this number.
fn high_water(status: &str) -> Option<u32> {
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_answers_reach_the_command() -> Result<()> {
        let journeys = "{\"answers\": {\"who\": \"me\"}, \"outcomes\": []}\n";
        assert_eq!(answers(journeys)?, ["{\"who\":\"me\"}\n"]);
        assert!(answers("").is_err());
        assert!(answers("{}").is_err());
        Ok(())
    }

    #[test]
    fn the_memory_of_an_ended_process_is_not_read() {
        assert_eq!(high_water("Name:\tx\nVmHWM:\t    2048 kB\n"), Some(2048));
        assert_eq!(high_water("Name:\tx\nState:\tZ (zombie)\n"), None);
    }

    #[test]
    fn answers_are_counted_by_their_lines() -> Result<()> {
        assert_eq!(count_lines("{}\n{}\n".as_bytes())?, 2);
        Ok(())
    }
}
