//! Tests that the accessibility checker axe-core finds no error on any screen. It uses every rule
//! of WCAG 2.2 A and AA, and the best practices.

use crate::{
    review::PROVED,
    screen_data::Screen,
    walk_scenario::{story, walk_through},
};
use std::{collections::BTreeSet, sync::Arc};
use webdriver_tests::{page::Page, server::axe};

/// A script that runs axe-core in the page and returns the errors. It returns `null` if the page's
/// trusted types refuse the address of axe-core.
const CHECK: &str = "const done = arguments[arguments.length - 1];
const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const described = (fault) => fault.id + ': ' + fault.nodes.map((node) => node.html + ' ' + node.failureSummary).join(' | ');
// An earlier test may have scrolled this page, and the bar at the top could then cover a link.
scrollTo(0, 0);
const run = () => axe.run(document.querySelector('ppimhs-finder') || document.body, {runOnly: {type: 'tag', values}, resultTypes: ['violations']})
  .then((found) => done(found.violations.map(described)), (error) => done(['' + error]));
if (window.axe) run();
else {
  const script = document.createElement('script');
  try { script.src = '/axe.js'; } catch { return done(null); }
  script.onload = run;
  document.head.append(script);
}";

/// Returns the errors that axe-core finds on the present screen.
pub async fn faults(page: &Page) -> Vec<String> {
    let mut found = page.client.execute_async(CHECK, Vec::new()).await.unwrap();
    if found.is_null() {
        let script = String::from_utf8(axe().await).unwrap();
        page.client.execute(&script, Vec::new()).await.unwrap();
        found = page.client.execute_async(CHECK, Vec::new()).await.unwrap();
    }
    serde_json::from_value(found).unwrap()
}

/// Fails if axe-core finds an error on the present screen. `screen` is the name of the screen in
/// the message.
pub async fn check_with_axe(page: &Page, screen: &str) {
    assert_eq!(faults(page).await, [""; 0], "{screen}");
}

/// Fails if axe-core has found an error on a screen of these scenarios. Returns the kinds of the
/// screens.
pub fn check(stories: &[Arc<Vec<Screen>>]) -> BTreeSet<String> {
    assert!(!stories.is_empty(), "no story has this name");
    let mut seen = BTreeSet::new();
    for screen in stories.iter().flat_map(|story| story.iter()) {
        assert_eq!(screen.axe, [""; 0], "{}", screen.name);
        let (screen, _) = screen.name.split_once(": ").unwrap();
        seen.insert(screen.to_owned());
    }
    seen
}

/// On a dark host page, the widget must keep its own background.
///
/// The hazard log lists this test under HAZ-010, HAZ-014 and HAZ-019.
#[tokio::test]
async fn axe_finds_nothing_on_a_dark_page() {
    let page = Page::opened("", 768, 800).await;
    page.run("document.documentElement.style.cssText = 'background: #111; color: #eee; color-scheme: dark'; return true").await;
    walk_through(
        &page,
        &story("After a loss").answers,
        async |page, screen| {
            check_with_axe(page, screen).await;
        },
    )
    .await;
}

mod every_engine {
    use super::{Page, check, story, walk_through};
    use crate::screen_data::screens;

    /// The hazard log lists this test under HAZ-019.
    #[tokio::test]
    async fn axe_finds_nothing_on_the_longest_journey() {
        check(&screens(|story| story.name.contains("A midwife")).await);
    }

    /// The hazard log lists this test under HAZ-010 and HAZ-019.
    #[tokio::test]
    async fn axe_finds_nothing_in_an_emergency() {
        check(&screens(|story| story.name.contains("psychosis")).await);
    }

    /// The hazard log lists this test under HAZ-019.
    #[tokio::test]
    async fn axe_finds_nothing_on_an_urgent_result() {
        check(&screens(|story| story.name.contains("Thoughts of suicide")).await);
    }

    /// Some screen readers do not say whether a block is open, if the label that opens it is a flex
    /// box.
    ///
    /// The hazard log lists this test under HAZ-019.
    #[tokio::test]
    async fn no_label_that_opens_a_block_is_a_flex_box() {
        let page = Page::open("").await;
        let mut labels = 0;
        walk_through(&page, &story("After a loss").answers, async |page, screen| {
            let displays = "return [...root.querySelectorAll('summary')].map((label) => getComputedStyle(label).display)";
            for display in page.texts(displays).await {
                labels += 1;
                assert!(!display.contains("flex"), "{screen}: {display}");
            }
        })
        .await;
        assert!(labels > 5, "{labels}");
    }
}

#[tokio::test]
async fn axe_finds_nothing_on_the_review_page() {
    for width in [320, 1280] {
        let page = Page::opened("", width, 800).await;
        page.goto("/review.html").await;
        page.until(PROVED).await;
        check_with_axe(&page, "review page").await;
    }
}
