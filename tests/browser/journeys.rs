//! Tests whole journeys with the mouse and with the keyboard, with scenarios of the built-in
//! pathway.

use serde_json::Value;
use webdriver_tests::{files, input::Hand, page::Page};

/// Returns the answers and the outcomes of the scenario with this id.
fn scenario(id: &str) -> (Value, Vec<String>) {
    let pathway = files::pathway("pathway.json");
    let scenarios = pathway["scenarios"].as_array().unwrap();
    let found = scenarios.iter().find(|scenario| scenario["id"] == id);
    let found = found.unwrap_or_else(|| panic!("there is no scenario {id}"));
    let outcomes = serde_json::from_value(found["outcomes"].clone()).unwrap();
    (found["answers"].clone(), outcomes)
}

/// Walks through a scenario. Checks its outcomes, and that no answer changes the host page.
async fn check(id: &str, hand: Hand) {
    let (answers, outcomes) = scenario(id);
    let page = Page::open("").await;
    page.until("q('[data-action=start]')").await;
    // Waits for the last script of the widget. The browser loads it without an action of the
    // visitor.
    page.until(
        "performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/keep.js'))",
    )
    .await;
    let before = page.run(OUTSIDE).await;
    page.start(hand).await;
    page.answer_all(hand, &answers).await;
    assert_eq!(page.outcomes().await, outcomes, "{id} by {hand:?}");
    let changeable = page.texts("return [...root.querySelectorAll('[data-action=change]')].map((button) => button.dataset.change)").await;
    assert_eq!(
        changeable.len(),
        answers.as_object().unwrap().len(),
        "{id}: each answer can be changed"
    );
    assert_eq!(
        page.run(OUTSIDE).await,
        before,
        "{id}: the host page, its storage and its address"
    );
    check_host_saw_nothing(&page, &answers).await;
}

/// A script that returns the state of the host page. No answer may change this state.
const OUTSIDE: &str = "return {
  requests: performance.getEntriesByType('resource').map((entry) => entry.name),
  address: location.href,
  title: document.title,
  cookies: document.cookie,
  keys: [localStorage.length, sessionStorage.length],
  outside: document.body.innerHTML,
  console: window.seen.console,
}";

/// Checks what the host page learned: the clicks and the number of the screen, but no question and
/// no option.
async fn check_host_saw_nothing(page: &Page, answers: &Value) {
    let seen = page.run("return window.seen").await;
    assert_eq!(seen["mode"], "closed");
    let record = seen.to_string();
    for (question, answer) in answers.as_object().unwrap() {
        assert!(
            !record.contains(&format!("{question}\"")),
            "the host saw {question}: {record}"
        );
        let options = answer
            .as_array()
            .cloned()
            .unwrap_or_else(|| vec![answer.clone()]);
        for option in options {
            let option = option.as_str().unwrap();
            assert!(
                !record.contains(&format!("\"{option}\"")),
                "the host saw {option}: {record}"
            );
        }
    }
    for event in seen["events"].as_array().unwrap() {
        let (kind, element) = event.as_str().unwrap().rsplit_once(' ').unwrap();
        let bubbled = kind.starts_with("bubbled ");
        let of_host = ["BODY", "HTML", "A"].contains(&element);
        assert!(
            of_host || (element == "PPIMHS-FINDER" && !bubbled),
            "the host saw {event}"
        );
    }
}

macro_rules! journeys {
    ($($name:ident: $id:literal;)*) => {$(
        mod $name {
            use super::{Hand, check};

            /// The hazard log lists this test under HAZ-001, HAZ-004, HAZ-006, HAZ-007, HAZ-010,
            /// HAZ-014, HAZ-017, HAZ-022 and HAZ-024.
            #[tokio::test]
            async fn by_mouse() {
                check($id, Hand::Mouse).await;
            }

            /// The hazard log lists this test under HAZ-001, HAZ-004, HAZ-006, HAZ-014, HAZ-017,
            /// HAZ-019, HAZ-022 and HAZ-024.
            #[tokio::test]
            async fn by_keyboard() {
                check($id, Hand::Keyboard).await;
            }
        }
    )*};
}

journeys! {
    the_source_s_own_case: "waltham-forest-born-at-24-weeks";
    signs_of_psychosis: "psychosis";
    a_shaken_baby: "shaken-baby";
    unwanted_frightening_thoughts: "unwanted-thoughts";
    not_sure_of_harming_the_baby: "might-harm";
    pregnant_with_no_bond: "pregnant-no-bond";
    a_father_s_own_mood: "father-low";
    crying_only: "crying-only";
    a_loss: "loss-low";
    outside_the_area: "pregnant-elsewhere";
    an_area_not_known: "low-area-not-sure";
    a_friend_who_asks: "friend-asks-helper-unsure";
    both_bond_and_mood: "bond-and-mood";
    nothing_said: "nothing-said";
}

/// The hazard log lists this test under HAZ-016.
#[tokio::test]
async fn a_change_of_an_early_answer_changes_the_result() {
    let (answers, outcomes) = scenario("crying-only");
    let page = Page::open("").await;
    page.start(Hand::Mouse).await;
    page.answer_all(Hand::Mouse, &answers).await;
    assert_eq!(page.outcomes().await, outcomes);
    page.click("[data-change=danger]").await;
    assert_eq!(page.question().await, "danger");
    page.pick(Hand::Mouse, &["child-collapsed".to_string()])
        .await;
    let picked = page
        .texts("return [...root.querySelectorAll('input:checked')].map((input) => input.value)")
        .await;
    assert_eq!(picked, ["child-collapsed"]);
    page.go_on(Hand::Mouse).await;
    assert_eq!(page.outcomes().await, ["emergency"]);
    // The visitor changes the first answer back, so the earlier answers to later questions count
    // again.
    page.click("[data-change=danger]").await;
    page.pick(Hand::Mouse, &["none".to_string()]).await;
    page.go_on(Hand::Mouse).await;
    assert_eq!(page.outcomes().await, outcomes);
}

#[tokio::test]
async fn a_changed_answer_asks_only_what_is_new() {
    let (answers, _) = scenario("crying-only");
    let page = Page::open("").await;
    page.start(Hand::Mouse).await;
    page.answer_all(Hand::Mouse, &answers).await;
    page.click("[data-change=help-with]").await;
    page.pick(Hand::Mouse, &["development".to_string()]).await;
    page.go_on(Hand::Mouse).await;
    assert_eq!(page.question().await, "skills");
    page.pick(Hand::Mouse, &["lost".to_string()]).await;
    page.go_on(Hand::Mouse).await;
    let outcomes = page.outcomes().await;
    assert_eq!(outcomes, ["child-development", "health-visitor"]);
}
