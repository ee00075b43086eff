//! What stands there before the widget does.

use serde_json::{Value, json};
use webdriver_tests::page::Page;

/// Every element of the screen with its class and its text, and how tall the screen is.
const OUTLINE: &str = "const step = q('.finder-step'); return [[...step.querySelectorAll('*')].filter((part) => !part.hidden).map((part) => part.nodeName + ' ' + part.className + ' ' + part.textContent), step.offsetHeight]";

async fn outline(page: &Page) -> Value {
    page.until("root().querySelector('.finder-purpose') && q('.finder-step').parentNode.parentNode.style.getPropertyValue('--rem')").await;
    page.run(OUTLINE).await
}

mod every_engine {
    use super::*;

    /// HAZ-008.
    #[tokio::test]
    async fn the_start_page_stands_before_the_widget_just_as_the_widget_draws_it() {
        for more in ["", " exit=\"off\" heading-level=\"3\""] {
            let loading = Page::open(&format!("pathway=\"/held/pathway.json\"{more}")).await;
            let before = outline(&loading).await;
            assert_eq!(
                loading.run("return !!q('[data-action=start]')").await,
                json!(false),
                "the widget is there already"
            );
            let ready = Page::open(more).await;
            ready.until("q('[data-action=start]')").await;
            assert_eq!(before, outline(&ready).await);
        }
    }
}

/// HAZ-008.
#[tokio::test]
async fn start_pressed_before_the_widget_is_there_is_not_pressed_in_vain() {
    let page = Page::open("pathway=\"/held/pathway.json\"").await;
    page.until("q('.finder-purpose')").await;
    page.click(".finder-step > .nhsuk-button").await;
    page.until("q('[role=status]').textContent").await;
    page.run("fetch('/release'); return true").await;
    page.until("q('[data-question]')").await;
}
