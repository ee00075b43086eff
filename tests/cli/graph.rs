//! Tests that the graph of a pathway has every question, rule and outcome, and that each arrow
//! joins two nodes of the graph.

use crate::run::{ids, output, pathway, run};
use std::collections::BTreeSet;

/// An arrow in the graph: its start, its end and its label.
type Arrow = (String, String, String);

/// Returns the nodes and arrows of the graph that `pathway graph` writes for Mermaid. Fails if the
/// output has any other line.
fn mermaid() -> (BTreeSet<String>, Vec<Arrow>) {
    drawn(&["graph"])
}

fn drawn(command: &[&str]) -> (BTreeSet<String>, Vec<Arrow>) {
    let out = output(command);
    let mut lines = out.lines();
    assert_eq!(lines.next(), Some("flowchart TD"));
    let (mut boxes, mut arrows) = (BTreeSet::new(), Vec::new());
    for line in lines.map(str::trim) {
        assert!(line.matches('"').count() % 2 == 0, "{line}");
        let Some((from, rest)) = line
            .split_once(" -")
            .filter(|(from, _)| !from.contains('"'))
        else {
            let name = line.split(['[', '(']).next().unwrap();
            assert!(boxes.insert(name.to_owned()), "{line}");
            continue;
        };
        let (head, label, to) = match rest.split('|').collect::<Vec<_>>().as_slice() {
            [head, label, to] => (*head, label.trim_matches('"'), *to),
            [plain] => (
                plain.split_once(' ').unwrap().0,
                "",
                plain.split_once(' ').unwrap().1,
            ),
            _ => panic!("{line}"),
        };
        assert!(["->", ".->"].contains(&head), "{line}");
        arrows.push((from.to_owned(), to.trim().to_owned(), label.to_owned()));
    }
    (boxes, arrows)
}

fn name(kind: &str, id: &str) -> String {
    format!("{kind}_{}", id.replace('-', "_"))
}

#[test]
fn every_question_and_every_outcome_is_a_node() {
    let (boxes, _) = mermaid();
    let questions = ids("questions").into_iter().map(|id| name("question", &id));
    let outcomes = ids("outcomes").into_iter().map(|id| name("outcome", &id));
    let expected: BTreeSet<String> = questions
        .chain(outcomes)
        .chain(["result".to_owned()])
        .collect();
    assert_eq!(boxes, expected);
}

#[test]
fn every_arrow_joins_two_nodes() {
    let (boxes, arrows) = mermaid();
    for (from, to, label) in arrows {
        assert!(
            boxes.contains(&from) && boxes.contains(&to),
            "{from} {label} {to}"
        );
    }
}

#[test]
fn every_question_has_arrows_in_and_out_and_every_outcome_is_given() {
    let (boxes, arrows) = mermaid();
    for node in &boxes {
        let first = node == "question_danger";
        let reached = arrows.iter().any(|(_, to, _)| to == node);
        assert!(first || reached, "{node}");
        let left = arrows.iter().any(|(from, ..)| from == node);
        assert!(left || node.starts_with("outcome_"), "{node}");
    }
}

#[test]
fn every_rule_is_named_on_an_arrow() {
    let (_, arrows) = mermaid();
    let pathway = pathway();
    let last =
        ["last_resort", "local"].map(|rule| pathway[rule]["id"].as_str().unwrap().to_owned());
    for rule in ids("rules").into_iter().chain(last) {
        let named = arrows.iter().any(|(_, to, label)| {
            to.starts_with("outcome_") && label.split(", ").any(|id| id == rule)
        });
        assert!(named, "{rule}");
    }
}

#[test]
fn no_arrow_skips_a_question_that_is_always_asked() {
    let (_, arrows) = mermaid();
    let after = |from: &str| -> Vec<&str> {
        let to_question = arrows
            .iter()
            .filter(|(node, to, _)| node == from && !to.starts_with("outcome_"));
        to_question.map(|(_, to, _)| to.as_str()).collect()
    };
    assert_eq!(after("question_stage"), ["question_today"]);
    assert_eq!(
        after("question_who"),
        ["question_needs_help", "question_stage"]
    );
    assert_eq!(after("question_area"), ["result"]);
}

#[test]
fn a_red_flag_leads_straight_to_the_result() {
    let (_, arrows) = mermaid();
    let stop = arrows
        .iter()
        .find(|(from, to, _)| from == "question_danger" && to == "result");
    assert_eq!(stop.unwrap().2, "red-flag: stop");
}

#[test]
fn the_flowchart_is_small_enough_for_mermaid() {
    let (_, arrows) = mermaid();
    assert!(arrows.len() < 500, "{}", arrows.len());
    assert!(output(&["graph"]).len() < 50_000);
}

#[test]
fn the_graphviz_format_has_the_same_arrows() {
    let out = output(&["graph", "--format", "dot"]);
    assert!(out.starts_with("digraph \"ppimhs\" {\n") && out.ends_with("}\n"));
    let lines: Vec<&str> = out.lines().collect();
    for line in &lines[1..lines.len() - 1] {
        assert!(line.ends_with("];") || line.ends_with(';'), "{line}");
        assert!(line.matches('"').count() % 2 == 0, "{line}");
    }
    let dot: BTreeSet<(String, String)> = lines
        .iter()
        .filter_map(|line| line.trim().split_once(" -> "))
        .map(|(from, rest)| (from.to_owned(), rest.split(' ').next().unwrap().to_owned()))
        .collect();
    let mermaid = mermaid().1.into_iter().map(|(from, to, _)| (from, to));
    assert_eq!(dot, mermaid.collect());
}

#[test]
fn a_part_has_only_its_own_nodes_and_arrows() {
    let (boxes, arrows) = drawn(&["graph", "--of", "questions"]);
    assert_eq!(boxes.len(), ids("questions").len() + 1);
    assert!(arrows.iter().all(|(_, to, _)| boxes.contains(to)));
    let (boxes, arrows) = drawn(&["graph", "--of", "loss-support"]);
    assert!(boxes.contains("outcome_loss_support"), "{boxes:?}");
    assert!(
        arrows
            .iter()
            .all(|(from, to, _)| boxes.contains(from) && to == "outcome_loss_support")
    );
    assert!(boxes.len() < 5, "{boxes:?}");
}

#[test]
fn an_unknown_part_is_refused() {
    let ran = run(&["graph", "--of", "nowhere"], b"");
    let refused = ran.err;
    assert!(refused.contains("\"nowhere\" is no outcome"), "{refused}");
}
