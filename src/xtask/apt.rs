//! Turns names of Debian packages into installed ones, where that needs no password.

use std::process::Command;

use anyhow::Result;

use crate::program::{find, read, run, succeeds};

/// Installs packages; says whether it could without asking.
///
/// # Errors
/// When it could, and the packages were not installed.
pub fn install(packages: &[&str]) -> Result<bool> {
    let Some(words) = administrator() else {
        return Ok(false);
    };
    println!("installing {}", packages.join(", "));
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
    Ok(true)
}

/// What to put before a command so that it may install packages; none where it would ask.
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
