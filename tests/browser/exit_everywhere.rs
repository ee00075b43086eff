//! Tests "Exit this page" and the Shift key in every code snippet of the demo page, before and
//! after the widget has loaded.

use crate::snippets::{SNIPPETS, Sites};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use serde_json::json;
use std::time::{Duration, Instant};
use webdriver_tests::{
    engine::Engine,
    input::{ENTER, Hand},
    page::Page,
};

const SHIFT: char = '\u{e008}';

/// The moment of a visit at which the visitor leaves the page.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Moment {
    Loading,
    Question,
    Result,
}

/// How the visitor leaves the page: with the button or with the Shift key.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Way {
    Button,
    Shift,
}

/// Enters the frame of the widget, if the snippet contains a frame.
async fn enter(page: &Page, ids: &[&str]) {
    match ids[0] {
        "c" => page.enter_frame("document.querySelector('iframe')").await,
        "frame" => page.enter_frame("q('iframe')").await,
        _ => {}
    }
}

async fn leave(ids: &[&str], moment: Moment, way: Way) {
    // If the server holds back the edition, the widget keeps loading.
    let held = (moment == Moment::Loading).then_some("edition.bin");
    let sites = Sites::serve(ids, held).await;
    let page = Page::at(sites.address(), 800, 900).await;
    page.goto("/").await;
    // The element shows its frame only when the frame is ready. Before that, the exit button is on
    // the element's own start page.
    if !(ids == ["frame"] && moment == Moment::Loading) {
        enter(&page, ids).await;
    }
    if moment == Moment::Loading {
        page.until("q('[data-action=exit]').checkVisibility()")
            .await;
    } else {
        page.start(Hand::Mouse).await;
    }
    if moment == Moment::Result {
        let first = "return [q('form input').value]";
        let first = page.texts(first).await;
        page.pick(Hand::Mouse, &first).await;
        page.go_on(Hand::Mouse).await;
    }
    // A browser sends keys to a frame only after a click in the frame.
    page.click("h2").await;
    match way {
        Way::Button => {
            page.run("q('[data-action=exit]').focus(); return true")
                .await;
            press(&page, ENTER).await;
        }
        Way::Shift => {
            for _ in 0..3 {
                press(&page, SHIFT).await;
            }
        }
    }
    until_left(&page, &sites, &format!("{ids:?} {moment:?} {way:?}")).await;
}

/// Presses a key. The page may close before the browser answers.
async fn press(page: &Page, key: char) {
    let keys = KeyActions::new("keys".to_owned())
        .then(KeyAction::Down { value: key })
        .then(KeyAction::Up { value: key });
    drop(page.client.perform_actions(keys).await);
}

/// Waits until the browser tab shows another page. If the browser does not let the frame replace
/// its page, waits until the frame shows only how to leave.
async fn until_left(page: &Page, sites: &Sites, what: &str) {
    let started = Instant::now();
    while started.elapsed() < Duration::from_secs(10) {
        let address = page.client.current_url().await;
        let is_here = address.is_ok_and(|address| address.as_str().starts_with(&sites.address()));
        if !is_here {
            return;
        }
        let text = "return document.body.innerText.trim()";
        let text = page.client.execute(text, Vec::new()).await.ok();
        if text == Some(json!("If this page stays open, close this tab.")) && may_stay(page, what) {
            return;
        }
    }
    panic!("the page is still there: {what}");
}

/// Returns true if the browser may refuse to let the frame replace its page. Firefox and WebKit do
/// not count the Shift key alone as an action of the visitor. They refuse if the page around the
/// frame contains no script of the widget.
fn may_stay(page: &Page, what: &str) -> bool {
    page.engine() != Engine::Chromium && what == "[\"c\"] Loading Shift"
}

mod every_engine {
    use super::{Moment, SNIPPETS, Way, leave};

    /// The hazard log lists this test under HAZ-007.
    #[tokio::test]
    async fn the_exit_leaves_while_the_questions_load() {
        for ids in SNIPPETS {
            for way in [Way::Button, Way::Shift] {
                leave(ids, Moment::Loading, way).await;
            }
        }
    }

    /// The hazard log lists this test under HAZ-007.
    #[tokio::test]
    async fn the_exit_leaves_from_a_question() {
        for ids in SNIPPETS {
            for way in [Way::Button, Way::Shift] {
                leave(ids, Moment::Question, way).await;
            }
        }
    }

    /// The hazard log lists this test under HAZ-007.
    #[tokio::test]
    async fn the_exit_leaves_from_a_result() {
        for ids in SNIPPETS {
            leave(ids, Moment::Result, Way::Button).await;
        }
    }
}
