//! Tests `pathway crisis`, which writes the help as JSON for a page that cannot run the questions.

use crate::run::{output, pathway, run};
use serde_json::Value;

fn crisis() -> Value {
    serde_json::from_str(&output(&["crisis"])).unwrap()
}

/// The hazard log lists this test under HAZ-008.
#[test]
fn it_holds_every_contact_in_the_pathways_order_with_a_number_to_call() {
    let crisis = crisis();
    let contacts = crisis["crisis"]["contacts"].as_array().unwrap();
    let expected = pathway()["crisis"]["contacts"].as_array().unwrap().len();
    assert_eq!(contacts.len(), expected);
    assert_eq!(contacts[0]["tel"], "999");
    for contact in contacts {
        let tel = contact["tel"].as_str().unwrap();
        assert!(
            !tel.is_empty() && tel.bytes().all(|byte| byte.is_ascii_digit()),
            "{contact}"
        );
        assert!(
            contact["name"].as_str().unwrap().contains(&tel[..3]),
            "{contact}"
        );
        assert!(
            contact["when"]
                .as_str()
                .is_some_and(|when| !when.is_empty()),
            "{contact}"
        );
    }
}

/// The hazard log lists this test under HAZ-008.
#[test]
fn it_has_a_language_and_texts_for_loading_and_for_a_failure() {
    let crisis = crisis();
    assert_eq!(crisis["language"], "en-GB");
    assert_eq!(crisis["direction"], "ltr");
    for text in [
        &crisis["title"],
        &crisis["loading"],
        &crisis["failed_title"],
        &crisis["failed"],
        &crisis["crisis"]["title"],
        &crisis["crisis"]["guide"],
    ] {
        assert!(
            text.as_str().is_some_and(|text| !text.is_empty()),
            "{crisis}"
        );
    }
    assert!(!crisis["crisis"]["more"].as_array().unwrap().is_empty());
}

#[test]
fn it_holds_the_start_page_as_the_words_have_it() {
    let crisis = crisis();
    let words: Value =
        serde_json::from_slice(include_bytes!("../../www/pathways/ppimhs/words/en-GB.json"))
            .unwrap();
    for part in ["lead", "points", "start", "purpose"] {
        assert_eq!(crisis["start"][part], words["start"][part], "{part}");
    }
    assert!(crisis["start"]["draft"].is_string(), "nobody has signed it");
}

#[test]
fn an_unknown_language_is_refused_with_the_known_ones() {
    let ran = run(&["crisis", "--language", "fr"], b"");
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(ran.err.contains("choose from en-GB"), "{}", ran.err);
}

/// The build copies this JSON into scripts whose paths contain a hash of their content. A new
/// telephone number of a local team must not change these paths.
#[test]
fn a_corrected_number_does_not_change_the_static_help() {
    let template = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../www/trusts/template.json"
    );
    let mut trust: Value = serde_json::from_slice(&std::fs::read(template).unwrap()).unwrap();
    trust["contacts"]["redbridge-team"]["phone"] = "01632 960 001".into();
    let path = std::env::temp_dir().join(format!("corrected-{}.json", std::process::id()));
    std::fs::write(&path, trust.to_string()).unwrap();
    let corrected = ["--trust", path.to_str().unwrap()];
    let said = |asked: &[&str]| output(&[asked, &corrected].concat());
    assert_eq!(said(&["crisis"]), output(&["crisis"]));
    assert!(said(&["guide"]).contains("01632 960 001"));
    std::fs::remove_file(path).unwrap();
}
