//! Tests that the JSON schemas accept every valid file, and refuse most files that have a finding.

use crate::run::output;
use json_patch::Patch;
use jsonschema::Validator;
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
};

fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn text(path: &str) -> String {
    fs::read_to_string(top().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn json(path: &str) -> Value {
    serde_json::from_str(&text(path)).unwrap()
}

fn schema(file: &str) -> Validator {
    let schema = serde_json::from_str(&output(&["schema", file])).unwrap();
    let options = jsonschema::options().should_validate_formats(true);
    options.build(&schema).unwrap()
}

fn check_taken(schema: &Validator, file: &Value, name: &str) {
    let faults = schema.iter_errors(file);
    let faults: Vec<String> = faults
        .map(|fault| format!("{}: {fault}", fault.instance_path()))
        .collect();
    assert!(faults.is_empty(), "{name}: {}", faults.join("\n"));
}

/// Reads the test cases in a folder. Each test case has its name and its JSON.
fn cases(folder: &str) -> Vec<(String, Value)> {
    let mut cases: Vec<(String, Value)> = fs::read_dir(top().join(folder))
        .unwrap()
        .map(|entry| {
            let name = entry.unwrap().file_name().into_string().unwrap();
            let case = json(&format!("{folder}/{name}"));
            (name, case)
        })
        .collect();
    cases.sort_by(|one, other| one.0.cmp(&other.0));
    cases
}

/// Returns the file of a test case, which is the file `good` with a change. Returns `None` if the
/// changed file is not valid JSON.
fn made(good: &str, case: &Value, key: &str) -> Option<Value> {
    let edit = &case["edit"];
    let edited = edit["file"]
        .as_str()
        .unwrap_or(if key == "words" { "pathway" } else { key })
        == key;
    if edit.is_object() && edited {
        let changed = match edit["with"].as_str() {
            Some(with) => good.replacen(edit["replace"].as_str()?, with, 1),
            None => return None,
        };
        // A JSON parser accepts an object with the same key twice, and keeps the last value.
        return serde_json::from_str(&changed).ok();
    }
    let mut value: Value = serde_json::from_str(good).unwrap();
    if let Some(patch) = case.get(key) {
        let patch: Patch = serde_json::from_value(patch.clone()).unwrap();
        json_patch::patch(&mut value, &patch).unwrap();
    }
    Some(value)
}

#[test]
fn the_schemas_in_the_folder_are_up_to_date() {
    for file in ["pathway", "words", "trust"] {
        let path = format!("www/schemas/{file}.schema.json");
        let now = output(&["schema", file]);
        let update = format!("write it anew: cargo run -q --bin pathway -- schema {file} > {path}");
        assert!(
            text(&path) == now,
            "{path} is not what the types say: {update}"
        );
    }
}

#[test]
fn the_schemas_accept_every_good_file() {
    let (pathway, words, trust) = (schema("pathway"), schema("words"), schema("trust"));
    for folder in ["www/pathways/ppimhs", "tests/pathways/small"] {
        check_taken(&pathway, &json(&format!("{folder}/pathway.json")), folder);
        check_taken(&words, &json(&format!("{folder}/words/en-GB.json")), folder);
    }
    for path in ["www/trusts/template.json", "www/trusts/exampleshire.json"] {
        check_taken(&trust, &json(path), path);
    }
    for (name, case) in cases("tests/pathways/good") {
        let file = made(&text("tests/pathways/small/pathway.json"), &case, "pathway");
        check_taken(&pathway, &file.unwrap(), &name);
        let file = made(
            &text("tests/pathways/small/words/en-GB.json"),
            &case,
            "words",
        );
        check_taken(&words, &file.unwrap(), &name);
    }
}

/// With a schema, an editor can mark every file that the core cannot read, except a file with the
/// same key twice.
#[test]
fn the_schemas_mark_every_unreadable_file() {
    let (pathway, words, trust) = (schema("pathway"), schema("words"), schema("trust"));
    let mut marked = 0;
    let of_pathway = cases("tests/pathways/bad")
        .into_iter()
        .map(|(name, case)| (name, case, false));
    let of_trust = cases("tests/pathways/trusts")
        .into_iter()
        .map(|(name, case)| (name, case, true));
    for (name, case, is_trust) in of_pathway.chain(of_trust) {
        let Some(error) = case["error"].as_str() else {
            continue;
        };
        if error.contains("twice") {
            continue;
        }
        let valid = if is_trust {
            made(&text("www/trusts/exampleshire.json"), &case, "trust")
                .is_some_and(|file| trust.is_valid(&file))
        } else {
            let small = |file: &str| text(&format!("tests/pathways/small/{file}.json"));
            let first = made(&small("pathway"), &case, "pathway")
                .is_none_or(|file| pathway.is_valid(&file));
            let second = made(&small("words/en-GB"), &case, "words")
                .is_none_or(|file| words.is_valid(&file));
            first && second && !error.contains("ends too early")
        };
        assert!(!valid, "{name}: {error}");
        marked += 1;
    }
    assert!(
        marked >= 12,
        "only {marked} files that cannot be read were looked at"
    );
}

/// With a schema, an editor can mark most findings of `pathway check` in a trust file.
#[test]
fn the_schema_marks_most_findings_of_a_trust_file() {
    let trust = schema("trust");
    let example = text("www/trusts/exampleshire.json");
    let unmarked: Vec<String> = cases("tests/pathways/trusts")
        .into_iter()
        .filter(|(_, case)| made(&example, case, "trust").is_some_and(|file| trust.is_valid(&file)))
        .map(|(name, _)| name.trim_end_matches(".json").to_owned())
        .collect();
    // A schema cannot compare dates, compare an entry with other entries, or check the words of a
    // text.
    assert_eq!(
        unmarked,
        [
            "area-after-old-areas",
            "area-named-as-an-answer",
            "area-taken",
            "area-twice",
            "area-without-team",
            "areas-without-teams",
            "checked-tomorrow",
            "closed-but-named",
            "closed-service",
            "closed-stranger",
            "closed-team",
            "contact-beside-its-team",
            "contact-beside-the-form",
            "contact-for-no-area",
            "contact-key-twice",
            "contact-twice",
            "contact-without-way",
            "form-among-contacts",
            "form-name-samaritans",
            "helpline-nowhere",
            "limit-not-in-years",
            "limit-past-the-next",
            "limits-at-one-age",
            "misspelt-contact",
            "name-111",
            "name-112",
            "name-999",
            "name-in-other-letters",
            "name-nine-nine-nine",
            "name-shout",
            "name-with-a-digit-for-a-letter",
            "new-helpline-nowhere",
            "note-of-the-pathway",
            "note-placeholder",
            "note-says-too-much",
            "note-too-long",
            "number-of-999",
            "number-of-samaritans",
            "other-language",
            "review-after-24-months-and-a-day",
            "review-before-check",
            "review-in-a-century",
            "review-of-the-form-too-late",
            "same-area-name",
            "same-contact-name",
            "same-team-name",
            "slot-as-helpline",
            "slot-for-no-area",
            "slot-on-its-own-outcome",
            "story-that-ends-otherwise",
            "team-name-111",
            "team-null",
            "team-of-no-area",
            "team-with-no-way",
            "text-of-shout",
            "two-teams-list-one-area",
            "two-teams"
        ]
    );
}

/// With this schema, an editor can show for each key its purpose, its possible values, and its
/// value in the pathway.
#[test]
fn the_schema_of_a_trust_file_has_the_ids_of_its_pathway() {
    let schema: Value = serde_json::from_str(&output(&["schema", "trust"])).unwrap();
    let limit = &schema["properties"]["limits"]["properties"]["bonding"]["description"];
    assert_eq!(limit, "In whole months. In the pathway itself: 18.");
    let contacts = &schema["properties"]["contacts"]["properties"];
    let number = "Redbridge mental health team. In the pathway itself: 0300 555 1088.";
    assert_eq!(contacts["redbridge-team"]["description"], number);
    assert_eq!(contacts["samaritans"]["not"], json!({}));
    for (name, key) in schema["properties"].as_object().unwrap() {
        assert!(key["description"].is_string(), "{name} is not described");
    }
}
