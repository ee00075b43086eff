//! What `cargo xtask bench` measures is whole: households are checked, proved and counted.

#[path = "../../src/proof/benches/growth/household.rs"]
mod household;

use household::household;
use pathway::{check, parse};
use proof::{BigUint, prove};

/// Every complete journey, if all laws hold.
fn journeys(people: usize) -> BigUint {
    let document = parse::document(household(people).unwrap().as_bytes()).unwrap();
    let proof = prove(check::pathway(document, None).unwrap().document());
    assert_eq!(proof.refusals, []);
    proof.journeys
}

#[test]
fn the_journeys_of_two_people_are_those_of_each_multiplied() {
    // Three answers to the first question end a journey: to that of the first person, or, after
    // either of the two calm ones, to that of the second.
    let calm = journeys(1) - 3u32;
    assert_eq!(journeys(2), &calm * &calm + 3u32 + 2u32 * 3u32);
}
