//! Tests violations in pathways that `check` refuses because no scenario reaches a part of them. No
//! journey reaches this part either.

use crate::load_pathways::{SMALL, document, push};
use proof::{Violation, prove};
use serde_json::{Value, json};

/// Returns every violation in the small pathway with a change.
fn violations(change: impl FnOnce(&mut Value)) -> Vec<Violation> {
    prove(&document(SMALL, change)).violations
}

/// Requires that the change causes one violation of this kind, at this path in the file, for this
/// reason. Returns the violation.
fn check(kind: &str, place: &str, why: &str, change: impl FnOnce(&mut Value)) -> Violation {
    let found = violations(change);
    let same = |violation: &&Violation| {
        let finding = &violation.finding;
        finding.kind == kind && finding.path == place && finding.message.contains(why)
    };
    let violation = found.iter().find(same);
    violation.unwrap_or_else(|| panic!("{found:#?}")).clone()
}

#[test]
fn a_rule_that_never_holds() {
    let rule = json!({
        "id": "ghost",
        "when": { "all": [{ "who": "me" }, { "who": "friend" }] },
        "outcomes": ["team"],
        "sources": ["S1"]
    });
    check(
        "dead-rule",
        "rules.ghost",
        "it holds on no journey",
        |pathway| {
            push(&mut pathway["rules"], rule);
        },
    );
}

/// The two rules that stop the questions together hold on every journey of the rule `ghost`. So
/// `ghost` never gives an outcome.
#[test]
fn a_rule_that_holds_only_beside_rules_that_stop() {
    let rule = json!({
        "id": "ghost",
        "when": { "danger": ["fire", "flood"] },
        "outcomes": ["team"],
        "sources": ["S1"]
    });
    let stop = |id: &str, flag: &str| {
        json!({
            "id": id,
            "when": { "danger": flag },
            "outcomes": ["emergency"],
            "stop": true,
            "sources": ["S1"]
        })
    };
    let why = "one of the rules that stop the questions holds too";
    check("dead-rule", "rules.ghost", why, |pathway| {
        pathway["rules"][0] = stop("burning", "fire");
        push(&mut pathway["rules"], stop("flooded", "flood"));
        push(&mut pathway["rules"], rule);
    });
}

#[test]
fn a_question_that_is_never_asked() {
    let why = "it is asked on no journey";
    check("dead-question", "questions.age", why, |pathway| {
        pathway["questions"][3]["ask_when"] =
            json!({ "all": [{ "needs": "nothing" }, "wants-play"] });
    });
}

#[test]
fn a_question_without_an_option_comes_with_the_journey_to_it() {
    let why = "no option of it is shown";
    let violation = check("dead-end", "questions.area", why, |pathway| {
        for option in pathway["questions"][4]["options"].as_array_mut().unwrap() {
            option["show_when"] = json!({ "who": ["friend", "worker"] });
        }
    });
    let answers = violation.counterexample.unwrap().answers;
    let who = answers.picked(1).iter().collect::<Vec<_>>();
    assert_eq!(who, [0], "only for me");
    assert!(answers.picked(4).is_empty());
}

#[test]
fn a_journey_that_ends_without_help() {
    let violation = check("no-help", "rules", "without any outcome", |pathway| {
        pathway["last_resort"]["outcomes"] = json!([]);
    });
    let answers = violation.counterexample.unwrap().answers;
    assert_eq!(answers.picked(0).iter().collect::<Vec<_>>(), [2], "no flag");
}

#[test]
fn an_outcome_without_a_place_on_a_result() {
    let why = "it is on a result and has no place there";
    let violation = check("no-place", "order.doctor", why, |pathway| {
        pathway["order"][3] = json!({ "id": "doctor", "when": { "who": "me" } });
    });
    let answers = violation.counterexample.unwrap().answers;
    assert_ne!(answers.picked(1).iter().collect::<Vec<_>>(), [0]);
}

/// The two rules give the same outcome. This outcome does not prevent the last resort.
#[test]
fn a_rule_that_repeats_another_rule() {
    let why = "the others together give them";
    check("idle-rule", "rules.again", why, |pathway| {
        pathway["last_resort"]["beside"] = json!(["team"]);
        let mut again = pathway["rules"][1].clone();
        again["id"] = json!("again");
        push(&mut pathway["rules"], again);
    });
}

/// A journey with one question less is shorter, even if the visitor picks more options in it.
#[test]
fn a_shortest_journey_has_the_fewest_questions_and_then_the_fewest_ticks() {
    let violation = check(
        "broken-law",
        "laws.L9.claims.0",
        "must emergency",
        |pathway| {
            for id in ["eat", "rest"] {
                let options = pathway["questions"][2]["options"].as_array_mut().unwrap();
                options.insert(1, json!({ "id": id }));
            }
            let three =
                json!({ "all": [{ "needs": "sleep" }, { "needs": "rest" }, { "needs": "eat" }] });
            let when = json!({ "any": [{ "needs": "work" }, three] });
            let law = json!({
                "id": "L9",
                "statement": "…",
                "claims": [{ "whenever": { "when": when, "must": ["emergency"] } }]
            });
            push(&mut pathway["laws"], law);
        },
    );
    let answers = violation.counterexample.unwrap().answers;
    assert_eq!(answers.picked(2).iter().collect::<Vec<_>>(), [0, 1, 2]);
    assert!(answers.picked(3).is_empty(), "the age is not asked");
}

/// A card with a telephone number tells the visitor whom to turn to. A number on another card does
/// not count.
#[test]
fn an_outcome_without_a_role_reaches_somebody_by_telephone_or_nobody() {
    let law = json!({
        "id": "L9",
        "statement": "…",
        "claims": [{ "reaches": { "outcome": "team", "lines": [] } }]
    });
    let by_phone = violations(|pathway| push(&mut pathway["laws"], law.clone()));
    assert_eq!(by_phone, []);
    check(
        "broken-law",
        "laws.L9.claims.0",
        "reaches team",
        |pathway| {
            push(&mut pathway["laws"], law.clone());
            pathway["contacts"][3]["phone"] = Value::Null;
        },
    );
}

/// Without the rule in this test, the outcomes would be the same, but the visitor would have to
/// answer more questions. So the rule is needed.
#[test]
fn a_rule_that_alone_stops_the_questions_is_not_idle() {
    let found = violations(|pathway| {
        let mut slow = pathway["rules"][0].clone();
        slow["id"] = json!("slow");
        slow["stop"] = json!(false);
        push(&mut pathway["rules"], slow);
    });
    let places: Vec<&str> = found
        .iter()
        .map(|violation| violation.finding.path.as_str())
        .collect();
    assert!(!places.contains(&"rules.flagged"), "{found:#?}");
    assert!(places.contains(&"rules.slow"), "{found:#?}");
}
