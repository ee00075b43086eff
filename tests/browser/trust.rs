//! A trust's own file, named where the element stands: its areas, ages, names and numbers, or the help.

use serde_json::json;
use webdriver_tests::{input::Hand, page::Page};

const OWN: &str = "trust=\"/trusts/exampleshire.json\"";

/// Answers of a father of a child of 2, in the ages and areas of the example.
fn answers() -> serde_json::Value {
    json!({
        "danger": ["none"], "who": "other-parent", "stage": ["has-child"], "today": ["none"],
        "help-with": ["bonding"], "child-age": "up-to-24-months", "parent-signs": ["none"],
        "baby-signs": ["none"], "area": "exampleshire",
    })
}

#[tokio::test]
async fn a_trusts_own_ages_areas_and_numbers_are_asked_and_shown() {
    let page = Page::open(OWN).await;
    page.start(Hand::Mouse).await;
    page.answer_all(Hand::Mouse, &answers()).await;
    assert_eq!(page.outcomes().await, ["ppimhs-bonding"]);
    let said = page.run("return q('.finder-step').innerText").await;
    let said = said.as_str().unwrap();
    for own in [
        "Ask for Little Steps",
        "01632 960 100",
        "Refer yourself to Little Steps",
    ] {
        assert!(said.contains(own), "{own} is not in {said}");
    }
    assert!(!said.contains("PPIMHS, to feel"), "{said}");
}

/// HAZ-008.
#[tokio::test]
async fn a_trust_file_that_is_broken_or_not_there_shows_the_help() {
    for address in ["/broken/pathway.json", "/nowhere/trust.json"] {
        let page = Page::open(&format!("trust=\"{address}\"")).await;
        page.until("window.seen.finder.some((event) => event.startsWith('failed'))")
            .await;
        page.until("q('a[href=\"tel:999\"]').checkVisibility()")
            .await;
        page.until("q('a[href$=\"plain.html\"]').checkVisibility()")
            .await;
        let questions = page
            .run("return !!q('[data-question], [data-action=start]')")
            .await;
        assert_eq!(
            questions,
            json!(false),
            "{address}: never the built-in numbers"
        );
    }
}
