//! Looks at every screen of every scenario.

use crate::{
    accessibility::check,
    screen_data::{HEADING_LEVEL, screens},
    stories::stories,
    walk_scenario::{look_on_the_way, to_summary},
};
use serde_json::json;
use webdriver_tests::{files::pathway, input::TAB, page::Page};

/// The maximum number of Tab presses from the heading of a screen to the end of the widget.
const MOST_TABS: usize = 120;

/// A JavaScript condition. It returns `sight` if the whole focused element is visible, and
/// `outside` if the focus has left the widget. The test waits for it, because a browser may scroll
/// some time after the key.
const IN_SIGHT: &str = "(() => {
  const root = roots[roots.length - 1];
  const part = root.activeElement;
  if (!part) return 'outside';
  const box = part.getClientRects()[0];
  const covered = [...root.querySelectorAll('.finder-top')].some((bar) => {
    if (bar.contains(part) || getComputedStyle(bar).position !== 'sticky') return false;
    const over = bar.getBoundingClientRect();
    return box.top < over.bottom - 1 && box.bottom > over.top + 1;
  });
  return covered || box.top < 0 || box.bottom > innerHeight ? '' : 'sight';
})()";

/// Looks at every question and every error at least once, and at the result and the summary of
/// every scenario.
///
/// The hazard log lists this test under HAZ-010 and HAZ-019.
#[tokio::test]
async fn axe_finds_nothing_on_any_question_error_result_or_summary() {
    let seen = check(&screens(|_| true).await);
    for question in pathway("pathway.json")["questions"].as_array().unwrap() {
        let id = question["id"].as_str().unwrap();
        for screen in [format!("question {id}"), format!("error {id}")] {
            assert!(seen.contains(&screen), "{screen} was never checked");
        }
    }
}

/// The first heading is the heading of the screen. No heading is more than one level lower than the
/// heading before it.
#[tokio::test]
async fn headings_lead_down_one_level_at_a_time() {
    for screen in screens(|_| true)
        .await
        .iter()
        .flat_map(|story| story.iter())
    {
        let (levels, name) = (&screen.levels, &screen.name);
        assert_eq!(levels[0], HEADING_LEVEL, "{name}: {levels:?}");
        assert!(
            levels
                .windows(2)
                .all(|two| two[1] <= two[0] + 1 && two[1] >= HEADING_LEVEL),
            "{name}: {levels:?}"
        );
    }
}

/// The hazard log lists this test under HAZ-019.
#[tokio::test]
async fn what_has_the_focus_is_never_covered() {
    for story in stories().into_iter().filter(|story| story.questions) {
        let page = Page::sized("", 360, 640).await;
        look_on_the_way(&page, &story.answers, tab_to_the_end).await;
        to_summary(&page).await;
        tab_to_the_end(&page, "summary").await;
    }
}

/// Presses Tab until the focus leaves the widget. After each press, waits until the focused element
/// is visible.
async fn tab_to_the_end(page: &Page, screen: &str) {
    for _ in 0..MOST_TABS {
        page.press(TAB).await;
        if page.until(IN_SIGHT).await == json!("outside") {
            return;
        }
    }
    panic!("{screen}: Tab does not lead out of the widget");
}

mod chromium_only {
    use super::*;

    #[tokio::test]
    async fn no_two_buttons_of_a_result_are_called_the_same() {
        for story in screens(|_| true).await {
            let result = story.iter().find(|screen| screen.is("result: "));
            let result = result.unwrap();
            let mut names = result.names.as_ref().unwrap().buttons.clone();
            assert!(!names.is_empty(), "{} has no button", result.name);
            assert!(names.iter().all(|name| !name.is_empty()), "{names:?}");
            let count = names.len();
            names.sort();
            names.dedup();
            assert_eq!(names.len(), count, "{}: {names:?}", result.name);
        }
    }
}
