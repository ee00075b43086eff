//! Tests that the `pathway` command refuses a file that would cause much work, and needs little
//! memory for this.

use crate::run::{Copy, Ran, project, tool};
use serde_json::{Value, json};
use std::{fs, process::Command};

/// The most memory that a command may use for its data, in kilobytes.
const MEMORY: &str = "65536";

/// Runs the `pathway` command with this limit of memory.
fn run(arguments: &[&str]) -> Ran {
    let pathway = tool(arguments);
    let mut shell = Command::new("sh");
    shell
        .args(["-c", "ulimit -d \"$0\" && exec \"$@\"", MEMORY])
        .arg(pathway.get_program())
        .args(pathway.get_args());
    let ended = shell.output().unwrap();
    Ran {
        code: ended.status.code(),
        out: String::from_utf8(ended.stdout).unwrap(),
        err: String::from_utf8(ended.stderr).unwrap(),
    }
}

/// Returns a copy of the small pathway with a change.
fn small(test: &str, change: impl FnOnce(&mut Value, &mut Value)) -> Copy {
    let copy = Copy::new(test);
    let read = |file: &str| {
        let path = project("tests/pathways/small").join(file);
        serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
    };
    let (mut pathway, mut words): (Value, Value) = (read("pathway.json"), read("words/en-GB.json"));
    change(&mut pathway, &mut words);
    copy.change("pathway.json", |value| *value = pathway);
    copy.change("words/en-GB.json", |value| *value = words);
    copy
}

fn check_refused(command: &str, copy: &Copy, kind: &str) {
    let ran = run(&[command, copy.path()]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""), "{kind}");
    assert!(ran.out.contains(&format!("({kind})")), "{}", ran.out);
}

#[test]
fn the_memory_is_enough_for_the_built_in_pathway() {
    let copy = Copy::new("memory");
    for command in ["check", "prove"] {
        let ran = run(&[command, copy.path()]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{command}");
    }
}

#[test]
fn a_pathway_with_too_much_routing_is_refused() {
    let copy = small("routing", |pathway, _| {
        let long = vec![json!({ "danger": "fire" }); 19_700];
        let conditions = pathway["conditions"].as_array_mut().unwrap();
        conditions.push(json!({ "id": "long", "when": { "any": long } }));
        let mut rule = pathway["rules"][0].clone();
        rule["when"] = json!("long");
        for number in 0..390 {
            rule["id"] = json!(format!("rule-{number}"));
            pathway["rules"].as_array_mut().unwrap().push(rule.clone());
        }
    });
    check_refused("check", &copy, "too-much-work");
}

#[test]
fn a_pathway_with_too_many_findings_is_refused() {
    let copy = small("findings", |_, words| {
        words["style"]["avoid"] = json!(vec!["a"; 40_000]);
        for number in 0..30_000 {
            words["outcomes"]["team"]["who"][format!("l{number}")] = json!("a");
        }
    });
    check_refused("check", &copy, "too-many-findings");
}

/// The rule of this pathway holds if a visitor gives the same answer to two questions, each with 14
/// options. The diagrams of such a rule are too large.
#[test]
fn a_pathway_that_is_too_large_to_prove_is_refused() {
    let copy = small("proof", |pathway, _| {
        let picked = |question: &str, option: usize| json!({ question: format!("o{option}") });
        let options = (0..14).map(|number| json!({ "id": format!("o{number}") }));
        let options: Vec<Value> = options.collect();
        for id in ["xx", "yy"] {
            let question = json!({ "id": id, "kind": "many", "ask_when": { "area": "unknown" }, "options": options });
            pathway["questions"].as_array_mut().unwrap().push(question);
        }
        let same = (0..14).map(|number| {
            let (x, y) = (picked("xx", number), picked("yy", number));
            json!({ "any": [{ "all": [x, y] }, { "all": [{ "not": x }, { "not": y }] }] })
        });
        let mut all: Vec<Value> = same.collect();
        all.push(json!({ "area": "unknown" }));
        let mut rule = pathway["rules"][1].clone();
        rule["id"] = json!("same");
        rule["when"] = json!({ "all": all });
        rule["because"] = json!([]);
        pathway["rules"].as_array_mut().unwrap().push(rule);
    });
    check_refused("prove", &copy, "too-large-to-prove");
}
