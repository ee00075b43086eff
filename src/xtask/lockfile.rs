//! Turns the text of `Cargo.lock` into the version of one package.

use anyhow::{Result, anyhow, bail};

/// The one version of `package` that the lock file names.
///
/// # Errors
/// When the lock file names the package not at all, or in two versions: then no single tool fits.
pub fn locked_version<'lock>(lock: &'lock str, package: &str) -> Result<&'lock str> {
    let mut versions = lock
        .split("[[package]]")
        .filter(|entry| value(entry, "name") == Some(package))
        .filter_map(|entry| value(entry, "version"));
    let version = versions
        .next()
        .ok_or_else(|| anyhow!("Cargo.lock does not name the package {package:?}"))?;
    if let Some(other) = versions.next() {
        bail!("Cargo.lock names {package:?} twice, {version} and {other}: pin one of them");
    }
    Ok(version)
}

fn value<'entry>(entry: &'entry str, key: &str) -> Option<&'entry str> {
    entry.lines().find_map(|line| {
        let (name, value) = line.split_once(" = ")?;
        (name == key).then(|| value.trim_matches('"'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"
version = 4

[[package]]
name = "syn"
version = "1.0.1"

[[package]]
name = "syn"
version = "2.0.3"

[[package]]
name = "wasm-bindgen"
version = "0.2.129"
dependencies = [
 "cfg-if",
]

[[package]]
name = "wasm-bindgen-futures"
version = "0.4.70"
"#;

    #[test]
    fn the_version_of_a_package_is_read_from_its_own_entry() -> Result<()> {
        assert_eq!(locked_version(LOCK, "wasm-bindgen")?, "0.2.129");
        Ok(())
    }

    #[test]
    fn a_package_that_is_not_locked_is_named() {
        let error = locked_version(LOCK, "yew").unwrap_err().to_string();
        assert!(error.contains("\"yew\""), "{error}");
    }

    #[test]
    fn a_package_in_two_versions_is_refused() {
        let error = locked_version(LOCK, "syn").unwrap_err().to_string();
        assert!(error.contains("1.0.1 and 2.0.3"), "{error}");
    }
}
