//! Tests every kind of address to which "Exit this page" must not lead.

use crate::own_files::STAY;
use serde_json::json;
use webdriver_tests::{input::Hand, page::Page};

/// The exit of the build.
const BUILT_IN_EXIT: &str = "https://www.bbc.co.uk/weather";

/// Exit addresses that a browser cannot open, or that hide the site that they lead to.
const ODD_EXITS: [&str; 9] = [
    "https://a.b:99999/",
    "https://www.example.org:8443/",
    "https://1.2.3.4.5/",
    "https://192.168.0.1/",
    "https://localhost/",
    "https://user@www.example.org/",
    "https://www..example.org/",
    "http://www.example.org/",
    "javascript:alert(1)",
];

mod chromium_only {
    use super::*;

    /// The hazard log lists this test under HAZ-007.
    #[tokio::test]
    async fn an_odd_exit_address_gives_way_to_that_of_the_build() {
        for odd in ODD_EXITS {
            // The exit of the start page knows the attribute before the module reads it.
            let page = Page::open(&format!(
                "exit=\"{odd}\" pathway=\"/held-pathway/pathway.json\""
            ))
            .await;
            page.until("q('[data-action=exit]')").await;
            page.run(STAY).await;
            page.run("q('[data-action=exit]').click(); return true")
                .await;
            assert_eq!(
                page.run("return window.exits").await,
                json!([BUILT_IN_EXIT]),
                "{odd}"
            );

            let page = Page::open(&format!("exit=\"{odd}\"")).await;
            page.start(Hand::Mouse).await;
            page.run(STAY).await;
            page.click("[data-action=exit]").await;
            page.until("window.exits.length").await;
            assert_eq!(
                page.run("return window.exits").await,
                json!([BUILT_IN_EXIT]),
                "{odd}"
            );
        }
    }
}
