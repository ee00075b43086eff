//! Turns files that ship into two packed copies beside each, as small as they can be: with brotli, and
//! with gzip. A server sends one of them in its place, and has nothing to do for that.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use brotli::CompressorWriter;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::paths::files;

/// What a name ends in for gzip, and for brotli.
pub const GZIP: &str = ".gz";
pub const BROTLI: &str = ".br";

/// What people replace where it lies: a copy that stayed behind would be sent in its place, with the old
/// numbers.
const REPLACED: [&str; 2] = ["pathways", "trusts"];

const BROTLI_BUFFER_BYTES: usize = 4096;
const BROTLI_QUALITY: u32 = 11;
const BROTLI_WINDOW_BITS: u32 = 22;

/// Writes the packed copies of the files in `dist`. None is left out because it is not smaller: that of
/// an earlier build would stay on the server.
///
/// # Errors
/// When a file cannot be read or written.
pub fn write(dist: &Path) -> Result<()> {
    for path in files(dist)? {
        let name = path.strip_prefix(dist)?;
        if REPLACED.iter().any(|folder| name.starts_with(folder)) {
            continue;
        }
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        for (ending, small) in [(GZIP, gzip(&bytes)?), (BROTLI, brotli(&bytes)?)] {
            let copy = of(&path, ending);
            fs::write(&copy, small).with_context(|| format!("cannot write {}", copy.display()))?;
        }
    }
    Ok(())
}

/// Where the packed copy of a file lies.
pub fn of(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Whether a file is the packed copy of another.
pub fn is(path: &Path) -> bool {
    let name = path.as_os_str().to_string_lossy();
    [GZIP, BROTLI].iter().any(|ending| name.ends_with(ending))
}

/// Packs with gzip. No name and no time stands in it: the same bytes give the same copy.
///
/// # Errors
/// When there is no memory for it.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// Packs with brotli.
///
/// # Errors
/// When there is no memory for it.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
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
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_repeats_is_sent_in_fewer_bytes() -> Result<()> {
        let bytes = [7; 10_000];
        assert!(gzip(&bytes)?.len() < 100);
        assert!(brotli(&bytes)?.len() < 100);
        Ok(())
    }

    /// The time stands in four bytes after the first four.
    #[test]
    fn a_packed_copy_does_not_know_when_it_was_made() -> Result<()> {
        assert_eq!(gzip(b"the same")?.get(4..8), Some(&[0; 4][..]));
        Ok(())
    }

    #[test]
    fn a_packed_copy_lies_beside_its_file() {
        let copy = of(Path::new("app/a.js"), BROTLI);
        assert_eq!(copy, Path::new("app/a.js.br"));
        assert!(is(&copy) && !is(Path::new("app/a.js")));
    }
}
