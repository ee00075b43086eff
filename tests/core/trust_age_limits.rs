//! Tests the age limits of a trust file in the rules, texts and age bands of a pathway.

use crate::evaluate_conditions::holds;
use crate::{
    files::{self, read},
    trusts::{BUILT_IN, EXAMPLE, everything, laid_over, routed, saying, trusted},
};
use pathway::{
    check::{self, LoadedEdition},
    document::Condition,
    id::ConditionId,
};
use serde_json::json;

#[test]
fn a_child_of_24_months_is_young_where_the_limit_is_24() {
    let edition = trusted(&read(EXAMPLE));
    let answers = |age: &str| {
        json!({
            "danger": ["none"], "who": "other-parent", "stage": ["has-child"], "today": ["none"],
            "help-with": ["bonding"], "child-age": age, "parent-signs": ["none"],
            "baby-signs": ["none"], "area": "exampleshire",
        })
    };
    let outcomes = |age| routed(&edition, &answers(age))["outcomes"].clone();
    assert_eq!(outcomes("up-to-24-months"), json!(["ppimhs-bonding"]));
    assert_eq!(
        outcomes("25-months-to-under-3"),
        json!(["ppimhs-ask-first", "health-visitor"])
    );
    assert_eq!(outcomes("3-or-older"), json!(["older-child"]));
    // An answer with an age band of the old limits is an error. It must not count as another age.
    let old = routed(&edition, &answers("13-to-18-months"));
    assert!(
        old["error"].as_str().unwrap().contains("no option"),
        "{old}"
    );
}

/// Returns true if a named condition holds for a child of this age in months.
fn holds_at(edition: &LoadedEdition, condition: &str, month: u16) -> bool {
    let pathway = edition.pathway();
    let mut questions = pathway.document().questions.iter();
    let ages = questions
        .find(|question| question.id.as_str() == "child-age")
        .unwrap();
    let covers =
        |band: &pathway::document::Band| band.from <= month && band.to.is_none_or(|to| month <= to);
    let mut bands = ages
        .options
        .iter()
        .filter(|option| option.months.as_ref().is_some_and(covers));
    let band = bands.next().unwrap().id.as_str();
    assert!(bands.next().is_none(), "two bands hold {month} months");
    let answers = pathway
        .answers(&json!({"child-age": band}).to_string())
        .unwrap();
    holds(
        pathway,
        &Condition::Named(ConditionId::from(condition)),
        &answers,
    )
}

/// Whatever order the limits of the trust file have, each age is on the correct side of each limit.
///
/// The hazard log lists this test under HAZ-005.
#[test]
fn every_age_is_on_the_right_side_of_every_limit_of_the_trust() {
    for bonding in [6, 11, 12, 13, 18, 23, 24, 34] {
        for postnatal in [3, 12, 18, 24, 35, 36, 40] {
            for therapy in [36, 48, 60] {
                if postnatal == therapy {
                    continue;
                }
                let limits =
                    json!({"bonding": bonding, "postnatal": postnatal, "therapy": therapy});
                let file = saying("limits", limits.clone());
                let edition = match laid_over(&file) {
                    Ok(edition) => edition,
                    Err(fault) => panic!("{limits}: {fault}"),
                };
                for month in 0..80 {
                    let young = holds_at(&edition, "young-child", month);
                    assert_eq!(young, month <= bonding, "{limits}: {month} months");
                    let recent = holds_at(&edition, "recent-birth", month);
                    assert_eq!(recent, month <= postnatal, "{limits}: {month} months");
                    let past = holds_at(&edition, "past-first-year", month);
                    assert_eq!(past, month > postnatal, "{limits}: {month} months");
                }
            }
        }
    }
}

/// The hazard log lists this test under HAZ-005.
#[test]
fn texts_and_bands_have_the_ages_of_the_rules() {
    let edition = trusted(&saying("limits", json!({"bonding": 24, "therapy": 48})));
    let all = everything(&edition);
    for label in [
        "13 to 24 months",
        "25 months to under 4 years",
        "4 years or older",
    ] {
        assert!(all.contains(label), "{label}");
    }
    for gone in ["18 months", "3 years", "3 or older"] {
        assert!(!all.contains(gone), "{gone}");
    }
}

/// If a trust changes the limit from 18 to 24 months, a rule names the trust file as its source,
/// instead of the page that says 18 months.
#[test]
fn a_rule_with_a_moved_limit_does_not_cite_the_old_source() {
    let edition = trusted(&saying("limits", json!({"bonding": 24})));
    let document = edition.pathway().document();
    let rules = document.rules.iter();
    let rule = rules
        .clone()
        .find(|rule| rule.id.as_str() == "bonding-young-child")
        .unwrap();
    let sources: Vec<String> = rule.sources.iter().map(ToString::to_string).collect();
    assert_eq!(sources, ["S28", "S35", "TRUST"]);
    let cited = rules
        .flat_map(|rule| &rule.sources)
        .any(|source| source.as_str() == "S37");
    assert!(!cited);
}

/// The hazard log lists this test under HAZ-005.
#[test]
fn a_band_with_a_label_for_other_months_is_a_finding() {
    let (pathway, words) = files::pathway(BUILT_IN);
    let text = String::from_utf8(words).unwrap();
    for (right, wrong) in [
        (
            r#""label": "13 to 18 months""#,
            r#""label": "13 to 24 months""#,
        ),
        (
            "The child is 3 years or older",
            "The child is 2 years or older",
        ),
    ] {
        let wrong = text.replacen(right, wrong, 1);
        assert_ne!(wrong, text);
        let fault = check::load(&pathway, wrong.as_bytes(), None)
            .unwrap_err()
            .to_string();
        assert!(
            fault.contains("(band-label)") && fault.lines().count() == 1,
            "{fault}"
        );
    }
}
