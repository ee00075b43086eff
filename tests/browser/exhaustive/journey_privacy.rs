//! Compares what a page can learn from journeys. A page with a frame from another origin that does
//! not grow learns the same from every journey.
//!
//! A usual run makes journeys that differ as much as possible. `docs/safety/data-protection.md` has
//! the results of a run with all journeys, which takes long:
//!
//! `PPIMHS_JOURNEYS=all cargo test -p webdriver-tests --test browser journey_privacy:: -- --nocapture`

use crate::serve_snippets::{Sites, enter, printed};
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    env,
};
use webdriver_tests::page::Page;

const JOURNEYS: &str = include_str!("../../journeys/route.jsonl");
/// The script that records everything that a page can see.
const OBSERVE: &str = include_str!("journey_privacy/observe.js");
/// The script that makes a journey.
const WALK: &str = include_str!("journey_privacy/walk.js");
/// The width of a window in which the widget is 584 pixels wide.
const WIDTH: u32 = 600;

/// Returns every journey with its outcomes.
fn journeys() -> Vec<Value> {
    let lines = JOURNEYS.lines();
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// Returns all journeys if the environment says so. Otherwise returns journeys that differ as much as
/// possible.
fn chosen() -> Vec<Value> {
    match env::var("PPIMHS_JOURNEYS").as_deref() {
        Ok("all") => journeys(),
        _ => contrasting(),
    }
}

/// Returns the shortest and the longest journey for each first outcome.
fn contrasting() -> Vec<Value> {
    let mut by_outcome = BTreeMap::<String, Vec<Value>>::new();
    for journey in journeys() {
        let first = journey["outcomes"][0].to_string();
        by_outcome.entry(first).or_default().push(journey);
    }
    let mut chosen = Vec::new();
    for mut same in by_outcome.into_values() {
        same.sort_by_key(|journey| journey["answers"].as_object().unwrap().len());
        chosen.extend(same.pop());
        chosen.extend(same.into_iter().next());
    }
    chosen
}

/// Snippet C with a fixed height, and the line that lets a frame grow.
fn fixed_frame() -> String {
    let fixed = printed("c").replace("frame.html\"", "frame.html?height=640\"");
    format!("{fixed}\n{}", printed("grow"))
}

/// Makes a journey on the page or in the frame in which the test is.
async fn walk(page: &Page, journey: &Value) -> Value {
    let answers = vec![journey["answers"].clone()];
    let walked = page.client.execute_async(WALK, answers).await.unwrap();
    assert_eq!(walked["error"], Value::Null, "{journey}");
    let walked = &walked["journey"];
    assert_eq!(walked["outcomes"], journey["outcomes"], "{journey}");
    walked.clone()
}

/// Makes a journey in a new window. Returns everything that the page around it could record, one
/// line for each kind.
async fn record(html: &str, ids: &[&str], journey: &Value) -> Vec<String> {
    let (sites, page) = observe(html).await;
    enter(&page, ids).await;
    walk(&page, journey).await;
    observed(&sites, &page, ids).await
}

/// Opens a page that records everything from the moment when the visitor can start.
async fn observe(html: &str) -> (Sites, Page) {
    let html = format!("<script>{OBSERVE}</script>{html}<h2>About us</h2><p>We are a team.</p>");
    let sites = Sites::with(&html, None).await;
    let page = Page::at(sites.address(), WIDTH, 900).await;
    page.goto("/").await;
    page.until("window.seen.finder.some((event) => event.startsWith('ready'))")
        .await;
    page.run("observe(); return true").await;
    (sites, page)
}

/// Leaves the frame, if there is one. Returns everything that the page has recorded.
async fn observed(sites: &Sites, page: &Page, ids: &[&str]) -> Vec<String> {
    if ids[0] != "b" {
        page.leave_frame().await;
    }
    let lines = serde_json::from_value(page.resolved("observed()").await).unwrap();
    without_ports(lines, sites)
}

/// Removes the ports of the two sites, which differ from page to page.
fn without_ports(lines: Vec<String>, sites: &Sites) -> Vec<String> {
    let ports = [sites.host.port, sites.finder.port].map(|port| format!(":{port}"));
    let lines = lines.into_iter();
    lines
        .map(|line| ports.iter().fold(line, |line, port| line.replace(port, "")))
        .collect()
}

/// Checks that a page records the same of each journey.
async fn check_same(html: &str, ids: &[&str], journeys: &[Value]) {
    let expected = record(html, ids, &journeys[0]).await;
    for (index, journey) in journeys.iter().enumerate().skip(1) {
        assert_eq!(record(html, ids, journey).await, expected, "{journey}");
        if index % 50 == 0 {
            println!("{index} journeys");
        }
    }
    println!("{} journeys left the same record:", journeys.len());
    println!("{}", expected.join("\n"));
}

/// The hazard log lists this test under HAZ-017.
#[tokio::test]
async fn a_page_cannot_tell_journeys_apart_in_a_frame_that_does_not_grow() {
    check_same(&fixed_frame(), &["c"], &contrasting()).await;
}

/// After the first journey the page records nothing more, so it cannot tell the next journeys apart.
///
/// The hazard log lists this test under HAZ-017.
#[tokio::test]
async fn further_journeys_in_a_frame_that_does_not_grow_add_nothing_to_the_record() {
    let (sites, page) = observe(&fixed_frame()).await;
    let mut first = None;
    let journeys = chosen();
    for (index, journey) in journeys.iter().enumerate() {
        enter(&page, &["c"]).await;
        walk(&page, journey).await;
        let now = observed(&sites, &page, &["c"]).await;
        let first = first.get_or_insert_with(|| now.clone());
        assert_eq!(now, *first, "{journey}");
        if index % 100 == 0 {
            println!("{index} journeys");
        }
    }
    println!("{} journeys left one record", journeys.len());
}

/// The hazard log lists this test under HAZ-017.
#[tokio::test]
async fn the_frame_of_an_element_with_a_fixed_height_tells_as_little() {
    let html = printed("frame").replace("mode=\"frame\"", "mode=\"frame\" height=\"640\"");
    check_same(&html, &["frame"], &contrasting()[..6]).await;
}

/// The same record differs where the page may learn more, so it misses nothing that it should see.
#[tokio::test]
async fn a_page_can_tell_journeys_apart_in_a_frame_that_grows_and_in_an_element() {
    let growing = format!("{}\n{}", printed("c"), printed("grow"));
    for (html, ids) in [(growing, &["c"]), (printed("b"), &["b"])] {
        let mut records = BTreeSet::new();
        let contrasting = contrasting();
        for journey in &contrasting[..4] {
            records.insert(record(&html, ids, journey).await);
        }
        assert_eq!(records.len(), 4, "{ids:?}");
    }
}

/// Returns how many of 1,000 best guesses are right, for somebody who knows every journey and sees
/// `feature`.
fn guessed(
    walked: &[Value],
    feature: impl Fn(&Value) -> Value,
    target: impl Fn(&Value) -> Value,
) -> usize {
    let mut seen = BTreeMap::<String, BTreeMap<String, usize>>::new();
    for journey in walked {
        let targets = seen.entry(feature(journey).to_string()).or_default();
        *targets.entry(target(journey).to_string()).or_default() += 1;
    }
    let right: usize = seen
        .values()
        .filter_map(|targets| targets.values().max())
        .sum();
    (right * 1000 + walked.len() / 2) / walked.len()
}

/// The exact heights of an element reveal more than the rounded heights in its events.
///
/// The hazard log lists this test under HAZ-017.
#[tokio::test]
async fn the_events_of_an_element_reveal_less_than_its_heights() {
    let sites = Sites::with(&printed("b"), None).await;
    let page = Page::at(sites.address(), WIDTH, 900).await;
    let mut walked = Vec::new();
    for journey in chosen() {
        page.goto("/").await;
        page.until("q('[data-action=start]')").await;
        let mut seen = walk(&page, &journey).await;
        let exact: Vec<f64> = serde_json::from_value(seen["heights"].clone()).unwrap();
        let rounded: Vec<f64> = serde_json::from_value(seen["told"].clone()).unwrap();
        let expected: Vec<f64> = exact
            .iter()
            .map(|height| (height / 100.0).ceil() * 100.0)
            .collect();
        assert_eq!(rounded, expected, "{journey}");
        seen["answers"] = journey["answers"].clone();
        walked.push(seen);
    }
    let last = |key: &'static str| {
        move |journey: &Value| journey[key].as_array().unwrap().last().unwrap().clone()
    };
    let count = |journey: &Value| json!(journey["heights"].as_array().unwrap().len());
    println!("{} journeys", walked.len());
    println!(
        "| what is guessed | number of screens | last height | all heights | last rounded height | all rounded heights |"
    );
    println!("|---|---|---|---|---|---|");
    for target in ["questions", "urgency", "outcomes[0]", "outcomes", "answers"] {
        let of = |journey: &Value| match target {
            "outcomes[0]" => journey["outcomes"][0].clone(),
            target => journey[target].clone(),
        };
        let shares = [
            guessed(&walked, count, of),
            guessed(&walked, last("heights"), of),
            guessed(&walked, |journey| journey["heights"].clone(), of),
            guessed(&walked, last("told"), of),
            guessed(&walked, |journey| journey["told"].clone(), of),
        ];
        assert!(shares[4] <= shares[2], "{target}: {shares:?}");
        let shares = shares.map(|share| format!("{}.{} %", share / 10, share % 10));
        println!("| {target} | {} |", shares.join(" | "));
    }
}

/// A script that searches a text on the page, selects everything after it, and returns what it
/// found.
const SEARCH: &str = "const selection = getSelection();
    selection.removeAllRanges();
    const found = !!self.find && find(TEXT, true, false, true);
    if (selection.rangeCount && selection.modify) selection.modify('extend', 'forward', 'documentboundary');
    const selected = selection.toString();
    selection.removeAllRanges();
    return [found, selected.includes(TEXT)]";

mod every_engine {
    use super::*;
    use webdriver_tests::{engine::Engine, input::Hand};

    /// No element can prevent this. `docs/safety/data-protection.md` says so to trusts.
    ///
    /// The hazard log lists this test under HAZ-017.
    #[tokio::test]
    async fn a_page_can_search_an_element_and_a_frame_in_no_browser() {
        for (html, ids) in [(printed("b"), &["b"]), (fixed_frame(), &["c"])] {
            let sites = Sites::with(&html, None).await;
            let page = Page::at(sites.address(), WIDTH, 900).await;
            page.goto("/").await;
            enter(&page, ids).await;
            page.start(Hand::Mouse).await;
            let words = page
                .run("return q('[data-focus=heading]').innerText.trim()")
                .await;
            if ids[0] == "c" {
                page.leave_frame().await;
            }
            let found = page.run(&SEARCH.replace("TEXT", &words.to_string())).await;
            let is_open = ids[0] == "b" && page.engine() != Engine::WebKit;
            assert_eq!(found, json!([is_open, is_open]), "{ids:?}: {words}");
        }
    }

    /// A page cannot read a frame from another origin, but its browser tells when a visitor presses
    /// something there. `docs/safety/data-protection.md` says so to trusts.
    ///
    /// The hazard log lists this test under HAZ-017.
    #[tokio::test]
    async fn a_page_sees_that_a_visitor_presses_something_in_a_frame() {
        let sites = Sites::with(&fixed_frame(), None).await;
        let page = Page::at(sites.address(), WIDTH, 900).await;
        page.goto("/").await;
        let state = "return navigator.userActivation.hasBeenActive";
        assert_eq!(page.run(state).await, json!(false));
        enter(&page, &["c"]).await;
        page.start(Hand::Mouse).await;
        page.leave_frame().await;
        assert_eq!(page.run(state).await, json!(true));
    }
}
