//! Turns a command line into a program that ran, or into the sentence that says which one did not.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, anyhow, bail};
use launcher::is_set_by_cargo_run;

/// Cargo, started as from a fresh shell in `folder`.
pub fn cargo(folder: &Path) -> Command {
    let mut command = without(Command::new("cargo"), is_set_by_cargo_run);
    command.current_dir(folder);
    command
}

/// Cargo without the caller's compiler flags, for output that is the same on every machine.
pub fn cargo_without_flags(folder: &Path) -> Command {
    without(cargo(folder), holds_compiler_flags)
}

/// A program that runs cargo itself, without the caller's compiler flags.
pub fn without_compiler_flags(command: Command) -> Command {
    without(without(command, is_set_by_cargo_run), holds_compiler_flags)
}

fn without(mut command: Command, is_removed: fn(&str) -> bool) -> Command {
    for (name, _) in env::vars_os() {
        if name.to_str().is_some_and(is_removed) {
            command.env_remove(&name);
        }
    }
    command
}

/// Runs to the end, its output on the terminal.
///
/// # Errors
/// When the program cannot be started or says that it failed.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().map_err(|error| missing(command, &error))?;
    if !status.success() {
        bail!(
            "{} failed ({status}); its own words are above",
            shown(command)
        );
    }
    Ok(())
}

/// Runs to the end and hands back what it printed; its complaints go to the terminal.
///
/// # Errors
/// When the program cannot be started, says that it failed, or prints something else than text.
pub fn read(command: &mut Command) -> Result<String> {
    String::from_utf8(read_bytes(command)?)
        .with_context(|| format!("{} printed something else than text", shown(command)))
}

/// The same for a program that prints no text.
///
/// # Errors
/// When the program cannot be started, or says that it failed.
pub fn read_bytes(command: &mut Command) -> Result<Vec<u8>> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| missing(command, &error))?;
    if !output.status.success() {
        print!("{}", String::from_utf8_lossy(&output.stdout));
        bail!(
            "{} failed ({}); its own words are above",
            shown(command),
            output.status
        );
    }
    Ok(output.stdout)
}

/// Whether the program starts and ends well; says nothing on the terminal.
pub fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Looks a program up in the folders of `PATH`.
pub fn find(name: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders)
        .map(|folder| folder.join(name))
        .find(|path| fs::metadata(path).is_ok_and(|file| file.is_file()))
}

/// The command line as a person would have typed it, shortened.
pub fn shown(command: &Command) -> String {
    let name = Path::new(command.get_program())
        .file_name()
        .unwrap_or_else(|| command.get_program());
    let words: Vec<_> = std::iter::once(name)
        .chain(command.get_args())
        .map(OsStr::to_string_lossy)
        .collect();
    let line = words.join(" ");
    match line.char_indices().nth(120) {
        Some((end, _)) => format!("`{}…`", line.get(..end).unwrap_or_default()),
        None => format!("`{line}`"),
    }
}

fn missing(command: &Command, error: &std::io::Error) -> anyhow::Error {
    if error.kind() == ErrorKind::NotFound {
        anyhow!(
            "{} cannot start: {:?} is not installed or not on PATH",
            shown(command),
            command.get_program()
        )
    } else {
        anyhow!("{} cannot start: {error}", shown(command))
    }
}

fn holds_compiler_flags(name: &str) -> bool {
    name == "RUSTFLAGS"
        || name == "CARGO_ENCODED_RUSTFLAGS"
        || name == "CARGO_BUILD_TARGET"
        || (name.starts_with("CARGO_") && name.ends_with("_RUSTFLAGS"))
        || name.starts_with("CARGO_PROFILE_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cargo_below_cargo_keeps_the_users_settings_only() {
        assert!(is_set_by_cargo_run("CARGO_MANIFEST_DIR"));
        assert!(is_set_by_cargo_run("CARGO_PKG_NAME"));
        assert!(!is_set_by_cargo_run("CARGO_HOME"));
        assert!(!is_set_by_cargo_run("CARGO_BUILD_JOBS"));
    }

    #[test]
    fn flags_of_the_caller_never_reach_what_ships() {
        assert!(holds_compiler_flags("RUSTFLAGS"));
        assert!(holds_compiler_flags("CARGO_BUILD_RUSTFLAGS"));
        assert!(holds_compiler_flags(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS"
        ));
        assert!(!holds_compiler_flags("CARGO_HOME"));
    }

    #[test]
    fn a_command_is_shown_by_its_name_and_not_by_its_folder() {
        let mut command = Command::new("/opt/somewhere/npm");
        command.arg("ci");
        assert_eq!(shown(&command), "`npm ci`");
    }
}
