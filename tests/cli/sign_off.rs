//! Tests that the sign-off pack has everything that a clinical lead signs.

use crate::run::{Copy, ids, output, pathway, project, run, words};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Returns a text as the sign-off pack shows it, with the age limits of the pathway and with
/// escaped HTML characters.
fn on_page(text: &str) -> String {
    let limits = pathway()["limits"].clone();
    let limits = limits.as_array().unwrap().iter();
    let filled = limits.fold(text.to_owned(), |text, limit| {
        let (id, months) = (
            limit["id"].as_str().unwrap(),
            limit["months"].as_u64().unwrap(),
        );
        text.replace(&format!("{{{id}}}"), &months.to_string())
            .replace(&format!("{{{id}-years}}"), &(months / 12).to_string())
    });
    filled
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// Collects every text for a visitor in a part of the words file. Leaves out the wording `anyone`,
/// which only the plain guide shows.
fn texts(words: &Value, found: &mut Vec<String>) {
    match words {
        Value::String(text) => found.push(text.clone()),
        Value::Array(all) => all.iter().for_each(|one| texts(one, found)),
        Value::Object(all) => {
            let all = all.iter().filter(|(key, _)| *key != "anyone");
            all.for_each(|(_, one)| texts(one, found));
        }
        _ => {}
    }
}

#[test]
fn the_pack_has_everything_to_sign() {
    let page = output(&["sign-off"]);
    for (list, mark) in [
        ("rules", "id=\"rule-"),
        ("conditions", "id=\"condition-"),
        ("sources", "id=\"source-"),
        ("outcomes", "id=\"outcome-"),
        ("conflicts", "data-conflict=\""),
        ("laws", "data-law=\""),
        ("questions", "data-question=\""),
        ("notes", "data-question=\""),
        ("blocks", "data-block=\""),
        ("contacts", "data-contact=\""),
        ("scenarios", "data-scenario=\""),
    ] {
        for id in ids(list) {
            let place = format!("{mark}{id}\"");
            assert_eq!(page.matches(&place).count(), 1, "{place}");
        }
    }
}

#[test]
fn every_wording_of_every_question_outcome_block_and_reason_is_on_it() {
    let (page, words) = (output(&["sign-off"]), words());
    for part in ["questions", "outcomes", "blocks", "rules"] {
        let mut found = Vec::new();
        texts(&words[part], &mut found);
        assert!(found.len() > 30, "{part}");
        for text in found {
            assert!(page.contains(&on_page(&text)), "{part}: {text}");
        }
    }
}

#[test]
fn it_says_that_nobody_has_signed_and_gives_the_hash_to_sign() {
    let page = output(&["sign-off"]);
    for expected in [
        "A draft.",
        "0 of 7 who must sign have signed.",
        "hold for all 89,550,022,865,053,183 journeys that are possible.",
        "ppimhs 0.1.0",
    ] {
        assert!(page.contains(expected), "{expected}");
    }
    let hash = page.split_once("What is signed (SHA-256)").unwrap().1;
    let hash = hash
        .split_once("<code>")
        .unwrap()
        .1
        .split('<')
        .next()
        .unwrap();
    assert!(
        hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()),
        "{hash}"
    );
}

/// The hazard log lists this test under HAZ-002.
#[test]
fn a_number_that_nobody_has_called_is_marked() {
    let page = output(&["sign-off"]);
    for contact in pathway()["contacts"].as_array().unwrap() {
        let mark = format!("data-contact=\"{}\"", contact["id"].as_str().unwrap());
        let row = page
            .split_once(&mark)
            .unwrap()
            .1
            .split("</tr>")
            .next()
            .unwrap();
        let (status, said) = (
            contact["status"].as_str().unwrap(),
            row.contains("Checked on"),
        );
        assert_eq!(status == "verified", said, "{row}");
        assert_eq!(
            status == "unverified",
            row.contains("Nobody has checked it"),
            "{row}"
        );
    }
}

#[test]
fn the_most_urgent_outcomes_come_first() {
    let page = output(&["sign-off"]);
    let tiers: Vec<&str> = page
        .split("data-tier=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    let order = ["emergency", "today", "soon", "routine"];
    let places: Vec<_> = tiers
        .iter()
        .map(|tier| order.iter().position(|known| known == tier))
        .collect();
    assert!(places.is_sorted(), "{tiers:?}");
    assert_eq!(tiers.iter().collect::<BTreeSet<_>>().len(), 4);
}

#[test]
fn a_broken_law_comes_first_with_a_journey_in_words() {
    let copy = Copy::new("not_to_be_signed");
    copy.change("pathway.json", |pathway| {
        pathway["laws"].as_array_mut().unwrap().push(json!({
            "id": "L99",
            "statement": "After a loss nobody is sent to a GP.",
            "claims": [{ "whenever": { "when": "loss", "must_not": ["usual-care-team"] } }]
        }));
    });
    let ran = run(&["sign-off", copy.path()], b"");
    assert_eq!(ran.code, Some(1));
    let first = ran.out.split("<main>").next().unwrap();
    for expected in [
        "Not to be signed",
        "After a loss nobody is sent to a GP.",
        "I would like support after a loss",
    ] {
        assert!(first.contains(expected), "{expected}: {first}");
    }
    let law = ran.out.split_once("data-law=\"L99\"").unwrap().1;
    assert!(
        law.split("</article>")
            .next()
            .unwrap()
            .contains("Not proved.")
    );
}

#[test]
fn the_pack_has_the_numbers_ages_and_areas_of_a_trust_file() {
    let trust = project("www/trusts/exampleshire.json");
    let trust = trust.display().to_string();
    let (own, built_in) = (
        output(&["sign-off", "--trust", &trust]),
        output(&["sign-off"]),
    );
    let hash = |page: &str| page.split_once("SHA-256").unwrap().1[..120].to_owned();
    assert_ne!(hash(&own), hash(&built_in));
    assert!(own.contains("With the trust file") && own.contains("exampleshire.json"));
    assert!(own.contains("24 months") && !built_in.contains("Exampleshire"));
}

#[test]
fn it_loads_no_other_file() {
    let page = output(&["sign-off"]);
    assert!(page.contains("default-src 'none'"));
    for asks in ["<script", "<link", "<img", "src=", "@import", "url("] {
        assert!(!page.contains(asks), "{asks}");
    }
}
