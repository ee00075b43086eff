//! Tests the proof on every journey of the small pathway. This pathway has so few journeys that the
//! program can replay all of them. The diagrams of the proof must give the same counts.

use crate::evaluate_conditions;
use crate::load_pathways::{SMALL, changed, push, small};
use pathway::{
    answers::Answers,
    check::CheckedPathway,
    id::OutcomeId,
    properties::Kind,
    replay::{End, Replay, RoutingResult, evaluate},
    set::Set,
};
use proof::{BigUint, DecisionReason, count, decisions, diff, prove, results};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Returns every valid answer to a question: one option, several options, or one option that
/// excludes all others.
fn every_answer(pathway: &CheckedPathway, question: usize, offered: Set) -> Vec<Set> {
    let asked = &pathway.document().questions[question];
    let offered: Vec<usize> = offered.iter().collect();
    let all = 1..1usize << offered.len();
    let picked = all.map(|bits| -> Set {
        let picked = (0..offered.len()).filter(|bit| bits >> bit & 1 == 1);
        picked.map(|bit| offered[bit]).collect()
    });
    picked
        .filter(|picked| {
            let alone = picked.iter().any(|option| asked.options[option].exclusive);
            picked.len() == 1 || (asked.kind == Kind::Many && !alone)
        })
        .collect()
}

/// Returns every complete journey of a pathway.
pub fn every_journey(pathway: &CheckedPathway) -> Vec<(Replay, RoutingResult)> {
    let mut open = vec![Answers::default()];
    let mut done = Vec::new();
    while let Some(answers) = open.pop() {
        let replay = evaluate(pathway, &answers);
        match replay.end.clone() {
            End::Result(routed) => done.push((replay, routed)),
            End::Ask { question, offered } => {
                for picked in every_answer(pathway, question, offered) {
                    let mut answers = answers.clone();
                    answers.pick(question, picked);
                    open.push(answers);
                }
            }
        }
    }
    done
}

fn number(count: usize) -> BigUint {
    BigUint::from(count)
}

fn ids(pathway: &CheckedPathway, routed: &RoutingResult) -> Vec<OutcomeId> {
    let outcomes = routed.outcomes.iter();
    outcomes
        .map(|outcome| pathway.document().outcomes[*outcome].id.clone())
        .collect()
}

#[test]
fn journeys_are_counted_by_question_rule_and_outcome() {
    let pathway = small();
    let (counts, every) = (count(&pathway).unwrap(), every_journey(&pathway));
    let with = |is: &dyn Fn(&(Replay, RoutingResult)) -> bool| {
        number(every.iter().filter(|journey| is(journey)).count())
    };
    assert_eq!(counts.journeys, number(every.len()));
    assert_eq!(prove(pathway.document()).journeys, counts.journeys);
    assert_eq!(counts.questions.len(), pathway.document().questions.len());
    for (place, counted) in counts.questions.iter().enumerate() {
        let asked = with(&|(replay, _)| replay.path.iter().any(|step| step.question == place));
        assert_eq!(*counted, asked, "question {place}");
    }
    assert_eq!(counts.rules.len(), pathway.document().rules.len() + 2);
    for (place, counted) in counts.rules.iter().enumerate() {
        let gives = with(&|(_, routed)| routed.rules.contains(&place));
        assert_eq!(*counted, gives, "rule {place}");
    }
    assert_eq!(counts.outcomes.len(), pathway.document().outcomes.len());
    for (place, counted) in counts.outcomes.iter().enumerate() {
        let there = with(&|(_, routed)| routed.outcomes.contains(&place));
        assert_eq!(*counted, there, "outcome {place}");
    }
}

#[test]
fn results_are_those_that_journeys_end_with_most_frequent_first() {
    let pathway = small();
    let mut walked: BTreeMap<Vec<usize>, usize> = BTreeMap::new();
    for (_, routed) in every_journey(&pathway) {
        *walked.entry(routed.outcomes).or_default() += 1;
    }
    let counted = results(&pathway).unwrap();
    assert!(counted.is_sorted_by(|(_, many), (_, few)| many >= few));
    let counted: BTreeMap<_, _> = counted.into_iter().collect();
    let walked = walked.into_iter();
    let walked: BTreeMap<_, _> = walked
        .map(|(outcomes, journeys)| (outcomes, number(journeys)))
        .collect();
    assert_eq!(counted, walked);
}

/// Two results with the same outcomes in the same order count as one result, even if the indexes of
/// these outcomes in the order of the pathway differ.
#[test]
fn a_result_is_listed_once_for_any_positions_of_its_outcomes() {
    let pathway = changed(SMALL, |pathway| {
        pathway["order"] = json!([
            "emergency",
            { "id": "doctor", "when": { "who": "me" } },
            "team",
            "other-team",
            "doctor"
        ]);
    });
    let results = results(&pathway).unwrap();
    for (place, (result, _)) in results.iter().enumerate() {
        let others = results.iter().skip(place + 1);
        assert!(others.clone().all(|(other, _)| other != result));
    }
}

#[test]
fn a_decision_has_the_journeys_on_which_its_reason_is_the_first() {
    let pathway = small();
    let (table, every) = (decisions(&pathway).unwrap(), every_journey(&pathway));
    assert_eq!(table.journeys, number(every.len()));
    let document = pathway.document();
    for (place, outcome) in document.outcomes.iter().enumerate() {
        let rows: Vec<_> = table
            .rows
            .iter()
            .filter(|row| row.outcome == place)
            .collect();
        let sum: BigUint = rows.iter().map(|row| &row.journeys).sum();
        assert_eq!(sum, table.journeys, "{}", outcome.id);
        for row in rows {
            let there = |routed: &RoutingResult| routed.outcomes.contains(&place);
            let by = |routed: &RoutingResult, rule: usize| routed.rules.contains(&rule);
            let last = document.rules.len();
            let holds = |(replay, routed): &&(Replay, RoutingResult)| match &row.reason {
                DecisionReason::Rule { rule, when } => {
                    assert!(
                        !there(routed)
                            || !by(routed, *rule)
                            || evaluate_conditions::holds(&pathway, when, &replay.answers)
                    );
                    there(routed) && by(routed, *rule)
                }
                DecisionReason::LastResort => there(routed) && by(routed, last),
                DecisionReason::LocalRule => there(routed) && by(routed, last + 1),
                DecisionReason::OutsideArea => !there(routed) && routed.local.has(place),
                DecisionReason::NoRule => !there(routed) && !routed.local.has(place),
            };
            let walked = every.iter().filter(holds).count();
            assert_eq!(
                row.journeys,
                number(walked),
                "{}: {:?}",
                outcome.id,
                row.reason
            );
        }
    }
    let gone = table
        .rows
        .iter()
        .any(|row| matches!(row.reason, DecisionReason::OutsideArea));
    assert!(gone, "outside the area the team goes");
}

#[test]
fn a_row_names_only_the_conditions_that_it_needs() {
    let pathway = changed(SMALL, |pathway| {
        let who = json!({ "who": ["friend", "worker"] });
        push(&mut pathway["rules"][1]["when"]["all"], who);
    });
    let rows = decisions(&pathway).unwrap().rows;
    let when = rows.iter().find_map(|row| match &row.reason {
        DecisionReason::Rule { rule: 1, when } => Some(when.to_string()),
        _ => None,
    });
    // The pathway asks for an age only if the visitor wants to play, so the condition need not
    // contain this wish.
    let needed = "(age is baby or unknown) and (who is friend or worker)";
    assert_eq!(when.as_deref(), Some(needed));
}

/// The hazard log lists this test under HAZ-018.
#[test]
fn a_difference_counts_every_journey_with_another_result() {
    let old = small();
    let new = changed(SMALL, |pathway| {
        pathway["rules"][1]["when"] = json!({ "age": "baby" });
        pathway["order"] = json!(["emergency", "doctor", "team", "other-team"]);
        pathway["questions"][1]["options"][2]["show_when"] = json!({ "danger": "none" });
        push(
            &mut pathway["questions"][1]["options"],
            json!({ "id": "other" }),
        );
        pathway["scenarios"][2]["answers"]["age"] = json!("baby");
    });
    let told = diff(&old, &new).unwrap();
    let (before, after) = (every_journey(&old), every_journey(&new));
    assert_eq!(told.before, number(before.len()));
    assert_eq!(told.after, number(after.len()));
    // The options have the same indexes in both pathways, so the test can compare answers by their
    // indexes.
    let result = |answers: &Answers| {
        let mut after = after.iter();
        let found = after.find(|(replay, _)| replay.answers == *answers);
        found.map(|(_, routed)| ids(&new, routed))
    };
    let mut kinds: BTreeMap<_, usize> = BTreeMap::new();
    let mut both = 0;
    for (replay, routed) in &before {
        let was = ids(&old, routed);
        let Some(is) = result(&replay.answers) else {
            continue;
        };
        both += 1;
        if was != is {
            let without = |one: &[OutcomeId], other: &[OutcomeId]| -> BTreeSet<OutcomeId> {
                let ids = one.iter().filter(|id| !other.contains(id));
                ids.cloned().collect()
            };
            let kind = (without(&was, &is), without(&is, &was));
            *kinds.entry(kind).or_default() += 1;
        }
    }
    assert_eq!(told.both, number(both));
    assert_eq!(told.changed, number(kinds.values().sum()));
    let set = |ids: &[OutcomeId]| -> BTreeSet<OutcomeId> { ids.iter().cloned().collect() };
    let counted: BTreeMap<_, _> = told
        .changes
        .iter()
        .map(|kind| ((set(&kind.goes), set(&kind.comes)), kind.journeys.clone()))
        .collect();
    let kinds: BTreeMap<_, _> = kinds
        .into_iter()
        .map(|(kind, journeys)| (kind, number(journeys)))
        .collect();
    assert_eq!(counted, kinds);
    assert!(!kinds.is_empty());
    assert!(
        told.changes
            .is_sorted_by(|one, other| one.journeys >= other.journeys)
    );
    for kind in &told.changes {
        assert_eq!(kind.before, kind.after);
        let was = before
            .iter()
            .find(|(replay, _)| replay.answers == kind.before);
        let was = ids(&old, &was.unwrap().1);
        assert_ne!(result(&kind.after), Some(was));
    }
    let alone = |answers: Option<Answers>,
                 of: &[(Replay, RoutingResult)],
                 not: &[(Replay, RoutingResult)]| {
        let answers = answers.unwrap();
        let among = |journeys: &[(Replay, RoutingResult)]| {
            journeys
                .iter()
                .any(|(replay, _)| same(&old, &replay.answers, &answers))
        };
        assert!(among(of) && !among(not), "{answers:?}");
    };
    assert_eq!(told.only_before, None);
    alone(told.only_after, &after, &before);
}

/// Returns true if two lists of answers are the same. Unanswered questions at the end do not count.
fn same(pathway: &CheckedPathway, one: &Answers, other: &Answers) -> bool {
    let mut questions = 0..pathway.document().questions.len();
    questions.all(|question| one.picked(question) == other.picked(question))
}

#[test]
fn another_order_alone_is_a_difference() {
    let order = |order: Value| {
        changed(SMALL, |pathway| {
            pathway["last_resort"]["beside"] = json!(["team"]);
            pathway["scenarios"][1]["outcomes"] = order[0].clone();
            pathway["scenarios"][2]["outcomes"] = order[1].clone();
            pathway["order"] = order[2].clone();
        })
    };
    let old = order(json!([
        ["team", "doctor"],
        ["other-team", "doctor"],
        ["emergency", "team", "other-team", "doctor"]
    ]));
    let new = order(json!([
        ["doctor", "team"],
        ["doctor", "other-team"],
        ["emergency", "doctor", "team", "other-team"]
    ]));
    let told = diff(&old, &new).unwrap();
    let [kind] = told.changes.as_slice() else {
        panic!("{:?}", told.changes);
    };
    assert!(kind.goes.is_empty() && kind.comes.is_empty(), "{kind:?}");
    let (before, after) = (every_journey(&old), every_journey(&new));
    let pairs = before.iter().zip(&after);
    let turned = pairs.filter(|((_, was), (_, is))| was.outcomes != is.outcomes);
    assert_eq!(kind.journeys, number(turned.count()));
}

#[test]
fn one_outcome_more_or_less_is_a_difference() {
    let both = changed(SMALL, |pathway| {
        pathway["last_resort"]["beside"] = json!(["team"]);
        pathway["scenarios"][1]["outcomes"] = json!(["team", "doctor"]);
        pathway["scenarios"][2]["outcomes"] = json!(["other-team", "doctor"]);
    });
    let alone = small();
    let with_team = every_journey(&alone);
    let with_team = with_team
        .iter()
        .filter(|(_, routed)| routed.rules.contains(&1))
        .count();
    let doctor = [OutcomeId::from("doctor")];
    let goes = diff(&both, &alone).unwrap().changes;
    assert_eq!(
        (goes.len(), &goes[0].goes[..], &goes[0].comes[..]),
        (1, &doctor[..], &[][..])
    );
    assert_eq!(goes[0].journeys, number(with_team));
    let comes = diff(&alone, &both).unwrap().changes;
    assert_eq!(
        (comes.len(), &comes[0].goes[..], &comes[0].comes[..]),
        (1, &[][..], &doctor[..])
    );
    assert_eq!(comes[0].journeys, number(with_team));
}
