//! Turns the finished folder into a table of what each file weighs: as it lies there, and as
//! servers send it.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use brotli::CompressorWriter;
use flate2::Compression;
use flate2::write::GzEncoder;

/// What a visitor's browser takes before the first question, where WebAssembly runs.
const FOR_THE_FIRST_QUESTION: [&str; 6] = [
    "app/ladder.js",
    "app/ppimhs_finder.js",
    "app/ppimhs_finder_bg.wasm",
    "pathways/ppimhs/en-GB.edition.bin",
    "ppimhs-finder.js",
    "styles/widget.css",
];
const BROTLI_BUFFER_BYTES: usize = 4096;
const BROTLI_QUALITY: u32 = 11;
const BROTLI_WINDOW_BITS: u32 = 22;

/// One line of the table, in bytes.
#[derive(Clone, Debug, Default, PartialEq)]
struct Size {
    name: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// The table of the files in `dist`.
///
/// # Errors
/// When a file cannot be read.
pub fn table(dist: &Path) -> Result<String> {
    let mut sizes = Vec::new();
    for path in files(dist)? {
        sizes.push(measure(dist, &path)?);
    }
    let first = sum(&sizes, "for the first question", |name| {
        FOR_THE_FIRST_QUESTION.contains(&name)
    });
    let all = sum(&sizes, "everything", |_| true);
    sizes.extend([all, first]);
    Ok(lines(&sizes))
}

/// Every file below `folder`, in the order of their names.
///
/// # Errors
/// When a folder cannot be listed.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    for entry in entries {
        let path = entry
            .with_context(|| format!("cannot list {}", folder.display()))?
            .path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn measure(dist: &Path, path: &Path) -> Result<Size> {
    let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let name = path.strip_prefix(dist).unwrap_or(path);
    Ok(Size {
        name: name.to_string_lossy().replace('\\', "/"),
        raw: bytes.len(),
        gzip: gzip(&bytes)?,
        brotli: brotli(&bytes)?,
    })
}

fn gzip(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

fn brotli(bytes: &[u8]) -> Result<usize> {
    let mut out = Vec::new();
    let mut encoder = CompressorWriter::new(
        &mut out,
        BROTLI_BUFFER_BYTES,
        BROTLI_QUALITY,
        BROTLI_WINDOW_BITS,
    );
    encoder.write_all(bytes)?;
    encoder.flush()?;
    drop(encoder);
    Ok(out.len())
}

fn sum(sizes: &[Size], name: &str, counts: impl Fn(&str) -> bool) -> Size {
    let none = Size {
        name: name.to_owned(),
        ..Size::default()
    };
    sizes
        .iter()
        .filter(|size| counts(&size.name))
        .fold(none, |sum, size| Size {
            name: sum.name,
            raw: sum.raw + size.raw,
            gzip: sum.gzip + size.gzip,
            brotli: sum.brotli + size.brotli,
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
        let sizes = [size("a.js", 40), size("b.html", 400), size("c.js", 4)];
        let scripts = sum(&sizes, "scripts", |name| name.ends_with(".js"));
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

    #[test]
    fn columns_stand_under_each_other() {
        let table = lines(&[size("a", 8), size("longer-name.js", 1_000_000)]);
        let widths: Vec<_> = table.lines().map(str::len).collect();
        assert_eq!(widths, [47, 47, 47]);
    }

    #[test]
    fn what_repeats_is_sent_in_fewer_bytes() -> Result<()> {
        let bytes = [7; 10_000];
        assert!(gzip(&bytes)? < 100);
        assert!(brotli(&bytes)? < 100);
        Ok(())
    }
}
