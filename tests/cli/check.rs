//! Tests `pathway check`. For a valid pathway it prints one line and ends with exit code 0. For any
//! other it prints every finding and ends with exit code 1.

use crate::run::{Copy, output, run, tool};
use serde_json::json;
use std::fs::{self, File};

/// Runs `pathway check` on a folder with findings, and returns the lines of its output.
fn faults(copy: &Copy) -> Vec<String> {
    let ran = run(&["check", copy.path()], b"");
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""), "{}", ran.out);
    ran.out.lines().map(str::to_owned).collect()
}

/// Requires that a folder has exactly one finding, with this file, this path in the file and this
/// kind.
fn one_fault(copy: &Copy, file: &str, place: &str, kind: &str) {
    let found = faults(copy);
    let start = format!("{}: {place}", copy.0.join(file).display());
    let [line] = found.as_slice() else {
        panic!("{found:#?}");
    };
    assert!(
        line.starts_with(&start) && line.ends_with(&format!("({kind})")),
        "{line}"
    );
}

#[test]
fn the_built_in_pathway_is_sound() {
    let out = output(&["check"]);
    let line = out.strip_suffix('\n').unwrap();
    assert!(
        line.starts_with("ppimhs ") && line.contains("15 questions"),
        "{line}"
    );
    assert!(
        line.contains("16 outcomes") && line.contains("; en-GB "),
        "{line}"
    );
    let hash = line.rsplit(' ').next().unwrap();
    assert!(
        hash.len() == 12 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()),
        "{line}"
    );
}

#[test]
fn each_folder_gets_its_own_line_and_one_bad_folder_fails_them_all() {
    let (good, bad) = (Copy::new("good"), Copy::new("bad"));
    bad.change("pathway.json", |pathway| {
        pathway["rules"][0]["outcomes"] = json!(["nowhere"])
    });
    let ran = run(&["check", bad.path(), good.path()], b"");
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("(unknown-outcome)"), "{}", ran.out);
    assert!(
        ran.out.lines().last().unwrap().starts_with("ppimhs "),
        "{}",
        ran.out
    );
}

#[test]
fn findings_of_both_files_name_their_file() {
    let copy = Copy::new("both_files");
    copy.change("pathway.json", |pathway| {
        pathway["limits"][0]["sources"] = json!(["S99"]);
    });
    copy.change("words/en-GB.json", |words| {
        words["ui"]["back"] = json!(" Back")
    });
    let found = faults(&copy);
    let told = |file: &str, rest: &str| {
        let start = format!("{}: ", copy.0.join(file).display());
        found
            .iter()
            .any(|line| line.starts_with(&start) && line.contains(rest))
    };
    assert!(told("pathway.json", "S99"), "{found:#?}");
    assert!(told("words/en-GB.json", "(blank-text)"), "{found:#?}");
}

#[test]
fn a_finding_appears_once_for_any_number_of_languages() {
    let copy = Copy::new("two_languages");
    fs::copy(
        copy.0.join("words/en-GB.json"),
        copy.0.join("words/cy.json"),
    )
    .unwrap();
    copy.change("words/cy.json", |words| words["language"] = json!("cy"));
    let sound = output(&["check", copy.path()]);
    assert!(
        sound.contains("; cy ") && sound.contains("; en-GB "),
        "{sound}"
    );
    copy.change("pathway.json", |pathway| {
        pathway["scenarios"][0]["outcomes"] = json!(["usual-care-team", "emergency"]);
    });
    one_fault(&copy, "pathway.json", "scenarios.", "scenario-outcomes");
}

#[test]
fn a_file_that_is_not_json_is_a_finding_with_line_and_column() {
    let copy = Copy::new("no_json");
    fs::write(copy.0.join("pathway.json"), "{\n  \"id\": }").unwrap();
    one_fault(&copy, "pathway.json", "line 2, column", "cannot-be-read");
}

#[test]
fn unreadable_words_do_not_hide_findings_in_the_rules() {
    let copy = Copy::new("unreadable_words");
    copy.change("pathway.json", |pathway| {
        pathway["rules"][0]["outcomes"] = json!(["nowhere"])
    });
    fs::write(copy.0.join("words/en-GB.json"), b"\xFF").unwrap();
    let found = faults(&copy).join("\n");
    assert!(found.contains("not UTF-8"), "{found}");
    assert!(found.contains("(unknown-outcome)"), "{found}");
}

#[test]
fn words_are_named_after_their_language() {
    let copy = Copy::new("misnamed");
    fs::rename(
        copy.0.join("words/en-GB.json"),
        copy.0.join("words/cy.json"),
    )
    .unwrap();
    one_fault(&copy, "words/cy.json", "words.language", "words-file");
}

#[test]
fn a_missing_file_is_a_finding_with_advice() {
    let copy = Copy::new("missing");
    fs::remove_file(copy.0.join("words/en-GB.json")).unwrap();
    assert!(faults(&copy)[0].contains("write words/en-GB.json"));
    fs::remove_dir(copy.0.join("words")).unwrap();
    assert!(faults(&copy)[0].contains("write words/en-GB.json"));
    fs::remove_file(copy.0.join("pathway.json")).unwrap();
    assert!(faults(&copy)[0].contains("no pathway.json"));
    fs::remove_dir(&copy.0).unwrap();
    assert!(faults(&copy)[0].contains("there is no folder"));
}

#[test]
fn a_file_far_too_large_is_refused_without_being_read() {
    let copy = Copy::new("far_too_large");
    let file = File::create(copy.0.join("pathway.json")).unwrap();
    // The file has 64 GiB. If the command read all of it, the memory would not be enough.
    file.set_len(1 << 36).unwrap();
    let found = faults(&copy);
    assert!(found[0].contains("more than 1048576 bytes"), "{found:?}");
}

/// The hazard log lists this test under HAZ-002.
#[test]
fn an_emergency_contact_whose_check_is_overdue_is_a_finding() {
    let copy = Copy::new("overdue");
    copy.change("pathway.json", |pathway| {
        let contacts = pathway["contacts"].as_array_mut().unwrap();
        let emergency = contacts
            .iter_mut()
            .find(|contact| contact["status"] == "emergency");
        emergency.unwrap()["review_by"] = json!("2001-01-01");
    });
    assert!(faults(&copy).iter().all(|line| line.contains("contacts.")));
}

#[test]
fn findings_are_exit_code_1_even_on_a_closed_pipe() {
    let copy = Copy::new("nobody_reads");
    fs::remove_file(copy.0.join("pathway.json")).unwrap();
    let mut running = tool(&["check", copy.path()]).spawn().unwrap();
    drop(running.stdout.take());
    let ended = running.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(1));
    assert_eq!(String::from_utf8(ended.stderr).unwrap(), "");
}

/// Returns the exit code of `check` on a day, and the kinds of its notices about the days of use.
fn days_of_use(copy: &Copy, day: &str) -> (Option<i32>, Vec<String>) {
    let ran = run(&["check", copy.path(), "--on", day], b"");
    let about = |line: &&str| line.contains(": effective.") || line.contains(": status: ");
    let kind = |line: &str| {
        let (_, kind) = line.rsplit_once(" (").unwrap();
        kind.trim_end_matches(')').to_owned()
    };
    (ran.code, ran.out.lines().filter(about).map(kind).collect())
}

/// The hazard log lists this test under HAZ-009.
#[test]
fn the_end_of_use_is_told_60_and_30_days_ahead_and_then_fails() {
    let copy = Copy::new("check_days_of_use");
    copy.change("pathway.json", |pathway| {
        pathway["effective"] = json!({"from": "2026-11-01", "to": "2027-03-01"});
    });
    for (day, code, kinds) in [
        ("2026-10-31", 0, &["effective-not-begun"][..]),
        ("2026-11-01", 0, &[]),
        ("2026-12-31", 0, &[]),
        ("2027-01-01", 0, &["effective-within-60-days"]),
        ("2027-01-30", 0, &["effective-within-60-days"]),
        ("2027-01-31", 0, &["effective-within-30-days"]),
        ("2027-03-01", 0, &["effective-within-30-days"]),
        ("2027-03-02", 1, &["effective-over"]),
        ("2038-01-20", 1, &["effective-over"]),
    ] {
        let kinds: Vec<String> = kinds.iter().map(ToString::to_string).collect();
        assert_eq!(days_of_use(&copy, day), (Some(code), kinds), "{day}");
    }
}

/// `cargo xtask build` runs these commands, and ends if one of them fails.
///
/// The hazard log lists this test under HAZ-009.
#[test]
fn a_pathway_that_is_over_makes_no_page() {
    let copy = Copy::new("check_over");
    copy.change("pathway.json", |pathway| {
        pathway["effective"] = json!({"to": "2020-01-01"});
    });
    for command in ["prove", "guide", "frame", "crisis", "edition"] {
        assert_eq!(run(&[command, copy.path()], b"").code, Some(1), "{command}");
    }
}

/// The hazard log lists this test under HAZ-009.
#[test]
fn a_retired_pathway_is_told_and_its_guide_says_so() {
    let copy = Copy::new("check_retired");
    copy.change("pathway.json", |pathway| {
        pathway["status"] = json!("retired");
    });
    let told = days_of_use(&copy, "2026-11-22");
    assert_eq!(told, (Some(0), vec!["retired".to_owned()]));
    let guide = output(&["guide", copy.path()]);
    assert!(guide.contains("no longer in use"), "{guide}");
    assert!(!output(&["guide"]).contains("no longer in use"));
    copy.change("words/en-GB.json", |words| {
        words.as_object_mut().unwrap().remove("retired");
    });
    one_fault(&copy, "words/en-GB.json", "words.retired", "missing-words");
}
