//! Tests that `counterexample` finds a journey whenever two pathways give different results.

use crate::{
    load_pathways::{PPIMHS, changed, ppimhs},
    write_answers::answers_json,
};
use proof::counterexample;
use serde_json::{Value, json};

#[test]
fn a_pathway_is_equivalent_to_itself_and_to_another_form_of_itself() {
    let same = changed(PPIMHS, |document| {
        let when = &mut document["rules"][0]["when"];
        *when = json!({ "not": { "not": { "any": [when.take()] } } });
    });
    assert_eq!(counterexample(&ppimhs(), &ppimhs()).unwrap(), None);
    assert_eq!(counterexample(&ppimhs(), &same).unwrap(), None);
    assert_eq!(counterexample(&same, &ppimhs()).unwrap(), None);
}

#[test]
fn two_pathways_differ_if_only_one_has_a_journey() {
    let more = changed(PPIMHS, |document| {
        let areas = document["questions"][14]["options"].as_array_mut().unwrap();
        areas.push(json!({ "id": "camden" }));
    });
    let part = counterexample(&more, &ppimhs()).unwrap().unwrap();
    assert_eq!(answers_json(&more, &part)["area"], "camden");
    assert!(counterexample(&ppimhs(), &more).unwrap().is_some());
}

#[test]
fn two_pathways_differ_if_a_block_has_another_line() {
    let longer = changed(PPIMHS, |document| {
        let blocks = document["blocks"].as_array_mut().unwrap();
        let medicine = blocks.iter_mut().find(|block| block["id"] == "medicine");
        medicine.unwrap()["lines"] =
            json!(["stop", { "id": "more", "when": { "area": "havering" } }]);
    });
    let part = counterexample(&ppimhs(), &longer).unwrap().unwrap();
    assert_eq!(answers_json(&ppimhs(), &part)["area"], "havering");
}

fn rule<'a>(document: &'a mut Value, id: &str) -> &'a mut Value {
    let rules = document["rules"].as_array_mut().unwrap();
    rules.iter_mut().find(|rule| rule["id"] == id).unwrap()
}

#[test]
fn two_pathways_differ_if_a_rule_without_new_outcomes_holds_in_only_one() {
    let fewer = changed(PPIMHS, |document| {
        let when = rule(document, "planning")["when"]["all"].as_array_mut();
        when.unwrap().push(json!({ "not": "loss" }));
    });
    let part = counterexample(&ppimhs(), &fewer).unwrap().unwrap();
    let stage = answers_json(&ppimhs(), &part)["stage"].clone();
    assert_eq!(stage, json!(["loss", "planning"]));
}

/// A rule with another id counts as another rule. This also applies to the last resort and to the
/// rule for local outcomes.
#[test]
fn two_pathways_differ_if_a_rule_has_another_id() {
    let renamed = changed(PPIMHS, |document| {
        rule(document, "planning")["id"] = json!("plans")
    });
    let part = counterexample(&ppimhs(), &renamed).unwrap().unwrap();
    assert_eq!(answers_json(&ppimhs(), &part)["stage"], json!(["planning"]));
    for last in ["last_resort", "local"] {
        let renamed = changed(PPIMHS, |document| {
            document[last]["id"] = json!("another-name")
        });
        assert!(
            counterexample(&ppimhs(), &renamed).unwrap().is_some(),
            "{last}"
        );
        assert!(
            counterexample(&renamed, &ppimhs()).unwrap().is_some(),
            "{last}"
        );
    }
}

#[test]
fn two_pathways_differ_if_outcomes_have_another_order() {
    let turned = changed(PPIMHS, |document| {
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
    let part = counterexample(&ppimhs(), &turned).unwrap().unwrap();
    let stage = answers_json(&ppimhs(), &part)["stage"].clone();
    assert_eq!(stage, json!(["loss", "baby-elsewhere"]));
}
