//! Finds the date of the build. If the visitor's clock shows an earlier date, the widget
//! takes the date of the build as today. Only files without a content hash contain this date, so
//! that the hashes are the same on any day.

use std::env;

use anyhow::{Context, Result};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use xshell::cmd;

use crate::paths::Workspace;

/// Returns the date of the build as `YYYY-MM-DD`. It is the date in the variable
/// `SOURCE_DATE_EPOCH`, else that of the last commit, else today. The same source then gives the
/// same bytes on any day.
///
/// # Errors
/// When `SOURCE_DATE_EPOCH` is not a number of seconds.
pub fn of_build(workspace: &Workspace) -> Result<String> {
    let shell = workspace.shell()?;
    let of_commit = || cmd!(shell, "git log -1 --format=%ct").quiet().read().ok();
    let day = match env::var("SOURCE_DATE_EPOCH").ok().or_else(of_commit) {
        Some(seconds) => on(&seconds)?,
        None => jiff::Zoned::now().date(),
    };
    Ok(day.to_string())
}

fn on(seconds: &str) -> Result<Date> {
    let wrong =
        || format!("SOURCE_DATE_EPOCH is \"{seconds}\": write seconds since 1970, or unset it");
    let seconds = seconds.trim().parse().with_context(wrong)?;
    let moment = Timestamp::from_second(seconds).with_context(wrong)?;
    Ok(moment.to_zoned(TimeZone::UTC).date())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The hazard log lists this test under HAZ-012.
    #[test]
    fn seconds_are_a_day_wherever_the_build_runs() {
        let day = |seconds| on(seconds).unwrap().to_string();
        assert_eq!(day("0\n"), "1970-01-01");
        assert_eq!(day("1795305599"), "2026-11-21");
        assert_eq!(day("1795305600"), "2026-11-22");
    }

    #[test]
    fn an_error_on_the_number_of_seconds_says_what_to_write() {
        let error = on("yesterday").unwrap_err().to_string();
        assert!(error.contains("write seconds since 1970"), "{error}");
    }
}
