//! Tests that `check` soon refuses a small file that would cause much work, and that the refusal
//! says what to do.

use crate::{
    files,
    small_pathway::{changed, kinds},
    trusts::{EXAMPLE, laid_over},
};
use pathway::{check::LoadError, finding::Finding};
use serde_json::{Value, json};
use std::{fs, time::Duration};

/// Returns the processor time that this thread has used. A busy machine does not add to it.
fn processor_time() -> Duration {
    let line = fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    Duration::from_nanos(line.split(' ').next().unwrap().parse().unwrap())
}

/// Returns the findings in the small pathway after a change. Fails if `check` takes a second or
/// longer.
fn soon(name: &str, change: impl FnOnce(&mut Value, &mut Value)) -> Vec<Finding> {
    let start = processor_time();
    let findings = changed(change);
    let took = processor_time() - start;
    println!("{name}: {took:?}");
    assert!(took < Duration::from_secs(1), "{name} took {took:?}");
    let characters: usize = findings
        .iter()
        .map(|finding| finding.to_string().len())
        .sum();
    assert!(characters < 700_000, "{name} says {characters} bytes");
    for finding in &findings {
        assert!(finding.message.contains(": "), "{finding}");
    }
    findings
}

fn copies(entry: &Value, ids: impl Iterator<Item = usize>) -> Vec<Value> {
    let copy = |number| {
        let mut copy = entry.clone();
        copy["id"] = json!(format!("copy-{number}"));
        copy
    };
    ids.map(copy).collect()
}

/// Returns a condition that takes this number of steps.
fn long(id: &str, steps: usize) -> Value {
    json!({ "id": id, "when": { "any": vec![json!({ "danger": "fire" }); steps - 1] } })
}

fn says_too_many(findings: &[Finding]) -> bool {
    findings
        .iter()
        .any(|finding| finding.kind == "too-many-findings")
}

fn push(list: &mut Value, entries: Vec<Value>) {
    list.as_array_mut().unwrap().extend(entries);
}

/// After each question of each scenario, the core evaluates the rules that can stop the questions.
#[test]
fn many_rules_that_share_a_long_condition_are_refused() {
    let found = soon("rules", |pathway, _| {
        push(&mut pathway["conditions"], vec![long("long", 19_000)]);
        let mut rule = pathway["rules"][0].clone();
        rule["when"] = json!("long");
        push(&mut pathway["rules"], copies(&rule, 0..390));
        let question = pathway["questions"][1].clone();
        push(&mut pathway["questions"], copies(&question, 0..50));
    });
    assert_eq!(kinds(&found), ["too-much-work rules"]);
}

#[test]
fn many_scenarios_with_long_conditions_are_refused() {
    let found = soon("scenarios", |pathway, _| {
        push(&mut pathway["conditions"], vec![long("long", 19_000)]);
        let mut rule = pathway["rules"][1].clone();
        rule["when"] = json!("long");
        push(&mut pathway["rules"], copies(&rule, 0..20));
        let scenario = pathway["scenarios"][0].clone();
        push(&mut pathway["scenarios"], copies(&scenario, 0..390));
    });
    assert_eq!(kinds(&found), ["too-much-work scenarios"]);
}

/// The core also evaluates a condition for each line of a text.
#[test]
fn many_lines_with_long_conditions_are_refused() {
    let found = soon("lines", |pathway, _| {
        push(&mut pathway["conditions"], vec![long("long", 19_000)]);
        let lines = (0..60).map(|number| json!({ "id": format!("l{number}"), "when": "long" }));
        let lines: Vec<Value> = lines.collect();
        pathway["outcomes"][1]["who"] = json!(lines);
    });
    assert_eq!(kinds(&found), ["too-much-work rules"]);
}

/// For each option, `check` finds out on which questions its condition depends.
#[test]
fn many_options_with_long_conditions_are_checked_soon() {
    let found = soon("options", |pathway, _| {
        push(&mut pathway["conditions"], vec![long("long", 300)]);
        let conditions = (0..390).map(|number| long(&format!("c{number}"), 60));
        push(&mut pathway["conditions"], conditions.collect());
        for question in ["who", "needs", "area"] {
            let mut questions = pathway["questions"].as_array_mut().unwrap().iter_mut();
            let question = questions.find(|one| one["id"] == question).unwrap();
            let options =
                (0..50).map(|number| json!({ "id": format!("x{number}"), "show_when": "long" }));
            question["options"] = json!(options.collect::<Vec<_>>());
        }
    });
    assert!(found.len() > 100, "{}", found.len());
}

#[test]
fn many_words_to_avoid_in_many_lines_are_refused() {
    let found = soon("avoid", |_, words| {
        words["style"]["avoid"] = json!(vec!["a"; 40_000]);
        for number in 0..30_000 {
            words["outcomes"]["team"]["who"][format!("l{number}")] = json!("a");
        }
    });
    assert!(found.len() <= 501, "{}", found.len());
    assert!(says_too_many(&found));
}

/// Every line of this pathway contains a word to avoid, and is within each limit.
#[test]
fn at_most_500_findings_are_listed() {
    let found = soon("findings", |pathway, words| {
        let avoid: Vec<String> = (0..200).map(|number| format!("a{number}")).collect();
        let ten = avoid[..10].join(" ");
        words["style"]["avoid"] = json!(avoid);
        let ids: Vec<String> = (0..64).map(|number| format!("l{number}")).collect();
        pathway["outcomes"][1]["who"] = json!(ids);
        let lines = ids.iter().map(|id| (id.clone(), json!(ten)));
        words["outcomes"]["team"]["who"] = Value::Object(lines.collect());
    });
    assert_eq!(found.len(), 501);
    assert!(says_too_many(&found));
}

/// A finding repeats only a part of a long text in the file.
#[test]
fn a_long_text_is_not_repeated_whole() {
    let found = soon("number", |pathway, _| {
        pathway["contacts"][3]["phone"] = json!("x".repeat(500_000));
    });
    assert_eq!(kinds(&found), ["number-format contacts.team"]);
    assert!(found[0].message.len() < 1_100);
    assert!(
        found[0]
            .message
            .ends_with("use digits in groups with single spaces")
    );
}

#[test]
fn a_list_has_64_lines_and_200_words_to_avoid_at_most() {
    let too_many = |change: &dyn Fn(&mut Value, &mut Value)| {
        let found = changed(change);
        let many = found.iter().filter(|finding| finding.kind == "too-many");
        many.map(|finding| finding.path.clone()).collect::<Vec<_>>()
    };
    let lines = |count: usize| {
        too_many(&move |pathway, _| {
            let ids: Vec<String> = (0..count).map(|number| format!("l{number}")).collect();
            pathway["outcomes"][1]["who"] = json!(ids);
        })
    };
    assert_eq!(lines(64), [""; 0]);
    assert_eq!(lines(65), ["outcomes.team.who"]);
    for list in ["avoid", "allow"] {
        let phrases = |count: usize| {
            too_many(&move |_, words| words["style"][list] = json!(vec!["x"; count]))
        };
        assert_eq!(phrases(200), [""; 0]);
        assert_eq!(phrases(201), [format!("words.style.{list}")]);
    }
}

#[test]
fn a_trust_file_with_many_entries_is_refused() {
    for list in ["contacts", "areas", "local_notes", "scenarios"] {
        let mut trust: Value = serde_json::from_str(&files::text(EXAMPLE)).unwrap();
        let first = match &trust[list] {
            Value::Object(entries) => entries.values().next().cloned().unwrap(),
            Value::Array(entries) => entries.first().cloned().unwrap(),
            _ => json!({ "id": "x", "story": "x", "answers": {}, "outcomes": [] }),
        };
        if trust[list].is_object() {
            for number in 0..4_000 {
                trust[list][format!("copy-{number}")] = first.clone();
            }
        } else {
            trust[list] = json!(copies(&first, 0..4_000));
        }
        let start = processor_time();
        let loaded = laid_over(trust.to_string().as_bytes());
        let took = processor_time() - start;
        assert!(took < Duration::from_secs(1), "{list} took {took:?}");
        let Err(LoadError::Findings(found)) = loaded else {
            panic!("{list}: {loaded:?}");
        };
        assert!(
            kinds(&found).contains(&format!("too-many trust.{list}")),
            "{found:?}"
        );
    }
}
