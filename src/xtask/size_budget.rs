//! Turns the finished folder into a table of what each file weighs, as it lies there and as servers
//! send it, and holds it to what visitors should have to load. Files stand in it by their plain names.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::compress;
use crate::content_hash;
use crate::paths::files;

/// The most that files may weigh together, as servers send them.
struct Budget {
    what: &'static str,
    files: &'static [&'static str],
    most: usize,
}

/// What both rungs take before the first question.
macro_rules! first_question {
    ($($own:literal),*) => {
        &[
            $($own,)*
            "app/en-GB.edition.bin",
            "app/ladder.js",
            "app/widget.css",
            "ppimhs-finder.js",
        ]
    };
}

/// What most visitors take before the first question.
pub const FIRST_QUESTION: &[&str] =
    first_question!("app/ppimhs_finder.js", "app/ppimhs_finder_bg.wasm");

/// What comes by itself once the first screen stands.
pub const AFTERWARDS: &[&str] = &["app/keep.js"];

/// What a visitor's browser may take, in bytes of brotli.
const BUDGETS: [Budget; 4] = [
    Budget {
        what: "first question, WebAssembly",
        files: FIRST_QUESTION,
        most: 110_000,
    },
    Budget {
        what: "first question, plain JavaScript",
        files: first_question!("app/ppimhs_finder_twin.js"),
        most: 138_000,
    },
    Budget {
        what: "the script of a host's page",
        files: &["ppimhs-finder.js"],
        most: 3_000,
    },
    Budget {
        what: "the plain guide",
        files: &["plain.html"],
        most: 15_000,
    },
];

/// One line of the table, in bytes.
#[derive(Clone, Debug, Default, PartialEq)]
struct Size {
    name: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// What the files of a finished folder weigh.
pub struct Sizes(Vec<Size>);

impl Sizes {
    /// Weighs every file in `dist`, and its packed copies as what is sent in its place.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn of(dist: &Path) -> Result<Self> {
        let mut paths = files(dist)?;
        paths.retain(|path| !compress::is(path));
        let sizes = paths.iter().map(|path| measure(dist, path));
        Ok(Self(sizes.collect::<Result<_>>()?))
    }

    /// The table of the files, what they weigh together, and how much of each budget is used.
    pub fn table(&self) -> String {
        lines(&self.all())
    }

    /// The same as figures: raw, gzip and brotli.
    pub fn figures(&self) -> impl Iterator<Item = (String, [usize; 3])> {
        let all = self.all().into_iter();
        all.map(|size| (size.name, [size.raw, size.gzip, size.brotli]))
    }

    fn all(&self) -> Vec<Size> {
        let mut sizes = self.0.clone();
        sizes.push(self.sum("everything", |_| true));
        sizes.extend(BUDGETS.iter().map(|budget| self.spent(budget)));
        sizes
    }

    /// Refuses a folder that weighs more than a visitor should have to load.
    ///
    /// # Errors
    /// When a budget is passed, or a file it counts is not there.
    pub fn keep_to_budgets(&self) -> Result<()> {
        let known = |name: &&&str| !self.0.iter().any(|size| size.name == ***name);
        let passed: Vec<String> = BUDGETS
            .iter()
            .filter_map(|budget| {
                if let Some(missing) = budget.files.iter().find(known) {
                    return Some(format!("{}: {missing} is not there", budget.what));
                }
                let spent = self.spent(budget).brotli;
                (spent > budget.most).then(|| {
                    format!(
                        "{}: {spent} bytes, and {} are the most",
                        budget.what, budget.most
                    )
                })
            })
            .collect();
        if passed.is_empty() {
            return Ok(());
        }
        bail!(
            "visitors would have to load too much (in brotli): {}. See what takes the room with \
             `cargo xtask size`; dist/ is as it was",
            passed.join("; ")
        )
    }

    fn spent(&self, budget: &Budget) -> Size {
        self.sum(budget.what, |name| budget.files.contains(&name))
    }

    fn sum(&self, name: &str, counts: impl Fn(&str) -> bool) -> Size {
        let none = Size {
            name: name.to_owned(),
            ..Size::default()
        };
        self.0
            .iter()
            .filter(|size| counts(&size.name))
            .fold(none, |sum, size| Size {
                name: sum.name,
                raw: sum.raw + size.raw,
                gzip: sum.gzip + size.gzip,
                brotli: sum.brotli + size.brotli,
            })
    }
}

fn measure(dist: &Path, path: &Path) -> Result<Size> {
    let read =
        |path: &Path| fs::read(path).with_context(|| format!("cannot read {}", path.display()));
    let bytes = read(path)?;
    let sent = |ending, pack: fn(&[u8]) -> Result<Vec<u8>>| {
        let copy = compress::of(path, ending);
        let sent = if copy.is_file() {
            read(&copy)?
        } else {
            pack(&bytes)?
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
    let mut lines = vec![format!(
        "{:widest$}  {:>9}  {:>9}  {:>9}",
        "bytes", "raw", "gzip", "brotli"
    )];
    lines.extend(sizes.iter().map(|size| {
        format!(
            "{:widest$}  {:>9}  {:>9}  {:>9}",
            size.name, size.raw, size.gzip, size.brotli
        )
    }));
    lines.join("\n")
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
    fn a_sum_counts_only_what_it_names() {
        let sizes = Sizes(vec![size("a.js", 40), size("b.html", 400), size("c.js", 4)]);
        let scripts = sizes.sum("scripts", |name| name.ends_with(".js"));
        assert_eq!(
            scripts,
            Size {
                name: "scripts".to_owned(),
                raw: 44,
                gzip: 22,
                brotli: 11
            }
        );
    }

    /// Every file of every budget, each so heavy.
    fn all(bytes: usize) -> Sizes {
        let names: BTreeSet<&str> = BUDGETS
            .iter()
            .flat_map(|budget| budget.files)
            .copied()
            .collect();
        Sizes(
            names
                .into_iter()
                .map(|name| size(name, bytes * 4))
                .collect(),
        )
    }

    #[test]
    fn a_budget_that_is_passed_is_named_with_its_figures() {
        assert!(all(3_000).keep_to_budgets().is_ok());
        let refused = all(3_001).keep_to_budgets().unwrap_err().to_string();
        let line = "the script of a host's page: 3001 bytes, and 3000 are the most";
        assert!(refused.contains(line), "{refused}");
        assert!(!refused.contains("plain guide"), "{refused}");
    }

    #[test]
    fn a_file_that_is_not_there_is_no_saving() {
        let mut sizes = all(1);
        sizes.0.retain(|size| size.name != "plain.html");
        let refused = sizes.keep_to_budgets().unwrap_err().to_string();
        assert!(refused.contains("plain.html is not there"), "{refused}");
    }

    #[test]
    fn columns_stand_under_each_other() {
        let table = lines(&[size("a", 8), size("longer-name.js", 1_000_000)]);
        let widths: Vec<_> = table.lines().map(str::len).collect();
        assert_eq!(widths, [47, 47, 47]);
    }
}
