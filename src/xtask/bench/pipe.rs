//! Turns the journeys of the tests into a measurement of the `pathway` tool as other programs use
//! it: a process of its own, journeys in on one end, outcomes out on the other. What a check and a
//! proof cost is measured by `growth`.

use std::fs;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};
use serde_json::Value;

use super::middle::median;
use crate::paths::Workspace;
use crate::program::{cargo, run, shown};

const JOURNEYS: usize = 1_000_000;
const RUNS: usize = 5;
const PIPE_BYTES: usize = 1 << 16;
const BETWEEN_LOOKS_MS: u64 = 2;

/// What one run took.
struct Run {
    seconds: f64,
    peak_kib: Option<u64>,
}

/// What the tool did.
pub struct Piped {
    pub journeys_per_s: f64,
    /// In a sentence.
    pub memory: String,
}

/// Builds and measures.
///
/// # Errors
/// When the tool cannot be built, or does not answer every line.
pub fn pipe(workspace: &Workspace) -> Result<Piped> {
    let tool = release_tool(workspace)?;
    let source = workspace.root().join("tests/journeys/route.jsonl");
    let journeys =
        fs::read_to_string(&source).with_context(|| format!("cannot read {}", source.display()))?;
    let block = answers(&journeys)?;
    let mut runs = Vec::new();
    for number in 1..=RUNS {
        let run = measure(workspace, &tool, &block)?;
        println!("run {number}: {:.2} s", run.seconds);
        runs.push(run);
    }
    let seconds: Vec<f64> = runs.iter().map(|run| run.seconds).collect();
    let median = median(&seconds).context("nothing was measured")?;
    let peak = runs.iter().filter_map(|run| run.peak_kib).max();
    Ok(Piped {
        journeys_per_s: f64::from(u32::try_from(JOURNEYS)?) / median,
        memory: format!(
            "`pathway route`: {JOURNEYS} journeys in {median:.2} s (median of {RUNS}), peak memory {}",
            memory(peak)
        ),
    })
}

fn release_tool(workspace: &Workspace) -> Result<PathBuf> {
    let mut build = cargo(workspace.root());
    build
        .args(["build", "--quiet", "--locked", "--release"])
        .args(["--package", "pathway-cli", "--bin", "pathway"])
        .arg("--target-dir")
        .arg(workspace.root().join("target"));
    run(&mut build)?;
    let name = format!("pathway{}", std::env::consts::EXE_SUFFIX);
    Ok(workspace.root().join("target/release").join(name))
}

/// The answers alone, one object a line, as the tool reads them.
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

fn measure(workspace: &Workspace, tool: &Path, block: &[String]) -> Result<Run> {
    let mut command = Command::new(tool);
    command
        .current_dir(workspace.root())
        .arg("route")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let start = Instant::now();
    let mut child = command
        .spawn()
        .with_context(|| format!("{} cannot start", shown(&command)))?;
    let to_tool = child.stdin.take().context("the tool has no input")?;
    let from_tool = child.stdout.take().context("the tool has no output")?;
    let (answered, peak_kib) = thread::scope(|scope| {
        let writer = scope.spawn(move || {
            let mut to_tool = BufWriter::with_capacity(PIPE_BYTES, to_tool);
            let mut lines = block.iter().cycle().take(JOURNEYS);
            lines.try_for_each(|line| to_tool.write_all(line.as_bytes()))?;
            to_tool.flush()
        });
        let peak = scope.spawn(|| peak_kib(child.id()));
        let answered = count_lines(BufReader::with_capacity(PIPE_BYTES, from_tool));
        let written = writer.join().map_err(|_| anyhow!("the writer stopped"))?;
        written.context("the tool stopped reading")?;
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
        let bytes = out
            .fill_buf()
            .context("the tool's answers cannot be read")?;
        if bytes.is_empty() {
            return Ok(lines);
        }
        lines += bytes.iter().filter(|byte| **byte == b'\n').count();
        let taken = bytes.len();
        out.consume(taken);
    }
}

fn finish(mut child: Child, answered: usize) -> Result<()> {
    let status = child.wait().context("the tool cannot be waited for")?;
    if !status.success() {
        bail!("`pathway route` failed ({status})");
    }
    if answered != JOURNEYS {
        bail!("`pathway route` answered {answered} of {JOURNEYS} journeys");
    }
    Ok(())
}

/// The most memory the process had at once, looked at until it ends; only Linux tells.
fn peak_kib(process: u32) -> Option<u64> {
    let path = format!("/proc/{process}/status");
    let mut last = None;
    while let Some(peak) = fs::read_to_string(&path)
        .ok()
        .and_then(|text| high_water(&text))
    {
        last = Some(peak);
        thread::sleep(Duration::from_millis(BETWEEN_LOOKS_MS));
    }
    last
}

/// A process that has ended still has a status, without this line.
fn high_water(status: &str) -> Option<u64> {
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}

/// Memory as it is read.
fn memory(kib: Option<u64>) -> String {
    kib.map_or_else(
        || "not told".to_owned(),
        |kib| {
            let kib = u32::try_from(kib).unwrap_or(u32::MAX);
            format!("{:.1} MiB", f64::from(kib) / 1024.0)
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_answers_reach_the_tool() -> Result<()> {
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
