//! Tests that `pathway diff` gives the exact number of changed journeys, and every entry that was
//! changed.

use crate::run::{Copy, output, project, run};
use pathway::check::{self, LoadedEdition};
use serde_json::{Value, json};
use std::{fs, path::Path};

/// Returns a copy of the built-in pathway with a change of `pathway.json`.
fn changed(test: &str, change: impl FnOnce(&mut Value)) -> Copy {
    let copy = Copy::new(test);
    copy.change("pathway.json", change);
    copy
}

/// Changes the rule `planning` so that it does not hold after the loss of a baby or a pregnancy.
/// Another rule still gives the same outcomes, so only a reason for them disappears.
fn planning_without_loss(pathway: &mut Value) {
    let rules = pathway["rules"].as_array_mut().unwrap();
    let planning = rules.iter_mut().find(|rule| rule["id"] == "planning");
    planning.unwrap()["when"]["all"]
        .as_array_mut()
        .unwrap()
        .push(json!({ "not": "loss" }));
}

#[test]
fn a_pathway_and_itself_do_not_differ() {
    let copy = Copy::new("diff_same");
    let out = output(&["diff", copy.path(), copy.path()]);
    assert!(out.contains(" 0  of these end otherwise (0 %)\n"), "{out}");
    assert!(!out.contains("not the same"), "{out}");
}

#[test]
fn a_changed_order_is_reported_with_its_count_and_its_shortest_journey() {
    let old = Copy::new("diff_order_old");
    let new = changed("diff_order_new", |pathway| {
        let order = pathway["order"].as_array_mut().unwrap();
        order.swap(5, 6);
        pathway["scenarios"]
            .as_array_mut()
            .unwrap()
            .retain(|story| {
                let outcomes = story["outcomes"].as_array().unwrap();
                let has = |id: &str| outcomes.iter().any(|outcome| outcome == id);
                !(has("loss-support") && has("separation-support"))
            });
    });
    let out = output(&["diff", old.path(), new.path()]);
    let kinds: Vec<&str> = out.lines().filter(|line| line.starts_with("1. ")).collect();
    let [kind] = kinds.as_slice() else {
        panic!("{out}");
    };
    assert!(
        kind.ends_with("the same outcomes in another order"),
        "{kind}"
    );
    let number = kind["1. ".len()..].split(' ').next().unwrap();
    let told = format!(" {number}  of these end otherwise");
    assert!(out.contains(&told), "{out}");
    assert!(out.contains("    stage: loss, baby-elsewhere\n"), "{out}");
    assert!(out.contains("loss-support, separation-support"), "{out}");
    assert!(out.contains("separation-support, loss-support"), "{out}");
    assert!(out.contains("  order: the order is another\n"), "{out}");
}

#[test]
fn changed_laws_sources_and_contacts_are_listed() {
    let old = Copy::new("diff_entries_old");
    let new = changed("diff_entries_new", |pathway| {
        pathway["laws"][0]["statement"] = json!("Otherwise said.");
        pathway["sources"][1]["statement"] = json!("Otherwise told.");
        pathway["contacts"][9]["phone"] = json!("0300 555 0000");
    });
    let out = output(&["diff", old.path(), new.path()]);
    assert!(out.contains(" 0  of these end otherwise"), "{out}");
    let listed: Vec<&str> = out
        .lines()
        .filter(|line| line.contains(" is changed"))
        .collect();
    assert_eq!(listed.len(), 3, "{out}");
    assert!(listed.contains(&"  laws: L1 is changed"), "{out}");
}

#[test]
fn a_rule_that_changes_reasons_alone_is_shown_too() {
    let old = Copy::new("diff_reasons_old");
    let new = changed("diff_reasons_new", planning_without_loss);
    let out = output(&["diff", old.path(), new.path()]);
    assert!(out.contains(" 0  of these end otherwise"), "{out}");
    let (_, shown) = out.split_once("beside the outcomes").unwrap();
    let (before, after) = shown.split_once("  after\n").unwrap();
    assert!(before.contains("stage: loss, planning"), "{out}");
    assert_eq!(shown.matches("stage: ").count(), 1, "told once: {out}");
    assert!(
        before.contains("by planning") && !after.contains("by planning"),
        "{out}"
    );
}

#[test]
fn a_journey_of_only_one_pathway_is_shown() {
    let old = Copy::new("diff_options_old");
    let new = changed("diff_options_new", |pathway| {
        pathway["questions"][3]["options"][4]["show_when"] = json!({ "who": "birth-parent" });
    });
    let out = output(&["diff", old.path(), new.path()]);
    let (_, alone) = out.split_once("possible only before:\n").unwrap();
    assert!(alone.contains("stage: planning"), "{out}");
    assert!(!out.contains("possible only after"), "{out}");
}

#[test]
fn a_folder_with_findings_is_refused() {
    let old = Copy::new("diff_findings_old");
    let new = changed("diff_findings_new", |pathway| {
        pathway["rules"][0]["outcomes"] = json!(["nowhere"]);
    });
    let ran = run(&["diff", old.path(), new.path()], b"");
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(ran.err.contains("has findings"), "{}", ran.err);
}

/// Returns the text of a part of an HTML page, without spaces.
fn read(html: &str) -> String {
    let parts = html.split('<');
    let text: String = parts
        .map(|part| part.split_once('>').map_or(part, |(_, text)| text))
        .collect();
    let signs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&amp;", "&"),
    ];
    let text = signs
        .iter()
        .fold(text, |text, (name, sign)| text.replace(name, sign));
    text.split_whitespace().collect()
}

/// Loads the pathway in a folder, with a trust file if there is one.
fn loaded(folder: &Path, trust: Option<&Path>) -> LoadedEdition {
    let read = |path: &Path| fs::read(path).unwrap();
    let words = read(&folder.join("words/en-GB.json"));
    let trust = trust.map(read);
    check::load_for(
        trust.as_deref(),
        &read(&folder.join("pathway.json")),
        &words,
        None,
    )
    .unwrap()
}

#[test]
fn the_review_page_has_the_same_words_as_the_command() {
    let old = Copy::new("diff_page_old");
    let new = changed("diff_page_new", planning_without_loss);
    let trust = project("www/trusts/exampleshire.json");
    let over = trust.display().to_string();
    for (arguments, after) in [
        (vec!["diff", old.path(), new.path()], loaded(&new.0, None)),
        (
            vec!["diff", old.path(), old.path(), "--trust", over.as_str()],
            loaded(&old.0, Some(&trust)),
        ),
    ] {
        let told = output(&arguments);
        let page = review::compare(&loaded(&old.0, None), &after).html();
        let words: String = told.split_whitespace().collect();
        assert_eq!(read(&page), words);
        assert!(told.contains("Entries that are not the same"), "{told}");
    }
}

/// A person who forgets the old folder must not read that nothing differs.
#[test]
fn a_comparison_needs_the_old_pathway() {
    let copy = Copy::new("diff_alone");
    for arguments in [&["diff", copy.path()][..], &["diff"]] {
        let ran = run(arguments, b"");
        assert_eq!(ran.code, Some(1));
        assert!(
            ran.err.contains("the old pathway is missing"),
            "{}",
            ran.err
        );
    }
    let trust = project("www/trusts/exampleshire.json");
    output(&["diff", copy.path(), "--trust", trust.to_str().unwrap()]);
}

/// The hazard log lists this test under HAZ-002.
#[test]
fn a_changed_number_is_listed_with_the_number_before() {
    let old = Copy::new("diff_number_old");
    let new = changed("diff_number_new", |pathway| {
        let contacts = pathway["contacts"].as_array_mut().unwrap();
        for contact in contacts {
            match contact["id"].as_str().unwrap() {
                "redbridge-team" => contact["phone"] = json!("0300 555 1089"),
                "ppimhs" => contact["phone"] = json!("0300 555 1000"),
                "pandas" => contact["text"] = json!("0300 555 1001"),
                _ => {}
            }
        }
    });
    let out = output(&["diff", old.path(), new.path()]);
    for line in [
        "contacts: redbridge-team is changed, from 0300 555 1088 to 0300 555 1089",
        "contacts: ppimhs is changed, from no number to 0300 555 1000",
        "contacts: pandas is changed, from 0808 1961 776 to 0808 1961 776, text 0300 555 1001",
    ] {
        assert!(
            out.lines().any(|found| found.trim() == line),
            "{line}: {out}"
        );
    }
}
