//! Reads a trust file from a file, a pipe or standard input.

use crate::input::{cannot_open, read, read_from};
use anyhow::{Context, Result, bail};
use std::{
    cell::OnceCell,
    io,
    path::{Path, PathBuf},
};

/// The name that stands for standard input.
const STANDARD_INPUT: &str = "-";

/// A trust file. Its bytes are read once, because a pipe gives them only once.
#[derive(Debug)]
pub struct TrustInput {
    path: PathBuf,
    bytes: OnceCell<Vec<u8>>,
}

impl TrustInput {
    /// Names a trust file, without reading it.
    pub fn new(path: &Path) -> Self {
        let (path, bytes) = (path.to_owned(), OnceCell::new());
        Self { path, bytes }
    }

    /// Returns the path of the file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reads the bytes of the file.
    pub fn bytes(&self) -> Result<&[u8]> {
        if let Some(bytes) = self.bytes.get() {
            return Ok(bytes);
        }
        let bytes = self.read()?;
        Ok(self.bytes.get_or_init(|| bytes))
    }

    fn read(&self) -> Result<Vec<u8>> {
        let path = &self.path;
        if path == Path::new(STANDARD_INPUT) {
            return read_from(io::stdin(), path)
                .context("the trust file is read from standard input");
        }
        let name = path.display();
        match path.metadata() {
            Ok(metadata) if metadata.is_dir() => {
                bail!("{name} is a folder: give the trust file in it")
            }
            Ok(_) => read(path),
            Err(error) => bail!(
                "{}: give the trust file, or copy www/trusts/template.json to begin one",
                cannot_open("file", path, &error)
            ),
        }
    }
}

/// Refuses a command that reads two inputs from standard input.
pub fn refuse_shared_input(trust: Option<&Path>) -> Result<()> {
    if trust == Some(Path::new(STANDARD_INPUT)) {
        bail!(
            "standard input has the answers, so it cannot have the trust file: give the trust file by its name"
        );
    }
    Ok(())
}
