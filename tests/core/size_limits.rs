//! Tests every limit on the size of a pathway: at the limit, and one above the limit.

use crate::small_pathway::small;
use pathway::{
    check::{self, LoadError},
    finding::Finding,
    parse,
};
use serde_json::{Value, json};

/// Returns the findings in the small pathway after a change of `pathway.json`. The words of the
/// pathway are not checked.
fn findings(change: impl FnOnce(&mut Value)) -> Vec<Finding> {
    let (pathway, _) = small();
    let mut pathway: Value = serde_json::from_slice(&pathway).unwrap();
    change(&mut pathway);
    let document = parse::document(pathway.to_string().as_bytes()).unwrap();
    check::pathway(document, None).err().unwrap_or_default()
}

/// Returns the paths in the file at which the pathway has too many entries or is too complex.
fn too_much(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let findings = findings(change).into_iter();
    findings
        .filter(|finding| finding.kind.starts_with("too-") && finding.kind != "too-few-options")
        .map(|finding| finding.path)
        .collect()
}

/// Fills a list with copies of its first entry until it has `count` entries, each with an id of its
/// own.
fn fill(list: &mut Value, count: usize) {
    let entries = list.as_array_mut().unwrap();
    let copy = |number: usize| {
        let mut copy = entries[0].clone();
        if copy.is_object() {
            copy["id"] = json!(format!("copy-{number}"));
        }
        copy
    };
    *entries = (0..count).map(copy).collect();
}

fn check_bound(place: &str, list: &str, most: usize) {
    let filled = |count| too_much(|pathway| fill(pathway.pointer_mut(list).unwrap(), count));
    assert_eq!(filled(most), [""; 0], "{place} may hold {most}");
    assert_eq!(filled(most + 1), [place], "{place} may not hold one more");
}

#[test]
fn every_list_has_a_largest_length() {
    check_bound("outcomes", "/outcomes", 64);
    check_bound("questions.who.options", "/questions/1/options", 64);
    check_bound("notes.early.options", "/notes/0/options", 64);
    for list in [
        "sources",
        "conflicts",
        "conditions",
        "rules",
        "blocks",
        "contacts",
        "order",
        "laws",
        "scenarios",
    ] {
        check_bound(list, &format!("/{list}"), 400);
    }
}

#[test]
fn questions_and_notes_count_together() {
    let filled = |questions: usize, notes: usize| {
        too_much(|pathway| {
            fill(&mut pathway["questions"], questions);
            fill(&mut pathway["notes"], notes);
        })
    };
    assert_eq!(filled(57, 3), [""; 0]);
    assert_eq!(filled(58, 3), ["questions"]);
    assert_eq!(filled(57, 4), ["questions"]);
    assert_eq!(filled(60, 1), ["questions"]);
}

/// A condition that names another condition costs as many steps as a condition that repeats it in
/// full.
#[test]
fn a_condition_takes_20_000_steps_at_most() {
    let steps = |last: usize| {
        let many = |condition: Value, count: usize| vec![condition; count];
        let fire = json!({"danger": "fire"});
        // The condition "hundred" costs 100 steps: 1 for "any", and 1 for each of its 99 parts.
        // Each use of its name costs 1 step more.
        let hundred = json!({"any": many(fire.clone(), 99)});
        let mut parts = many(json!("hundred"), 197);
        parts.extend(many(fire, last - 1 - 197 * 101));
        too_much(|pathway| {
            pathway["conditions"] = json!([
                {"id": "hundred", "when": hundred},
                {"id": "last", "when": {"any": parts}},
            ]);
        })
    };
    assert_eq!(steps(20_000), [""; 0]);
    assert_eq!(steps(20_001), ["conditions.last"]);
}

/// If a pathway is too large, `check` reports nothing else about it, because further checks could
/// take very long.
#[test]
fn a_pathway_that_is_too_large_gets_no_other_finding() {
    let found = findings(|pathway| {
        pathway["rules"][0]["when"] = json!("nowhere");
        fill(&mut pathway["sources"], 401);
    });
    let kinds: Vec<&str> = found.iter().map(|finding| finding.kind).collect();
    assert_eq!(kinds, ["too-many"]);
}

/// Returns the findings if the text of a button has this length in bytes.
fn button(length: usize) -> Vec<Finding> {
    let (pathway, words) = small();
    let mut words: Value = serde_json::from_slice(&words).unwrap();
    words["ui"]["back"] = json!("x".repeat(length));
    match check::load(&pathway, words.to_string().as_bytes(), None) {
        Ok(_) => Vec::new(),
        Err(LoadError::Findings(findings)) => findings,
        Err(fault) => panic!("{fault}"),
    }
}

#[test]
fn a_text_has_1_000_bytes_at_most() {
    assert_eq!(button(1_000), []);
    let found = button(1_001);
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].kind, found[0].path.as_str()),
        ("long-text", "words.ui.back")
    );
}
