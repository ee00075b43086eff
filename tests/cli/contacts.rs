//! Tests the dates of contacts. `pathway check` lists a contact before its next check is due, and
//! reports a finding from that date on. `pathway contacts` writes these dates as a calendar.

use crate::run::{Copy, output, pathway, project, run};
use serde_json::{Value, json};
use std::{fs, path::Path};

/// Returns a copy of the built-in pathway in which the next check of one contact is due on 1 March
/// 2027.
fn checked(test: &str) -> Copy {
    let copy = Copy::new(test);
    copy.change("pathway.json", |pathway| {
        let contacts = pathway["contacts"].as_array_mut().unwrap();
        let contact = contacts
            .iter_mut()
            .find(|contact| contact["id"] == "redbridge-team")
            .unwrap();
        contact["status"] = json!("verified");
        contact["verified_on"] = json!("2026-09-01");
        contact["review_by"] = json!("2027-03-01");
        contact["owner"] = json!("the office; desk 2, on the left");
    });
    copy
}

/// Returns the exit code of `pathway check` on this day, and the kinds of its findings about the
/// contact.
fn on(copy: &Copy, day: &str) -> (Option<i32>, Vec<String>) {
    let ran = run(&["check", copy.path(), "--on", day], b"");
    assert_eq!(ran.err, "");
    let lines = ran
        .out
        .lines()
        .filter(|line| line.contains("contacts.redbridge-team: "));
    let kind = |line: &str| {
        line.rsplit_once(" (")
            .unwrap()
            .1
            .trim_end_matches(')')
            .to_owned()
    };
    (ran.code, lines.map(kind).collect())
}

/// The hazard log lists this test under HAZ-002.
#[test]
fn a_review_is_listed_60_and_30_days_ahead_and_then_fails() {
    let copy = checked("reviews");
    let told = |day, code, kinds: &[&str]| {
        let kinds = kinds.iter().map(ToString::to_string).collect();
        assert_eq!(on(&copy, day), (Some(code), kinds), "{day}");
    };
    told("2026-12-30", 0, &[]);
    told("2026-12-31", 0, &["review-within-60-days"]);
    told("2027-01-29", 0, &["review-within-60-days"]);
    told("2027-01-30", 0, &["review-within-30-days"]);
    told("2027-02-28", 0, &["review-within-30-days"]);
    told("2027-03-01", 1, &["review-overdue"]);
    told("2038-01-20", 1, &["review-overdue"]);
    // The day in this line is before the last check of the contact, so either the date of the check
    // or the clock is wrong.
    told("1970-01-01", 1, &["verified-in-future"]);
}

#[test]
fn an_old_number_in_a_trust_file_is_a_finding_in_that_file() {
    let trust = project("www/trusts/exampleshire.json");
    let trust = trust.display().to_string();
    let ran = run(&["check", "--trust", &trust, "--on", "2027-09-01"], b"");
    assert_eq!(ran.code, Some(1));
    for place in [
        "contacts.ppimhs",
        "self_referral",
        "areas.exampleshire.team",
    ] {
        let line = format!("{trust}: trust.{place}: its check held until 1 September 2027");
        assert!(ran.out.contains(&line), "{place}: {}", ran.out);
    }
}

#[test]
fn an_invalid_day_is_refused_with_the_format() {
    let ran = run(&["check", "--on", "1 March"], b"");
    assert_ne!(ran.code, Some(0));
    assert!(ran.err.contains("write a day as YYYY-MM-DD"), "{}", ran.err);
}

/// The hazard log lists this test under HAZ-002.
#[test]
fn the_calendar_has_the_next_review_first_and_lists_unchecked_contacts() {
    let copy = checked("calendar");
    let out = output(&["contacts", copy.path(), "--on", "2027-02-28"]);
    assert!(
        out.starts_with("Contacts of ppimhs 0.1.0 on 28 February 2027\n"),
        "{out}"
    );
    let line = "  2027-03-01       1 day left  Redbridge mental health team (redbridge-team): 0300 555 1088; kept right by the office; desk 2, on the left\n";
    assert!(out.contains(line), "{out}");
    let (_, never) = out.split_once("Never checked\n").unwrap();
    let (never, _) = never.split_once("\nAreas\n").unwrap();
    assert!(
        never.contains("  PANDAS (pandas): 0808 1961 776\n"),
        "{out}"
    );
    assert!(!never.contains("Redbridge"), "{out}");
    assert!(
        never.contains("Emergency contacts without the day of a check\n"),
        "{out}"
    );
}

/// Returns a calendar file as one text and as lines. If the file splits a line in two, the function
/// joins them.
fn ics(copy: &Copy, test: &str) -> (String, Vec<String>) {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{test}.ics"));
    let path = path.to_str().unwrap();
    output(&["contacts", copy.path(), "--on", "2026-11-22", "--ics", path]);
    let text = fs::read_to_string(path).unwrap();
    let lines = text.replace("\r\n ", "");
    (
        text,
        lines.split_terminator("\r\n").map(str::to_owned).collect(),
    )
}

#[test]
fn the_calendar_file_is_one_that_any_program_reads() {
    let (text, lines) = ics(&checked("ics"), "form");
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    for line in text.split_terminator("\r\n") {
        assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line:?}");
    }
    for line in [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "UID:ppimhs.redbridge-team@ppimhs-finder",
        "SEQUENCE:20261122",
        "DTSTAMP:20261122T000000Z",
        "DTSTART;VALUE=DATE:20270301",
        "SUMMARY:Check again: Redbridge mental health team (ppimhs)",
        "TRIGGER:-P60D",
        "TRIGGER:-P30D",
    ] {
        assert_eq!(
            lines.iter().filter(|found| *found == line).count(),
            1,
            "{line}: {text}"
        );
    }
    let description = lines
        .iter()
        .find(|line| line.starts_with("DESCRIPTION:0300"))
        .unwrap();
    assert!(
        description.contains(r"the office\; desk 2\, on the left\nCall or read it\, then"),
        "{description}"
    );
}

/// Returns the values of a property, one for each event.
fn values(lines: &[String], property: &str) -> Vec<String> {
    let start = format!("{property}:");
    let values = lines.iter().filter_map(|line| line.strip_prefix(&start));
    values.map(str::to_owned).collect()
}

#[test]
fn a_later_calendar_moves_the_reminder_to_the_new_day() {
    let copy = checked("moved_review");
    let (_, first) = ics(&copy, "first");
    copy.change("pathway.json", |pathway| {
        let contacts = pathway["contacts"].as_array_mut().unwrap();
        let contact = contacts
            .iter_mut()
            .find(|contact| contact["id"] == "redbridge-team");
        contact.unwrap()["review_by"] = json!("2028-03-01");
    });
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("second.ics");
    let path = path.to_str().unwrap();
    output(&["contacts", copy.path(), "--on", "2027-02-20", "--ics", path]);
    let text = fs::read_to_string(path).unwrap();
    let second: Vec<String> = text.split_terminator("\r\n").map(str::to_owned).collect();
    assert_eq!(values(&first, "UID"), values(&second, "UID"));
    let sequence = |lines: &[String]| values(lines, "SEQUENCE")[0].parse::<u32>().unwrap();
    assert!(sequence(&first) < sequence(&second));
    assert_eq!(values(&second, "DTSTART;VALUE=DATE"), ["20280301"]);
}

#[test]
fn reminders_of_two_trusts_do_not_replace_each_other() {
    let example = fs::read_to_string(project("www/trusts/exampleshire.json")).unwrap();
    let calendars = ["exampleshire", "northmoor"].map(|trust| {
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{trust}.json"));
        fs::write(
            &file,
            example.replace(
                "\"exampleshire\",\n  \"pathway\"",
                &format!("\"{trust}\",\n  \"pathway\""),
            ),
        )
        .unwrap();
        let path = file.with_extension("ics");
        let (file, ics) = (file.to_str().unwrap(), path.to_str().unwrap());
        output(&[
            "contacts",
            "--trust",
            file,
            "--on",
            "2026-11-22",
            "--ics",
            ics,
        ]);
        let text = fs::read_to_string(&path).unwrap().replace("\r\n ", "");
        let lines: Vec<String> = text.split_terminator("\r\n").map(str::to_owned).collect();
        for summary in values(&lines, "SUMMARY") {
            assert!(summary.ends_with(&format!("({trust})")), "{summary}");
        }
        values(&lines, "UID")
    });
    let [ours, theirs] = &calendars;
    assert!(ours.len() > 2 && ours.len() == theirs.len());
    assert!(
        ours.iter().all(|uid| !theirs.contains(uid)),
        "{calendars:?}"
    );
}

#[test]
fn a_calendar_without_reviews_is_not_written() {
    let copy = Copy::new("no_reviews");
    let path = copy.0.join("empty.ics");
    let ran = run(
        &["contacts", copy.path(), "--ics", path.to_str().unwrap()],
        b"",
    );
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("Never checked"), "{}", ran.out);
    assert!(ran.err.contains("nothing to put into"), "{}", ran.err);
    assert!(!path.exists());
}

#[test]
fn the_ids_for_a_trust_file_stand_beside_the_names() {
    let out = output(&["contacts"]);
    for line in [
        "  Redbridge mental health team (redbridge-team): 0300 555 1088",
        "  Waltham Forest (waltham-forest): waltham-forest-team",
    ] {
        assert!(out.lines().any(|found| found == line), "{line}: {out}");
    }
    let (_, outcomes) = out.split_once("\nOutcomes\n").unwrap();
    assert_eq!(outcomes.lines().count(), 16, "{outcomes}");
    assert!(
        outcomes.contains(" (usual-care-team): routine\n"),
        "{outcomes}"
    );
}

/// A web editor finds each id that a trust file can have in the README.
#[test]
fn the_readme_lists_the_ids_of_a_trust_file() {
    let readme = fs::read_to_string(project("README.md")).unwrap();
    let (_, table) = readme.split_once("### Ids in a trust file").unwrap();
    let (table, _) = table.split_once("\n## ").unwrap();
    let listed: Vec<String> = table
        .split('`')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect();
    let pathway = pathway();
    let ids = |list: &Value, leave: &dyn Fn(&Value) -> bool| -> Vec<String> {
        let entries = list.as_array().unwrap().iter();
        let entries = entries.filter(|entry| !leave(entry));
        entries
            .map(|entry| entry["id"].as_str().unwrap().to_owned())
            .collect()
    };
    let mut expected = ids(&pathway["contacts"], &|contact| {
        contact["status"] == "emergency"
    });
    expected.extend(ids(&pathway["local"]["slots"], &|_| false));
    expected.push("self_referral".to_owned());
    expected.extend(ids(&pathway["outcomes"], &|outcome| {
        outcome["urgency"] == "emergency"
    }));
    expected.extend(ids(&pathway["local"]["areas"], &|_| false));
    expected.extend(ids(&pathway["limits"], &|_| false));
    assert_eq!(listed, expected);
    let contacts = output(&["contacts"]);
    for slot in ["maternity-unit", "on-call-team", "family-hub"] {
        assert!(contacts.contains(&format!(" ({slot})\n")), "{contacts}");
    }
}
