//! Checks the review page with files as people have them: folders, broken files, files with Windows
//! line ends, and files that change on the disk.

use super::{PROVED, SIGN_OFF, drop_file, open, open_file, press, text_of, wait_for_text};
use axum::{Router, http::StatusCode, routing::get};
use fantoccini::{Locator, key::Key};
use serde_json::{Value, json};
use std::{env, fs, path::PathBuf, process};
use tower_http::services::ServeDir;
use webdriver_tests::{
    files::{dist, top},
    page::Page,
    server::Site,
};

fn example() -> String {
    fs::read_to_string(top().join("www/trusts/exampleshire.json")).unwrap()
}

/// Returns a path for a file of one test.
fn temporary(name: &str) -> PathBuf {
    env::temp_dir().join(format!("review-{}-{name}", process::id()))
}

/// Drops files and folders of this machine on the page, as a file manager does.
async fn drop_paths(page: &Page, paths: &[PathBuf]) {
    // The browser refuses a path with two dots.
    let paths = paths.iter().map(|path| path.canonicalize().unwrap());
    let paths: Vec<String> = paths.map(|path| path.display().to_string()).collect();
    let data = json!({ "items": [], "files": paths, "dragOperationsMask": 1 });
    for kind in ["dragEnter", "dragOver", "drop"] {
        let event = json!({ "type": kind, "x": 300, "y": 300, "data": data });
        page.ask_tools("Input.dispatchDragEvent", event).await;
    }
}

#[tokio::test]
async fn a_dropped_file_that_does_not_open_leaves_the_others() {
    let page = open().await;
    drop_file(&page, "ours.json", &example()).await;
    page.until(&format!("{SIGN_OFF}.textContent.includes('Little Steps')"))
        .await;
    for (name, text) in [
        ("picture.png", "\u{89}PNG \u{0}\u{1}"),
        ("package.json", r#"{"name": "a", "scripts": {}}"#),
        ("letter.txt", "Dear team, please change our number."),
    ] {
        drop_file(&page, name, text).await;
        wait_for_text(
            &page,
            "not-opened",
            &format!("{name} is none of the three files"),
        )
        .await;
    }
    let statuses = "['pathway', 'words', 'trust'].map((kind) => document.getElementById(kind + '-status').textContent).join(' ')";
    let kept = page.run(&format!("return {statuses}")).await;
    assert_eq!(kept, "The built-in file. The built-in file. ours.json.");
    drop_file(&page, "ours.json", &example()).await;
    page.until("document.getElementById('not-opened').hidden")
        .await;
}

#[tokio::test]
async fn a_broken_file_opens_in_the_field_of_its_kind() {
    let page = open().await;
    for broken in [
        example().replacen(',', ",,", 1),
        "{ \"id\": \"n\", // ours\n \"contacts\": {} }".to_owned(),
        "{ “pathway”: “ppimhs” }".to_owned(),
    ] {
        drop_file(&page, "broken.json", &broken).await;
        wait_for_text(&page, "trust-status", "broken.json.").await;
        wait_for_text(&page, "status", "1 finding.").await;
        let finding = text_of(&page, "findings").await;
        assert!(finding.starts_with("broken.json, line "), "{finding}");
        wait_for_text(&page, "pathway-status", "The built-in file.").await;
        press(&page, "reset").await;
        page.until(PROVED).await;
    }
    let words = fs::read_to_string(top().join("www/pathways/ppimhs/words/en-GB.json")).unwrap();
    let (half, _) = words[..words.len() / 2].rsplit_once("},").unwrap();
    drop_file(&page, "half.json", half).await;
    wait_for_text(&page, "words-status", "half.json.").await;
    wait_for_text(&page, "findings", "the file ends too early").await;
}

#[tokio::test]
async fn two_files_of_one_kind_are_not_guessed_between() {
    let page = open().await;
    let two = ["a.json", "b.json"].map(temporary);
    for path in &two {
        fs::write(path, example()).unwrap();
    }
    drop_paths(&page, &two).await;
    wait_for_text(
        &page,
        "not-opened",
        "are files of the same kind, so none of them is open",
    )
    .await;
    wait_for_text(&page, "trust-status", "None.").await;
    let words = dist().join("pathways/ppimhs/words/en-GB.json");
    drop_paths(&page, &[two[0].clone(), words]).await;
    wait_for_text(&page, "trust-status", "a.json.").await;
    wait_for_text(&page, "words-status", "en-GB.json.").await;
    page.until("document.getElementById('not-opened').hidden")
        .await;
    for path in two {
        fs::remove_file(path).unwrap();
    }
}

#[tokio::test]
async fn a_dropped_folder_is_called_a_folder() {
    let page = open().await;
    drop_paths(&page, &[top().join("www/pathways/ppimhs")]).await;
    wait_for_text(
        &page,
        "not-opened",
        "ppimhs is a folder: drop the files in it.",
    )
    .await;
    wait_for_text(&page, "pathway-status", "The built-in file.").await;
}

#[tokio::test]
async fn an_earlier_file_that_has_changed_must_be_chosen_again() {
    let page = open().await;
    let path = temporary("earlier.json");
    fs::write(&path, example()).unwrap();
    press(&page, "tab-compare").await;
    wait_for_text(&page, "comparison", "0 of these end otherwise").await;
    let chosen = path.display().to_string();
    let choose = async || {
        let field = page
            .client
            .find(Locator::Id("earlier-trust"))
            .await
            .unwrap();
        field.send_keys(&chosen).await.unwrap();
    };
    choose().await;
    wait_for_text(&page, "comparison", "possible only before").await;
    for change in ["", "{}"] {
        if change.is_empty() {
            fs::remove_file(&path).unwrap();
        } else {
            fs::write(&path, change).unwrap();
        }
        press(&page, "reset").await;
        wait_for_text(
            &page,
            "comparison",
            "It has changed since, or is gone: choose it again.",
        )
        .await;
        wait_for_text(&page, "earlier-trust-status", "None.").await;
        page.until(PROVED).await;
        fs::write(&path, example()).unwrap();
        choose().await;
        wait_for_text(&page, "comparison", "possible only before").await;
        wait_for_text(&page, "earlier-trust-status", "earlier.json.").await;
    }
    fs::remove_file(&path).unwrap();
}

/// Stores the bytes of the next saved file in `window.saved`.
const SAVE: &str = "URL.createObjectURL = (blob) => {
    blob.arrayBuffer().then((bytes) => (window.saved = Array.from(new Uint8Array(bytes))));
    return 'data:,';
};";

/// Types keys in the editor.
async fn write(page: &Page, keys: &str) {
    let content = page.client.find(Locator::Css(".cm-content")).await.unwrap();
    content.send_keys(keys).await.unwrap();
}

fn control(key: char) -> String {
    String::from_iter([Key::Control.into(), key, Key::Null.into()])
}

/// Changes a file with this byte order mark and these line ends in the editor, takes the changes
/// back and saves the file. The cursor, the undo steps, the mark and the line ends must stay.
pub async fn check_editing(page: &Page, mark: &str, end: &str) {
    let text = format!("{mark}{}", example().replace('\n', end));
    drop_file(page, "ours.json", &text).await;
    page.until(&format!(
        "{PROVED} && {SIGN_OFF}.textContent.includes('Little Steps')"
    ))
    .await;
    if page
        .run("return document.getElementById('editor').hidden")
        .await
        == true
    {
        press(page, "edit").await;
    }
    press(page, "tab-trust").await;
    page.until("document.querySelector('.cm-content')").await;
    write(page, &control(Key::End.into())).await;
    let last = "Array.from(document.querySelectorAll('.cm-line')).pop().textContent";
    for (key, written) in [("1", "1"), ("2", "12"), ("3", "123")] {
        write(page, key).await;
        page.until(&format!("{last} === '{written}'")).await;
        wait_for_text(page, "status", "1 finding.").await;
    }
    // The other tab keeps the cursor and the steps of this one.
    press(page, "tab-words").await;
    press(page, "tab-trust").await;
    write(page, "4").await;
    page.until(&format!("{last} === '1234'")).await;
    for _ in 0..4 {
        write(page, &control('z')).await;
    }
    page.until(&format!("{last} === '' && {PROVED}")).await;
    write(page, " ").await;
    wait_for_text(page, "trust-status", "unsaved changes").await;
    page.run(SAVE).await;
    page.run("window.saved = undefined").await;
    press(page, "save-file").await;
    let saved = page.until("window.saved").await;
    let saved: Vec<u8> = serde_json::from_value(saved).unwrap();
    assert_eq!(String::from_utf8(saved).unwrap(), format!("{text} "));
}

#[tokio::test]
async fn the_cursor_the_undo_steps_the_mark_and_the_line_ends_stay() {
    check_editing(&open().await, "\u{feff}", "\r\n").await;
}

/// Each finding marks its word, also in a file without line ends.
#[tokio::test]
async fn a_finding_marks_its_word() {
    let page = open().await;
    let wrong = |name: &str| {
        json!({ "id": "ours", "pathway": "ppimhs", "version": "0.1.0", "language": "en-GB",
            "contacts": { "redbridge-team": { "name": name, "phone": "0300-555" } } })
    };
    for (text, word) in [
        (wrong("Redbridge").to_string(), "\"redbridge-team\""),
        (wrong("Ŵ 𝒜 é").to_string(), "\"redbridge-team\""),
        (
            serde_json::to_string_pretty(&wrong("Redbridge")).unwrap(),
            "\"redbridge-team\"",
        ),
        (
            wrong("𝒜").to_string().replace("\"0300-555\"", "0300"),
            "0300",
        ),
    ] {
        drop_file(&page, "ours.json", &text).await;
        wait_for_text(&page, "status", "1 finding.").await;
        page.click_on("document.querySelector('#findings .location')")
            .await;
        page.until(&format!(
            "Array.from(document.querySelectorAll('.cm-lintRange-error'), ({{ textContent }}) => textContent).join('') === '{word}'"
        ))
        .await;
        press(&page, "reset").await;
        page.until(PROVED).await;
    }
}

#[tokio::test]
async fn a_page_that_cannot_start_says_what_it_needs() {
    let page = open().await;
    let starting = "document.getElementById('not-started')";
    page.until(&format!("{starting}.hidden")).await;
    let file = format!(
        "file://{}",
        dist().join("review.html").canonicalize().unwrap().display()
    );
    page.client.goto(&file).await.unwrap();
    let cannot = format!(
        "document.readyState === 'complete' && {starting}.checkVisibility() && {starting}.textContent.includes('Open it from a web server')"
    );
    page.until(&cannot).await;
    page.until("!document.getElementById('main').checkVisibility()")
        .await;
    for number in ["999", "111", "116123"] {
        page.until(&format!(
            "document.querySelector('a[href=\"tel:{number}\"]').checkVisibility()"
        ))
        .await;
    }
    for status in [StatusCode::NOT_FOUND, StatusCode::INTERNAL_SERVER_ERROR] {
        let pages = Router::new()
            .route("/review.js", get(async move || status))
            .fallback_service(ServeDir::new(dist()));
        let site = Site::serve(pages).await;
        let other = Page::at(format!("http://127.0.0.1:{}", site.port), 1280, 900).await;
        other.goto("/review.html").await;
        other.until(&cannot).await;
    }
}

#[tokio::test]
async fn a_page_without_https_says_where_a_saved_page_is() {
    let page = open().await;
    let shown = "document.getElementById('save-hint').checkVisibility()";
    assert_eq!(
        page.run(&format!("return {shown}")).await,
        Value::Bool(false)
    );
    let source = "Object.defineProperty(window, 'isSecureContext', { get: () => false });";
    page.ask_tools(
        "Page.addScriptToEvaluateOnNewDocument",
        json!({ "source": source }),
    )
    .await;
    page.goto("/review.html").await;
    page.until(PROVED).await;
    page.until(shown).await;
    open_file(&page, "trust", "www/trusts/exampleshire.json").await;
    page.until(&format!("{SIGN_OFF}.textContent.includes('Little Steps')"))
        .await;
    page.until(shown).await;
}
