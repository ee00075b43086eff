//! Measures with the program wrk how many requests a server answers in a second.

use std::net::SocketAddr;

use anyhow::{Context, Result, bail};
use fs_err as fs;
use xshell::{Shell, cmd};

use crate::top;

/// The arguments of wrk: 1 thread, 32 connections, 15 seconds.
const ARGUMENTS: [&str; 4] = ["-t1", "-c32", "-d15s", "--latency"];
/// The words that describe the arguments of wrk in the table of results.
pub const HOW: &str = "32 connections, 15 seconds each";

/// A request that wrk sends to the server.
pub struct Request {
    pub path: String,
    pub headers: Vec<(&'static str, String)>,
}

/// The results of one run of wrk.
pub struct Run {
    pub requests_per_s: f64,
    pub p50_ms: f64,
    pub p99_ms: f64,
}

impl Request {
    /// Returns the request of a browser that does not have the file yet.
    pub fn first(path: &str) -> Self {
        Self {
            path: path.to_owned(),
            headers: vec![("Accept-Encoding", "gzip".to_owned())],
        }
    }

    /// Returns the request of a browser that has the file with this `ETag`.
    pub fn again(path: &str, tag: &str) -> Self {
        let mut request = Self::first(path);
        request.headers.push(("If-None-Match", tag.to_owned()));
        request
    }

    /// Returns the request in Lua, the language of wrk's scripts.
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

/// Sends the requests one after the other, again and again, and measures how many are answered in a
/// second.
///
/// # Errors
/// When wrk is missing, an answer is an error, or the output of wrk cannot be read.
pub fn measure(address: SocketAddr, requests: &[Request]) -> Result<Run> {
    let requests: Vec<String> = requests.iter().map(Request::lua).collect();
    let lua = format!(
        "local requests\nlocal at = 0\ninit = function()\n  requests = {{\n    {}\n  }}\nend\n\
         request = function()\n  at = at % #requests + 1\n  return requests[at]\nend\n",
        requests.join(",\n    ")
    );
    let script = top().join("target/bench/visit.lua");
    fs::create_dir_all(top().join("target/bench"))?;
    fs::write(&script, lua)?;
    let shell = Shell::new()?;
    let url = format!("http://{address}/");
    let output = cmd!(shell, "wrk {ARGUMENTS...} -s {script} {url}")
        .quiet()
        .read()
        .context("wrk: on Debian run `apt-get install wrk` as root")?;
    run(&output).with_context(|| format!("wrk printed: {output}"))
}

fn run(output: &str) -> Result<Run> {
    if output.contains("Non-2xx") || output.contains("Socket errors") {
        bail!("some answers were errors");
    }
    let after = |word: &str| {
        let mut lines = output.lines().map(str::trim);
        lines.find_map(|line| Some(line.strip_prefix(word)?.trim().to_owned()))
    };
    let time = |word: &str| after(word).as_deref().and_then(milliseconds);
    let requests = after("Requests/sec:").and_then(|number| number.parse().ok());
    Ok(Run {
        requests_per_s: requests.context("no requests are counted")?,
        p50_ms: time("50%").context("no median is printed")?,
        p99_ms: time("99%").context("no 99th percentile is printed")?,
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

    const OUTPUT: &str = "Running 15s test\n  Latency Distribution\n     50%  812.00us\n     99%    1.25s \nRequests/sec:  39180.11\nTransfer/sec:     11.20MB\n";

    #[test]
    fn the_output_of_wrk_is_read() -> Result<()> {
        let run = run(OUTPUT)?;
        assert!((run.requests_per_s - 39180.11).abs() < 1e-6);
        assert!((run.p50_ms - 0.812).abs() < 1e-6);
        assert!((run.p99_ms - 1250.0).abs() < 1e-6);
        Ok(())
    }

    #[test]
    fn answers_that_are_errors_are_no_load() {
        assert!(run(&format!("{OUTPUT}  Non-2xx or 3xx responses: 3\n")).is_err());
    }

    #[test]
    fn a_tag_with_quotes_stands_in_a_script() {
        let lua = Request::again("/a.js", "W/\"5f\"").lua();
        assert!(
            lua.contains("[\"If-None-Match\"] = [==[W/\"5f\"]==]"),
            "{lua}"
        );
    }
}
