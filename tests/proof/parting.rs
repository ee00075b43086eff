//! Where two pathways part.

use crate::{
    ppimhs::{FILE, ppimhs},
    said::said,
};
use pathway::{check, check::Checked, document::Document};
use proof::parting;
use serde_json::{Value, json};
use std::fs;

/// The built-in pathway with a change that `check` lets through.
fn changed(change: impl FnOnce(&mut Value)) -> Checked {
    let mut document: Value = serde_json::from_slice(&fs::read(FILE).unwrap()).unwrap();
    change(&mut document);
    let document: Document = serde_json::from_value(document).unwrap();
    check::pathway(document, None).unwrap()
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

fn rule<'a>(document: &'a mut Value, id: &str) -> &'a mut Value {
    let rules = document["rules"].as_array_mut().unwrap();
    rules.iter_mut().find(|rule| rule["id"] == id).unwrap()
}

#[test]
fn two_pathways_part_where_a_rule_holds_in_one_alone_and_gives_nothing_new() {
    let fewer = changed(|document| {
        let when = rule(document, "planning")["when"]["all"].as_array_mut();
        when.unwrap().push(json!({ "not": "loss" }));
    });
    let part = parting(&ppimhs(), &fewer).unwrap();
    let stage = said(&ppimhs(), &part)["stage"].clone();
    assert_eq!(stage, json!(["loss", "planning"]));
}

/// A rule under another name is another rule, and so are the last ones.
#[test]
fn two_pathways_part_where_a_rule_is_called_otherwise() {
    let renamed = changed(|document| rule(document, "planning")["id"] = json!("plans"));
    let part = parting(&ppimhs(), &renamed).unwrap();
    assert_eq!(said(&ppimhs(), &part)["stage"], json!(["planning"]));
    for last in ["last_resort", "local"] {
        let renamed = changed(|document| document[last]["id"] = json!("another-name"));
        assert!(parting(&ppimhs(), &renamed).is_some(), "{last}");
        assert!(parting(&renamed, &ppimhs()).is_some(), "{last}");
    }
}

#[test]
fn two_pathways_part_where_outcomes_stand_in_another_order() {
    let turned = changed(|document| {
        document["order"].as_array_mut().unwrap().swap(5, 6);
        document["scenarios"]
            .as_array_mut()
            .unwrap()
            .retain(|story| {
                let outcomes = story["outcomes"].as_array().unwrap();
                let has = |id: &str| outcomes.iter().any(|outcome| outcome == id);
                !(has("loss-support") && has("separation-support"))
            });
    });
    let part = parting(&ppimhs(), &turned).unwrap();
    let stage = said(&ppimhs(), &part)["stage"].clone();
    assert_eq!(stage, json!(["loss", "baby-elsewhere"]));
}
