//! The ways to look at a pathway that was read and proved: drawn, walked, compared, and what an
//! accessibility checker says of each.

use super::{PAPER, drop_file, give, open, press, said, sized, until_said};
use crate::accessibility::nothing_is_found;
use axum::{Router, http::header, routing::get};
use pathway::check;
use serde_json::{Value, json};
use webdriver_tests::{
    page::Page,
    server::{self, Site},
};

#[tokio::test]
async fn a_law_that_does_not_hold_shows_the_journey_that_breaks_it() {
    let page = open().await;
    let file = server::dist().join("pathways/ppimhs/pathway.json");
    let mut pathway: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    pathway["laws"][0]["claims"][0]["whenever"]["only"] = json!(["emergency"]);
    drop_file(&page, "pathway.json", &pathway.to_string()).await;
    until_said(&page, "state", "What must hold for everyone does not.").await;
    let proof = said(&page, "proof").await;
    for expected in [
        "Not to be signed",
        "laws.L1",
        "The shortest journey that shows it:",
        "Danger right now: Someone has hurt or shaken",
    ] {
        assert!(proof.contains(expected), "{expected} is not in {proof}");
    }
    page.until(&format!("{PAPER}.textContent.includes('Not proved.')"))
        .await;
}

#[tokio::test]
async fn the_questions_are_drawn_and_the_drawing_grows() {
    let page = open().await;
    press(&page, "way-graph").await;
    page.until("document.querySelectorAll('#drawing svg .node').length === 16")
        .await;
    let drawn = said(&page, "drawing").await;
    for expected in ["danger", "area", "result", "otherwise", "stop"] {
        assert!(drawn.contains(expected), "{expected}");
    }
    let width = "document.querySelector('#drawing svg').getBoundingClientRect().width";
    let before = page.run(&format!("return {width}")).await;
    press(&page, "larger").await;
    page.until(&format!("{width} > 1.2 * {before}")).await;
    press(&page, "smaller").await;
    press(&page, "smaller").await;
    page.until(&format!("{width} < {before}")).await;
    press(&page, "fit").await;
    page.until(&format!(
        "Math.abs({width} - document.getElementById('drawing').clientWidth) < 2"
    ))
    .await;
}

#[tokio::test]
async fn what_leads_to_an_outcome_is_drawn_alone() {
    let page = open().await;
    press(&page, "way-graph").await;
    page.until("document.querySelectorAll('#drawing svg .node').length === 16")
        .await;
    let choose = "const choice = document.getElementById('part');
        choice.value = 'loss-support';
        choice.dispatchEvent(new Event('change', { bubbles: true }));";
    page.run(choose).await;
    page.until("document.querySelector('#drawing svg').getAttribute('aria-label') === 'What leads to loss-support'")
        .await;
    let drawn = said(&page, "drawing").await;
    assert!(
        drawn.contains("loss-support") && drawn.contains("stage"),
        "{drawn}"
    );
    assert!(!drawn.contains("health-visitor"), "{drawn}");
}

/// What `pathway diff --trust www/trusts/exampleshire.json` says.
fn told_by_the_tool() -> String {
    let read = |path| std::fs::read(server::dist().join(path)).unwrap();
    let pathway = read("pathways/ppimhs/pathway.json");
    let words = read("pathways/ppimhs/words/en-GB.json");
    let trust = read("trusts/exampleshire.json");
    let before = check::load(&pathway, &words, None).unwrap();
    let after = check::load_for(Some(&trust), &pathway, &words, None).unwrap();
    review::compare(&before, &after).to_string()
}

async fn answer(page: &Page, question: &str, option: &str) {
    page.click_on(&format!(
        "document.querySelector('#walked input[name={question}][value={option}]')"
    ))
    .await;
}

#[tokio::test]
async fn a_journey_is_walked_and_each_rule_that_holds_says_why() {
    let page = open().await;
    press(&page, "way-walk").await;
    page.until("document.querySelectorAll('#walked fieldset').length === 1")
        .await;
    answer(&page, "danger", "psychosis-signs").await;
    let outcome = page
        .until("document.querySelector('#walked [data-outcome]').dataset.outcome")
        .await;
    assert_eq!(outcome, "emergency");
    until_said(&page, "walked", "By rule red-flag").await;
    answer(&page, "danger", "none").await;
    page.until("document.querySelector('#walked [data-question=who]')")
        .await;
    let flagged = page
        .run("return document.querySelector('#walked input[value=psychosis-signs]').checked")
        .await;
    assert_eq!(flagged, json!(false));
    answer(&page, "who", "birth-parent").await;
    page.until("document.querySelector('#walked [data-question=stage]')")
        .await;
    press(&page, "again").await;
    page.until("document.querySelectorAll('#walked fieldset').length === 1")
        .await;
}

#[tokio::test]
async fn two_versions_are_compared_as_the_tool_compares_them() {
    let page = open().await;
    press(&page, "way-compare").await;
    until_said(&page, "compared", "0 of these end otherwise").await;
    let alone = said(&page, "compared").await;
    give(&page, "trust", "www/trusts/exampleshire.json").await;
    until_said(&page, "compared", "possible only after").await;
    let compared = page
        .run("return document.getElementById('compared').innerText")
        .await;
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(
        words(compared.as_str().unwrap()),
        words(&told_by_the_tool())
    );
    give(&page, "before-trust", "www/trusts/exampleshire.json").await;
    page.until("!document.getElementById('compared').textContent.includes('possible only after')")
        .await;
    assert_ne!(said(&page, "compared").await, alone);
    give(&page, "before-pathway", "tests/pathways/small/pathway.json").await;
    until_said(&page, "compared", "cannot be read").await;
    press(&page, "before-built-in").await;
    until_said(&page, "compared", "possible only after").await;
}

#[tokio::test]
async fn nothing_is_found_on_the_page_however_it_is_looked_at() {
    for width in [320, 1280] {
        let page = sized(width).await;
        nothing_is_found(&page, "to sign").await;
        for (way, there) in [
            ("way-graph", "#drawing svg"),
            ("way-walk", "#walked fieldset"),
            ("way-compare", "#compared *"),
            ("edit", ".cm-content"),
        ] {
            press(&page, way).await;
            page.until(&format!("document.querySelector('{there}')"))
                .await;
            nothing_is_found(&page, way).await;
        }
        let overflow = page
            .run("return document.documentElement.scrollWidth - innerWidth")
            .await;
        assert!(overflow.as_f64().unwrap() <= 0.0, "{width}: {overflow}");
        give(&page, "pathway", "tests/pathways/small/pathway.json").await;
        until_said(&page, "state", "never runs").await;
        nothing_is_found(&page, "findings").await;
    }
}

/// What is printed and saved, as a page of its own.
#[tokio::test]
async fn nothing_is_found_on_what_is_signed() {
    let page = open().await;
    let pack = page
        .run("return document.querySelector('iframe').srcdoc")
        .await;
    // The checker is a script, and the page lets none in.
    let pack = pack.as_str().unwrap().replace("default-src 'none'; ", "");
    let html = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
    let site = Site::serve(
        Router::new()
            .route("/axe.js", get(server::axe))
            .route("/pack.html", get(async move || (html, pack))),
    )
    .await;
    for width in [320, 1280] {
        let alone = Page::at(format!("http://127.0.0.1:{}", site.port), width, 900).await;
        alone.goto("/pack.html").await;
        nothing_is_found(&alone, "to sign").await;
    }
}
