//! Tests a trust file on the element: its areas, ages, names and telephone numbers, its guide, and
//! the help if the file is broken.

use serde_json::{Value, json};
use webdriver_tests::{input::Hand, page::Page};

const OWN: &str = "trust=\"/trusts/exampleshire.json\"";

/// Names, areas and numbers of the built-in pathway that Exampleshire does not have.
const FOREIGN: [&str; 11] = [
    "PPIMHS",
    "Perinatal Parent Infant Mental Health Service",
    "Barking",
    "Havering",
    "Redbridge",
    "Waltham",
    "Wood Street",
    "0300 555",
    "Access and Assessment",
    "9 to 12 sessions",
    "referred themselves",
];

/// A script that returns every text and every address in the element, except the host's own link.
const SHOWN: &str = "return [...root.querySelectorAll('*')].flatMap((one) => [one.localName === 'style' ? '' : [...one.childNodes].filter((part) => part.nodeType === 3).map((part) => part.data).join(' '), one.getAttribute('href') || '', one.getAttribute('aria-label') || '']).join('\\n')";

/// Checks that the element shows nothing of the built-in trust, and no link to its guide.
async fn check_own(page: &Page) {
    let shown = page.run(SHOWN).await;
    let shown = shown.as_str().unwrap();
    for foreign in FOREIGN.into_iter().chain(["plain.html"]) {
        assert!(!shown.contains(foreign), "{foreign} is in {shown}");
    }
}

/// Returns the answers of a father whose child is 2 years old. The age and the area come from the
/// example of a trust file.
fn answers() -> Value {
    json!({
        "danger": ["none"], "who": "other-parent", "stage": ["has-child"], "today": ["none"],
        "help-with": ["bonding"], "child-age": "up-to-24-months", "parent-signs": ["none"],
        "baby-signs": ["none"], "area": "exampleshire",
    })
}

/// Opens the guide with this link, and waits for it.
async fn open_guide(page: &Page, link: &str) {
    page.click_on(&format!("q('{link}')")).await;
    page.until("q('[data-screen=guide]').checkVisibility() && root().activeElement === q('[data-screen=guide] [data-focus=heading]')")
        .await;
}

/// The condition that the guide is closed and the widget shows this element.
fn is_back(element: &str) -> String {
    format!("!q('[data-screen=guide]') && q('{element}').checkVisibility()")
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

/// The hazard log lists this test under HAZ-002.
#[tokio::test]
async fn nothing_of_the_built_in_trust_is_on_any_screen_or_behind_any_link() {
    let page = Page::open(OWN).await;
    check_own(&page).await;
    page.until("q('[data-action=start]')").await;
    check_own(&page).await;
    page.start(Hand::Mouse).await;
    while !page.shows_result().await {
        check_own(&page).await;
        let question = page.question().await;
        let options = page.options_for(&question, &answers()).await;
        page.pick(Hand::Mouse, &options).await;
        page.go_on(Hand::Mouse).await;
    }
    check_own(&page).await;
    page.click("[data-action=notes]").await;
    page.until("q('[data-screen=summary]')").await;
    check_own(&page).await;
    let links = "return [...new Set([...root.querySelectorAll('a')].map((link) => link.getAttribute('href')).filter((href) => !/^(tel|sms|https):/.test(href)))]";
    assert_eq!(page.texts(links).await, ["#guide"]);
}

/// The hazard log lists this test under HAZ-002.
#[tokio::test]
async fn the_guide_has_the_trusts_own_numbers() {
    let page = Page::open(OWN).await;
    page.until("q('[data-action=start]')").await;
    open_guide(&page, "a[href=\"#guide\"]").await;
    page.until_help().await;
    check_own(&page).await;
    let text = page.run("return q('[data-screen=guide]').innerText").await;
    let text = text.as_str().unwrap();
    for own in [
        "Who you can call",
        "01632 960 100",
        "01632 960 101",
        "01632 960 102",
        "Exampleshire mental health team",
        "Samaritans 116 123",
        "This is a draft.",
        "24 months or younger",
    ] {
        assert!(text.contains(own), "{own} is not in {text}");
    }
    let outcomes = "return root.querySelectorAll('[data-screen=guide] [data-outcome]').length";
    assert_eq!(page.run(outcomes).await, json!(16));
    page.click("[data-screen=guide] [data-action=back]").await;
    page.until(&is_back("[data-action=start]")).await;
    let focus = "return root.activeElement.getAttribute('href')";
    assert_eq!(page.run(focus).await, json!("#guide"));
}

/// The hazard log lists this test under HAZ-007.
#[tokio::test]
async fn the_guide_has_the_exit() {
    let page = Page::open(OWN).await;
    page.until("q('[data-action=start]')").await;
    open_guide(&page, "a[href=\"#guide\"]").await;
    page.click("[data-screen=guide] [data-action=exit]").await;
    page.until("!window.roots || getComputedStyle(document.documentElement).display === 'none'")
        .await;
}

mod every_engine {
    use super::*;

    /// The browser's Back closes the guide, and the visitor keeps the answers.
    #[tokio::test]
    async fn the_browsers_back_and_forward_close_and_open_the_guide() {
        let page = Page::open(OWN).await;
        page.start(Hand::Mouse).await;
        page.pick(Hand::Mouse, &["none".to_owned()]).await;
        page.go_on(Hand::Mouse).await;
        assert_eq!(page.question().await, "who");
        open_guide(&page, ".finder-guide a").await;
        page.run("history.back(); return true").await;
        page.until(&is_back("[data-question=who]")).await;
        page.run("history.forward(); return true").await;
        page.until("q('[data-screen=guide]')").await;
        page.run("history.back(); return true").await;
        page.until(&is_back("[data-question=who]")).await;
        page.click("[data-action=back]").await;
        page.until("q('[data-question=danger] input[value=none]').checked")
            .await;
    }
}

/// The hazard log lists this test under HAZ-002.
#[tokio::test]
async fn while_a_trust_file_loads_the_page_says_nothing_of_the_built_in_trust() {
    let page =
        Page::open("pathway=\"/held-pathway/pathway.json\" trust=\"/trusts/exampleshire.json\"")
            .await;
    page.until("q('[data-action=exit]') && q('[data-crisis]')")
        .await;
    page.until_help().await;
    check_own(&page).await;
}

/// The hazard log lists this test under HAZ-008.
#[tokio::test]
async fn a_trust_file_that_is_broken_or_not_there_shows_the_help_and_the_hosts_own_link() {
    for address in ["/broken/pathway.json", "/nowhere/trust.json"] {
        let page = Page::open(&format!("trust=\"{address}\"")).await;
        page.until_own_files_failed().await;
        page.until("document.querySelector('ppimhs-finder > a').checkVisibility()")
            .await;
        check_own(&page).await;
    }
}
