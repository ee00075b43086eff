//! The sizes of the files in `dist/` and of the groups that `size_budget.json` names, as stored and
//! as servers send them.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use fs_err as fs;
use serde::Deserialize;
use servers::dist;

use crate::table::Table;

const BUDGETS: &str = include_str!("../../src/xtask/size_budget.json");
const ENDINGS: [&str; 3] = ["", ".gz", ".br"];

/// Files that a visitor loads together.
#[derive(Deserialize)]
pub struct Group {
    what: String,
    /// Their names without a hash.
    pub files: Vec<String>,
}

/// The groups of `size_budget.json`, the first question in WebAssembly first.
///
/// # Errors
/// When the file is not as it must be.
pub fn groups() -> Result<Vec<Group>> {
    serde_json::from_str(BUDGETS).context("size_budget.json")
}

/// A line for each file and for each group.
///
/// # Errors
/// When a file is missing.
pub fn table() -> Result<Table> {
    let mut table = Table::new(
        "Sizes of dist/, file by file and group by group",
        "bytes",
        &["raw", "gzip", "brotli"],
    );
    let folder = dist::folder();
    for path in dist::files(&folder)? {
        let is_copy = ENDINGS
            .iter()
            .skip(1)
            .any(|ending| path.to_string_lossy().ends_with(ending));
        if !is_copy {
            let name = path.strip_prefix(&folder)?.display().to_string();
            table.add(&name, sizes(&[path])?);
        }
    }
    for Group { what, files } in groups()? {
        let paths = files
            .iter()
            .map(|name| Ok(folder.join(dist::find(&folder, name)?)));
        table.add(&what, sizes(&paths.collect::<Result<Vec<PathBuf>>>()?)?);
    }
    Ok(table)
}

/// The sizes of these files together: raw, with gzip and with brotli, where there are such copies.
fn sizes(paths: &[PathBuf]) -> Result<Vec<Option<f64>>> {
    let mut sums = Vec::new();
    for ending in ENDINGS {
        let mut sum = Some(0.0);
        for path in paths {
            let size = size(Path::new(&format!("{}{ending}", path.display())))?;
            sum = sum.zip(size).map(|(sum, size)| sum + size);
        }
        sums.push(sum);
    }
    Ok(sums)
}

fn size(path: &Path) -> Result<Option<f64>> {
    if !path.is_file() {
        return Ok(None);
    }
    Ok(Some(f64::from(u32::try_from(fs::metadata(path)?.len())?)))
}
