//! Tests the proof of the built-in pathway.

use crate::load_pathways::ppimhs;
use proof::{BigUint, prove};

/// The hazard log lists this test under HAZ-001, HAZ-003, HAZ-004, HAZ-005, HAZ-006, HAZ-011,
/// HAZ-013, HAZ-014, HAZ-018, HAZ-021, HAZ-022, HAZ-023, HAZ-024 and HAZ-025.
#[test]
fn every_law_is_proved_for_every_journey() {
    let pathway = ppimhs();
    let proof = prove(pathway.document());
    assert_eq!(proof.violations, []);
    let claims: usize = proof.laws.iter().map(|law| law.claims).sum();
    assert!(claims >= 40, "{claims} claims are proved");
    // A law without claims is only about screens, so it says nothing about routing.
    for law in proof.laws.iter().filter(|law| law.claims == 0) {
        assert!(["L21", "L23", "L24"].contains(&law.law.as_str()), "{law:?}");
    }
}

#[test]
fn journeys_are_counted_exactly() {
    let least = BigUint::from(10u32).pow(16);
    let proof = prove(ppimhs().document());
    assert!(proof.journeys > least, "{}", proof.journeys);
}
