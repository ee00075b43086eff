//! Writes two compressed copies beside each file that ships, with brotli and with gzip. A server sends
//! a copy in place of the file and compresses nothing itself.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Result;
use brotli::CompressorWriter;
use flate2::Compression;
use flate2::write::GzEncoder;
use fs_err as fs;

use crate::paths::files;

/// The ending of a copy with gzip.
pub const GZIP: &str = ".gz";
/// The ending of a copy with brotli.
pub const BROTLI: &str = ".br";

/// Folders whose files people replace on the server: an old copy would be sent with the old numbers.
const REPLACED: [&str; 2] = ["pathways", "trusts"];

const BROTLI_BUFFER_BYTES: usize = 4096;
const BROTLI_QUALITY: u32 = 11;
const BROTLI_WINDOW_BITS: u32 = 22;

/// Writes the copies of the files in `dist`, also those that are not smaller than their file: the copy
/// of an earlier build would stay on the server.
///
/// # Errors
/// When a file cannot be read or written.
pub fn write(dist: &Path) -> Result<()> {
    for path in files(dist)? {
        let name = path.strip_prefix(dist)?;
        if REPLACED.iter().any(|folder| name.starts_with(folder)) {
            continue;
        }
        let bytes = fs::read(&path)?;
        for (ending, small) in [(GZIP, gzip(&bytes)?), (BROTLI, brotli(&bytes)?)] {
            let copy = of(&path, ending);
            fs::write(copy, small)?;
        }
    }
    Ok(())
}

/// The path of the copy with this ending.
pub fn of(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Whether a file is the compressed copy of another.
pub fn is(path: &Path) -> bool {
    let name = path.as_os_str().to_string_lossy();
    [GZIP, BROTLI].iter().any(|ending| name.ends_with(ending))
}

/// Compresses with gzip, without a name or a time: the same bytes give the same copy.
///
/// # Errors
/// When the encoder fails.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// Compresses with brotli.
///
/// # Errors
/// When the encoder fails.
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
    fn repeated_bytes_become_fewer() -> Result<()> {
        let bytes = [7; 10_000];
        assert!(gzip(&bytes)?.len() < 100);
        assert!(brotli(&bytes)?.len() < 100);
        Ok(())
    }

    /// Bytes 4 to 7 of the format are the time.
    #[test]
    fn a_copy_holds_no_time() -> Result<()> {
        assert_eq!(gzip(b"the same")?.get(4..8), Some(&[0; 4][..]));
        Ok(())
    }

    #[test]
    fn a_copy_lies_beside_its_file() {
        let copy = of(Path::new("app/a.js"), BROTLI);
        assert_eq!(copy, Path::new("app/a.js.br"));
        assert!(is(&copy) && !is(Path::new("app/a.js")));
    }
}
