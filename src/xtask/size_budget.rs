//! Stops a build whose files are larger than a limit in `size_budget.json`. The limits are in bytes
//! after compression with brotli. The file names in the list have no content hash.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use fs_err as fs;
use serde::Deserialize;

use crate::content_hash;
use crate::paths::files;

const BUDGETS: &str = include_str!("size_budget.json");

/// The limit for the sum of the sizes of some files, in bytes after brotli.
#[derive(Deserialize)]
struct Budget {
    what: String,
    most: u64,
    files: Vec<String>,
}

/// For each limit in `size_budget.json`, prints the total size of its files and compares this size
/// with the limit.
///
/// # Errors
/// When the total size is larger than the limit, or a file is missing.
pub fn hold(dist: &Path) -> Result<()> {
    let mut sizes = BTreeMap::new();
    for copy in files(dist)? {
        let name = copy
            .strip_prefix(dist)?
            .to_string_lossy()
            .replace('\\', "/");
        if let Some(name) = name.strip_suffix(".br") {
            sizes.insert(content_hash::plain(name), fs::metadata(&copy)?.len());
        }
    }
    check(&sizes)
}

fn check(sizes: &BTreeMap<String, u64>) -> Result<()> {
    let budgets: Vec<Budget> = serde_json::from_str(BUDGETS).context("size_budget.json")?;
    let mut exceeded = Vec::new();
    for Budget { what, most, files } in budgets {
        let size = |name: &String| {
            let size = sizes.get(name).copied();
            size.with_context(|| format!("{what}: {name} is not there"))
        };
        let spent: u64 = files.iter().map(size).sum::<Result<u64>>()?;
        println!("{what}: {spent} bytes (brotli) of {most}");
        if spent > most {
            exceeded.push(format!("{what}: {spent} bytes, and {most} are the most"));
        }
    }
    if !exceeded.is_empty() {
        bail!(
            "visitors would have to load too much (in brotli): {}. `cargo xtask size` lists the \
             largest items of a module; dist/ is as it was",
            exceeded.join("; ")
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns every file that has a limit, each with the same size in bytes.
    fn all(bytes: u64) -> BTreeMap<String, u64> {
        let budgets: Vec<Budget> = serde_json::from_str(BUDGETS).unwrap();
        let files = budgets.into_iter().flat_map(|budget| budget.files);
        files.map(|name| (name, bytes)).collect()
    }

    #[test]
    fn a_budget_that_is_exceeded_is_named_with_its_figures() {
        assert!(check(&all(3_000)).is_ok());
        let refused = check(&all(3_001)).unwrap_err().to_string();
        let line = "the script of a host's page: 3001 bytes, and 3000 are the most";
        assert!(refused.contains(line), "{refused}");
        assert!(!refused.contains("plain guide"), "{refused}");
    }

    #[test]
    fn a_missing_file_is_no_saving() {
        let mut sizes = all(1);
        sizes.remove("plain.html");
        let refused = check(&sizes).unwrap_err().to_string();
        assert!(refused.contains("plain.html is not there"), "{refused}");
    }
}
