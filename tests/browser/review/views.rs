//! Tests the views of the review page: sign-off, graph, walk-through and comparison.

use super::{SIGN_OFF, drop_file, open, open_file, press, text_of, wait_for_text};
use pathway::check;
use serde_json::{Value, json};
use webdriver_tests::{files, page::Page};

#[tokio::test]
async fn a_law_that_fails_shows_a_journey_that_breaks_it() {
    let page = open().await;
    let file = files::dist().join("pathways/ppimhs/pathway.json");
    let mut pathway: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    pathway["laws"][0]["claims"][0]["whenever"]["only"] = json!(["emergency"]);
    drop_file(&page, "pathway.json", &pathway.to_string()).await;
    wait_for_text(&page, "status", "not every law holds.").await;
    let proof = text_of(&page, "proof").await;
    for expected in [
        "Not to be signed",
        "laws.L1",
        "The shortest journey that shows it:",
        "Danger right now: Someone has hurt or shaken",
    ] {
        assert!(proof.contains(expected), "{expected} is not in {proof}");
    }
    page.until(&format!("{SIGN_OFF}.textContent.includes('Not proved.')"))
        .await;
}

#[tokio::test]
async fn the_graph_shows_every_question_and_zooms() {
    let page = open().await;
    press(&page, "tab-graph").await;
    page.until("document.querySelectorAll('#drawing svg .node').length === 16")
        .await;
    let drawn = text_of(&page, "drawing").await;
    for expected in ["danger", "area", "result", "otherwise", "stop"] {
        assert!(drawn.contains(expected), "{expected}");
    }
    let width = "document.querySelector('#drawing svg').getBoundingClientRect().width";
    let before = page.run(&format!("return {width}")).await;
    press(&page, "zoom-in").await;
    page.until(&format!("{width} > 1.2 * {before}")).await;
    press(&page, "zoom-out").await;
    press(&page, "zoom-out").await;
    page.until(&format!("{width} < {before}")).await;
    press(&page, "zoom-fit").await;
    page.until(&format!(
        "Math.abs({width} - document.getElementById('drawing').clientWidth) < 2"
    ))
    .await;
}

#[tokio::test]
async fn the_graph_of_one_outcome_leaves_out_the_others() {
    let page = open().await;
    press(&page, "tab-graph").await;
    page.until("document.querySelectorAll('#drawing svg .node').length === 16")
        .await;
    let choose = "const choice = document.getElementById('graph-part');
        choice.value = 'loss-support';
        choice.dispatchEvent(new Event('change', { bubbles: true }));";
    page.run(choose).await;
    page.until("document.querySelector('#drawing svg').getAttribute('aria-label') === 'What leads to loss-support'")
        .await;
    let drawn = text_of(&page, "drawing").await;
    assert!(
        drawn.contains("loss-support") && drawn.contains("stage"),
        "{drawn}"
    );
    assert!(!drawn.contains("health-visitor"), "{drawn}");
}

/// Returns the output of `pathway diff --trust www/trusts/exampleshire.json`.
fn diff_of_the_command() -> String {
    let read = |path| std::fs::read(files::dist().join(path)).unwrap();
    let pathway = read("pathways/ppimhs/pathway.json");
    let words = read("pathways/ppimhs/words/en-GB.json");
    let trust = std::fs::read(files::top().join("www/trusts/exampleshire.json")).unwrap();
    let before = check::load(&pathway, &words, None).unwrap();
    let after = check::load_for(Some(&trust), &pathway, &words, None).unwrap();
    review::compare(&before, &after).to_string()
}

/// Picks an option of a question in the walk-through.
async fn answer(page: &Page, question: &str, option: &str) {
    page.click_on(&format!(
        "document.querySelector('#journey input[name={question}][value={option}]')"
    ))
    .await;
}

#[tokio::test]
async fn the_walkthrough_shows_each_rule_that_fires_and_why() {
    let page = open().await;
    press(&page, "tab-walkthrough").await;
    page.until("document.querySelectorAll('#journey fieldset').length === 1")
        .await;
    answer(&page, "danger", "psychosis-signs").await;
    let outcome = page
        .until("document.querySelector('#journey [data-outcome]').dataset.outcome")
        .await;
    assert_eq!(outcome, "emergency");
    wait_for_text(&page, "journey", "By rule red-flag").await;
    answer(&page, "danger", "none").await;
    page.until("document.querySelector('#journey [data-question=who]')")
        .await;
    let flagged = page
        .run("return document.querySelector('#journey input[value=psychosis-signs]').checked")
        .await;
    assert_eq!(flagged, json!(false));
    answer(&page, "who", "birth-parent").await;
    page.until("document.querySelector('#journey [data-question=stage]')")
        .await;
    press(&page, "restart").await;
    page.until("document.querySelectorAll('#journey fieldset').length === 1")
        .await;
}

#[tokio::test]
async fn the_comparison_reads_as_the_command_s() {
    let page = open().await;
    press(&page, "tab-compare").await;
    wait_for_text(&page, "comparison", "0 of these end otherwise").await;
    let alone = text_of(&page, "comparison").await;
    open_file(&page, "trust", "www/trusts/exampleshire.json").await;
    wait_for_text(&page, "comparison", "possible only after").await;
    let compared = page
        .run("return document.getElementById('comparison').innerText")
        .await;
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(
        words(compared.as_str().unwrap()),
        words(&diff_of_the_command())
    );
    open_file(&page, "earlier-trust", "www/trusts/exampleshire.json").await;
    page.until(
        "!document.getElementById('comparison').textContent.includes('possible only after')",
    )
    .await;
    assert_ne!(text_of(&page, "comparison").await, alone);
    open_file(
        &page,
        "earlier-pathway",
        "tests/pathways/small/pathway.json",
    )
    .await;
    wait_for_text(&page, "comparison", "has findings").await;
    press(&page, "earlier-built-in").await;
    wait_for_text(&page, "comparison", "possible only after").await;
}
