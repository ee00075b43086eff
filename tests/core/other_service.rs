//! Tests that nothing in the edition of a trust speaks of the service of the pathway, or of the
//! areas of this service.

use crate::{
    files::{self, read},
    trusts::{BUILT_IN, EXAMPLE, everything, saying, trusted},
};
use pathway::check::LoadedEdition;
use serde_json::{Value, json};

/// Returns every name, number and area that only the built-in pathway's own service has.
fn own_facts() -> Vec<String> {
    let (pathway, words) = files::pathway(BUILT_IN);
    let pathway: Value = serde_json::from_slice(&pathway).unwrap();
    let words: Value = serde_json::from_slice(&words).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let mut facts = Vec::new();
    for area in pathway["local"]["areas"].as_array().unwrap() {
        let id = text(&area["id"]);
        facts.push(text(&words["questions"]["area"]["options"][&id]["label"]));
        facts.push(id);
        let contacts = area["contacts"].as_array().into_iter().flatten();
        for contact in contacts.chain([&area["team"]]) {
            let contact = text(contact);
            facts.push(text(&words["contacts"][&contact]["name"]));
            facts.extend(
                words["contacts"][&contact]["remark"]
                    .as_str()
                    .map(str::to_owned),
            );
            let mut entries = pathway["contacts"].as_array().unwrap().iter();
            let entry = entries.find(|entry| entry["id"] == contact).unwrap();
            facts.extend(entry["phone"].as_str().map(str::to_owned));
        }
    }
    facts.extend(["service", "service_in_full"].map(|name| text(&words["names"][name])));
    let more = [
        "Access and Assessment",
        "9 to 12 sessions",
        "lists this among",
        "lists these among",
        "has also taken",
        "pass you on to",
        "old web page",
        "It may be longer now",
        "Barking",
        "Dagenham",
        "Waltham",
        "Wood Street",
        "E17 3LA",
    ];
    facts.extend(more.map(str::to_owned));
    facts
}

/// Returns whether a text contains a fact. Ids of the pathway contain the short name of its service
/// in small letters.
fn contains(text: &str, fact: &str) -> bool {
    if fact == "PPIMHS" {
        return text.contains(fact);
    }
    text.to_lowercase().contains(&fact.to_lowercase())
}

fn check(edition: &LoadedEdition) {
    let bytes = edition.encode();
    let texts = everything(edition);
    let document = edition.pathway().document();
    let sources = document.sources.iter();
    let sources = sources.map(|source| source.statement.as_str());
    let conflicts = document.conflicts.iter();
    let statements = sources.chain(conflicts.map(|conflict| conflict.statement.as_str()));
    let statements: Vec<&str> = statements.collect();
    for fact in own_facts() {
        let bytes = String::from_utf8_lossy(&bytes);
        assert!(!contains(&bytes, &fact), "{fact} is in the edition");
        assert!(!contains(&texts, &fact), "{fact} is in {texts}");
        let cited = statements
            .iter()
            .find(|statement| contains(statement, &fact));
        assert_eq!(cited, None, "{fact}");
    }
}

#[test]
fn the_example_speaks_of_no_other_service() {
    check(&trusted(&read(EXAMPLE)));
}

/// The smallest trust file of another service has a name and areas. It has no form, no number of
/// the service and no age limit.
#[test]
fn a_trust_without_form_and_limits_speaks_of_no_other_service() {
    let areas = ["North Moor", "South Moor", "Ystrad Mŷn"];
    let area = |(index, name): (usize, &&str)| {
        json!({
            "id": format!("area-{index}"), "name": name,
            "team": {"name": format!("{name} team"), "phone": format!("01632 960 {}", 100 + index)},
        })
    };
    let mut file: Value = serde_json::from_slice(&saying(
        "areas",
        areas.iter().enumerate().map(area).collect(),
    ))
    .unwrap();
    file["service"] = json!({"name": "Moor Families"});
    file["limits"] = json!({"postnatal": 12});
    check(&trusted(file.to_string().as_bytes()));
}

#[test]
fn the_own_facts_are_facts_of_the_pathway() {
    let (_, words) = files::pathway(BUILT_IN);
    let words =
        String::from_utf8(words).unwrap() + &files::text("www/pathways/ppimhs/pathway.json");
    for fact in own_facts() {
        assert!(contains(&words, &fact), "{fact}");
    }
}

/// A text for another service replaces each wording of the text at its path.
#[test]
fn each_wording_is_replaced() {
    let edition = trusted(&read(EXAMPLE));
    let at = |wanted: &str| {
        let mut texts = Vec::new();
        edition.words().each_text(&mut |path, text| {
            if path == wanted {
                texts.push(text.to_owned());
            }
        });
        texts
    };
    for (path, texts) in [
        (
            "rules.pregnancy-mood",
            &["Little Steps is the service here to ask about this."][..],
        ),
        (
            "questions.baby-signs.why.listed",
            &["These can help to find the service that fits."],
        ),
        (
            "outcomes.borough-mental-health-team.next.pass-on",
            &[
                "They will ask how you are and say what help there is.",
                "They will ask how the person is and say what help there is.",
                "They will see what help fits.",
            ],
        ),
    ] {
        assert_eq!(at(path), texts, "{path}");
    }
}

fn lines(edition: &LoadedEdition, outcome: &str) -> String {
    let mut outcomes = edition.pathway().document().outcomes.iter();
    let outcome = outcomes.find(|known| known.id.as_str() == outcome).unwrap();
    let lines = outcome.sections().flat_map(|(_, lines)| lines);
    let lines: Vec<&str> = lines.map(|line| line.id.as_str()).collect();
    lines.join(" ")
}

/// A form of the trust replaces what the old page said about self-referral, also in the pathway's
/// own areas.
#[test]
fn a_form_replaces_the_line_about_people_who_referred_themselves() {
    let form = json!({"name": "Refer yourself", "web": "https://www.example.org/refer"});
    let with_form = trusted(&saying("self_referral", form));
    let without = trusted(&saying("contacts", json!({})));
    for outcome in ["ppimhs-pregnancy", "ppimhs-bonding", "ppimhs-ask-first"] {
        let has_line = |edition| {
            lines(edition, outcome)
                .split(' ')
                .any(|line| line == "self")
        };
        assert!(has_line(&without) && !has_line(&with_form), "{outcome}");
    }
}

/// The months after a pregnancy come from an old page, so people read that it may be longer now.
/// They no longer read it if the trust gives the months.
#[test]
fn an_age_limit_of_the_trust_is_not_called_old() {
    let longer = "It may be longer now, so ask.";
    for (limits, is_old) in [
        (json!({}), true),
        (json!({"bonding": 24}), true),
        (json!({"postnatal": 12}), false),
        (json!({"postnatal": 24}), false),
    ] {
        let edition = trusted(&saying("limits", limits.clone()));
        assert_eq!(everything(&edition).contains(longer), is_old, "{limits}");
    }
}

/// Returns the contacts on the card of an outcome, each with whether it has a condition.
fn call(edition: &LoadedEdition, outcome: &str) -> Vec<(String, bool)> {
    let mut outcomes = edition.pathway().document().outcomes.iter();
    let outcome = outcomes.find(|known| known.id.as_str() == outcome).unwrap();
    let call = outcome.call.iter();
    call.map(|shown| (shown.id.to_string(), shown.when.is_some()))
        .collect()
}

/// The hazard log lists this test under HAZ-004.
#[test]
fn a_contact_that_only_a_trust_can_name_gets_its_place() {
    let contact = |name: &str| json!({"name": name, "phone": "01632 960 120"});
    let file = saying(
        "contacts",
        json!({
            "maternity-unit": contact("Moor maternity unit"),
            "on-call-team": contact("Moor crisis team"),
            "family-hub": contact("Moor family hub"),
        }),
    );
    let edition = trusted(&file);
    let unit = call(&edition, "urgent-physical-health");
    assert_eq!(unit[0], ("maternity-unit".to_owned(), false));
    assert_eq!(
        call(&edition, "urgent-mental-health")[0],
        ("on-call-team".to_owned(), true)
    );
    for outcome in ["older-child", "usual-care-team"] {
        let last = call(&edition, outcome).pop();
        assert_eq!(last, Some(("family-hub".to_owned(), false)));
    }
    let plain = trusted(&saying("contacts", json!({})));
    for contact in ["maternity-unit", "on-call-team", "family-hub"] {
        let text = String::from_utf8_lossy(&plain.encode()).into_owned();
        assert!(!text.contains(contact), "{contact}");
    }
}

/// A maternity unit may serve only one of a trust's areas.
#[test]
fn a_contact_of_a_trust_can_be_for_some_areas() {
    let contact = |areas: Value| json!({"name": "Unit", "phone": "01632 960 120", "areas": areas});
    for (id, outcome, conditions) in [
        (
            "maternity-unit",
            "urgent-physical-health",
            &["redbridge"][..],
        ),
        (
            "on-call-team",
            "urgent-mental-health",
            &["redbridge", "asks-as-professional"],
        ),
    ] {
        let edition = trusted(&saying(
            "contacts",
            json!({ id: contact(json!(["redbridge"])) }),
        ));
        let mut outcomes = edition.pathway().document().outcomes.iter();
        let outcome = outcomes.find(|known| known.id.as_str() == outcome).unwrap();
        assert_eq!(outcome.call[0].id.as_str(), id);
        let when = format!("{:?}", outcome.call[0].when);
        for condition in conditions {
            assert!(when.contains(condition), "{condition} is not in {when}");
        }
    }
}
