//! The small pathway with changes to its structure is refused with findings that help, or runs: and
//! one that runs leads every visitor to a whole screen.
#![no_main]

use std::{collections::BTreeSet, sync::LazyLock};

use fuzz::{change::change, pathways::SMALL, told, visitor};
use libfuzzer_sys::{
    arbitrary::{Result, Unstructured},
    fuzz_target,
};
use pathway::{
    check::{self, Edition, Fault},
    date::Date,
    finding::Finding,
    journey::{Event, Journey, Place},
    route::route,
    screen::guide,
};
use serde_json::{Value, json};

static FILES: LazyLock<[Value; 2]> = LazyLock::new(|| {
    [SMALL.pathway, SMALL.words].map(|bytes| serde_json::from_slice(bytes).unwrap_or_default())
});

fuzz_target!(|bytes: &[u8]| {
    let mut input = Unstructured::new(bytes);
    if let Err(error) = changed(&mut input) {
        panic!("{error}");
    }
});

fn changed(input: &mut Unstructured<'_>) -> Result<()> {
    let [mut pathway, mut words] = FILES.clone();
    for _ in 0..input.int_in_range(0..=4)? {
        let file = match input.int_in_range(0..=3)? {
            0 => &mut words,
            _ => &mut pathway,
        };
        change(file, input)?;
    }
    let mut verdict = load(&pathway, &words);
    if let Err(Fault::Findings(findings)) = &verdict
        && correct(&mut pathway, findings)
    {
        verdict = load(&pathway, &words);
        if let Err(Fault::Findings(findings)) = &verdict {
            let left = findings.iter().find(|finding| gives(finding).is_some());
            assert!(left.is_none(), "corrected as told, and still: {left:?}");
        }
    }
    verdict.map_or(Ok(()), |edition| runs(&edition, input))
}

fn load(pathway: &Value, words: &Value) -> std::result::Result<Edition, Fault> {
    let files = [pathway, words].map(Value::to_string);
    let [pathway, words] = files.each_ref().map(String::as_bytes);
    let verdict = check::load(pathway, words, Date::new(2026, 11, 22));
    match &verdict {
        Ok(_) => {}
        Err(Fault::Parse {
            file: "words",
            error,
        }) => told::fault(words, error),
        Err(Fault::Parse { error, .. }) => told::fault(pathway, error),
        Err(Fault::Findings(findings)) => told::findings(findings),
    }
    verdict
}

/// Gives each story the outcomes that its finding says the rules give. Says whether there was one.
fn correct(pathway: &mut Value, findings: &[Finding]) -> bool {
    let mut corrected = false;
    for finding in findings {
        let Some((id, outcomes)) = gives(finding) else {
            continue;
        };
        let stories = pathway.get_mut("scenarios").and_then(Value::as_array_mut);
        for story in stories.into_iter().flatten() {
            if story.get("id").and_then(Value::as_str) == Some(id) {
                story["outcomes"] = json!(outcomes);
                corrected = true;
            }
        }
    }
    corrected
}

/// The story of a finding, and the outcomes that it says the rules give.
fn gives(finding: &Finding) -> Option<(&str, Vec<&str>)> {
    let id = finding.place.strip_prefix("scenarios.")?;
    let told = finding.message.strip_prefix("the rules give ")?;
    let (outcomes, _) = told.split_once(':')?;
    Some((
        id,
        outcomes.split(", ").filter(|id| !id.is_empty()).collect(),
    ))
}

/// Whatever a visitor answers, they get to a result, by whole screens; and stories come true.
fn runs(edition: &Edition, input: &mut Unstructured<'_>) -> Result<()> {
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
    let mut journey = Journey::default();
    visitor::sees_a_whole_screen(edition, &journey, None);
    journey.apply(pathway, &Event::Start);
    for _ in &pathway.document().questions {
        visitor::answer(&mut journey, pathway, input)?;
        visitor::sees_a_whole_screen(edition, &journey, None);
    }
    assert_eq!(
        journey.place(pathway),
        Place::Result,
        "the questions have no end"
    );
    Ok(())
}
