//! Tests that each telephone number reads from left to right on a right-to-left page.

use crate::walk_scenario::{story, to_result};
use serde_json::json;
use webdriver_tests::page::Page;

/// A script that returns the links whose digits appear in the wrong order on the screen.
const REVERSED: &str = "const reversed = [];
for (const link of root.querySelectorAll('a[href^=\"tel:\"], a[href^=\"sms:\"]')) {
  if (!link.checkVisibility()) continue;
  const texts = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
  const digits = [];
  while (texts.nextNode()) {
    const { currentNode: text } = texts;
    [...text.data].forEach((sign, index) => {
      if (!/[0-9]/.test(sign)) return;
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + 1);
      const { left, top } = range.getBoundingClientRect();
      digits.push({ sign, left, line: Math.round(top / 8) });
    });
  }
  const read = [...digits].sort((one, other) => one.line - other.line || one.left - other.left);
  const seen = read.map(({ sign }) => sign).join('');
  const written = digits.map(({ sign }) => sign).join('');
  if (seen !== written) reversed.push(written + ' reads ' + seen);
}
return reversed";

async fn check(page: &Page) {
    assert_eq!(page.run(REVERSED).await, json!([]));
}

mod every_engine {
    use super::*;

    /// The hazard log lists this test under HAZ-002.
    #[tokio::test]
    async fn numbers_keep_their_order() {
        let page = Page::open("pathway=\"/right-to-left/pathway.json\"").await;
        page.until("q('[data-action=start]')").await;
        check(&page).await;
        to_result(&page, &story("A mother who is low").answers).await;
        page.run(
            "for (const part of root.querySelectorAll('details')) part.open = true; return true",
        )
        .await;
        check(&page).await;
        let links = page
            .run("return root.querySelectorAll('.finder-contact__call').length")
            .await;
        assert!(links.as_u64().unwrap() > 0);
    }
}
