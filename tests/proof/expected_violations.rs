//! Tests the proof on broken pathways. Each is a valid pathway with a change that `check` accepts.
//! The proof must find exactly the listed violations, each with the shortest journey that shows it.

use crate::{
    load_pathways::{PPIMHS, SMALL, small},
    replay_claims::{JourneyReplay, breaks},
    small_pathway_journeys::every_journey,
    write_answers::answers_json,
};
use json_patch::Patch;
use pathway::{
    answers::Answers,
    check::{self, CheckedPathway},
    document::{Document, law::Claim},
    replay::{End, evaluate},
};
use proof::{Counterexample, Violation, prove};
use serde::Deserialize;
use serde_json::{Value, json};
use std::{collections::BTreeMap, fs, path::Path};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fixture {
    why: String,
    /// The valid pathway that the test case changes.
    of: Good,
    /// The change to `pathway.json`.
    patch: Patch,
    /// For each scenario that the change contradicts, its new outcomes. A scenario without outcomes
    /// here is removed.
    #[serde(default)]
    scenarios: BTreeMap<String, Option<Value>>,
    /// Every expected violation: its kind, its path in the file, the part of the claim that is
    /// broken, and one or two journeys.
    violations: Value,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Good {
    Ppimhs,
    Small,
}

/// Reads the test case with this name, and makes its changed pathway.
fn made(name: &Path) -> (Fixture, CheckedPathway) {
    let fixture: Fixture = serde_json::from_slice(&fs::read(name).unwrap()).unwrap();
    let good = match fixture.of {
        Good::Ppimhs => PPIMHS,
        Good::Small => SMALL,
    };
    let mut document: Value = serde_json::from_slice(&fs::read(good).unwrap()).unwrap();
    json_patch::patch(&mut document, &fixture.patch)
        .unwrap_or_else(|error| panic!("{name:?}: {error}"));
    let scenarios = document["scenarios"].as_array_mut().unwrap();
    for (id, outcomes) in &fixture.scenarios {
        let mut known = scenarios.iter();
        let place = known.position(|known| known["id"] == id.as_str()).unwrap();
        match outcomes {
            Some(outcomes) => scenarios[place]["outcomes"] = outcomes.clone(),
            None => drop(scenarios.remove(place)),
        }
    }
    let document: Document = serde_json::from_value(document).unwrap();
    let pathway =
        check::pathway(document, None).unwrap_or_else(|findings| panic!("{name:?}: {findings:#?}"));
    (fixture, pathway)
}

fn fixtures() -> Vec<(String, Fixture, CheckedPathway)> {
    let mut names: Vec<_> = fs::read_dir(FOLDER)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    names.sort();
    let made = names.iter().map(|name| {
        let (fixture, pathway) = made(name);
        (
            name.file_stem().unwrap().display().to_string(),
            fixture,
            pathway,
        )
    });
    made.collect()
}

/// Returns a violation in the form in which the test cases list violations.
fn written(pathway: &CheckedPathway, violation: &Violation) -> Value {
    let finding = &violation.finding;
    let mut written = json!({ "kind": finding.kind, "place": finding.path });
    if let Some(part) = finding.message.strip_prefix("it is broken at ") {
        let (part, law) = part.split_once(". The law: ").unwrap();
        assert!(law.ends_with(" Correct the rules, or the law"), "{law}");
        written["at"] = json!(part);
    } else {
        let (fault, advice) = finding.message.split_once(": ").unwrap();
        assert!(!fault.is_empty() && !advice.is_empty(), "{finding}");
    }
    if let Some(counterexample) = &violation.counterexample {
        written["answers"] = answers_json(pathway, &counterexample.answers);
        if let Some(changed) = &counterexample.changed {
            written["changed"] = answers_json(pathway, changed);
        }
    }
    written
}

#[test]
fn the_small_pathway_itself_is_proved() {
    assert_eq!(prove(small().document()).violations, []);
}

#[test]
fn each_broken_pathway_is_refused_with_the_journeys_that_show_it() {
    let fixtures = fixtures();
    assert!(fixtures.len() >= 20, "only {} fixtures", fixtures.len());
    let mut wrong = Vec::new();
    for (name, fixture, pathway) in &fixtures {
        assert!(!fixture.why.is_empty(), "{name} does not say why");
        let found = prove(pathway.document()).violations;
        let found = found.iter().map(|violation| written(pathway, violation));
        let found = Value::Array(found.collect());
        assert_ne!(found, json!([]), "{name} is not refused");
        if found != fixture.violations {
            wrong.push(format!("{name}: {found:#}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn claim<'a>(pathway: &'a CheckedPathway, violation: &Violation) -> Option<&'a Claim> {
    let place = violation.finding.path.strip_prefix("laws.")?;
    let (law, number) = place.split_once(".claims.")?;
    let mut laws = pathway.document().laws.iter();
    let law = laws.find(|known| known.id.as_str() == law)?;
    law.claims.get(number.parse::<usize>().ok()?)
}

fn told<'a>(
    pathway: &'a CheckedPathway,
    counterexample: &Counterexample,
) -> (JourneyReplay<'a>, Option<JourneyReplay<'a>>) {
    let told = |answers: &Answers| JourneyReplay::of(pathway, answers).unwrap();
    (
        told(&counterexample.answers),
        counterexample.changed.as_ref().map(told),
    )
}

#[test]
fn each_journey_of_a_violation_shows_it_in_a_replay() {
    for (name, _, pathway) in fixtures() {
        for violation in prove(pathway.document()).violations {
            let shown = match (violation.finding.kind, &violation.counterexample) {
                ("broken-law", Some(counterexample)) => {
                    let (one, other) = told(&pathway, counterexample);
                    breaks(claim(&pathway, &violation).unwrap(), &one, other.as_ref())
                }
                ("dead-end", Some(counterexample)) => {
                    let end = evaluate(&pathway, &counterexample.answers).end;
                    matches!(end, End::Ask { offered, .. } if offered.is_empty())
                }
                ("not-idle", Some(counterexample)) => {
                    let (one, other) = told(&pathway, counterexample);
                    other.map_or_else(
                        || only_rule(&pathway, &violation, &one),
                        |other| one.routed.outcomes != other.routed.outcomes,
                    )
                }
                // No single journey can show that something never happens, so such a violation has
                // no journey.
                (_, counterexample) => counterexample.is_none(),
            };
            assert!(shown, "{name}: {}", violation.finding);
        }
    }
}

/// Returns true if a result has an outcome that only this rule gives.
fn only_rule(pathway: &CheckedPathway, violation: &Violation, told: &JourneyReplay<'_>) -> bool {
    let rules = &pathway.document().rules;
    let (mine, others): (Vec<_>, Vec<_>) = told
        .routed
        .rules
        .iter()
        .filter_map(|place| rules.get(*place))
        .partition(|rule| violation.finding.path == format!("rules.{}", rule.id));
    let mut gives = mine.iter().flat_map(|rule| &rule.outcomes);
    gives.any(|outcome| !others.iter().any(|other| other.outcomes.contains(outcome)))
}

#[test]
fn no_journey_of_a_small_pathway_breaks_a_claim_and_is_shorter() {
    for (name, fixture, pathway) in fixtures() {
        if fixture.of != Good::Small {
            continue;
        }
        let all = every_journey(&pathway).into_iter();
        let all: Vec<_> = all
            .map(|(replay, routed)| JourneyReplay::new(&pathway, replay, routed))
            .collect();
        for (law, claims) in pathway
            .document()
            .laws
            .iter()
            .map(|law| (&law.id, &law.claims))
        {
            for (number, claim) in claims.iter().enumerate() {
                let place = format!("laws.{law}.claims.{number}");
                let violations = prove(pathway.document()).violations.into_iter();
                let shown = violations.filter(|violation| violation.finding.path == place);
                let shown = shown.filter_map(|violation| {
                    let (one, other) = told(&pathway, violation.counterexample.as_ref()?);
                    Some(one.length(other.as_ref()))
                });
                assert_eq!(shown.min(), shortest(claim, &all), "{name}: {place}");
            }
        }
    }
}

/// Returns the length of the shortest journey that breaks a claim, or of the shortest pair of
/// journeys.
fn shortest(claim: &Claim, all: &[JourneyReplay<'_>]) -> Option<(usize, usize)> {
    let alone = all.iter().filter(|one| breaks(claim, one, None));
    let alone = alone.map(|one| one.length(None));
    let pairs = all.iter().flat_map(|one| {
        let both = all.iter().filter(|other| breaks(claim, one, Some(other)));
        both.map(|other| one.length(Some(other)))
    });
    alone.chain(pairs).min()
}
