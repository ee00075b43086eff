//! Lists the sizes of the files in `dist/`, and of the groups of files in `size_budget.json`,
//! uncompressed and compressed.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use fs_err as fs;
use serde::Deserialize;
use servers::find_dist_files;

use crate::table::Table;

const BUDGETS: &str = include_str!("../../src/xtask/size_budget.json");
const ENDINGS: [&str; 3] = ["", ".gz", ".br"];

/// A group of files that a visitor's browser loads together.
#[derive(Deserialize)]
pub struct Group {
    what: String,
    /// The names of the files in the group, without the content hash.
    pub files: Vec<String>,
}

/// Returns the groups of `size_budget.json`. The first group contains the files up to the first
/// question in WebAssembly.
///
/// # Errors
/// When `size_budget.json` is not valid.
pub fn groups() -> Result<Vec<Group>> {
    serde_json::from_str(BUDGETS).context("size_budget.json")
}

/// Returns a table of sizes with a row for each file of `dist/` and each group.
///
/// # Errors
/// When a file is missing.
pub fn table() -> Result<Table> {
    let mut table = Table::new(
        "Sizes of dist/, file by file and group by group",
        "bytes",
        &["raw", "gzip", "brotli"],
    );
    let folder = find_dist_files::folder();
    for path in find_dist_files::files(&folder)? {
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
            .map(|name| Ok(folder.join(find_dist_files::find(&folder, name)?)));
        table.add(&what, sizes(&paths.collect::<Result<Vec<PathBuf>>>()?)?);
    }
    Ok(table)
}

/// Returns the total size of these files in three forms: uncompressed, with gzip and with brotli. A
/// total is `None` if a file has no compressed copy.
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
