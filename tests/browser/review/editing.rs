//! Writing in the files on the review page: findings as one types, nothing lost, and what was written
//! saved and used.

use super::{PROVED, drop_file, open, press, said, until_said};
use axum::{Router, http::header, routing::get};
use fantoccini::{Locator, key::Key};
use serde_json::{Value, json};
use tower_http::services::ServeDir;
use webdriver_tests::{
    page::{Hand, Page},
    server::{self, Site},
};

async fn edit(page: &Page) {
    press(page, "edit").await;
    page.until("document.querySelector('.cm-content')").await;
}

/// Types at the end of the text.
async fn write(page: &Page, text: &str) {
    let content = page.client.find(Locator::Css(".cm-content")).await.unwrap();
    content.send_keys(text).await.unwrap();
}

/// Puts a text in place of what stands there, as one drags it into the empty editor.
async fn replace(page: &Page, text: &str) {
    let all = [
        Key::Control.into(),
        'a',
        Key::Null.into(),
        Key::Delete.into(),
    ];
    write(page, &String::from_iter(all)).await;
    page.until("document.querySelector('.cm-content').textContent === ''")
        .await;
    let drag = "const content = document.querySelector('.cm-content');
        const dataTransfer = new DataTransfer();
        dataTransfer.setData('text/plain', arguments[0]);
        const { left, top } = content.getBoundingClientRect();
        const at = { clientX: left + 9, clientY: top + 9 };
        content.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true, ...at }));";
    let text = vec![json!(text)];
    page.client.execute(drag, text).await.unwrap();
}

#[tokio::test]
async fn what_is_wrong_is_said_as_one_types_and_marked_where_it_stands() {
    let page = open().await;
    edit(&page).await;
    write(&page, "x").await;
    page.until("document.querySelectorAll('#findings li').length === 1")
        .await;
    let found = said(&page, "findings").await;
    assert!(found.starts_with("pathway.json, line "), "{found}");
    page.until("document.querySelector('.cm-lint-marker-error')")
        .await;
    until_said(&page, "pathway-is", "changes that are not saved").await;
    write(&page, &char::from(Key::Backspace).to_string()).await;
    page.until(PROVED).await;
    page.until("!document.querySelector('.cm-lint-marker-error')")
        .await;
}

/// A number that is not written as one.
const WRONG: &str = r#"{
  "id": "ours",
  "pathway": "ppimhs",
  "version": "0.1.0",
  "language": "en-GB",
  "contacts": {
    "redbridge-team": { "phone": "0300-555" }
  }
}"#;

#[tokio::test]
async fn a_finding_leads_to_where_it_stands() {
    let page = open().await;
    drop_file(&page, "ours.json", WRONG).await;
    until_said(&page, "state", "One thing is wrong.").await;
    let found = said(&page, "findings").await;
    assert!(found.starts_with("ours.json, line 7"), "{found}");
    page.click_on("document.querySelector('#findings .where')")
        .await;
    page.until("document.querySelector('.cm-activeLine').textContent.includes('redbridge-team')")
        .await;
    page.until("document.getElementById('kind-trust').getAttribute('aria-selected') === 'true'")
        .await;
}

#[tokio::test]
async fn what_was_written_is_not_thrown_away_unasked() {
    let page = open().await;
    edit(&page).await;
    write(&page, " ").await;
    until_said(&page, "pathway-is", "changes that are not saved").await;
    press(&page, "built-in").await;
    page.client.dismiss_alert().await.unwrap();
    until_said(&page, "pathway-is", "changes that are not saved").await;
    press(&page, "keep").await;
    page.until("!document.getElementById('pathway-is').textContent.includes('not saved')")
        .await;
    press(&page, "built-in").await;
    until_said(&page, "pathway-is", "The built-in one.").await;
}

/// What a trust's own people do, with the page and no other tool: a number, an area, an age.
#[tokio::test]
async fn a_number_an_area_and_an_age_are_changed_proved_and_embedded() {
    let page = open().await;
    edit(&page).await;
    press(&page, "kind-trust").await;
    press(&page, "begin").await;
    page.until(PROVED).await;
    until_said(&page, "trust-is", "trust.json, with changes").await;

    let days = page
        .run("return [-30, 180].map((days) => new Date(Date.now() + days * 864e5).toISOString().slice(0, 10))")
        .await;
    let template = std::fs::read(server::dist().join("trusts/template.json")).unwrap();
    let mut ours: Value = serde_json::from_slice(&template).unwrap();
    ours["contacts"]["ppimhs"] = json!({
        "phone": "01632 960 555", "verified_on": days[0], "review_by": days[1], "owner": "our office"
    });
    ours["areas"] = json!([{ "id": "otherton", "name": "Otherton" }]);
    ours["limits"]["bonding"] = json!(24);
    let ours = serde_json::to_string_pretty(&ours).unwrap();
    replace(&page, &ours).await;
    page.until(&format!(
        "{PROVED} && document.querySelector('iframe').contentDocument.body.textContent.includes('Otherton')"
    ))
    .await;
    until_said(&page, "proof", "laws hold for all").await;
    press(&page, "way-compare").await;
    until_said(&page, "compared", "limits").await;

    let file = [(header::CONTENT_TYPE, "application/json")];
    let site = Site::serve(
        Router::new()
            .route("/host.html", get(server::host))
            .route("/ours.json", get(async move || (file, ours)))
            .fallback_service(ServeDir::new(server::dist())),
    )
    .await;
    let embedded = Page::at(format!("http://127.0.0.1:{}", site.port), 800, 900).await;
    embedded
        .goto("/host.html?attributes=trust=%22/ours.json%22")
        .await;
    embedded.start(Hand::Mouse).await;
    let answers = json!({
        "danger": ["none"], "who": "birth-parent", "stage": ["pregnant"], "today": ["none"],
        "help-with": ["bonding"], "parent-signs": ["none"], "area": "otherton"
    });
    embedded.answer_all(Hand::Mouse, &answers).await;
    embedded
        .until("root().textContent.includes('01632 960 555')")
        .await;
}
