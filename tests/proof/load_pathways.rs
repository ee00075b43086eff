//! Loads the pathways for the tests of the proof, with or without a change.

use pathway::{
    check::{self, CheckedPathway},
    document::Document,
    parse,
};
use serde_json::Value;
use std::fs;

/// The path of `pathway.json` of the built-in pathway.
pub const PPIMHS: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../www/pathways/ppimhs/pathway.json"
);
/// The path of `pathway.json` of the small pathway, which has few journeys.
pub const SMALL: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../tests/pathways/small/pathway.json"
);

/// Returns the pathway in this file with a change. The result may have findings.
pub fn document(file: &str, change: impl FnOnce(&mut Value)) -> Document {
    let mut value: Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
    change(&mut value);
    parse::document(value.to_string().as_bytes()).unwrap()
}

/// Returns the pathway in this file with a change. Fails if `check` does not accept it.
pub fn changed(file: &str, change: impl FnOnce(&mut Value)) -> CheckedPathway {
    check::pathway(document(file, change), None).unwrap()
}

/// Returns the built-in pathway as `check` accepts it.
pub fn ppimhs() -> CheckedPathway {
    changed(PPIMHS, |_| {})
}

/// Returns the small pathway as `check` accepts it.
pub fn small() -> CheckedPathway {
    changed(SMALL, |_| {})
}

pub fn push(list: &mut Value, entry: Value) {
    list.as_array_mut().unwrap().push(entry);
}
