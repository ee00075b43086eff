//! Tests that the decision table has every rule, every condition and the whole order of outcomes,
//! in Markdown and in CSV.

use crate::run::{Copy, ids, output, pathway, run, tool};
use std::collections::BTreeMap;

/// Returns the rows of the CSV table, in groups by the part of the table. Each row is a map from
/// the name of a column to the text of a cell.
fn csv_rows() -> BTreeMap<String, Vec<BTreeMap<String, String>>> {
    let out = output(&["table", "--format", "csv"]);
    let mut parts: BTreeMap<String, Vec<BTreeMap<String, String>>> = BTreeMap::new();
    for row in csv::Reader::from_reader(out.as_bytes()).deserialize() {
        let row: BTreeMap<String, String> = row.unwrap();
        parts.entry(row["part"].clone()).or_default().push(row);
    }
    parts
}

/// Returns the text in the first column of each row below a heading of the Markdown page.
fn markdown_ids(heading: &str) -> Vec<String> {
    let out = output(&["table"]);
    let part = out
        .split("\n## ")
        .find(|part| part.starts_with(heading))
        .unwrap();
    let rows = part.lines().filter(|line| line.starts_with("| ")).skip(2);
    rows.map(|row| row.split(" | ").next().unwrap()[2..].to_owned())
        .collect()
}

fn rules() -> Vec<String> {
    let pathway = pathway();
    let last =
        ["last_resort", "local"].map(|rule| pathway[rule]["id"].as_str().unwrap().to_owned());
    ids("rules").into_iter().chain(last).collect()
}

fn column(rows: &[BTreeMap<String, String>], name: &str) -> Vec<String> {
    rows.iter().map(|row| row[name].clone()).collect()
}

#[test]
fn every_rule_has_a_row_in_rule_order() {
    assert_eq!(markdown_ids("Rules"), rules());
    assert_eq!(column(&csv_rows()["rule"], "id"), rules());
}

#[test]
fn every_named_condition_is_written_out() {
    assert_eq!(markdown_ids("Conditions"), ids("conditions"));
    let rows = &csv_rows()["condition"];
    assert_eq!(column(rows, "id"), ids("conditions"));
    assert!(column(rows, "when").iter().all(|when| !when.is_empty()));
}

#[test]
fn the_order_of_outcomes_is_there_with_its_conditions() {
    assert_eq!(markdown_ids("Order"), ids("order"));
    let rows = &csv_rows()["order"];
    assert_eq!(column(rows, "id"), ids("order"));
    assert!(column(rows, "when").contains(&"always".to_owned()));
}

#[test]
fn a_row_has_condition_outcomes_reason_and_sources() {
    let rows = csv_rows();
    let row = rows["rule"]
        .iter()
        .find(|row| row["id"] == "mood-after-birth")
        .unwrap();
    assert!(row["when"].contains("mood-concern and "), "{row:?}");
    assert_eq!(row["outcomes"], "borough-mental-health-team");
    assert_eq!(row["stop"], "");
    assert!(row["sources"].contains("S26"), "{row:?}");
    assert!(
        !row["because"].is_empty() && !row["hazards"].is_empty(),
        "{row:?}"
    );
}

#[test]
fn rules_that_stop_the_questions_say_so() {
    let stops = |row: &&BTreeMap<String, String>| row["stop"] == "stop";
    let rows = csv_rows();
    let stopping: Vec<&str> = rows["rule"]
        .iter()
        .filter(stops)
        .map(|row| row["id"].as_str())
        .collect();
    let pathway = pathway();
    let rules = pathway["rules"].as_array().unwrap().iter();
    let expected: Vec<&str> = rules
        .filter(|rule| rule["stop"] == true)
        .map(|rule| rule["id"].as_str().unwrap())
        .collect();
    assert_eq!(stopping, expected);
}

#[test]
fn the_same_pathway_gives_the_same_table() {
    let copy = Copy::new("same_table");
    assert_eq!(output(&["table", copy.path()]), output(&["table"]));
}

#[test]
fn an_unknown_format_is_refused_with_the_known_ones() {
    let ran = run(&["table", "--format", "pdf"], b"");
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.err.contains("markdown") && ran.err.contains("csv"),
        "{}",
        ran.err
    );
}

#[test]
fn it_ends_quietly_on_a_closed_pipe() {
    for format in ["markdown", "csv"] {
        let mut running = tool(&["table", "--format", format]).spawn().unwrap();
        drop(running.stdout.take());
        let ended = running.wait_with_output().unwrap();
        assert_eq!(ended.status.code(), Some(0), "{format}");
        assert_eq!(String::from_utf8(ended.stderr).unwrap(), "");
    }
}

#[test]
fn every_journey_stands_in_exactly_one_row_of_each_outcome() {
    let rows = &csv_rows()["decision"];
    let mut sums: BTreeMap<&str, u128> = BTreeMap::new();
    for row in rows {
        let journeys: u128 = row["journeys"].replace(' ', "").parse().unwrap();
        assert!(journeys > 0, "{row:?}");
        *sums.entry(&row["outcomes"]).or_default() += journeys;
    }
    assert_eq!(sums.len(), ids("outcomes").len());
    let journeys: Vec<u128> = sums.into_values().collect();
    assert!(
        journeys.iter().all(|all| *all == journeys[0]),
        "{journeys:?}"
    );
    let page = output(&["table"]);
    assert!(page.contains("cover 100 % of the ") && page.contains("with 0 overlaps"));
}

#[test]
fn a_reason_has_one_row_for_each_outcome_it_gives() {
    let rows = &csv_rows()["decision"];
    let mut reasons: Vec<(&str, &str)> = rows
        .iter()
        .map(|row| (row["outcomes"].as_str(), row["id"].as_str()))
        .collect();
    let all = reasons.len();
    reasons.sort_unstable();
    reasons.dedup();
    assert_eq!(reasons.len(), all);
    assert!(reasons.contains(&("usual-care-team", "ordinary-help")));
    assert!(reasons.contains(&("outside-area", "area-without-team")));
}

/// A spreadsheet reads a cell of digits as a number, keeps 15 of them and writes zeros for the
/// others. It reads a cell that starts with one of four signs as a formula.
#[test]
fn a_spreadsheet_changes_no_cell() {
    let mut long = 0;
    for row in csv_rows().into_values().flatten() {
        for (column, cell) in row {
            let digits = cell.chars().filter(char::is_ascii_digit).count();
            let plain = cell.replace(',', "");
            let is_number = !plain.is_empty() && plain.parse::<f64>().is_ok();
            assert!(!is_number || digits <= 15, "{column}: {cell}");
            assert!(!cell.starts_with(['=', '+', '-', '@']), "{column}: {cell}");
            long += usize::from(column == "journeys" && digits > 15);
        }
    }
    assert!(long > 0, "no number of journeys is long");
}
