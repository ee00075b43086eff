//! Tests that every subcommand of `pathway` accepts a trust file, and that a finding in a trust
//! file names this file.

use crate::run::{Copy, output, run};
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
};

fn www(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../www/trusts")
        .join(file)
}

fn example() -> String {
    www("exampleshire.json").display().to_string()
}

/// Writes a changed copy of the example trust file for one test, and returns its path.
fn changed(test: &str, change: impl FnOnce(&mut Value)) -> String {
    let mut value = serde_json::from_slice(&fs::read(www("exampleshire.json")).unwrap()).unwrap();
    change(&mut value);
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{test}.json"));
    fs::write(&path, value.to_string()).unwrap();
    path.display().to_string()
}

#[test]
fn the_example_and_the_template_are_sound() {
    let out = output(&["check", "--trust", &example()]);
    assert!(
        out.starts_with("ppimhs 0.1.0 (draft) for exampleshire: 15 questions"),
        "{out}"
    );
    output(&[
        "check",
        "--trust",
        &www("template.json").display().to_string(),
    ]);
}

/// The hazard log lists this test under HAZ-001.
#[test]
fn every_law_is_proved_for_the_example() {
    let out = output(&["prove", "--trust", &example()]);
    assert!(
        out.contains("26 laws hold for all 35,669,275,060,251,967 journeys"),
        "{out}"
    );
    assert!(out.contains("exampleshire.json"), "{out}");
}

#[test]
fn a_finding_names_the_trust_file_and_the_pathways_own_names_its_own() {
    let file = changed("trust_finding", |trust| {
        trust["contacts"]["ppimhs"]["phone"] = json!("phone us")
    });
    let copy = Copy::new("trust_and_pathway");
    copy.change("words/en-GB.json", |words| {
        words["ui"]["back"] = json!(" Back")
    });
    let ran = run(&["check", copy.path(), "--trust", &file], b"");
    assert_eq!(ran.code, Some(1));
    let line = format!("{file}: trust.contacts.ppimhs: ");
    assert!(
        ran.out.lines().any(|found| found.starts_with(&line)),
        "{}",
        ran.out
    );
    let words = format!(
        "{}: words.ui.back",
        copy.0.join("words/en-GB.json").display()
    );
    assert!(ran.out.contains(&words), "{}", ran.out);
}

/// An invalid phone number in a trust file causes one finding, which names the trust file.
#[test]
fn a_finding_about_a_trust_file_appears_once() {
    let file = changed("trust_once", |trust| {
        trust["contacts"]["ppimhs"]["phone"] = json!("phone us")
    });
    let ran = run(&["check", "--trust", &file], b"");
    assert_eq!(ran.out.lines().count(), 1, "{}", ran.out);
    assert!(ran.out.starts_with(&file), "{}", ran.out);
}

#[test]
fn a_missing_or_invalid_trust_file_is_refused_with_advice() {
    let ran = run(&["check", "--trust", "nowhere.json"], b"");
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.out.contains("copy www/trusts/template.json"),
        "{}",
        ran.out
    );
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("no_trust.json");
    fs::write(&path, "{\n  \"id\": }").unwrap();
    let ran = run(&["route", "--trust", path.to_str().unwrap()], b"");
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.err.contains("no_trust.json: line 2, column"),
        "{}",
        ran.err
    );
}

#[test]
fn answers_are_routed_as_the_trust_says() {
    let answers = json!({
        "danger": ["none"], "who": "carer", "stage": ["has-child"], "today": ["none"],
        "help-with": ["bonding"], "child-age": "up-to-24-months", "parent-signs": ["none"],
        "baby-signs": ["none"], "area": "exampleshire",
    });
    let ran = run(
        &["route", "--trust", &example()],
        answers.to_string().as_bytes(),
    );
    assert!(
        ran.out.contains(r#""outcomes":["ppimhs-bonding"]"#),
        "{}",
        ran.out
    );
}

#[test]
fn every_page_and_table_uses_the_trust_file() {
    let trust = example();
    let guide = output(&["guide", "--trust", &trust]);
    assert!(guide.contains("01632 960 100") && guide.contains("Little Steps"));
    assert!(!guide.contains("PPIMHS"));
    assert!(output(&["table", "--trust", &trust]).contains("child-age is up-to-24-months"));
    let graph = output(&["graph", "--trust", &trust]);
    assert_ne!(graph, output(&["graph"]));
    let page = |arguments: &[&str]| -> Value { serde_json::from_str(&output(arguments)).unwrap() };
    let (own, plain) = (page(&["crisis", "--trust", &trust]), page(&["crisis"]));
    assert_eq!(own["crisis"], plain["crisis"]);
    assert!(
        own["start"].to_string().contains("only for Exampleshire"),
        "{own}"
    );
}

#[test]
fn a_difference_says_what_a_trust_file_changes() {
    let out = output(&["diff", "--trust", &example()]);
    for line in [
        "limits: bonding is changed",
        "contacts: redbridge-team is gone, from 0300 555 1088 to no contact",
        "contacts: exampleshire-team is new, from no contact to 01632 960 102",
        "words: outcomes.outside-area.who.areas is changed",
    ] {
        assert!(
            out.lines().any(|found| found.trim() == line),
            "{line}: {out}"
        );
    }
    let scenarios = out
        .lines()
        .filter(|line| line.trim().starts_with("scenarios: "));
    let scenarios: Vec<&str> = scenarios.collect();
    // The areas and ages of the trust change most scenarios, and these share a line.
    let changed_ones = scenarios.iter().filter(|line| line.contains("changed"));
    assert_eq!(changed_ones.count(), 1, "{scenarios:?}");
    assert!(scenarios[0].contains(" are changed: "), "{scenarios:?}");
    let moved = changed("trust_moved", |trust| {
        trust["contacts"]["ppimhs"]["phone"] = json!("01632 960 199");
    });
    let out = output(&["diff", "--old-trust", &example(), "--trust", &moved]);
    assert!(out.contains(" 0  of these end otherwise"), "{out}");
    let (_, entries) = out.split_once("Entries that are not the same\n").unwrap();
    assert_eq!(
        entries.trim(),
        "contacts: ppimhs is changed, from 01632 960 100 to 01632 960 199"
    );
}

/// Returns an example from the section "Correct a number" of the README.
fn of_readme(index: usize) -> String {
    let readme = fs::read_to_string(www("../../README.md")).unwrap();
    let (_, section) = readme.split_once("## Correct a number").unwrap();
    let after = section.split("```json\n").nth(index + 1).unwrap();
    let (entry, _) = after.split_once("   ```").unwrap();
    entry.to_owned()
}

/// A newcomer needs only the README and an editor. Each change in this test is therefore an edit of
/// the template for trust files.
#[test]
fn a_newcomer_changes_a_number_an_area_and_an_age_and_sees_it_proved() {
    let mut file = fs::read_to_string(www("template.json")).unwrap();
    for (old, new) in [
        ("\"contacts\": {},", of_readme(0).as_str()),
        (
            "{ \"id\": \"havering\", \"name\": \"Havering\" }",
            &format!(
                "{{ \"id\": \"newtown\", \"name\": \"Newtown\", {} }}",
                of_readme(1)
            ),
        ),
        ("\"bonding\": 18", "\"bonding\": 24"),
    ] {
        assert_eq!(file.matches(old).count(), 1, "{old}");
        file = file.replace(old, new);
    }
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("newcomer.json");
    fs::write(&path, file).unwrap();
    let trust = path.to_str().unwrap();
    let out = output(&["prove", "--trust", trust]);
    assert!(out.contains("26 laws hold for all"), "{out}");
    let guide = output(&["guide", "--trust", trust]);
    assert!(guide.contains("01632 960 001"), "the number");
    assert!(
        guide.contains("Barking and Dagenham, Newtown, Redbridge and Waltham Forest"),
        "the area"
    );
    assert!(guide.contains("24 months or younger"), "the age");
}

/// Names that services and areas have. A trust cannot choose shorter ones.
#[test]
fn names_do_not_make_a_pathway_too_hard_to_read() {
    for (index, name) in [
        "Perinatal Mental Health Service",
        "Specialist Community Perinatal Mental Health Team",
        "Gwasanaeth Iechyd Meddwl Amenedigol",
        "Northmoor Families",
    ]
    .into_iter()
    .enumerate()
    {
        let file = changed(&format!("trust_name_{index}"), |trust| {
            trust["service"] = json!({ "name": name });
        });
        output(&["check", "--trust", &file]);
    }
    let names = [
        "Ashford",
        "Canterbury",
        "Dartford",
        "Dover",
        "Folkestone and Hythe",
        "Gravesham",
        "Maidstone",
        "Medway",
        "Sevenoaks",
        "Swale",
        "Thanet",
        "Tonbridge and Malling",
        "Tunbridge Wells",
    ];
    let area = |(index, name): (usize, &&str)| {
        json!({
            "id": format!("area-{index}"), "name": name,
            "team": {"name": format!("{name} mental health team"), "phone": format!("01632 960 {}", 100 + index)},
        })
    };
    let file = changed("trust_kent", |trust| {
        trust["areas"] = names.iter().enumerate().map(area).collect();
    });
    output(&["check", "--trust", &file]);
}

/// A trust writes its notes itself, so it can write them so that people understand them.
#[test]
fn a_note_that_is_too_hard_to_read_is_a_finding_of_the_trust_file() {
    let file = changed("trust_hard_note", |trust| {
        trust["local_notes"] = (0..12)
            .map(|index| {
                json!({
                    "id": format!("note-{index}"), "outcome": "older-child",
                    "text": "Multidisciplinary practitioners facilitate therapeutic relationships universally.",
                })
            })
            .collect();
    });
    let ran = run(&["check", "--trust", &file], b"");
    assert_eq!(ran.code, Some(1), "{}", ran.out);
    for line in ran.out.lines() {
        assert!(line.starts_with(&format!("{file}: trust")), "{line}");
    }
    assert!(
        ran.out.contains("shorten the notes and remarks"),
        "{}",
        ran.out
    );
}

/// The ways of an author to take a number away. None keeps the old number in silence.
#[test]
fn a_number_is_taken_away_with_closed_and_in_no_other_way() {
    for (index, entry) in [
        json!({"phone": null}),
        json!(null),
        json!({"phone": ""}),
        json!(false),
    ]
    .into_iter()
    .enumerate()
    {
        let file = changed(&format!("trust_away_{index}"), |trust| {
            trust["contacts"]["pandas"] = entry;
        });
        let ran = run(&["check", "--trust", &file], b"");
        assert_eq!(ran.code, Some(1), "{}", ran.out);
        assert!(ran.out.contains("closed"), "{}", ran.out);
    }
    let file = changed("trust_closed", |trust| {
        trust["contacts"]["pandas"] = json!({"closed": true});
    });
    let guide = output(&["guide", "--trust", &file]);
    assert!(!guide.contains("PANDAS") && !guide.contains("0808 1961 776"));
    output(&["prove", "--trust", &file]);
}
