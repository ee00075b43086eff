//! Reads files and other inputs. It reads no more bytes than the core accepts.

use anyhow::{Result, ensure};
use fs_err as fs;
use pathway::source::MAX_BYTES;
use std::{
    io::{self, ErrorKind, Read},
    path::Path,
};

/// Says why a file or a folder cannot be opened.
pub fn cannot_open(kind: &str, path: &Path, error: &io::Error) -> String {
    let name = path.display();
    match error.kind() {
        ErrorKind::NotFound if path.is_symlink() => {
            format!("{name} is a link, and the {kind} that it names is not there")
        }
        ErrorKind::NotFound => format!("there is no {kind} {name}"),
        _ if path.is_symlink() => {
            format!("{name} is a link that leads to no {kind}, perhaps back to itself ({error})")
        }
        _ => format!("{name} cannot be opened ({error})"),
    }
}

/// Reads a file.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    read_from(fs::File::open(path)?, path)
}

/// Reads an input, and names it in errors by this path.
pub fn read_from(input: impl Read, path: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = MAX_BYTES as u64 + 1;
    input.take(most).read_to_end(&mut bytes)?;
    ensure!(
        bytes.len() <= MAX_BYTES,
        "{} has more than {MAX_BYTES} bytes, the most that is read: take out everything that does not belong to a pathway",
        path.display()
    );
    Ok(bytes)
}
