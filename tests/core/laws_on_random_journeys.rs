//! Searches random journeys of the built-in pathway for a journey that breaks a law. This search is
//! no proof.

use crate::{
    claim_holds::claim_holds,
    random_answers::completed,
    visitors::{Dice, ppimhs},
};
use pathway::{answers::Answers, replay::evaluate};

/// The hazard log lists this test under HAZ-001, HAZ-003, HAZ-004, HAZ-005, HAZ-006, HAZ-013 and
/// HAZ-024.
#[test]
fn no_random_journey_breaks_a_law() {
    let edition = ppimhs();
    let pathway = edition.pathway();
    let mut dice = Dice::new();
    for _ in 0..6_000 {
        let (_, replay, routed) = completed(pathway, Answers::default(), &mut dice);
        for law in &pathway.document().laws {
            for claim in &law.claims {
                if let Err(broken) = claim_holds(pathway, claim, &replay, &routed, &mut dice) {
                    panic!(
                        "{}: {}\n{:?}\n{broken}",
                        law.id, law.statement, replay.answers
                    );
                }
            }
        }
    }
}

#[test]
fn every_law_of_the_contract_is_stated() {
    let edition = ppimhs();
    let laws = &edition.pathway().document().laws;
    let ids: Vec<&str> = laws.iter().map(|law| law.id.as_str()).collect();
    let contract: Vec<String> = (1..=24).map(|number| format!("L{number}")).collect();
    assert_eq!(ids[..contract.len()], contract);
}

/// The hazard log lists this test under HAZ-016.
#[test]
fn the_same_answers_give_the_same_result() {
    let edition = ppimhs();
    let mut dice = Dice::new();
    for _ in 0..1_000 {
        let (answers, replay, _) = completed(edition.pathway(), Answers::default(), &mut dice);
        assert_eq!(evaluate(edition.pathway(), &answers), replay);
    }
}
