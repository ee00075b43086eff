//! Measures how many visits to `dist/` nginx serves in a second, with the project's settings from
//! `www/server/`. Some visits are first visits. In the others, the browser has every file and asks
//! whether it has changed.

use std::path::Path;

use anyhow::{Context, Result};
use servers::{NGINX, find_dist_files};

use crate::machine::Machine;
use crate::sizes;
use crate::table::Table;
use crate::wrk::{self, Request};

/// A file that the browser loads after the first screen.
const AFTERWARDS: &str = "app/keep.js";

/// Serves `dist/` with nginx, requests its files, and prints a table of the measurements.
///
/// # Errors
/// When nginx or wrk is missing, or an answer of nginx is wrong.
pub fn measure() -> Result<()> {
    let before = Machine::now();
    let program = NGINX.program();
    let program = program.context("nginx: on Debian run `apt-get install nginx-light` as root")?;
    let nginx = (NGINX.start)(&program)?;
    let mut first = Vec::new();
    let mut again = Vec::new();
    let (mut first_bytes, mut again_bytes) = (0, 0);
    let groups = sizes::groups()?;
    let first_question = groups.first().context("size_budget.json is empty")?;
    let names = first_question.files.iter().map(String::as_str);
    for name in names.chain([AFTERWARDS]) {
        let file = find_dist_files::find(&find_dist_files::folder(), name)?;
        let path = format!("/finder/{}", file.display());
        let request = Request::first(&path);
        let answer = nginx.get(&path, &request.headers)?.expect_status(200)?;
        first_bytes += answer.bytes();
        first.push(request);
        // A browser does not request a file again if the path of the file contains a content hash.
        if file != Path::new(name) {
            continue;
        }
        let tag = answer.header("ETag");
        let tag = tag.with_context(|| format!("{name} has no ETag"))?;
        let request = Request::again(&path, &tag);
        let answer = nginx.get(&path, &request.headers)?.expect_status(304)?;
        again_bytes += answer.bytes();
        again.push(request);
    }

    let columns = [
        "requests a visit",
        "KB a visit",
        "requests a second",
        "visits a second",
        "Mbit a second",
        "p50 ms",
        "p99 ms",
    ];
    let mut table = Table::new("dist/ behind nginx", "visit", &columns);
    for (name, requests, bytes) in [
        ("first: everything is sent", &first, first_bytes),
        ("again: nothing has changed", &again, again_bytes),
    ] {
        let run = wrk::measure(nginx.address(), requests)?;
        let count = f64::from(u32::try_from(requests.len())?);
        let bytes = f64::from(u32::try_from(bytes)?);
        let visits = run.requests_per_s / count;
        table.add(
            name,
            vec![
                Some(count),
                Some(bytes / 1000.0),
                Some(run.requests_per_s),
                Some(visits),
                Some(visits * bytes * 8.0 / 1e6),
                Some(run.p50_ms),
                Some(run.p99_ms),
            ],
        );
    }
    table.decimals = 1;
    table.notes.push(format!(
        "Answers with their headers, packed with gzip by the build (the recipe of www/server/nginx.txt), {}; \
         wrk asks from the same machine and takes its share of it.",
        wrk::HOW
    ));
    println!("{}", table.text());
    println!("measured on {}", before.text(&Machine::now()));
    Ok(())
}
