//! The pathways that the proof is tried on, as they are or with a change.

use pathway::{
    check::{self, CheckedPathway},
    document::Document,
    parse,
};
use serde_json::Value;
use std::fs;

/// `pathway.json` of the built-in pathway.
pub const PPIMHS: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../www/pathways/ppimhs/pathway.json"
);
/// `pathway.json` of the small pathway, which has few journeys.
pub const SMALL: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../tests/pathways/small/pathway.json"
);

/// A pathway with a change, not checked.
pub fn document(file: &str, change: impl FnOnce(&mut Value)) -> Document {
    let mut value: Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
    change(&mut value);
    parse::document(value.to_string().as_bytes()).unwrap()
}

/// A pathway with a change that `check` accepts.
pub fn changed(file: &str, change: impl FnOnce(&mut Value)) -> CheckedPathway {
    check::pathway(document(file, change), None).unwrap()
}

/// The built-in pathway, checked.
pub fn ppimhs() -> CheckedPathway {
    changed(PPIMHS, |_| {})
}

/// The small pathway, checked.
pub fn small() -> CheckedPathway {
    changed(SMALL, |_| {})
}

pub fn push(list: &mut Value, entry: Value) {
    list.as_array_mut().unwrap().push(entry);
}
