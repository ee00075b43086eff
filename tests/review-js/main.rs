//! Tests that every finding on the review page names its file and its position in the file.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing that is not as it must be"
)]

// The file `findings.rs` belongs to the crate of the review page. A native test cannot link this
// crate, because it is only a WebAssembly module.
#[path = "../../src/review-js/findings.rs"]
mod findings;

use json_patch::Patch;
use pathway::{check, date::Date};
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

/// The bytes of `pathway.json`, of a words file and of a trust file.
type Files = [Vec<u8>; 3];

fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &str) -> Vec<u8> {
    fs::read(top().join(path)).unwrap()
}

fn small() -> Files {
    let folder = "tests/pathways/small";
    let words = read(&format!("{folder}/words/en-GB.json"));
    [read(&format!("{folder}/pathway.json")), words, Vec::new()]
}

/// Returns the findings in these files.
fn found(files: &Files) -> Vec<Value> {
    let [pathway, words, trust] = files;
    let over = (!trust.is_empty()).then_some(trust.as_slice());
    let fault = check::load_for(over, pathway, words, Date::parse("2026-11-22"));
    let json = findings::json(&fault.unwrap_err(), [pathway, words, trust]);
    serde_json::from_str(&json).unwrap()
}

fn changed(bytes: &[u8], patch: &Value) -> Vec<u8> {
    let mut value: Value = serde_json::from_slice(bytes).unwrap();
    let patch: Option<Patch> = serde_json::from_value(patch.clone()).unwrap();
    json_patch::patch(&mut value, &patch.unwrap_or_default()).unwrap();
    serde_json::to_vec_pretty(&value).unwrap()
}

fn edited(files: &mut Files, edit: &Value) {
    let file = if edit["file"] == "words" { 1 } else { 0 };
    let text = String::from_utf8(files[file].clone()).unwrap();
    let replaced = edit["replace"].as_str().unwrap();
    files[file] = match edit["with"].as_str() {
        Some(with) => text.replacen(replaced, with, 1).into_bytes(),
        None => text[..text.find(replaced).unwrap() + replaced.len()].into(),
    };
}

/// Returns invalid files for the test, each with a name: changes of the small pathway, and the
/// trust files in `tests/pathways` for the built-in pathway.
fn corpus() -> Vec<(String, Files)> {
    let cases = |folder: &str| {
        let files = fs::read_dir(top().join(folder)).unwrap();
        files.map(|file| {
            let path = file.unwrap().path();
            let case: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
            (path.display().to_string(), case)
        })
    };
    let bad = cases("tests/pathways/bad").map(|(name, case)| {
        let mut files = small();
        if case["edit"].is_null() {
            files[0] = changed(&files[0], &case["pathway"]);
            files[1] = changed(&files[1], &case["words"]);
        } else {
            edited(&mut files, &case["edit"]);
        }
        (name, files)
    });
    let trusts = cases("tests/pathways/trusts").filter(|(_, case)| case["edit"].is_null());
    let trusts = trusts.map(|(name, case)| {
        let trust = changed(&read("www/trusts/exampleshire.json"), &case["trust"]);
        let folder = "www/pathways/ppimhs";
        let words = read(&format!("{folder}/words/en-GB.json"));
        (
            name,
            [read(&format!("{folder}/pathway.json")), words, trust],
        )
    });
    bad.chain(trusts).collect()
}

/// Returns the text of the file that starts at the position of a finding.
fn text_at(files: &Files, finding: &Value) -> String {
    let files = files
        .each_ref()
        .map(|file| std::str::from_utf8(file).unwrap());
    let text = match finding["file"].as_str().unwrap() {
        "pathway" => files[0],
        "words" => files[1],
        "trust" => files[2],
        other => panic!("{other} is no file"),
    };
    let [line, column] = ["line", "column"].map(|key| finding[key].as_u64().unwrap() as usize);
    let line = text.lines().nth(line - 1).unwrap();
    line.chars().skip(column - 1).collect()
}

#[test]
fn every_finding_names_its_file_and_nearly_all_their_line() {
    let (mut told, mut placed, mut exact) = (0, 0, 0);
    for (name, files) in corpus() {
        for finding in found(&files) {
            told += 1;
            let place = finding["place"].as_str().unwrap();
            assert!(
                finding["message"].is_string() && finding["kind"].is_string(),
                "{name}"
            );
            if finding["line"].is_null() {
                assert!(finding["column"].is_null(), "{name}: {finding}");
                continue;
            }
            placed += 1;
            if finding["kind"] == "cannot-be-read" {
                exact += 1;
                continue;
            }
            // At the position of a finding, the file contains a name from the path of the finding.
            // Usually it is the last name in this path.
            let text = text_at(&files, &finding);
            let ids: Vec<&str> = place.split('.').collect();
            let called =
                |id: &&str| text.starts_with(&format!("\"{id}\"")) || text.starts_with('{');
            assert!(ids.iter().any(called), "{name}: {finding} at {text}");
            exact += usize::from(ids.last().is_some_and(called));
        }
    }
    assert!(told > 250, "{told}");
    assert!(placed * 100 >= told * 95, "{placed} of {told}");
    assert!(exact * 100 >= told * 80, "{exact} of {told}");
}

/// Returns each finding as a text with its file, line, column, path and kind.
fn brief(files: &Files) -> Vec<String> {
    let brief = |finding: &Value| {
        let keys = ["file", "line", "column", "place", "kind"];
        let said = keys.map(|key| finding[key].to_string().replace('"', ""));
        said.join(" ")
    };
    found(files).iter().map(brief).collect()
}

#[test]
fn a_file_that_cannot_be_read_is_one_finding_where_reading_stopped() {
    let mut files = small();
    edited(
        &mut files,
        &json!({ "file": "words", "replace": "\"title\": " }),
    );
    let found = found(&files);
    let text = std::str::from_utf8(&files[1]).unwrap();
    let expected = json!([{
        "file": "words",
        "line": text.lines().count(),
        "column": text.lines().last().unwrap().len(),
        "place": "title",
        "kind": "cannot-be-read",
        "message": "the file ends too early: restore what is cut off, or write the closing brackets",
    }]);
    assert_eq!(Value::from(found), expected);
}

#[test]
fn a_finding_has_the_place_of_its_id_and_a_missing_entry_the_place_of_its_parent() {
    let mut files = small();
    let edit = |file: &str, replace: &str, with: &str| json!({ "file": file, "replace": replace, "with": with });
    edited(
        &mut files,
        &edit(
            "pathway",
            "\"sources\": [\"S2\"],\n      \"resolution\"",
            "\"sources\": [\"S9\"],\n      \"resolution\"",
        ),
    );
    edited(
        &mut files,
        &edit("words", "\"version\": \"1.0.0\"", "\"version\": \"1.0.1\""),
    );
    edited(&mut files, &edit("words", "\"flood\":", "\"storm\":"));
    let expected = [
        "pathway 15 7 conflicts.C1.sources unknown-source",
        "words null null words words-version",
        "words 124 7 words.questions.danger.options.flood missing-words",
        "words 128 9 words.questions.danger.options.storm extra-words",
    ];
    assert_eq!(brief(&files), expected);
}

#[test]
fn a_finding_of_a_trust_file_has_a_place_in_that_file() {
    let trust = String::from_utf8(read("www/trusts/exampleshire.json")).unwrap();
    let trust = trust.replacen("\"bonding\": 24", "\"nursing\": 24", 1);
    let folder = "www/pathways/ppimhs";
    let files = [
        read(&format!("{folder}/pathway.json")),
        read(&format!("{folder}/words/en-GB.json")),
        trust.into_bytes(),
    ];
    let expected = ["trust 50 5 trust.limits.nursing unknown-limit"];
    assert_eq!(brief(&files), expected);
}

/// A words file of one megabyte can have many findings. The review page must still show them fast.
#[test]
fn many_findings_in_a_large_file_are_placed_soon() {
    let [pathway, words, trust] = small();
    let mut words: Value = serde_json::from_slice(&words).unwrap();
    for number in 0..45_000 {
        words["outcomes"]["team"]["who"][format!("l{number}")] = json!("a text");
    }
    let files = [pathway, words.to_string().into_bytes(), trust];
    assert!(files[1].len() > 800_000);
    let start = processor_time();
    let found = found(&files);
    let took = processor_time() - start;
    println!("{} findings: {took:?}", found.len());
    assert!(found.len() > 400 && found.len() <= 501, "{}", found.len());
    assert!(took < Duration::from_secs(2), "{took:?}");
}

/// Returns the processor time that this thread has used. Other programs on the machine do not
/// change it.
fn processor_time() -> Duration {
    let line = fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    Duration::from_nanos(line.split(' ').next().unwrap().parse().unwrap())
}
