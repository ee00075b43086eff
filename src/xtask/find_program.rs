//! Finds programs on this machine.

use std::env;
use std::path::PathBuf;

/// Searches for a program in the folders of `PATH` and in `/usr/sbin`.
pub fn find(name: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&folders)
        .chain([PathBuf::from("/usr/sbin")])
        .map(|folder| folder.join(name))
        .find(|path| path.is_file())
}
