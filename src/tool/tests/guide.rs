//! The plain guide: one page with everyone people can call, and no script.

use crate::run::{Copy, ids, output};
use serde_json::json;

/// HAZ-008.
#[test]
fn every_outcome_is_on_the_page_once_with_a_link_to_it() {
    let page = output(&["guide"]);
    for id in ids("outcomes") {
        for (thing, count) in [(format!(" id=\"{id}\""), 1), (format!("href=\"#{id}\""), 1)] {
            assert_eq!(page.matches(&thing).count(), count, "{thing}");
        }
    }
}

#[test]
fn there_is_no_script_and_nothing_comes_from_elsewhere() {
    let page = output(&["guide"]);
    assert!(!page.contains("<script") && !page.contains("javascript:"));
    let mut tags = page.split('<').filter_map(|rest| rest.split('>').next());
    assert!(!tags.any(|tag| tag.contains(" on")), "an event is handled");
    assert!(
        !page.contains("<link") && !page.contains(" src="),
        "loads something"
    );
    assert!(page.contains("default-src 'none'; style-src 'unsafe-inline'"));
    assert!(page.contains("<meta name=\"referrer\" content=\"no-referrer\">"));
}

/// HAZ-008.
#[test]
fn the_crisis_block_comes_first_and_its_numbers_can_be_called() {
    let page = output(&["guide"]);
    let crisis = page.find("href=\"tel:999\"").unwrap();
    assert!(crisis < page.find("<nav").unwrap() && crisis < page.find("<article").unwrap());
    for number in ["tel:111\"", "tel:116123\""] {
        let place = page.find(number).unwrap();
        assert!(place < page.find("<nav").unwrap(), "{number}");
    }
}

/// HAZ-002.
#[test]
fn a_number_that_nobody_checked_says_so() {
    let page = output(&["guide"]);
    let (_, after) = page.split_once("href=\"tel:03005551242\"").unwrap();
    let contact = after.split("</li>").next().unwrap();
    assert!(contact.contains(">0300 555 1242</a>"), "{contact}");
    assert!(contact.contains("class=\"standing\""), "{contact}");
}

#[test]
fn it_says_its_language_has_one_main_heading_and_no_heading_is_skipped() {
    let page = output(&["guide"]);
    assert!(page.starts_with("<!DOCTYPE html><html lang=\"en-GB\" dir=\"ltr\">"));
    assert_eq!(page.matches("<main>").count(), 1);
    let levels: Vec<u32> = page
        .split("<h")
        .skip(1)
        .filter_map(|rest| rest.chars().next()?.to_digit(10))
        .collect();
    assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
    assert_eq!(levels[0], 1);
    assert!(
        levels.windows(2).all(|pair| pair[1] <= pair[0] + 1),
        "{levels:?}"
    );
}

#[test]
fn a_draft_says_that_it_is_one() {
    let page = output(&["guide"]);
    assert!(page.contains("class=\"draft\""));
}

#[test]
fn no_text_becomes_markup() {
    let copy = Copy::new("markup");
    copy.change("words/en-GB.json", |words| {
        words["title"] = json!("<img src=x> & \"more\"");
        words["start"]["purpose"] = json!(["</main><b>bold</b>"]);
    });
    let page = output(&["guide", copy.path()]);
    assert!(!page.contains("<img") && !page.contains("<b>"), "{page}");
    assert!(page.contains("&lt;img src=x&gt; &amp; "), "{page}");
    assert!(page.contains("&lt;/main&gt;&lt;b&gt;bold"), "{page}");
}
