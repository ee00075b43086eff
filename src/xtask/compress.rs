//! Writes two compressed copies of each file in `dist/`, one with brotli and one with gzip. A web
//! server can then send a copy and need not compress the file itself.

use std::io::Write;
use std::path::Path;
use std::sync::Mutex;
use std::{iter, thread};

use anyhow::{Result, anyhow};
use brotli::CompressorWriter;
use flate2::Compression;
use flate2::write::GzEncoder;
use fs_err as fs;

use crate::paths::files;

/// The folders of `dist/` whose files have no compressed copies. A trust replaces these files, and
/// the server would then send a copy of the old file.
const REPLACED: [&str; 2] = ["pathways", "trusts"];

const BROTLI_BUFFER_BYTES: usize = 4096;
const BROTLI_QUALITY: u32 = 11;
const BROTLI_WINDOW_BITS: u32 = 22;

/// Writes the compressed copies of the files in `dist`. A copy is written even if it is not smaller
/// than the file. Otherwise a copy of an earlier build could remain on the server.
///
/// # Errors
/// When a file cannot be read, or a copy cannot be written.
pub fn write(dist: &Path) -> Result<()> {
    let mut paths = files(dist)?;
    paths.retain(|path| {
        !REPLACED
            .iter()
            .any(|name| path.starts_with(dist.join(name)))
    });
    // Each thread takes the next file, because a few files take most of the time.
    let waiting = Mutex::new(paths.into_iter());
    let next = || waiting.lock().ok()?.next();
    thread::scope(|scope| {
        let threads = thread::available_parallelism().map_or(1, usize::from);
        let threads: Vec<_> = (0..threads)
            .map(|_| scope.spawn(|| iter::from_fn(next).try_for_each(|path| write_copies(&path))))
            .collect();
        threads
            .into_iter()
            .try_for_each(|thread| thread.join().map_err(|_| anyhow!("a thread panicked"))?)
    })
}

fn write_copies(path: &Path) -> Result<()> {
    let bytes = fs::read(path)?;
    fs::write(path.with_added_extension("gz"), gzip(&bytes)?)?;
    Ok(fs::write(path.with_added_extension("br"), brotli(&bytes)?)?)
}

/// Returns true if this is the path of a compressed copy.
pub fn is_copy(path: &Path) -> bool {
    path.extension()
        .is_some_and(|kind| kind == "gz" || kind == "br")
}

/// Compresses bytes with gzip. The result contains no file name and no time, so the same bytes
/// always give the same result.
fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = CompressorWriter::new(
        Vec::new(),
        BROTLI_BUFFER_BYTES,
        BROTLI_QUALITY,
        BROTLI_WINDOW_BITS,
    );
    encoder.write_all(bytes)?;
    encoder.flush()?;
    Ok(encoder.into_inner())
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

    /// Bytes 4 to 7 of a gzip file contain a time.
    #[test]
    fn a_copy_holds_no_time() -> Result<()> {
        assert_eq!(gzip(b"the same")?.get(4..8), Some(&[0; 4][..]));
        Ok(())
    }
}
