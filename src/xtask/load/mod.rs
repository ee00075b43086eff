//! Turns `dist/` behind nginx on this machine into how many visits a second it serves: first visits, and
//! visits of browsers that have everything and ask whether it changed.

mod nginx;
mod wrk;

use anyhow::{Context, Result};

use crate::bench::machine::Machine;
use crate::bench::table::Table;
use crate::paths::Workspace;
use crate::sizes::FIRST_QUESTION;
use nginx::Nginx;
use wrk::{Asked, Wrk};

/// Serves `dist/` as it lies there, asks, and prints the table.
///
/// # Errors
/// When nginx or wrk cannot be had, or an answer is not what it should be.
pub fn load(workspace: &Workspace) -> Result<()> {
    let before = Machine::now();
    let nginx = Nginx::start(workspace)?;
    let wrk = Wrk::ensure(workspace)?;
    let mut first = Vec::new();
    let mut again = Vec::new();
    let (mut first_bytes, mut again_bytes) = (0, 0);
    for name in FIRST_QUESTION {
        let asked = Asked::first(&format!("/finder/{name}"));
        let answer = nginx.ask(&asked)?.expect_status(200)?;
        let tag = answer
            .tag()
            .with_context(|| format!("{name} has no ETag"))?;
        first_bytes += answer.bytes;
        first.push(asked);
        let asked = Asked::again(&format!("/finder/{name}"), &tag);
        again_bytes += nginx.ask(&asked)?.expect_status(304)?.bytes;
        again.push(asked);
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
    for (name, asked, bytes) in [
        ("first: everything is sent", &first, first_bytes),
        ("again: nothing has changed", &again, again_bytes),
    ] {
        let run = wrk.run(nginx.address(), asked)?;
        let requests = f64::from(u32::try_from(asked.len())?);
        let bytes = f64::from(u32::try_from(bytes)?);
        let visits = run.requests_per_s / requests;
        table.add(
            name,
            vec![
                Some(requests),
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
        "Answers with their headers, gzip made anew for each (the recipe of www/server/nginx.txt), {}; \
         wrk asks from the same machine and takes its share of it.",
        wrk::HOW
    ));
    println!("{}", table.text());
    println!("measured on {}", before.text(&Machine::now()));
    Ok(())
}
