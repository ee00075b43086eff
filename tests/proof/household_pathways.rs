//! Tests the pathways about households that `cargo xtask bench` measures. They pass `check`,
//! `prove` finds no violation, and the numbers of journeys are right.

#[path = "../bench/core/scaling/household.rs"]
mod household;

use household::{PEOPLE, TOO_MANY, household};
use pathway::{
    check::{self, CheckedPathway},
    finding::Finding,
    parse,
};
use proof::{BigUint, prove};

fn checked(people: usize) -> Result<CheckedPathway, Vec<Finding>> {
    let document = parse::document(household(people).unwrap().as_bytes()).unwrap();
    check::pathway(document, None)
}

/// Returns the number of complete journeys for a household of this size. Fails if a law does not
/// hold.
fn journeys(people: usize) -> BigUint {
    let proof = prove(checked(people).unwrap().document());
    assert_eq!(proof.violations, []);
    proof.journeys
}

#[test]
fn one_person_has_the_journeys_that_can_be_counted_by_hand() {
    // A person picks any of 8 needs, or the single answer "rather not say". The 63 combinations of
    // 6 needs lead to no further question. The 64 combinations with bonding and without sleep lead
    // to a question with 5 answers. The 128 combinations with sleep lead to a question with 4
    // answers.
    let needs = 1 + (64 - 1) + 64 * 5 + 128 * 4;
    assert_eq!(journeys(1), BigUint::from(3u32 + 2 * needs));
}

#[test]
fn the_journeys_of_two_people_are_those_of_each_multiplied() {
    // The question about red flags has 3 answers that end the journey and 2 answers that continue
    // it. After each of these 2 answers the pathway asks the second person the same question.
    let calm = journeys(1) - 3u32;
    assert_eq!(journeys(2), &calm * &calm + 3u32 + 2u32 * 3u32);
}

#[test]
fn every_household_that_is_measured_is_accepted_and_the_next_is_too_large() {
    for people in PEOPLE {
        let checked = checked(people).unwrap();
        let document = checked.document();
        assert_eq!(document.questions.len(), 3 * people);
        assert_eq!(document.rules.len(), 10 * people);
    }
    let refused: Vec<&str> = checked(TOO_MANY)
        .unwrap_err()
        .iter()
        .map(|finding| finding.kind)
        .collect();
    assert!(refused.contains(&"too-many"), "{refused:?}");
}
