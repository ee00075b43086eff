//! Proves every mutated pathway that `check` accepts. Three things must hold. The journey of each
//! violation is possible in the program. The diagrams lead visitors to the same outcomes as the
//! program. The decision table counts every journey.
#![no_main]

use fuzz::{mutated_pathway, visitor};
use libfuzzer_sys::{
    arbitrary::{Result, Unstructured},
    fuzz_target,
};
use pathway::{
    answers::Answers,
    check::{CheckedPathway, LoadedEdition},
    journey::{Event, Journey},
    replay::{End, evaluate},
};
use proof::{BigUint, Violation};

fuzz_target!(|bytes: &[u8]| {
    let mut input = Unstructured::new(bytes);
    if let Err(error) = lives(&mut input) {
        panic!("{error}");
    }
});

fn lives(input: &mut Unstructured<'_>) -> Result<()> {
    mutated_pathway::small(input)?.map_or(Ok(()), |edition| stands(&edition, input))
}

fn stands(edition: &LoadedEdition, input: &mut Unstructured<'_>) -> Result<()> {
    let pathway = edition.pathway();
    let proof = proof::prove(pathway.document());
    for violation in &proof.violations {
        helps(pathway, violation);
    }
    // A pathway that is too large for the proof has one violation, and no decision table.
    let Ok(table) = proof::decisions(pathway) else {
        return Ok(());
    };
    assert_eq!(table.journeys, proof.journeys);
    for outcome in 0..pathway.document().outcomes.len() {
        let rows = table.rows.iter().filter(|row| row.outcome == outcome);
        let journeys: BigUint = rows.map(|row| &row.journeys).sum();
        assert_eq!(journeys, proof.journeys, "the rows of outcome {outcome}");
    }
    let Ok(itself) = proof::diff(pathway, pathway) else {
        return Ok(());
    };
    assert_eq!(
        (itself.both, itself.changed),
        (proof.journeys, BigUint::ZERO)
    );
    let mut journey = Journey::new(pathway);
    journey.apply(pathway, &Event::Start);
    for _ in &pathway.document().questions {
        visitor::answer(&mut journey, pathway, input)?;
    }
    agrees(pathway, &journey.position().replay.answers);
    Ok(())
}

/// Checks that a violation says what to do, and that each of its journeys is complete. If the
/// violation is about a question without a next step, the journey must end at this question.
fn helps(pathway: &CheckedPathway, violation: &Violation) {
    assert!(violation.finding.message.contains(": "), "{violation:?}");
    let Some(counterexample) = &violation.counterexample else {
        return;
    };
    for answers in [
        Some(&counterexample.answers),
        counterexample.changed.as_ref(),
    ]
    .into_iter()
    .flatten()
    {
        let ends = matches!(evaluate(pathway, answers).end, End::Result(_));
        assert_eq!(ends, violation.finding.kind != "dead-end", "{violation:?}");
    }
}

fn agrees(pathway: &CheckedPathway, answers: &Answers) {
    let End::Result(routed) = evaluate(pathway, answers).end else {
        panic!("a visitor got no result: {answers:?}");
    };
    let drawn = proof::with_query(pathway, |diagrams| diagrams.route(answers));
    assert_eq!(drawn, Ok(Some(routed)), "{answers:?}");
}
