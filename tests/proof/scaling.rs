//! What `cargo xtask bench` measures is whole: households are checked, proved and counted.

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

/// Every complete journey, if all laws hold.
fn journeys(people: usize) -> BigUint {
    let proof = prove(checked(people).unwrap().document());
    assert_eq!(proof.violations, []);
    proof.journeys
}

#[test]
fn one_person_has_the_journeys_that_can_be_counted_by_hand() {
    // Who says what they need ticks one or more of eight, or rather not. Six ask nothing more;
    // with bonding alone of the other two there are five answers about the child, with sleep four.
    let needs = 1 + (64 - 1) + 64 * 5 + 128 * 4;
    assert_eq!(journeys(1), BigUint::from(3u32 + 2 * needs));
}

#[test]
fn the_journeys_of_two_people_are_those_of_each_multiplied() {
    // Three answers to the first question end a journey: to that of the first person, or, after
    // either of the two calm ones, to that of the second.
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
