//! Tests that the plain guide has the whole pathway on one page, without a script.

use crate::run::{Copy, ids, output, pathway, project, words};
use serde_json::{Value, json};

/// Returns the part of the plain guide about one outcome, with `&` in place of `&amp;`.
fn article(page: &str, outcome: &str) -> String {
    let (_, after) = page
        .split_once(&format!("<article id=\"{outcome}\""))
        .unwrap();
    let (article, _) = after.split_once("</article>").unwrap();
    article.replace("&amp;", "&")
}

/// Returns the plain guide without the HTML elements that keep the order of the digits in each
/// telephone number.
fn without_isolates(page: &str) -> String {
    page.replace("<bdi dir=\"ltr\">", "").replace("</bdi>", "")
}

/// Returns a text in the wording for a visitor who has given no answers. The text contains the age
/// limits of the pathway.
fn to_anyone(text: &Value) -> String {
    let wording = text.get("anyone").or_else(|| text.get("person"));
    let mut said = wording.unwrap_or(text).as_str().unwrap().to_owned();
    for limit in pathway()["limits"].as_array().unwrap() {
        let name = format!("{{{}}}", limit["id"].as_str().unwrap());
        let months = limit["months"].as_u64().unwrap();
        said = said.replace(&name, &months.to_string());
        let years = name.replace('}', "-years}");
        said = said.replace(&years, &(months / 12).to_string());
    }
    said
}

/// Returns the ids in a list of the words file. An entry of the list is an id, or an object with an
/// id and a condition.
fn shown(list: &Value) -> Vec<&str> {
    let things = list.as_array().into_iter().flatten();
    things
        .map(|thing| {
            thing
                .as_str()
                .unwrap_or_else(|| thing["id"].as_str().unwrap())
        })
        .collect()
}

#[test]
fn every_line_of_every_outcome_is_there_whatever_its_condition() {
    let (page, pathway, words) = (output(&["guide"]), pathway(), words());
    let mut lines = 0;
    for outcome in pathway["outcomes"].as_array().unwrap() {
        let id = outcome["id"].as_str().unwrap();
        let article = article(&page, id);
        for section in ["first", "who", "say", "next", "turned_away"] {
            for line in shown(&outcome[section]) {
                let said = to_anyone(&words["outcomes"][id][section][line]);
                assert!(
                    article.contains(&format!(">{said}<")),
                    "{id}.{section}.{line}: {said}"
                );
                lines += 1;
            }
        }
    }
    assert!(lines > 100, "{lines}");
}

#[test]
fn every_contact_of_an_outcome_is_there_with_its_numbers_and_its_status() {
    let (page, pathway, words) = (output(&["guide"]), pathway(), words());
    let contacts = pathway["contacts"].as_array().unwrap();
    for outcome in pathway["outcomes"].as_array().unwrap() {
        let article = article(&page, outcome["id"].as_str().unwrap());
        for id in [&outcome["call"], &outcome["helplines"]]
            .into_iter()
            .flat_map(shown)
        {
            let (_, after) = article
                .split_once(&format!("data-contact=\"{id}\""))
                .unwrap();
            let line = after.split("</li>").next().unwrap();
            assert!(
                line.contains(words["contacts"][id]["name"].as_str().unwrap()),
                "{line}"
            );
            let contact = contacts.iter().find(|contact| contact["id"] == id).unwrap();
            for number in ["phone", "text"] {
                let number = contact[number].as_str().unwrap_or_default();
                assert!(line.contains(number), "{id}: {line}");
            }
            let standing = line.contains("class=\"standing\"");
            assert_eq!(standing, contact["status"] == "unverified", "{id}: {line}");
        }
    }
}

#[test]
fn every_block_is_there_with_every_line() {
    let (page, pathway, words) = (output(&["guide"]).replace("&amp;", "&"), pathway(), words());
    let page = without_isolates(&page);
    for block in pathway["blocks"].as_array().unwrap() {
        let id = block["id"].as_str().unwrap();
        let outcomes = shown(&block["outcomes"]);
        let places: Vec<String> = if outcomes.is_empty() {
            assert!(
                page.contains(&format!("href=\"#block-{id}\"")),
                "{id} has no link"
            );
            let (_, after) = page.split_once(&format!(" id=\"block-{id}\"")).unwrap();
            vec![after.split("</section>").next().unwrap().to_owned()]
        } else {
            outcomes
                .iter()
                .map(|outcome| article(&page, outcome))
                .collect()
        };
        for place in places {
            assert!(
                place.contains(&to_anyone(&words["blocks"][id]["title"])),
                "{id}"
            );
            for line in shown(&block["lines"]) {
                let said = to_anyone(&words["blocks"][id]["lines"][line]);
                assert!(place.contains(&format!(">{said}<")), "{id}.{line}: {said}");
            }
        }
    }
}

#[test]
fn a_text_for_some_readers_names_these_readers() {
    let page = output(&["guide"]);
    for (outcome, only_for_some) in [
        (
            "child-development",
            ">Call your GP surgery and ask for an urgent appointment.<",
        ),
        (
            "urgent-mental-health",
            ">Follow your safeguarding procedure today.<",
        ),
        (
            "urgent-physical-health",
            ">Say how long ago the pregnancy ended.<",
        ),
        (
            "ppimhs-ask-first",
            ">In Waltham Forest, the borough mental health team may pass you on to PPIMHS.<",
        ),
    ] {
        assert!(
            !article(&page, outcome).contains(only_for_some),
            "{outcome}: {only_for_some}"
        );
    }
}

#[test]
fn no_section_repeats_a_line() {
    let page = output(&["guide"]);
    for outcome in ids("outcomes") {
        for part in article(&page, &outcome).split("<h3>") {
            let mut lines: Vec<&str> = part
                .split("<li>")
                .flat_map(|line| line.split("<p>"))
                .skip(1)
                .filter_map(|line| line.split('<').next())
                .collect();
            let all = lines.len();
            lines.sort_unstable();
            lines.dedup();
            assert_eq!(lines.len(), all, "{outcome}: {lines:?}");
        }
    }
}

#[test]
fn the_version_and_the_hash_of_the_signed_files_are_there() {
    let page = output(&["guide"]);
    let footer = page.split("<footer>").nth(1).unwrap();
    assert!(
        footer.contains(pathway()["version"].as_str().unwrap()),
        "{footer}"
    );
    let checked = output(&["check"]);
    let hash = checked.trim().rsplit(' ').next().unwrap();
    assert!(
        hash.len() == 12 && footer.contains(hash),
        "{hash}: {footer}"
    );
}

/// The hazard log lists this test under HAZ-008.
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

/// The hazard log lists this test under HAZ-008.
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

/// The hazard log lists this test under HAZ-002.
#[test]
fn an_unchecked_number_is_marked_as_unchecked() {
    let page = output(&["guide"]);
    let (_, after) = page.split_once("href=\"tel:03005551242\"").unwrap();
    let contact = after.split("</li>").next().unwrap();
    assert!(
        contact.contains("><bdi dir=\"ltr\">0300 555 1242</bdi></a>"),
        "{contact}"
    );
    assert!(contact.contains("class=\"standing\""), "{contact}");
}

#[test]
fn it_has_a_language_and_one_main_heading_and_skips_no_heading_level() {
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
fn a_draft_is_marked_as_a_draft() {
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

/// The hazard log lists this test under HAZ-002.
#[test]
fn the_plain_guide_shows_the_last_check_of_a_number_and_never_calls_it_checked() {
    let trust = project("www/trusts/exampleshire.json");
    let page = output(&["guide", "--trust", trust.to_str().unwrap()]);
    assert!(page.contains("Last checked on 1 September 2026."), "{page}");
    assert!(!page.contains(">Checked on"), "{page}");
}
