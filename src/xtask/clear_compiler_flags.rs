//! Removes compiler flags from the environment of commands.

use std::env;

use xshell::Cmd;

/// Removes the developer's own compiler flags from the environment of a command, so that the output
/// of the command is the same on every machine.
pub fn without_compiler_flags(mut command: Cmd<'_>) -> Cmd<'_> {
    for (name, _) in env::vars_os() {
        if name.to_str().is_some_and(holds_compiler_flags) {
            command = command.env_remove(&name);
        }
    }
    command
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
    fn flags_of_the_caller_never_reach_what_ships() {
        assert!(holds_compiler_flags("RUSTFLAGS"));
        assert!(holds_compiler_flags("CARGO_BUILD_RUSTFLAGS"));
        assert!(holds_compiler_flags(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS"
        ));
        assert!(!holds_compiler_flags("CARGO_HOME"));
    }
}
