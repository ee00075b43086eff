//! Tests the changes that a trust file makes to the built-in pathway.

use crate::{
    files::{self, read},
    finding_cases::today,
};
use pathway::{
    check::{self, LoadError, LoadedEdition},
    properties::{Urgency, Verification},
    route_json::route,
};
use serde_json::{Value, json};

/// The folder of the built-in pathway.
pub const BUILT_IN: &str = "www/pathways/ppimhs";
/// The path of a trust file with an entry of every kind.
pub const EXAMPLE: &str = "www/trusts/exampleshire.json";

/// Loads the built-in pathway with a trust file. Returns the findings if there are any.
pub fn laid_over(trust: &[u8]) -> Result<LoadedEdition, LoadError> {
    let (pathway, words) = files::pathway(BUILT_IN);
    check::load_for(Some(trust), &pathway, &words, today())
}

/// Loads the built-in pathway with a trust file. Fails if there is a finding.
pub fn trusted(trust: &[u8]) -> LoadedEdition {
    laid_over(trust).unwrap_or_else(|fault| panic!("{fault}"))
}

/// Returns a trust file that contains only this key with this value.
pub fn saying(key: &str, value: Value) -> Vec<u8> {
    let mut file = json!({
        "id": "t", "pathway": "ppimhs", "version": "0.1.0", "language": "en-GB",
    });
    file[key] = value;
    file.to_string().into_bytes()
}

pub fn routed(edition: &LoadedEdition, answers: &Value) -> Value {
    serde_json::from_str(&route(edition.pathway(), &answers.to_string())).unwrap()
}

/// Returns all texts that a visitor may read, joined to one text.
pub fn everything(edition: &LoadedEdition) -> String {
    let mut all = String::new();
    edition
        .words()
        .each_text(&mut |_, text| all.extend([text, "\n"]));
    all
}

#[test]
fn the_template_changes_nothing() {
    let (pathway, words) = files::pathway(BUILT_IN);
    let plain = check::load(&pathway, &words, None).unwrap();
    let same = trusted(&read("www/trusts/template.json"));
    assert_eq!(everything(&same), everything(&plain));
    let mut document = same.pathway().document().clone();
    assert_eq!(document.sources.pop().unwrap().id.as_str(), "TRUST");
    let plain = plain.pathway().document();
    assert_eq!(format!("{document:?}"), format!("{plain:?}"));
}

/// Names that the example of a trust file takes away.
const FOREIGN: [&str; 7] = [
    "PPIMHS",
    "Waltham",
    "Redbridge",
    "Havering",
    "Barking",
    "Wood Street",
    "Access and Assessment Team",
];

#[test]
fn the_rules_of_the_example_cite_no_source_about_another_service() {
    let edition = trusted(&read(EXAMPLE));
    let document = edition.pathway().document();
    let rules = document.rules.iter().flat_map(|rule| &rule.sources);
    let outcomes = document
        .outcomes
        .iter()
        .flat_map(|outcome| &outcome.sources);
    let local = document.local.sources.iter();
    for id in rules.chain(outcomes).chain(local) {
        let mut sources = document.sources.iter();
        let source = sources.find(|source| source.id == *id).unwrap();
        let foreign = FOREIGN
            .iter()
            .find(|name| source.statement.contains(**name));
        assert_eq!(foreign, None, "{id}: {}", source.statement);
    }
}

#[test]
fn the_texts_of_the_example_name_only_its_own_service() {
    let edition = trusted(&read(EXAMPLE));
    let all = everything(&edition);
    for foreign in FOREIGN
        .into_iter()
        .chain(["9 to 12 sessions", "referred themselves"])
    {
        assert!(!all.contains(foreign), "{foreign}");
    }
    for own in [
        "Ask for Little Steps in pregnancy",
        "Little Steps is the Exampleshire Perinatal and Parent Infant Service.",
        "Some services here are only for Exampleshire.",
        "The child is 24 months or younger",
        "The child is 25 months or older, and under 3 years",
        "You can also ask at the family hub in Exampleshire.",
    ] {
        assert!(all.contains(own), "{own}");
    }
    let document = edition.pathway().document();
    let area = document
        .questions
        .iter()
        .find(|question| question.id.as_str() == "area");
    let options: Vec<&str> = area
        .unwrap()
        .options
        .iter()
        .map(|option| option.id.as_str())
        .collect();
    assert_eq!(options, ["exampleshire", "somewhere-else", "not-sure"]);
    assert_eq!(
        edition.pathway().document().exit.as_deref(),
        Some("https://www.bbc.co.uk/weather")
    );
}

#[test]
fn a_scenario_has_the_ages_and_areas_of_the_trust() {
    let edition = trusted(&read(EXAMPLE));
    let scenarios = &edition.pathway().document().scenarios;
    let story = scenarios
        .iter()
        .find(|story| story.id.as_str() == "bond-just-under-3")
        .unwrap();
    assert_eq!(story.answers["child-age"], "25-months-to-under-3");
    assert_eq!(story.answers["area"], "exampleshire");
    assert!(
        story
            .story
            .ends_with("Here with child-age: 25-months-to-under-3."),
        "{}",
        story.story
    );
}

#[test]
fn an_area_that_stays_keeps_its_entries() {
    let file = saying(
        "areas",
        json!([
            {"id": "waltham-forest", "name": "Waltham Forest"},
            {"id": "newtown", "name": "Newtown", "team": {"name": "Newtown team", "phone": "01632 960 105"}},
        ]),
    );
    let edition = trusted(&file);
    let document = edition.pathway().document();
    let contact = |id: &str| {
        document
            .contacts
            .iter()
            .any(|contact| contact.id.as_str() == id)
    };
    assert!(contact("waltham-forest-team") && contact("wood-street") && contact("newtown-team"));
    assert!(!contact("redbridge-team"));
    let all = everything(&edition);
    assert!(all.contains("only for Waltham Forest and Newtown"), "{all}");
    assert!(all.contains("In Waltham Forest, ask them about Wood Street"));
    assert!(!all.contains("In Barking and Dagenham"));
}

/// The hazard log lists this test under HAZ-002.
#[test]
fn a_corrected_number_is_unchecked_until_the_file_has_the_date_of_a_call() {
    let contact = |entry: Value| {
        let edition = trusted(&saying("contacts", json!({"redbridge-team": entry})));
        let contacts = &edition.pathway().document().contacts;
        contacts
            .iter()
            .find(|contact| contact.id.as_str() == "redbridge-team")
            .unwrap()
            .clone()
    };
    let moved = contact(json!({"phone": "01632 960 106"}));
    assert_eq!(
        (moved.phone.as_deref(), moved.status),
        (Some("01632 960 106"), Verification::Unverified)
    );
    let called = contact(json!({
        "verified_on": "2026-10-01", "review_by": "2027-10-01", "owner": "the team's office",
    }));
    assert_eq!(
        (called.phone.as_deref(), called.status),
        (Some("0300 555 1088"), Verification::Verified)
    );
}

#[test]
fn the_hash_covers_the_trust_file_too() {
    let template = read("www/trusts/template.json");
    let hash = |trust: &[u8]| trusted(trust).hash().to_owned();
    assert_eq!(hash(&template), hash(&template));
    assert_ne!(
        hash(&template),
        hash(&[template.as_slice(), b"\n"].concat())
    );
}

/// The hazard log lists this test under HAZ-001.
#[test]
fn a_trust_file_changes_nothing_about_emergencies() {
    let (pathway, words) = files::pathway(BUILT_IN);
    let plain = check::load(&pathway, &words, None).unwrap();
    let own = trusted(&read(EXAMPLE));
    let (before, after) = (plain.pathway().document(), own.pathway().document());
    assert_eq!(
        format!("{:?}", before.crisis),
        format!("{:?}", after.crisis)
    );
    assert_eq!(
        format!("{:?}", plain.words().crisis),
        format!("{:?}", own.words().crisis)
    );
    let emergencies = |document: &pathway::document::Document| {
        let contacts = document
            .contacts
            .iter()
            .filter(|contact| contact.status == Verification::Emergency);
        let outcomes = document
            .outcomes
            .iter()
            .filter(|outcome| outcome.urgency == Urgency::Emergency);
        format!(
            "{:?} {:?}",
            contacts.collect::<Vec<_>>(),
            outcomes.collect::<Vec<_>>()
        )
    };
    assert_eq!(emergencies(before), emergencies(after));
}
