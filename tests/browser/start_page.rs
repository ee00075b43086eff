//! Tests the start page that a script draws before the widget's module loads.

use crate::serve_snippets::Sites;
use serde_json::{Value, json};
use webdriver_tests::{engine::Engine, page::Page};

/// A script that returns the tag, class and text of every element on the screen, and the height of
/// the screen. It leaves out the marks around telephone numbers: the first script uses two
/// invisible characters, and the widget uses an element.
const ELEMENTS: &str = "const step = q('.finder-step'); \
    const parts = [...step.querySelectorAll('*')].filter((part) => !part.hidden && part.nodeName !== 'BDI'); \
    const text = (part) => part.textContent.replace(/[\\u2066\\u2069]/g, ''); \
    return [parts.map((part) => part.nodeName + ' ' + part.className + ' ' + text(part)), step.offsetHeight]";

/// Waits for the styles. Then returns the tag, class and text of every element on the screen, and
/// the height of the screen.
async fn elements(page: &Page) -> Value {
    page.until("root().querySelector('.finder-purpose') && q('.finder-step').closest('[style*=\"--rem\"]')").await;
    page.run(ELEMENTS).await
}

mod every_engine {
    use super::*;

    /// The hazard log lists this test under HAZ-008.
    #[tokio::test]
    async fn the_start_page_of_the_script_equals_that_of_the_widget() {
        for more in ["", " exit=\"off\" heading-level=\"3\""] {
            let loading = Page::from("/held", more).await;
            let before = elements(&loading).await;
            assert_eq!(
                loading.run("return !!q('[data-action=start]')").await,
                json!(false),
                "the module has already drawn the page"
            );
            let ready = Page::open(more).await;
            ready.until("q('[data-action=start]')").await;
            assert_eq!(before, elements(&ready).await);
        }
    }

    /// The first script contains the help. The help shows even if the server holds back another
    /// file, or all other files.
    ///
    /// The hazard log lists this test under HAZ-008.
    #[tokio::test]
    async fn the_help_waits_for_no_other_file() {
        for held in ["/app/", "widget.css", "ladder.js"] {
            let sites = Sites::serve(&["b"], Some(held)).await;
            let page = Page::at(sites.address(), 390, 844).await;
            // In Firefox, a page has not loaded before its second script has come.
            if page.engine() == Engine::Firefox && held != "widget.css" {
                continue;
            }
            page.goto("/").await;
            for number in ["999", "111", "116123"] {
                page.until(&format!(
                    "q('a[href=\"tel:{number}\"]').getClientRects().length"
                ))
                .await;
            }
        }
    }
}

/// The hazard log lists this test under HAZ-008.
#[tokio::test]
async fn a_press_of_start_before_the_widget_is_ready_counts() {
    let page = Page::from("/held", "").await;
    page.until("q('.finder-purpose')").await;
    page.click(".finder-step > .nhsuk-button").await;
    page.until("q('[role=status]').textContent").await;
    page.run("fetch('/release'); return true").await;
    page.until("q('[data-question]')").await;
}
