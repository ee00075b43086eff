//! Tests that the hazard log agrees with the project. Each hazard lists the tests that have its
//! number, and each test with a number is in the list of that hazard. The log also lists the rules
//! and laws that name a hazard.

use crate::{
    files::{text, top},
    markdown::{Page, Row, page},
    sources::{self, files},
};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const LOG: &str = "docs/safety/hazard-log.md";
const PLAN: &str = "docs/safety/risk-management.md";
const CASE: &str = "docs/safety/safety-case.md";
const PATHWAY: &str = "www/pathways/ppimhs/pathway.json";

/// The path of a test's file, and the name of the test.
type Test = (String, String);

/// Returns the hazard numbers in a text, such as `HAZ-001`.
fn numbers(text: &str) -> BTreeSet<String> {
    text.split("HAZ-")
        .skip(1)
        .map(|rest| rest.chars().take_while(char::is_ascii_digit).collect())
        .filter(|digits: &String| digits.len() == 3)
        .map(|digits| format!("HAZ-{digits}"))
        .collect()
}

/// Returns the number of the hazard that a row of the log is about. The heading above the row
/// contains it.
fn hazard(row: &Row) -> Option<String> {
    let number = row.heading.split(' ').next()?;
    number.starts_with("HAZ-").then(|| number.to_string())
}

/// Returns the numbers of all hazards in the hazard log.
fn hazards(log: &Page) -> BTreeSet<String> {
    let headings = log.headings.iter();
    headings
        .filter(|heading| heading.starts_with("HAZ-"))
        .flat_map(|heading| numbers(heading))
        .collect()
}

/// Returns the parts of each hazard, such as its cause and its risk, with their texts.
fn parts(log: &Page) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut parts: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for row in &log.rows {
        if let (Some(hazard), [part, entry]) = (hazard(row), row.cells.as_slice()) {
            let known = parts.entry(hazard).or_default();
            known.insert(part.text.clone(), entry.text.clone());
        }
    }
    parts
}

/// Returns the tests that the hazard log lists under each hazard.
fn named(log: &Page) -> BTreeMap<String, BTreeSet<Test>> {
    let mut named: BTreeMap<String, BTreeSet<Test>> = BTreeMap::new();
    for row in &log.rows {
        let Some(hazard) = hazard(row) else { continue };
        let links = row.cells.iter().flat_map(|cell| &cell.links);
        for link in links.filter(|link| link.to.ends_with(".rs")) {
            let path = link.to.trim_start_matches("../").to_string();
            let tests = named.entry(hazard.clone()).or_default();
            tests.insert((path, link.text.clone()));
        }
    }
    named
}

/// Returns every test with the hazard numbers in the comment above it.
fn carried() -> BTreeMap<Test, BTreeSet<String>> {
    let tests = sources::tests().into_iter();
    tests
        .map(|test| ((test.path, test.name), numbers(&test.above)))
        .collect()
}

#[test]
fn each_hazard_names_tests_with_its_number() {
    let (log, tests) = (page(LOG), carried());
    let named = named(&log);
    for hazard in hazards(&log) {
        let found = named.get(&hazard);
        let found = found.unwrap_or_else(|| panic!("{hazard} names no test"));
        for test in found {
            let (path, name) = test;
            assert!(top().join(path).is_file(), "{hazard}: {path} is not there");
            let carried = tests.get(test);
            let carried =
                carried.unwrap_or_else(|| panic!("{hazard}: {path} has no test called {name}"));
            assert!(
                carried.contains(&hazard),
                "{path}: write {hazard} in the comment above {name}, or take it out of {LOG}"
            );
        }
    }
}

#[test]
fn each_test_with_a_hazard_number_is_in_the_log() {
    let named = named(&page(LOG));
    let mut carrying = 0;
    for (test, numbers) in carried() {
        carrying += usize::from(!numbers.is_empty());
        for hazard in numbers {
            let known = named
                .get(&hazard)
                .is_some_and(|tests| tests.contains(&test));
            let (path, name) = &test;
            assert!(known, "{path}: {name} carries {hazard}: name it in {LOG}");
        }
    }
    assert!(carrying > 40, "only {carrying} tests carry a hazard");
}

#[test]
fn every_hazard_number_in_the_project_is_in_the_log() {
    let known = hazards(&page(LOG));
    let mut paths = vec!["README.md".to_string()];
    for room in ["src", "tests", "www", "docs"] {
        paths.extend(files(room, &[".rs", ".js", ".json", ".md", ".scss"]));
    }
    for path in paths.iter().filter(|path| !path.contains("/small/")) {
        let unknown: Vec<String> = numbers(&text(path)).difference(&known).cloned().collect();
        assert!(unknown.is_empty(), "{path}: {unknown:?} not in {LOG}");
    }
    let counted: Vec<String> = (1..=known.len())
        .map(|number| format!("HAZ-{number:03}"))
        .collect();
    assert!(known.iter().eq(&counted), "a number is missing: {known:?}");
}

/// Returns, for each hazard, the ids of the rules or laws that name it, in the order of the
/// pathway.
fn naming(pathway: &Value, kind: &str) -> BTreeMap<String, Vec<String>> {
    let mut naming: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for item in pathway[kind].as_array().unwrap() {
        for hazard in item["hazards"].as_array().unwrap() {
            let ids = naming.entry(hazard.as_str().unwrap().to_string());
            ids.or_default()
                .push(item["id"].as_str().unwrap().to_string());
        }
    }
    naming
}

#[test]
fn the_log_lists_the_rules_and_laws_that_name_each_hazard() {
    let pathway: Value = serde_json::from_str(&text(PATHWAY)).unwrap();
    let log = page(LOG);
    let parts = parts(&log);
    for (part, kind) in [("Rules", "rules"), ("Laws", "laws")] {
        let naming = naming(&pathway, kind);
        for hazard in hazards(&log) {
            let ids = naming
                .get(&hazard)
                .map_or("none".into(), |ids| ids.join(", "));
            assert_eq!(parts[&hazard][part], ids, "{hazard}: “{part}” in {LOG}");
        }
    }
}

/// Reads the matrix in the risk management plan: the rating for each severity and likelihood.
fn matrix(plan: &Page) -> BTreeMap<(String, String), String> {
    let under: Vec<&Row> = plan
        .rows
        .iter()
        .filter(|row| row.heading == "Risk matrix")
        .collect();
    let (head, rows) = under.split_first().unwrap();
    let mut matrix = BTreeMap::new();
    for row in rows {
        for (severity, rating) in head.cells.iter().zip(&row.cells).skip(1) {
            let estimate = (severity.text.clone(), row.cells[0].text.clone());
            matrix.insert(estimate, rating.text.clone());
        }
    }
    matrix
}

/// Returns the rating in a text about a risk, such as `Major, Low: 3`. Returns `None` if the matrix
/// gives another rating for this severity and likelihood.
fn rating(risk: &str, matrix: &BTreeMap<(String, String), String>) -> Option<String> {
    let (estimate, rating) = risk.split_once(": ")?;
    let (severity, likelihood) = estimate.split_once(", ")?;
    let known = matrix.get(&(severity.to_string(), likelihood.to_string()))?;
    (known == rating).then(|| rating.to_string())
}

#[test]
fn each_risk_agrees_with_the_matrix() {
    let (log, matrix) = (page(LOG), matrix(&page(PLAN)));
    assert_eq!(matrix.len(), 25);
    let parts = parts(&log);
    let overview: Vec<&Row> = log
        .rows
        .iter()
        .filter(|row| row.heading == "All hazards")
        .skip(1)
        .collect();
    assert_eq!(overview.len(), parts.len());
    for row in overview {
        let cells: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
        let &[hazard, _, before, after, status] = cells.as_slice() else {
            panic!("{cells:?}")
        };
        let own = &parts[hazard];
        for (part, shown) in [("Risk before", before), ("Risk after", after)] {
            let risk = &own[part];
            let rating = rating(risk, &matrix);
            let rating = rating.unwrap_or_else(|| panic!("{hazard}: {part}: {risk}"));
            assert_eq!(rating, shown, "{hazard}: {part} in the overview");
        }
        assert_eq!(own["Status"], status, "{hazard}: status in the overview");
    }
}

#[test]
fn each_hazard_has_every_part_that_the_standard_requires() {
    const PARTS: [&str; 10] = [
        "Hazard",
        "Cause",
        "Effect",
        "Harm",
        "Risk before",
        "Risk after",
        "Rules",
        "Laws",
        "Owner",
        "Status",
    ];
    for (hazard, own) in parts(&page(LOG)) {
        for part in PARTS {
            let entry = own.get(part).map_or("", String::as_str);
            assert!(!entry.trim().is_empty(), "{hazard} has no text for: {part}");
        }
    }
}

/// The safety case lists every risk that is not yet acceptable, because a clinical safety officer
/// must accept each of them in writing.
#[test]
fn the_safety_case_lists_every_risk_that_is_not_yet_acceptable() {
    let log = page(LOG);
    let risks = parts(&log);
    let left = risks
        .iter()
        .filter(|(_, own)| own["Risk after"].ends_with('3'));
    let left: BTreeSet<String> = left.map(|(hazard, _)| hazard.clone()).collect();
    let case = page(CASE);
    let listed = case.rows.iter().filter(|row| row.heading == "What is left");
    let listed = listed.flat_map(|row| numbers(&row.cells[0].text));
    assert_eq!(listed.collect::<BTreeSet<_>>(), left);
    assert!(text(CASE).contains(&format!("Of {} hazards, none is rated 4 or 5", risks.len())));
    for (hazard, own) in &risks {
        assert!(!own["Risk after"].ends_with(['4', '5']), "{hazard}");
    }
}
