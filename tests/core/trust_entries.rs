//! Tests the entries of a trust file: closed contacts, teams with several areas, and the trust's own
//! names and texts.

use crate::{
    files::read,
    trusts::{EXAMPLE, everything, laid_over, saying, trusted},
};
use pathway::check::LoadError;
use serde_json::{Value, json};

/// Returns the kinds and places of the findings of a trust file.
fn findings(trust: &[u8]) -> Vec<String> {
    let Err(LoadError::Findings(findings)) = laid_over(trust) else {
        panic!("{}", String::from_utf8_lossy(trust));
    };
    let findings = findings.iter();
    findings
        .map(|finding| format!("{} {}", finding.kind, finding.path))
        .collect()
}

/// The hazard log lists this test under HAZ-002.
#[test]
fn a_closed_contact_stands_nowhere() {
    for (id, name) in [
        ("pandas", "PANDAS"),
        ("wood-street", "Wood Street"),
        ("sands", "Sands"),
        ("cry-sis", "Cry-sis"),
    ] {
        let edition = trusted(&saying("contacts", json!({ id: {"closed": true} })));
        let document = format!("{:?}", edition.pathway().document().outcomes);
        assert!(!document.contains(&format!("{id:?}")), "{id}");
        let mut contacts = edition.pathway().document().contacts.iter();
        assert!(contacts.all(|contact| contact.id.as_str() != id), "{id}");
        assert!(!everything(&edition).contains(name), "{name}");
    }
}

#[test]
fn a_closed_team_may_go_with_its_area() {
    let mut file: Value = serde_json::from_slice(&read(EXAMPLE)).unwrap();
    file["contacts"]["redbridge-team"] = json!({"closed": true});
    trusted(file.to_string().as_bytes());
}

/// The hazard log lists this test under HAZ-004.
#[test]
fn one_team_may_have_several_areas() {
    let team = json!({"name": "Moor team", "phone": "01632 960 105", "areas": ["lower-moor"]});
    let file = saying(
        "areas",
        json!([
            {"id": "upper-moor", "name": "Upper Moor", "team": team},
            {"id": "lower-moor", "name": "Lower Moor"},
            {"id": "havering", "name": "Havering"},
        ]),
    );
    let edition = trusted(&file);
    let document = edition.pathway().document();
    let teams = document.local.areas.iter();
    let teams: Vec<&str> = teams
        .map(|area| area.team.as_ref().unwrap().as_str())
        .collect();
    assert_eq!(
        teams,
        ["upper-moor-team", "upper-moor-team", "havering-team"]
    );
    let mut outcomes = document.outcomes.iter();
    let card = outcomes
        .find(|outcome| outcome.id.as_str() == "borough-mental-health-team")
        .unwrap();
    let shown: Vec<&str> = card.call.iter().map(|shown| shown.id.as_str()).collect();
    assert_eq!(shown, ["havering-team", "upper-moor-team"]);
    let when = format!("{:?}", card.call[1].when);
    assert!(
        when.contains("upper-moor") && when.contains("lower-moor"),
        "{when}"
    );
}

/// The hazard log lists this test under HAZ-004.
#[test]
fn an_area_that_stays_may_share_the_team_of_another_area() {
    let team = json!({"areas": ["redbridge"]});
    let edition = trusted(&saying(
        "areas",
        json!([
            {"id": "havering", "name": "Havering", "team": team},
            {"id": "redbridge", "name": "Redbridge"},
        ]),
    ));
    let document = edition.pathway().document();
    assert!(
        document
            .contacts
            .iter()
            .all(|contact| contact.id.as_str() != "redbridge-team")
    );
    let areas = document.local.areas.iter();
    assert!(
        areas
            .map(|area| area.team.as_ref().unwrap().as_str())
            .all(|team| team == "havering-team")
    );
}

/// The hazard log lists this test under HAZ-004.
#[test]
fn a_contact_on_the_teams_card_reaches_the_team_of_its_areas() {
    let mut file: Value = serde_json::from_slice(&saying(
        "areas",
        json!([
            {"id": "upper-moor", "name": "Upper Moor"},
            {"id": "lower-moor", "name": "Lower Moor"},
        ]),
    ))
    .unwrap();
    file["contacts"] = json!({"moor": {
        "name": "Moor team", "phone": "01632 960 105",
        "outcomes": ["borough-mental-health-team"], "areas": ["upper-moor", "lower-moor"],
    }});
    trusted(file.to_string().as_bytes());
    file["contacts"]["moor"]["areas"] = json!(["upper-moor"]);
    assert_eq!(
        findings(file.to_string().as_bytes()),
        ["area-without-team trust.areas.lower-moor"]
    );
}

#[test]
fn the_texts_of_a_trust_are_never_rewritten() {
    let mut file: Value = serde_json::from_slice(&read(EXAMPLE)).unwrap();
    let note = "If you live in Barking, ask PPIMHS there.";
    file["local_notes"][0]["text"] = json!(note);
    file["areas"][0]["team"]["name"] = json!("Exampleshire PPIMHS team");
    file["contacts"]["maternity-unit"]["remark"] = json!("Near the old PPIMHS office.");
    file["self_referral"]["name"] = json!("The form of PPIMHS in Havering");
    let all = everything(&trusted(file.to_string().as_bytes()));
    for own in [
        note,
        "Exampleshire PPIMHS team",
        "Near the old PPIMHS office.",
        "The form of PPIMHS in Havering",
    ] {
        assert!(all.lines().any(|line| line == own), "{own} is not in {all}");
    }
}

/// The areas of a trust, each with a team.
fn areas(names: &[&str]) -> Value {
    let area = |(index, name): (usize, &&str)| {
        json!({
            "id": format!("area-{index}"), "name": name,
            "team": {"name": format!("{name} mental health team"), "phone": format!("01632 960 {}", 100 + index)},
        })
    };
    names.iter().enumerate().map(area).collect()
}

#[test]
fn a_list_of_areas_makes_no_sentence_too_long() {
    for names in [
        &[
            "Barnet",
            "Camden",
            "Enfield",
            "Hackney",
            "Haringey",
            "Islington",
            "Newham",
            "Tower Hamlets",
        ][..],
        &[
            "Ashford",
            "Canterbury",
            "Dartford",
            "Dover",
            "Folkestone and Hythe",
            "Gravesham",
            "Maidstone",
            "Medway",
            "Sevenoaks",
            "Swale",
            "Thanet",
            "Tonbridge and Malling",
            "Tunbridge Wells",
        ],
        &[
            "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten",
            "Eleven", "Twelve", "Thirteen",
        ],
    ] {
        trusted(&saying("areas", areas(names)));
    }
}

/// A name may not hide that a text of the trust itself is too long.
#[test]
fn a_long_sentence_of_a_trust_is_its_own_finding() {
    let mut file: Value = serde_json::from_slice(&read(EXAMPLE)).unwrap();
    let long = "Exampleshire ".repeat(2) + &"word ".repeat(24) + "end.";
    file["local_notes"][0]["text"] = json!(long);
    assert_eq!(
        findings(file.to_string().as_bytes()),
        ["long-sentence trust.local_notes.family-hub"]
    );
}

/// A text of the pathway that only the trust's name makes too long is a finding of the name.
#[test]
fn a_finding_that_a_name_causes_is_about_the_name() {
    let name = "Service ".repeat(120);
    let file = saying("service", json!({"name": name.trim()}));
    let findings = findings(&file);
    assert!(
        findings.contains(&"long-text trust.service".to_owned()),
        "{findings:?}"
    );
    assert!(
        findings.iter().all(|finding| finding.contains(" trust.")),
        "{findings:?}"
    );
}

/// The hazard log lists this test under HAZ-002.
#[test]
fn a_second_samaritans_and_a_second_999_are_refused() {
    let file = saying(
        "contacts",
        json!({
            "sams": {
                "name": "Samaritans", "phone": "01632 960 999", "verified_on": "2026-11-01",
                "review_by": "2099-01-01", "owner": " ",
                "outcomes": ["urgent-mental-health", "usual-care-team"],
            },
            "nines": {"name": "999", "phone": "01632 960 998", "outcomes": ["urgent-physical-health"]},
            "redbridge-team": {"phone": "999"},
        }),
    );
    let findings = findings(&file);
    for expected in [
        "emergency-name trust.contacts.sams",
        "blank-owner trust.contacts.sams",
        "review-too-late trust.contacts.sams",
        "emergency-name trust.contacts.nines",
        "emergency-number trust.contacts.redbridge-team",
    ] {
        assert!(
            findings.iter().any(|found| found == expected),
            "{expected} is not in {findings:?}"
        );
    }
}

/// The hazard log lists this test under HAZ-002.
#[test]
fn an_unknown_contact_is_told_with_the_contacts_that_there_are() {
    let file = saying(
        "contacts",
        json!({"redbrigde-team": {"phone": "01632 960 105"}}),
    );
    let Err(fault) = laid_over(&file) else {
        panic!("nothing was found");
    };
    let fault = fault.to_string();
    assert!(
        fault.contains("redbridge-team") && fault.contains("pandas"),
        "{fault}"
    );
    assert!(!fault.contains("samaritans"), "{fault}");
}
