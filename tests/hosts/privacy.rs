//! Tests the privacy of a journey on a host page. The widget must send no requests, store nothing
//! and reveal no answer.

use crate::{case::Case, scenario::Scenario, site::Sites};
use serde_json::{Value, json};
use webdriver_tests::page::Page;

/// A script that returns the address and the title of the host page.
const PLACE: &str = "return [location.href, document.title]";

/// A script that returns everything that the browser stores for this page. In a sandbox, the
/// browser may refuse to tell.
const KEPT: &str = "const done = arguments[arguments.length - 1];
const look = async (name, there) => { try { return await there(); } catch (error) { return []; } };
(async () => done([
  document.cookie,
  await look('local', () => Object.keys(localStorage)),
  await look('session', () => Object.keys(sessionStorage)),
  await look('databases', async () => (await indexedDB.databases()).map((one) => one.name)),
  await look('caches', () => caches.keys()),
  await look('workers', async () => (await navigator.serviceWorker.getRegistrations()).map((one) => one.scope)),
]))();";

/// A script that returns the global names that the widget has added to the page. It leaves out the
/// names that the tests have added.
const NAMES: &str = "const own = /^(\\d+|roots|seen|cdc_.*|se_.*|ret_nodes|\\$cdc.*)$/;
return Object.getOwnPropertyNames(window).filter((name) => !window.seen.names.includes(name) && !own.test(name))";

/// A script that returns everything that the page has seen or stored.
const SEEN: &str = "let stored = []; try { stored = [{ ...localStorage }, { ...sessionStorage }]; } catch (error) { stored = []; }
return [window.seen, history.state, stored]";

/// The state of the host page when the widget is ready.
pub struct Before {
    requests: (Vec<String>, Vec<String>),
    place: Value,
}

impl Before {
    /// Waits until the widget has loaded all its files, and reads the state of the host page.
    ///
    /// The script that prints is the last file. It loads without an action of the visitor.
    pub async fn look(page: &Page, sites: &Sites, case: &Case) -> Self {
        let requested = |file: &str| {
            let is_it = |path: &String| path.ends_with(file);
            sites.asked_of_finder().iter().any(is_it) || sites.asked_of_host().iter().any(is_it)
        };
        while has_widget(case) && !requested("/keep.js") {
            page.until("document.readyState === 'complete'").await;
        }
        Self {
            requests: (sites.asked_of_finder(), sites.asked_of_host()),
            place: page.run(PLACE).await,
        }
    }
}

/// Returns true if the widget runs, on the page itself or in a frame.
fn has_widget(case: &Case) -> bool {
    case.level <= 2 || case.level == 3 && case.level_in_frame <= 2
}

/// Checks after a journey that the host page has learned nothing about the answers.
pub async fn check(page: &Page, sites: &Sites, before: &Before, scenario: &Scenario, case: &Case) {
    assert_eq!(
        sites.asked_of_finder(),
        before.requests.0,
        "a request during the journey"
    );
    assert_eq!(
        sites.asked_of_host(),
        before.requests.1,
        "a request during the journey"
    );
    assert_eq!(page.run(PLACE).await, before.place, "address and title");
    let kept = page.client.execute_async(KEPT, Vec::new()).await.unwrap();
    let kept = without_names(kept, &case.stores);
    assert_eq!(kept, json!(["", [], [], [], [], []]), "kept");
    assert_eq!(page.run(NAMES).await, json!([]), "global names");

    let learned = page.run("return window.learned || []").await;
    assert_eq!(learned, json!([]), "the host's page learned");

    let seen = page.run(SEEN).await;
    assert_eq!(seen[0]["mode"].as_str().unwrap_or("closed"), "closed");
    let told = seen.to_string();
    for word in scenario.private_texts() {
        let at = told.find(&word).map(|at| around(&told, at));
        assert_eq!(at, None, "the host's page saw {word:?}");
    }
    for event in seen[0]["events"].as_array().unwrap() {
        let (what, whose) = event.as_str().unwrap().rsplit_once(' ').unwrap();
        let own = ["BODY", "HTML", "A", "BUTTON"].contains(&whose);
        let told = whose == "PPIMHS-FINDER" && !what.starts_with("bubbled ");
        assert!(own || told, "the host's page saw {event}");
    }
    check_shifts(&seen[0]["shifts"], case);
}

/// Removes the names that a library of the host stores from the lists.
fn without_names(mut kept: Value, names: &[String]) -> Value {
    for list in kept.as_array_mut().unwrap() {
        if let Some(list) = list.as_array_mut() {
            list.retain(|name| !names.iter().any(|known| name == known));
        }
    }
    kept
}

/// Checks how often content of the host page moved. Content below the widget may move only once,
/// before the widget is ready, and only if the host page reserves no space. Only Chromium reports
/// such layout shifts.
fn check_shifts(shifts: &Value, case: &Case) {
    for shift in shifts.as_array().unwrap() {
        let shift = shift.as_str().unwrap();
        let made_way = shift.starts_with("before ") && !shift.contains("above ");
        assert!(
            made_way && !case.reserves_space,
            "the widget moved the page: {shifts}"
        );
    }
}

fn around(text: &str, at: usize) -> &str {
    &text[text.floor_char_boundary(at.saturating_sub(300))..text.ceil_char_boundary(at + 300)]
}
