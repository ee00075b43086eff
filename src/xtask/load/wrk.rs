//! Turns a list of requests into how many of them a server answers in a second, with wrk.

use std::fs;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::apt;
use crate::paths::Workspace;
use crate::program::{find, read};

/// How it asks: threads, connections, for how long.
const ARGUMENTS: [&str; 4] = ["-t1", "-c32", "-d15s", "--latency"];
/// The same for people.
pub const HOW: &str = "32 connections, 15 seconds each";

/// A request.
pub struct Asked {
    pub path: String,
    pub headers: Vec<(&'static str, String)>,
}

/// The program.
pub struct Wrk {
    program: PathBuf,
    script: PathBuf,
}

/// What it saw.
pub struct Run {
    pub requests_per_s: f64,
    pub p50_ms: f64,
    pub p99_ms: f64,
}

impl Asked {
    /// By a browser that has nothing.
    pub fn first(path: &str) -> Self {
        Self {
            path: path.to_owned(),
            headers: vec![("Accept-Encoding", "gzip".to_owned())],
        }
    }

    /// By one that has the file with this tag.
    pub fn again(path: &str, tag: &str) -> Self {
        let mut asked = Self::first(path);
        asked.headers.push(("If-None-Match", tag.to_owned()));
        asked
    }

    /// The request in the language of wrk's scripts.
    fn lua(&self) -> String {
        let headers: Vec<String> = self
            .headers
            .iter()
            .map(|(name, value)| format!("[\"{name}\"] = [==[{value}]==]"))
            .collect();
        format!(
            "wrk.format(\"GET\", \"{}\", {{ {} }})",
            self.path,
            headers.join(", ")
        )
    }
}

impl Wrk {
    /// Finds it, installing it where that needs no password.
    ///
    /// # Errors
    /// When it cannot be had.
    pub fn ensure(workspace: &Workspace) -> Result<Self> {
        if find("wrk").is_none() {
            apt::install(&["wrk"])?;
        }
        let program =
            find("wrk").context("wrk is missing: on Debian run `apt-get install wrk` as root")?;
        Ok(Self {
            program,
            script: workspace.scratch().join("visit.lua"),
        })
    }

    /// Asks for one after the other, again and again.
    ///
    /// # Errors
    /// When an answer is an error, or wrk says nothing that can be read.
    pub fn run(&self, address: SocketAddr, asked: &[Asked]) -> Result<Run> {
        let requests: Vec<String> = asked.iter().map(Asked::lua).collect();
        let script = format!(
            "local requests\nlocal at = 0\ninit = function()\n  requests = {{\n    {}\n  }}\nend\n\
             request = function()\n  at = at % #requests + 1\n  return requests[at]\nend\n",
            requests.join(",\n    ")
        );
        fs::write(&self.script, script)
            .with_context(|| format!("cannot write {}", self.script.display()))?;
        let mut command = Command::new(&self.program);
        command.args(ARGUMENTS).arg("-s").arg(&self.script);
        let said = read(command.arg(format!("http://{address}/")))?;
        run(&said).with_context(|| format!("wrk says: {said}"))
    }
}

fn run(said: &str) -> Result<Run> {
    if said.contains("Non-2xx") || said.contains("Socket errors") {
        bail!("some answers were errors");
    }
    let after = |word: &str| {
        let mut lines = said.lines().map(str::trim);
        lines.find_map(|line| Some(line.strip_prefix(word)?.trim().to_owned()))
    };
    let time = |word: &str| after(word).as_deref().and_then(milliseconds);
    let requests = after("Requests/sec:").and_then(|number| number.parse().ok());
    Ok(Run {
        requests_per_s: requests.context("no requests are counted")?,
        p50_ms: time("50%").context("no median is told")?,
        p99_ms: time("99%").context("no 99th percentile is told")?,
    })
}

fn milliseconds(text: &str) -> Option<f64> {
    let units = [("us", 0.001), ("ms", 1.0), ("s", 1000.0), ("m", 60_000.0)];
    units.into_iter().find_map(|(unit, times)| {
        let number: f64 = text.strip_suffix(unit)?.parse().ok()?;
        Some(number * times)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAID: &str = "Running 15s test\n  Latency Distribution\n     50%  812.00us\n     99%    1.25s \nRequests/sec:  39180.11\nTransfer/sec:     11.20MB\n";

    #[test]
    fn what_wrk_says_is_read() -> Result<()> {
        let run = run(SAID)?;
        assert!((run.requests_per_s - 39180.11).abs() < 1e-6);
        assert!((run.p50_ms - 0.812).abs() < 1e-6);
        assert!((run.p99_ms - 1250.0).abs() < 1e-6);
        Ok(())
    }

    #[test]
    fn answers_that_are_errors_are_no_load() {
        assert!(run(&format!("{SAID}  Non-2xx or 3xx responses: 3\n")).is_err());
    }

    #[test]
    fn a_tag_with_quotes_stands_in_a_script() {
        let lua = Asked::again("/a.js", "W/\"5f\"").lua();
        assert!(
            lua.contains("[\"If-None-Match\"] = [==[W/\"5f\"]==]"),
            "{lua}"
        );
    }
}
