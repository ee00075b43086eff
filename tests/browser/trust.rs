//! Tests a trust file on the element: its areas, ages, names and telephone numbers, and the help if
//! the file is broken.

use serde_json::json;
use webdriver_tests::{input::Hand, page::Page};

const OWN: &str = "trust=\"/trusts/exampleshire.json\"";

/// Returns the answers of a father whose child is 2 years old. The age and the area come from the
/// example of a trust file.
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
    let text = page.run("return q('.finder-step').innerText").await;
    let text = text.as_str().unwrap();
    for own in [
        "Ask for Little Steps",
        "01632 960 100",
        "Refer yourself to Little Steps",
    ] {
        assert!(text.contains(own), "{own} is not in {text}");
    }
    assert!(!text.contains("PPIMHS, to feel"), "{text}");
}

/// The hazard log lists this test under HAZ-008.
#[tokio::test]
async fn a_trust_file_that_is_broken_or_not_there_shows_the_help() {
    for address in ["/broken/pathway.json", "/nowhere/trust.json"] {
        let page = Page::open(&format!("trust=\"{address}\"")).await;
        page.until_failed().await;
    }
}
