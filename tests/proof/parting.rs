//! Where two pathways part.

use crate::{
    ppimhs::{FILE, ppimhs},
    said::said,
};
use pathway::{check, document::Document, pathway::Pathway};
use proof::parting;
use serde_json::{Value, json};
use std::fs;

/// The built-in pathway with a change that `check` lets through.
fn changed(change: impl FnOnce(&mut Value)) -> Pathway {
    let mut document: Value = serde_json::from_slice(&fs::read(FILE).unwrap()).unwrap();
    change(&mut document);
    let document: Document = serde_json::from_value(document).unwrap();
    check::pathway(&document, None).unwrap()
}

#[test]
fn a_pathway_is_equivalent_to_itself_and_to_the_same_said_otherwise() {
    let same = changed(|document| {
        let when = &mut document["rules"][0]["when"];
        *when = json!({ "not": { "not": { "any": [when.take()] } } });
    });
    assert_eq!(parting(&ppimhs(), &ppimhs()), None);
    assert_eq!(parting(&ppimhs(), &same), None);
    assert_eq!(parting(&same, &ppimhs()), None);
}

#[test]
fn two_pathways_part_on_a_journey_that_only_one_of_them_has() {
    let more = changed(|document| {
        let areas = document["questions"][14]["options"].as_array_mut().unwrap();
        areas.push(json!({ "id": "camden" }));
    });
    let part = parting(&more, &ppimhs()).unwrap();
    assert_eq!(said(&more, &part)["area"], "camden");
    assert!(parting(&ppimhs(), &more).is_some());
}

#[test]
fn two_pathways_part_where_a_block_stands_in_one_alone() {
    let longer = changed(|document| {
        let blocks = document["blocks"].as_array_mut().unwrap();
        let medicine = blocks.iter_mut().find(|block| block["id"] == "medicine");
        medicine.unwrap()["lines"] =
            json!(["stop", { "id": "more", "when": { "area": "havering" } }]);
    });
    let part = parting(&ppimhs(), &longer).unwrap();
    assert_eq!(said(&ppimhs(), &part)["area"], "havering");
}
