//! Finds the files of `dist/` by their names without the content hash.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use fs_err as fs;

/// Returns the path of the build: the value of `PPIMHS_DIST`, or else `dist/` of the project.
#[must_use]
pub fn folder() -> PathBuf {
    env::var_os("PPIMHS_DIST").map_or_else(|| Path::new(crate::TOP).join("dist"), PathBuf::from)
}

/// Returns the path of a file in `dist`, from its path without the content hash. The result for
/// `app/a.js` is `app/0123456789/a.js`.
///
/// # Errors
/// When no file, or more than one file, has this name.
pub fn find(dist: &Path, name: &str) -> Result<PathBuf> {
    let Some(file) = name.strip_prefix("app/") else {
        return Ok(PathBuf::from(name));
    };
    let app = dist.join("app");
    let mut found = Vec::new();
    for hash in fs::read_dir(&app).context("build dist/ first: cargo xtask build")? {
        let path = hash?.path().join(file);
        if path.is_file() {
            found.push(path.strip_prefix(dist)?.to_path_buf());
        }
    }
    match found.as_slice() {
        [path] => Ok(path.clone()),
        [] => bail!("dist/ holds no {name}: cargo xtask build"),
        _ => bail!("dist/ holds more than one {name}: cargo xtask build"),
    }
}

/// Returns every file in `folder` and its subfolders, in the order of their names.
///
/// # Errors
/// When a folder cannot be read.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process;

    #[test]
    fn a_file_is_found_by_its_name_without_a_hash_and_must_be_the_only_one() -> Result<()> {
        let dist = env::temp_dir().join(format!("dist-{}", process::id()));
        for folder in ["app/0123456789", "app/abcdef0123"] {
            fs::create_dir_all(dist.join(folder))?;
        }
        fs::write(dist.join("app/0123456789/a.js"), "1")?;
        assert_eq!(find(&dist, "app/a.js")?, Path::new("app/0123456789/a.js"));
        assert_eq!(find(&dist, "a.js")?, Path::new("a.js"));
        assert!(find(&dist, "app/b.js").is_err());
        fs::write(dist.join("app/abcdef0123/a.js"), "2")?;
        assert!(find(&dist, "app/a.js").is_err());
        fs::remove_dir_all(dist)?;
        Ok(())
    }
}
