//! Which day a build is of: the widget takes no check of a number for in date before it.
//! It stands in the script whose name stays, so that what is named by its content is the same on any day.

use std::env;
use std::process::Command;

use anyhow::{Context, Result};
use jiff::{Timestamp, civil::Date, tz::TimeZone};

use crate::paths::Workspace;
use crate::program::read;

/// `YYYY-MM-DD`: the day that `SOURCE_DATE_EPOCH` names, else that of the last commit, so that the same
/// source gives the same bytes on any day; today where there is neither.
///
/// # Errors
/// When `SOURCE_DATE_EPOCH` is no number of seconds.
pub fn of_build(workspace: &Workspace) -> Result<String> {
    let told = env::var("SOURCE_DATE_EPOCH").ok();
    let day = match told.or_else(|| of_commit(workspace)) {
        Some(seconds) => on(&seconds)?,
        None => jiff::Zoned::now().date(),
    };
    Ok(day.to_string())
}

fn of_commit(workspace: &Workspace) -> Option<String> {
    let mut git = Command::new("git");
    git.current_dir(workspace.root());
    read(git.args(["log", "-1", "--format=%ct"])).ok()
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

    /// HAZ-012.
    #[test]
    fn seconds_are_a_day_wherever_the_build_runs() {
        let day = |seconds| on(seconds).unwrap().to_string();
        assert_eq!(day("0\n"), "1970-01-01");
        assert_eq!(day("1795305599"), "2026-11-21");
        assert_eq!(day("1795305600"), "2026-11-22");
    }

    #[test]
    fn what_is_no_number_of_seconds_says_what_to_write() {
        let error = on("yesterday").unwrap_err().to_string();
        assert!(error.contains("write seconds since 1970"), "{error}");
    }
}
