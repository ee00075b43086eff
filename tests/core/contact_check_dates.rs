//! Tests that the widget shows a phone number as checked only until the day of its next check, with
//! a right or a wrong clock. The widget always shows the emergency contacts.

use crate::files;
use pathway::{
    check::{self, LoadedEdition},
    date::Date,
    screen::{self, ContactLine},
};
use serde_json::{Value, json};

/// Loads the built-in pathway with these dates for one contact. As in a browser, `check` does not
/// learn today's date, so that a wrong clock never stops the widget.
fn with_dates(verified_on: Value, review_by: Value) -> LoadedEdition {
    let (pathway, words) = files::pathway("www/pathways/ppimhs");
    let mut pathway: Value = serde_json::from_slice(&pathway).unwrap();
    let contacts = pathway["contacts"].as_array_mut().unwrap();
    let contact = contacts
        .iter_mut()
        .find(|contact| contact["id"] == "redbridge-team")
        .unwrap();
    contact["status"] = json!("verified");
    contact["owner"] = json!("the office");
    contact["verified_on"] = verified_on;
    contact["review_by"] = review_by;
    check::load(pathway.to_string().as_bytes(), &words, None).unwrap()
}

/// Returns the line about the contact on the plain guide. The plain guide shows every contact.
fn line(edition: &LoadedEdition, today: Option<Date>) -> ContactLine {
    let guide = screen::guide(edition, today);
    let mut lines = guide.cards.into_iter().flat_map(|card| card.call);
    lines
        .find(|line| line.id.as_str() == "redbridge-team")
        .unwrap()
}

fn standing(edition: &LoadedEdition, today: Option<&str>) -> (bool, String) {
    let line = line(edition, today.map(|day| Date::parse(day).unwrap()));
    (line.current, line.check_note.unwrap())
}

#[test]
fn a_check_holds_from_its_day_until_the_day_before_its_review() {
    let edition = with_dates(json!("2026-09-01"), json!("2027-03-01"));
    let checked = (true, "Checked on 1 September 2026.".to_owned());
    let last = (false, "Last checked on 1 September 2026.".to_owned());
    for (today, expected) in [
        (Some("2026-09-01"), &checked),
        (Some("2027-02-28"), &checked),
        (Some("2027-03-01"), &last),
        (Some("2027-03-02"), &last),
        (Some("2038-01-19"), &last),
        (Some("2038-01-20"), &last),
        // Without today's date, the widget can only say when the number was last checked.
        (None, &last),
    ] {
        assert_eq!(&standing(&edition, today), expected, "{today:?}");
    }
}

/// The clock is slow or the date of the check is wrong, so the last check is in the future. The
/// number then does not count as checked.
///
/// The hazard log lists this test under HAZ-012.
#[test]
fn a_check_in_the_future_does_not_count() {
    let edition = with_dates(json!("2026-09-01"), json!("2027-03-01"));
    for today in ["1970-01-01", "2026-08-31"] {
        let (current, said) = standing(&edition, Some(today));
        assert!(!current && !said.contains("hecked on"), "{today}: {said}");
    }
    let future = with_dates(json!("2062-09-01"), json!("2063-03-01"));
    let (current, said) = standing(&future, Some("2026-11-22"));
    assert!(!current && !said.contains("hecked on"), "{said}");
}

#[test]
fn a_verified_contact_without_a_day_of_review_never_runs() {
    let (pathway, words) = files::pathway("www/pathways/ppimhs");
    let mut pathway: Value = serde_json::from_slice(&pathway).unwrap();
    let contacts = pathway["contacts"].as_array_mut().unwrap();
    let contact = contacts
        .iter_mut()
        .find(|contact| contact["id"] == "redbridge-team")
        .unwrap();
    contact["status"] = json!("verified");
    contact["owner"] = json!("the office");
    contact["verified_on"] = json!("2026-09-01");
    let fault = check::load(pathway.to_string().as_bytes(), &words, None).unwrap_err();
    assert!(
        fault.to_string().contains("verified-without-dates"),
        "{fault}"
    );
}

#[test]
fn emergency_contacts_are_there_and_current_on_every_day() {
    let (pathway, words) = files::pathway("www/pathways/ppimhs");
    let mut pathway: Value = serde_json::from_slice(&pathway).unwrap();
    for contact in pathway["contacts"].as_array_mut().unwrap() {
        if contact["status"] == "emergency" {
            contact["verified_on"] = json!("2026-01-01");
            contact["review_by"] = json!("2026-02-01");
        }
    }
    let edition = check::load(pathway.to_string().as_bytes(), &words, None).unwrap();
    for today in [
        None,
        Some("1970-01-01"),
        Some("2026-01-31"),
        Some("2026-02-01"),
        Some("2038-01-20"),
    ] {
        let guide = screen::guide(&edition, today.map(|day| Date::parse(day).unwrap()));
        let tels: Vec<&str> = guide
            .crisis
            .contacts
            .iter()
            .map(|line| line.tel.as_str())
            .collect();
        assert_eq!(tels, ["999", "111", "116123"], "{today:?}");
        let urgent = guide
            .cards
            .iter()
            .find(|card| card.id.as_str() == "urgent-mental-health");
        let first = &urgent.unwrap().call[0];
        assert!(first.current && first.check_note.is_none(), "{today:?}");
    }
}
