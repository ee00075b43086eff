//! Changes the structure of the small pathway. `check` must refuse the result with helpful
//! findings, or accept it. In an accepted pathway, every visitor sees only complete screens.
#![no_main]

use std::collections::BTreeSet;

use fuzz::{mutated_pathway, visitor};
use libfuzzer_sys::{
    arbitrary::{Result, Unstructured},
    fuzz_target,
};
use pathway::{
    check::LoadedEdition,
    journey::{Event, Journey, ScreenKind},
    route_json::route,
    screen::guide,
};
use serde_json::{Value, json};

fuzz_target!(|bytes: &[u8]| {
    let mut input = Unstructured::new(bytes);
    if let Err(error) = lives(&mut input) {
        panic!("{error}");
    }
});

fn lives(input: &mut Unstructured<'_>) -> Result<()> {
    mutated_pathway::small(input)?.map_or(Ok(()), |edition| runs(&edition, input))
}

/// Checks that every scenario gives its outcomes. Checks that a visitor with random answers sees
/// only complete screens and reaches a result.
fn runs(edition: &LoadedEdition, input: &mut Unstructured<'_>) -> Result<()> {
    let pathway = edition.pathway();
    for story in &pathway.document().scenarios {
        let reply: Value =
            serde_json::from_str(&route(pathway, &story.answers.to_string())).unwrap_or_default();
        let outcomes: Vec<&str> = story.outcomes.iter().map(|id| id.as_str()).collect();
        assert_eq!(reply["outcomes"], json!(outcomes), "{}: {reply}", story.id);
        let once: BTreeSet<&&str> = outcomes.iter().collect();
        assert!(!once.is_empty(), "{} leads nowhere", story.id);
        assert_eq!(once.len(), outcomes.len(), "{}: {reply}", story.id);
    }
    assert_eq!(guide(edition, None).crisis.contacts.len(), 3);
    let mut journey = Journey::new(pathway);
    visitor::sees_a_whole_screen(edition, &journey, None);
    journey.apply(pathway, &Event::Start);
    for _ in &pathway.document().questions {
        visitor::answer(&mut journey, pathway, input)?;
        visitor::sees_a_whole_screen(edition, &journey, None);
    }
    assert_eq!(
        journey.position().screen,
        ScreenKind::Result,
        "the questions have no end"
    );
    Ok(())
}
