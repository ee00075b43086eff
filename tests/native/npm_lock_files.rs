//! Tests the npm packages in the lock files. Each has a checksum, comes from the registry that npm
//! uses, and has a licence that the project accepts.

use crate::files::text;
use serde_json::Value;

const LICENCES: [&str; 8] = [
    "0BSD",
    "Apache-2.0",
    // The old name of 0BSD, which htmx 4 writes.
    "BSD-0-Clause",
    "BSD-3-Clause",
    "BlueOak-1.0.0",
    "ISC",
    "MIT",
    "MPL-2.0",
];

/// Returns everything that is wrong with the packages of a lock file.
fn wrong(lock: &Value) -> Vec<String> {
    let packages = lock["packages"].as_object().unwrap().iter();
    let packages = packages.filter(|(path, _)| !path.is_empty());
    let wrong = packages.filter(|(_, package)| {
        let text = |key: &str| package[key].as_str().unwrap_or_default();
        let is_whole = text("integrity").starts_with("sha512-") && package["resolved"].is_null();
        !is_whole || !LICENCES.contains(&text("license"))
    });
    wrong.map(|(path, _)| path.clone()).collect()
}

#[test]
fn every_npm_package_has_a_checksum_a_licence_and_no_address_of_its_own() {
    let lock: Value = serde_json::from_str(&text("package-lock.json")).unwrap();
    assert!(lock["packages"].as_object().unwrap().len() > 100);
    assert_eq!(wrong(&lock), [""; 0]);
    let path = "node_modules/esbuild";
    for (key, value) in [
        ("integrity", "sha1-x"),
        ("license", "UNLICENSED"),
        ("resolved", "https://example.org/esbuild.tgz"),
    ] {
        let mut changed = lock.clone();
        changed["packages"][path][key] = value.into();
        assert_eq!(wrong(&changed), [path], "{key}");
    }
}

#[test]
fn every_npm_package_is_named_in_one_version() {
    let named: Value = serde_json::from_str(&text("package.json")).unwrap();
    for (name, version) in named["devDependencies"].as_object().unwrap() {
        // A package that comes in several versions has a name of its own for each version.
        let version = version.as_str().unwrap().rsplit('@').next().unwrap();
        let is_exact = version
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.');
        assert!(is_exact, "{name} {version}");
    }
}
