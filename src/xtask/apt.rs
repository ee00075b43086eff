//! Installs Debian packages, where that needs no password.

use std::process::Command;

use anyhow::Result;
use launcher::Progress;

use crate::program::{find, read, run, succeeds};

/// Installs packages for a purpose; returns false where that would need a password.
///
/// # Errors
/// When the installation fails.
pub fn install(packages: &[&str], purpose: &str) -> Result<bool> {
    let Some(words) = administrator() else {
        return Ok(false);
    };
    println!(
        "installing {} (about a minute, once): {purpose}",
        packages.join(", ")
    );
    let progress = Progress::start("apt-get");
    let apt = |arguments: &[&str]| {
        let mut command = Command::new("env");
        command
            .arg("DEBIAN_FRONTEND=noninteractive")
            .args(["apt-get", "--quiet=2"])
            .args(arguments);
        prefixed(words, &command)
    };
    run(&mut apt(&["update"]))?;
    let mut install = apt(&["install", "--yes", "--no-install-recommends"]);
    run(install.args(packages))?;
    progress.finish();
    Ok(true)
}

/// The words before a command that installs packages; none where `sudo` would ask for a password.
fn administrator() -> Option<&'static [&'static str]> {
    find("apt-get")?;
    if read(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0") {
        return Some(&[]);
    }
    succeeds(Command::new("sudo").args(["-n", "true"])).then_some(&["sudo", "-n"])
}

fn prefixed(words: &[&str], command: &Command) -> Command {
    let mut all = words
        .iter()
        .map(|word| (*word).into())
        .chain([command.get_program().to_owned()])
        .chain(command.get_args().map(ToOwned::to_owned));
    let mut prefixed = Command::new(all.next().unwrap_or_default());
    prefixed.args(all);
    prefixed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::shown;

    #[test]
    fn without_root_a_command_goes_through_sudo_and_never_asks() {
        let mut command = Command::new("apt-get");
        command.arg("update");
        assert_eq!(
            shown(&prefixed(&["sudo", "-n"], &command)),
            "`sudo -n apt-get update`"
        );
        assert_eq!(shown(&prefixed(&[], &command)), "`apt-get update`");
    }
}
