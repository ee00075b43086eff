//! Tests the editor of the review page. It shows findings, asks before it discards changes, and
//! saves files that the widget can use.

use super::{PROVED, drop_file, open, press, text_of, wait_for_text};
use axum::{Router, http::header, routing::get};
use fantoccini::{Locator, key::Key};
use serde_json::{Value, json};
use tower_http::services::ServeDir;
use webdriver_tests::{
    files,
    input::Hand,
    page::Page,
    server::{self, Site},
};

/// Opens the panel with the editor.
async fn edit(page: &Page) {
    press(page, "edit").await;
    page.until("document.querySelector('.cm-content')").await;
}

/// Types a text at the cursor of the editor.
async fn write(page: &Page, text: &str) {
    let content = page.client.find(Locator::Css(".cm-content")).await.unwrap();
    content.send_keys(text).await.unwrap();
}

/// Replaces the text in the editor: deletes the old text, and drops the new text.
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
async fn findings_show_while_a_person_types_and_are_marked_in_the_text() {
    let page = open().await;
    edit(&page).await;
    write(&page, "x").await;
    page.until("document.querySelectorAll('#findings li').length === 1")
        .await;
    let findings = text_of(&page, "findings").await;
    assert!(findings.starts_with("pathway.json, line "), "{findings}");
    page.until("document.querySelector('.cm-lint-marker-error')")
        .await;
    wait_for_text(&page, "pathway-status", "unsaved changes").await;
    write(&page, &char::from(Key::Backspace).to_string()).await;
    page.until(PROVED).await;
    page.until("!document.querySelector('.cm-lint-marker-error')")
        .await;
}

/// A trust file with a wrong telephone number.
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
async fn a_finding_leads_to_its_line() {
    let page = open().await;
    drop_file(&page, "ours.json", WRONG).await;
    wait_for_text(&page, "status", "1 finding.").await;
    let findings = text_of(&page, "findings").await;
    assert!(findings.starts_with("ours.json, line 7"), "{findings}");
    page.click_on("document.querySelector('#findings .location')")
        .await;
    page.until("document.querySelector('.cm-activeLine').textContent.includes('redbridge-team')")
        .await;
    page.until("document.getElementById('tab-trust').getAttribute('aria-selected') === 'true'")
        .await;
}

#[tokio::test]
async fn the_page_asks_before_it_discards_changes() {
    let page = open().await;
    edit(&page).await;
    write(&page, " ").await;
    wait_for_text(&page, "pathway-status", "unsaved changes").await;
    press(&page, "reset").await;
    page.client.dismiss_alert().await.unwrap();
    wait_for_text(&page, "pathway-status", "unsaved changes").await;
    press(&page, "save-file").await;
    page.until("!document.getElementById('pathway-status').textContent.includes('unsaved')")
        .await;
    press(&page, "reset").await;
    wait_for_text(&page, "pathway-status", "The built-in file.").await;
}

/// A person at a trust needs only this page to change a number, an area and an age.
#[tokio::test]
async fn a_trust_file_from_the_editor_is_proved_and_works_in_the_widget() {
    let page = open().await;
    edit(&page).await;
    press(&page, "tab-trust").await;
    press(&page, "create-trust-file").await;
    page.until(PROVED).await;
    wait_for_text(&page, "trust-status", "trust.json, with unsaved changes").await;

    let days = page
        .run("return [-30, 180].map((days) => new Date(Date.now() + days * 864e5).toISOString().slice(0, 10))")
        .await;
    let template = std::fs::read(files::dist().join("trusts/template.json")).unwrap();
    let mut ours: Value = serde_json::from_slice(&template).unwrap();
    ours["contacts"]["ppimhs"] = json!({
        "phone": "01632 960 555", "verified_on": days[0], "review_by": days[1], "owner": "our office"
    });
    ours["areas"] = json!([{ "id": "otherton", "name": "Otherton", "team": {
        "name": "Otherton mental health team", "phone": "01632 960 556",
        "verified_on": days[0], "review_by": days[1], "owner": "our office"
    }}]);
    ours["limits"]["bonding"] = json!(24);
    let ours = serde_json::to_string_pretty(&ours).unwrap();
    replace(&page, &ours).await;
    page.until(&format!(
        "{PROVED} && document.querySelector('iframe').contentDocument.body.textContent.includes('Otherton')"
    ))
    .await;
    wait_for_text(&page, "proof", "laws hold for all").await;
    press(&page, "tab-compare").await;
    wait_for_text(&page, "comparison", "limits").await;

    let file = [(header::CONTENT_TYPE, "application/json")];
    let site = Site::serve(
        Router::new()
            .route("/host.html", get(server::host))
            .route("/ours.json", get(async move || (file, ours)))
            .fallback_service(ServeDir::new(files::dist())),
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
