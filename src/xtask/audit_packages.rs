//! Checks the licences and sources of crates, and looks for known vulnerabilities in crates and npm
//! packages.

use anyhow::{Result, bail};
use serde_json::Value;
use xshell::cmd;

use crate::install::path_to;
use crate::paths::Workspace;

/// Checks the licence and the source of every crate against `deny.toml`. Looks for known
/// vulnerabilities if there is a network.
///
/// # Errors
/// When a crate has a forbidden licence or source, or a known vulnerability.
pub fn crates(workspace: &Workspace) -> Result<()> {
    let shell = workspace.shell()?;
    let path = path_to(workspace, &["cargo-deny"])?;
    let deny = ["deny", "--locked", "--workspace"];
    let check = cmd!(shell, "cargo {deny...} check bans licenses sources");
    check.env("PATH", &path).quiet().run()?;
    let fetch = cmd!(shell, "cargo {deny...} fetch db").env("PATH", &path);
    if fetch.quiet().ignore_stderr().run().is_err() {
        println!("warning: no network, so the crates were not compared with known weaknesses");
        return Ok(());
    }
    let check = cmd!(shell, "cargo {deny...} check --disable-fetch advisories");
    Ok(check.env("PATH", &path).quiet().run()?)
}

/// Looks for npm packages with a high or critical vulnerability, if there is a network.
///
/// # Errors
/// When a package has such a vulnerability.
pub fn npm(workspace: &Workspace) -> Result<()> {
    let shell = workspace.shell()?;
    let audit = cmd!(shell, "npm audit --json --ignore-scripts");
    let report = audit.quiet().ignore_status().ignore_stderr().read()?;
    match grave(&serde_json::from_str(&report).unwrap_or_default()) {
        None => {
            println!("warning: no answer on known weaknesses of the npm packages");
            Ok(())
        }
        Some(0) => Ok(()),
        Some(grave) => bail!("{grave} npm packages have a high or critical weakness: `npm audit`"),
    }
}

/// Returns the number of high and critical vulnerabilities in a report of `npm audit`, or `None` if
/// this is not a report.
fn grave(report: &Value) -> Option<u64> {
    let counts = report.pointer("/metadata/vulnerabilities")?;
    let count = |kind: &str| counts.get(kind).and_then(Value::as_u64);
    Some(count("high")? + count("critical")?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_report_counts_grave_weaknesses_and_an_error_is_no_report() {
        let report = |high: u64| json!({ "metadata": { "vulnerabilities": { "moderate": 3, "high": high, "critical": 1 } } });
        assert_eq!(grave(&report(2)), Some(3));
        assert_eq!(grave(&json!({ "message": "405 Method Not Allowed" })), None);
        assert_eq!(grave(&Value::Null), None);
    }
}
