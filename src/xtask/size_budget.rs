//! Prints the size of each file in `dist/`, as stored and as servers send it, and refuses a build
//! that is larger than the budgets of `size_budget.json`, in bytes of brotli. Paths have no hash.

use std::path::Path;

use anyhow::{Context, Result, bail};
use fs_err as fs;
use serde::Deserialize;

use crate::compress;
use crate::content_hash;
use crate::paths::files;

const BUDGETS: &str = include_str!("size_budget.json");

/// The largest size that some files may have together, in bytes of brotli.
#[derive(Deserialize)]
struct Budget {
    what: String,
    most: usize,
    files: Vec<String>,
}

/// One line of the table, in bytes.
#[derive(Clone, Debug, Default, PartialEq)]
struct Size {
    name: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// The sizes of the files in a built folder.
pub struct Sizes {
    files: Vec<Size>,
    budgets: Vec<Budget>,
}

impl Sizes {
    /// Measures every file in `dist` and its compressed copies.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn of(dist: &Path) -> Result<Self> {
        let mut paths = files(dist)?;
        paths.retain(|path| !compress::is(path));
        let sizes = paths.iter().map(|path| measure(dist, path));
        Self::with(sizes.collect::<Result<_>>()?)
    }

    fn with(files: Vec<Size>) -> Result<Self> {
        let budgets = serde_json::from_str(BUDGETS).context("size_budget.json")?;
        Ok(Self { files, budgets })
    }

    /// The table of the files, their sum, and the part of each budget that is used.
    pub fn table(&self) -> String {
        let sums = self.budgets.iter().map(|budget| self.spent(budget));
        let all = [self.sum("everything", |_| true)];
        let rows: Vec<Size> = self.files.iter().cloned().chain(all).chain(sums).collect();
        lines(&rows)
    }

    /// Refuses a folder with a file that is missing, or larger than a budget.
    ///
    /// # Errors
    /// When a budget is exceeded, or a file it counts is not there.
    pub fn keep_to_budgets(&self) -> Result<()> {
        let exceeded: Vec<String> = self
            .budgets
            .iter()
            .filter_map(|budget| self.fault(budget))
            .collect();
        if exceeded.is_empty() {
            return Ok(());
        }
        bail!(
            "visitors would have to load too much (in brotli): {}. `cargo xtask size` lists the \
             largest items of a module; dist/ is as it was",
            exceeded.join("; ")
        )
    }

    fn fault(&self, budget: &Budget) -> Option<String> {
        let Budget { what, most, files } = budget;
        let is_there = |name: &String| self.files.iter().any(|size| size.name == *name);
        if let Some(missing) = files.iter().find(|name| !is_there(name)) {
            return Some(format!("{what}: {missing} is not there"));
        }
        let spent = self.spent(budget).brotli;
        (spent > *most).then(|| format!("{what}: {spent} bytes, and {most} are the most"))
    }

    fn spent(&self, budget: &Budget) -> Size {
        self.sum(&budget.what, |name| {
            budget.files.iter().any(|file| file == name)
        })
    }

    fn sum(&self, name: &str, counts: impl Fn(&str) -> bool) -> Size {
        let mut sum = Size {
            name: name.to_owned(),
            ..Size::default()
        };
        for size in self.files.iter().filter(|size| counts(&size.name)) {
            sum.raw += size.raw;
            sum.gzip += size.gzip;
            sum.brotli += size.brotli;
        }
        sum
    }
}

fn measure(dist: &Path, path: &Path) -> Result<Size> {
    let bytes = fs::read(path)?;
    let sent = |ending, compress: fn(&[u8]) -> Result<Vec<u8>>| {
        let copy = compress::of(path, ending);
        let sent = if copy.is_file() {
            fs::read(copy)?
        } else {
            compress(&bytes)?
        };
        anyhow::Ok(sent.len())
    };
    let name = path.strip_prefix(dist).unwrap_or(path);
    Ok(Size {
        name: content_hash::plain(&name.to_string_lossy().replace('\\', "/")),
        raw: bytes.len(),
        gzip: sent(compress::GZIP, compress::gzip)?,
        brotli: sent(compress::BROTLI, compress::brotli)?,
    })
}

fn lines(sizes: &[Size]) -> String {
    let widest = sizes.iter().map(|size| size.name.len()).max().unwrap_or(0);
    let head = format!(
        "{:widest$}  {:>9}  {:>9}  {:>9}",
        "bytes", "raw", "gzip", "brotli"
    );
    let rows = sizes.iter().map(|size| {
        let Size {
            name,
            raw,
            gzip,
            brotli,
        } = size;
        format!("{name:widest$}  {raw:>9}  {gzip:>9}  {brotli:>9}")
    });
    [head]
        .into_iter()
        .chain(rows)
        .collect::<Vec<_>>()
        .join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn size(name: &str, raw: usize) -> Size {
        Size {
            name: name.to_owned(),
            raw,
            gzip: raw / 2,
            brotli: raw / 4,
        }
    }

    #[test]
    fn a_sum_counts_only_the_files_it_names() {
        let files = vec![size("a.js", 40), size("b.html", 400), size("c.js", 4)];
        let sizes = Sizes::with(files).unwrap();
        let sum = sizes.sum("scripts", |name| name.ends_with(".js"));
        assert_eq!(sum, size("scripts", 44));
    }

    /// Every file of every budget, each with this size in brotli.
    fn all(bytes: usize) -> Sizes {
        let mut sizes = Sizes::with(Vec::new()).unwrap();
        let budgets = sizes.budgets.iter();
        let names: BTreeSet<&String> = budgets.flat_map(|budget| &budget.files).collect();
        sizes.files = names.iter().map(|name| size(name, bytes * 4)).collect();
        sizes
    }

    #[test]
    fn a_budget_that_is_exceeded_is_named_with_its_figures() {
        assert!(all(3_000).keep_to_budgets().is_ok());
        let refused = all(3_001).keep_to_budgets().unwrap_err().to_string();
        let line = "the script of a host's page: 3001 bytes, and 3000 are the most";
        assert!(refused.contains(line), "{refused}");
        assert!(!refused.contains("plain guide"), "{refused}");
    }

    #[test]
    fn a_missing_file_is_no_saving() {
        let mut sizes = all(1);
        sizes.files.retain(|size| size.name != "plain.html");
        let refused = sizes.keep_to_budgets().unwrap_err().to_string();
        assert!(refused.contains("plain.html is not there"), "{refused}");
    }

    #[test]
    fn columns_are_aligned() {
        let table = lines(&[size("a", 8), size("longer-name.js", 1_000_000)]);
        let widths: Vec<_> = table.lines().map(str::len).collect();
        assert_eq!(widths, [47, 47, 47]);
    }
}
