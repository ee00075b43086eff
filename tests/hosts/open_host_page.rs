//! Opens a host page, finds the widget on it, and reads the fallback level on which the widget
//! runs.

use crate::{
    case::{Arrival, Case},
    scenario::Scenario,
    site::Sites,
};
use serde_json::{Value, json};
use webdriver_tests::{input::Hand, page::Page};

const HEIGHT: u32 = 900;

/// Opens the host page in the way that `case.arrival` names.
pub async fn arrive(case: &Case, sites: &Sites, scenario: &Scenario) -> Page {
    let page = Page::at(sites.address(), case.width, HEIGHT).await;
    match case.arrival {
        Arrival::Straight => page.goto("/").await,
        Arrival::Prerendered => prerendered(&page, sites).await,
        Arrival::Restored => restored(&page, scenario).await,
    }
    page
}

/// Waits until the browser has prerendered the host page. Then follows the link to this page.
async fn prerendered(page: &Page, sites: &Sites) {
    page.goto("/start.html").await;
    while !sites
        .asked_of_finder()
        .contains(&"/finder/ppimhs-finder.js".to_string())
    {
        page.until("document.readyState === 'complete'").await;
    }
    page.click_on("document.querySelector('a')").await;
    page.until("location.pathname === '/' && performance.getEntriesByType('navigation')[0].activationStart > 0").await;
}

/// Follows the link to the plain guide in the middle of a journey, and comes back to the host page.
async fn restored(page: &Page, scenario: &Scenario) {
    page.goto("/").await;
    page.start(Hand::Mouse).await;
    let answer = &scenario.answers[page.question().await][0];
    page.pick(Hand::Mouse, &[answer.as_str().unwrap().to_string()])
        .await;
    page.go_on(Hand::Mouse).await;
    page.click_on("document.getElementById('away')").await;
    page.until("location.pathname.endsWith('/plain.html')")
        .await;
    page.client.back().await.unwrap();
    page.until("location.pathname === '/' && q('[data-question], [data-action=start]')")
        .await;
}

/// Selects one of the widgets on the host page, and waits until it has reached its fallback level.
pub async fn find_widget(page: &Page, case: &Case, widget: usize) {
    // The host page has the attribute `data-busy` while it still changes itself.
    page.until("document.body && !document.querySelector('[data-busy]')")
        .await;
    if case.level == 5 {
        page.until("document.readyState === 'complete'").await;
        let made = page
            .client
            .execute("return (window.roots || []).length", Vec::new());
        assert_eq!(
            made.await.unwrap(),
            json!(0),
            "no script of the widget may run here"
        );
        return;
    }
    if frame_of_host(page).await {
        enter_frame(page, case).await;
        return leave_frame(page, case).await;
    }
    page.until(&format!("window.roots.length > {widget}")).await;
    // A widget with `loading="lazy"` loads when the visitor scrolls near to it.
    page.run(&format!("const near = roots[{widget}]; roots.shown = {widget}; if (near.host.getBoundingClientRect().top > innerHeight) near.host.scrollIntoView(); return true"))
        .await;
    check_level(page, case.level).await;
}

/// Enters the frame of the widget, if the widget runs in a frame.
pub async fn enter_frame(page: &Page, case: &Case) {
    if case.level != 3 {
        return;
    }
    let hosts = frame_of_host(page).await;
    let frame = if hosts {
        "document.querySelector('iframe')"
    } else {
        "q('iframe')"
    };
    page.enter_frame(frame).await;
    if case.level_in_frame < 5 {
        check_level(page, case.level_in_frame).await;
    }
}

/// Returns from the frame of the widget to the host page.
pub async fn leave_frame(page: &Page, case: &Case) {
    if case.level == 3 {
        page.leave_frame().await;
    }
}

/// Returns true if the HTML of the host page itself contains the frame.
async fn frame_of_host(page: &Page) -> bool {
    let there = "return !!document.querySelector('iframe[src*=\"frame.html\"]')";
    let there = page.client.execute(there, Vec::new()).await.unwrap();
    there == Value::Bool(true)
}

async fn check_level(page: &Page, level: u8) {
    let found = page.until("q('[data-rung]').dataset.rung").await;
    let said = page.run("return window.seen.console").await;
    assert_eq!(
        found,
        json!(level.to_string()),
        "the fallback level that answers; {said}"
    );
}
