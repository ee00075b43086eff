//! Presses every button in every snippet on the demo page. [`crate::exit_from_every_snippet`] presses the
//! exit.

use crate::serve_snippets::{SNIPPETS, Sites, enter};
use serde_json::json;
use webdriver_tests::{input::Hand, page::Page};

/// The buttons that a journey to the summary shows, without the exit.
const BUTTONS: [&str; 10] = [
    "start", "continue", "back", "change", "notes", "private", "print", "copy", "save", "restart",
];

/// Opens a page with a snippet, and goes to the first question.
async fn open(ids: &[&str]) -> (Sites, Page) {
    let sites = Sites::serve(ids, None).await;
    let page = Page::at(sites.address(), 800, 900).await;
    page.goto("/").await;
    enter(&page, ids).await;
    page.start(Hand::Mouse).await;
    (sites, page)
}

/// Presses a button of the widget, after a check that the test knows every button on the screen.
async fn press(page: &Page, action: &str) {
    let actions =
        "return [...root.querySelectorAll('[data-action]')].map((button) => button.dataset.action)";
    for action in page.texts(actions).await {
        assert!(action == "exit" || BUTTONS.contains(&&*action), "{action}");
    }
    page.click(&format!("[data-action={action}]")).await;
}

/// Goes from the first question to the summary, and presses the buttons on the way.
async fn to_summary(page: &Page) {
    let first = page.question().await;
    press(page, "continue").await;
    page.until("q('.nhsuk-error-summary')").await;
    page.pick(Hand::Mouse, &["none".to_owned()]).await;
    page.go_on(Hand::Mouse).await;
    press(page, "back").await;
    page.until(&format!("q('[data-question={first}]')")).await;
    // Firefox does not scroll to an option below the bar with Back.
    page.run("q('input[value=suicide-plan]').scrollIntoView({ block: 'center' }); return true")
        .await;
    page.pick(Hand::Mouse, &["suicide-plan".to_owned()]).await;
    page.go_on(Hand::Mouse).await;
    assert!(page.shows_result().await);
    press(page, "change").await;
    page.until(&format!("q('[data-question={first}]')")).await;
    page.go_on(Hand::Mouse).await;
    press(page, "notes").await;
    page.until("q('[data-screen=summary]')").await;
}

/// Waits for the status of the last export.
async fn until_status(page: &Page, start: &str) {
    page.until(&format!(
        "q('[role=status].finder-kept').textContent.startsWith('{start}')"
    ))
    .await;
}

/// Goes back to the result, and starts again.
async fn restart(page: &Page) {
    press(page, "back").await;
    page.until("q('[data-screen=result]')").await;
    press(page, "restart").await;
    page.start(Hand::Mouse).await;
    let picked = page.run("return !!q('input:checked')").await;
    assert_eq!(picked, json!(false));
}

mod every_engine {
    use super::*;

    /// The tests of Chromium press Print, because other browsers open a window of their own.
    #[tokio::test]
    async fn every_button_works_in_every_snippet() {
        for ids in SNIPPETS {
            println!("{ids:?}");
            let (_sites, page) = open(ids).await;
            to_summary(&page).await;
            press(&page, "copy").await;
            until_status(&page, "Copied").await;
            press(&page, "save").await;
            until_status(&page, "If your browser lets us").await;
            restart(&page).await;
        }
    }
}

mod chromium_only {
    use super::*;
    use std::{
        env, fs, process,
        time::{Duration, Instant},
    };

    /// How long a test waits for a saved file.
    const PATIENCE: Duration = Duration::from_secs(10);

    /// A script that records whether the frame of a summary prints. A sandbox can forbid to print.
    const WATCH_PRINT: &str = "const { get } = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow');
        const watch = (page) => page.addEventListener('beforeprint', () => (window.printed = page.document.body.innerText));
        Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', { get() { const page = get.call(this); watch(page); return page; } });
        return true";

    #[tokio::test]
    async fn print_and_save_reach_the_printer_and_the_disk_from_every_snippet() {
        for (index, ids) in SNIPPETS.iter().enumerate() {
            println!("{ids:?}");
            let (_sites, page) = open(ids).await;
            to_summary(&page).await;
            page.run(WATCH_PRINT).await;
            press(&page, "print").await;
            page.until("window.printed.includes('Made on')").await;

            let folder = env::temp_dir().join(format!("ppimhs-saved-{}-{index}", process::id()));
            fs::create_dir_all(&folder).unwrap();
            let allow = json!({"behavior": "allow", "downloadPath": folder});
            page.ask_tools("Browser.setDownloadBehavior", allow).await;
            press(&page, "save").await;
            until_status(&page, "If your browser lets us").await;
            let file = folder.join("notes.txt");
            let read = || fs::read_to_string(&file).unwrap_or_default();
            let started = Instant::now();
            while !read().contains("Made on") && started.elapsed() < PATIENCE {
                page.run("return true").await;
            }
            let saved = read();
            fs::remove_dir_all(&folder).unwrap();
            assert!(saved.contains("Made on"), "{ids:?}: {saved}");
        }
    }
}
