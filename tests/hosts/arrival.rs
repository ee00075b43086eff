//! How a visitor comes to a page, and to the widget on it: which rung of the ladder answers.

use crate::{
    case::{Arrival, Case},
    site::Sites,
    story::Story,
};
use serde_json::{Value, json};
use webdriver_tests::{input::Hand, page::Page};

const HEIGHT: u32 = 900;

/// Opens the page as the case says.
pub async fn arrive(case: &Case, sites: &Sites, story: &Story) -> Page {
    let page = Page::at(sites.address(), case.width, HEIGHT).await;
    match case.arrival {
        Arrival::Straight => page.goto("/").await,
        Arrival::Prerendered => prerendered(&page, sites).await,
        Arrival::Restored => restored(&page, story).await,
    }
    page
}

/// The browser draws the page before the visitor follows the link to it.
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

/// In mid-journey, to the guide and back.
async fn restored(page: &Page, story: &Story) {
    page.goto("/").await;
    page.start(Hand::Mouse).await;
    let answer = &story.answers[page.question().await][0];
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

/// Turns to one of the widgets on the page, and waits until it stands on its rung.
pub async fn look_at(page: &Page, case: &Case, widget: usize) {
    // A page that goes on changing says so, and no visitor is as quick.
    page.until("document.body && !document.querySelector('[data-busy]')")
        .await;
    if case.rung == 5 {
        page.until("document.readyState === 'complete'").await;
        let made = page
            .client
            .execute("return (window.roots || []).length", Vec::new());
        assert_eq!(
            made.await.unwrap(),
            json!(0),
            "nothing of ours may run here"
        );
        return;
    }
    if frame_of_host(page).await {
        enter(page, case).await;
        return leave(page, case).await;
    }
    page.until(&format!("window.roots.length > {widget}")).await;
    // A visitor comes near, which a lazy widget waits for.
    page.run(&format!("const near = roots[{widget}]; roots.shown = {widget}; if (near.host.getBoundingClientRect().top > innerHeight) near.host.scrollIntoView(); return true"))
        .await;
    stands_on(page, case.rung).await;
}

/// Goes into the frame that the widget is in, if it is in one.
pub async fn enter(page: &Page, case: &Case) {
    if case.rung != 3 {
        return;
    }
    let hosts = frame_of_host(page).await;
    let frame = if hosts {
        "document.querySelector('iframe')"
    } else {
        "q('iframe')"
    };
    page.enter_frame(frame).await;
    if case.rung_within < 5 {
        stands_on(page, case.rung_within).await;
    }
}

/// Comes back from the frame.
pub async fn leave(page: &Page, case: &Case) {
    if case.rung == 3 {
        page.leave_frame().await;
    }
}

/// Whether the host put the frame there itself.
async fn frame_of_host(page: &Page) -> bool {
    let there = "return !!document.querySelector('iframe[src*=\"frame.html\"]')";
    let there = page.client.execute(there, Vec::new()).await.unwrap();
    there == Value::Bool(true)
}

async fn stands_on(page: &Page, rung: u8) {
    let found = page.until("q('[data-rung]').dataset.rung").await;
    let said = page.run("return window.seen.console").await;
    assert_eq!(
        found,
        json!(rung.to_string()),
        "the rung that answers; {said}"
    );
}
