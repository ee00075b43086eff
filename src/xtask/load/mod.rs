//! Turns `dist/` behind nginx on this machine into how many visits a second it serves: first visits, and
//! visits of browsers that have everything and ask whether it changed.

mod wrk;

use std::path::Path;

use anyhow::{Context, Result};

use crate::bench::machine::Machine;
use crate::bench::table::Table;
use crate::content_hash;
use crate::paths::Workspace;
use crate::servers;
use crate::size_budget::{AFTERWARDS, FIRST_QUESTION};
use wrk::{Asked, Wrk};

/// Serves `dist/` as it lies there, asks, and prints the table.
///
/// # Errors
/// When nginx or wrk cannot be had, or an answer is not what it should be.
pub fn load(workspace: &Workspace) -> Result<()> {
    let before = Machine::now();
    let nginx = servers::nginx(workspace)?;
    let wrk = Wrk::ensure(workspace)?;
    let mut first = Vec::new();
    let mut again = Vec::new();
    let (mut first_bytes, mut again_bytes) = (0, 0);
    for name in FIRST_QUESTION.iter().chain(AFTERWARDS) {
        let made = content_hash::find(&workspace.dist(), name)?;
        let path = format!("/finder/{}", made.display());
        let asked = Asked::first(&path);
        let answer = nginx.ask(&path, &asked.headers)?.expect_status(200)?;
        first_bytes += answer.bytes();
        first.push(asked);
        // A browser that has what is named by its content asks for no more of it.
        if made != Path::new(name) {
            continue;
        }
        // It asks with this next time.
        let tag = answer
            .header("ETag")
            .with_context(|| format!("{name} has no ETag"))?;
        let asked = Asked::again(&path, &tag);
        let answer = nginx.ask(&path, &asked.headers)?.expect_status(304)?;
        again_bytes += answer.bytes();
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
        "Answers with their headers, packed with gzip by the build (the recipe of www/server/nginx.txt), {}; \
         wrk asks from the same machine and takes its share of it.",
        wrk::HOW
    ));
    println!("{}", table.text());
    println!("measured on {}", before.text(&Machine::now()));
    Ok(())
}
