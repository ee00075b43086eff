//! A whole journey on one page, as a visitor goes it, and what must be true of every screen there.

use crate::{case::Case, story::Story};
use fantoccini::Locator;
use serde_json::{Value, json};
use webdriver_tests::{input::Hand, page::Page};

/// From the start page to the result.
pub async fn journey(page: &Page, story: &Story) {
    if page.run("return !q('[data-question]')").await == json!(true) {
        page.start(Hand::Mouse).await;
    }
    let mut first = true;
    while page.run("return !q('[data-screen=result]')").await == json!(true) {
        let question = page.question().await;
        page.until_help().await;
        reads(page, story.legend(&question)).await;
        fits(page).await;
        if first {
            an_empty_answer_says_what_to_do(page).await;
            first = false;
        }
        let options: Vec<String> = match &story.answers[&question] {
            Value::String(option) => vec![option.clone()],
            several => serde_json::from_value(several.clone()).unwrap(),
        };
        page.pick(Hand::Mouse, &options).await;
        page.go_on(Hand::Mouse).await;
        stays(page, &question).await;
        page.check_screen().await;
    }
    fits(page).await;
    assert_eq!(page.outcomes().await, story.outcomes);
    for outcome in &story.outcomes {
        let card = format!("q('[data-outcome=\"{outcome}\"]').innerText");
        let text = page.until(&card).await;
        let text = text.as_str().unwrap();
        let titles = story.titles(outcome);
        assert!(
            titles.iter().any(|title| text.contains(title)),
            "{titles:?}: {text:?}"
        );
    }
}

/// Nobody has pressed anything yet.
pub async fn nothing_has_focus(page: &Page) {
    let focus = page
        .run("return [document.activeElement.nodeName, !!root && !!root.activeElement, ...window.seen.focus]")
        .await;
    assert_eq!(focus, json!(["BODY", false]), "focus before a visitor acts");
}

/// Its link leads to the field, and leaves the host's address alone.
async fn an_empty_answer_says_what_to_do(page: &Page) {
    let address = page.run("return location.href").await;
    page.click("[data-action=continue]").await;
    page.until("root().activeElement.closest('.nhsuk-error-summary')")
        .await;
    page.click(".nhsuk-error-summary a, .nhsuk-error-summary__list button")
        .await;
    page.until("root().activeElement.matches('input')").await;
    assert_eq!(page.run("return location.href").await, address);
}

/// The heading says this, and a visitor sees it: it has room, and nothing lies over it.
async fn reads(page: &Page, text: &str) {
    let seen = format!(
        "(() => {{
            const heading = q('[data-focus=heading]');
            const {{ left, top, width, height }} = heading.getBoundingClientRect();
            const over = document.elementFromPoint(left + 2, top + height / 2);
            return heading.innerText.trim() === {} && width > 20 && height > 10 && over === root().host;
        }})()",
        json!(text)
    );
    page.until(&seen).await;
}

/// Nothing is wider than its place, neither on the page nor in the widget.
async fn fits(page: &Page) {
    let wide = "const wide = (box) => box.scrollWidth > box.clientWidth;
        return [document.scrollingElement, root.host].filter(wide).map((box) => [box.nodeName, box.scrollWidth, box.clientWidth])";
    assert_eq!(page.run(wide).await, json!([]), "wider than its place");
}

/// The frame is as tall as what stands in it, and needs no scrolling of its own.
pub async fn fills_its_frame(page: &Page) {
    page.until(
        "self !== top && Math.abs(root().host.getBoundingClientRect().height - innerHeight) <= 2",
    )
    .await;
}

/// The page did not jump: it scrolled only if the widget's top was out of sight.
async fn stays(page: &Page, question: &str) {
    let moved = "const { pressedAt } = window.seen;
        const most = document.scrollingElement.scrollHeight - innerHeight;
        const stayed = Math.abs(scrollY - Math.min(pressedAt, most)) <= 1;
        const top = root.host.getBoundingClientRect().top + scrollY - pressedAt;
        return stayed || top < 0 || top >= innerHeight ? null : { pressedAt, scrollY, most, top }";
    assert_eq!(
        page.run(moved).await,
        Value::Null,
        "the page jumped after {question}"
    );
}

/// Everything that a page without questions must still give: the numbers, and the way to the guide.
pub async fn help_is_there(page: &Page) {
    page.until_help().await;
    page.until("q('a[href$=\"plain.html\"]').checkVisibility()")
        .await;
    fits(page).await;
    page.click("a[href$=\"plain.html\"]").await;
    guide_opens(page).await;
}

/// The plain guide is open in this window or frame, which may be one where no script runs.
pub async fn guide_opens(page: &Page) {
    let guide = Locator::Css("article[data-outcome=emergency]");
    page.client.wait().for_element(guide).await.unwrap();
    says_the_numbers(page).await;
}

async fn says_the_numbers(page: &Page) {
    let body = page.client.find(Locator::Css("body")).await.unwrap();
    let text = body.text().await.unwrap();
    for number in ["999", "111", "116 123"] {
        assert!(text.contains(number), "{number} is missing: {text}");
    }
}

/// No script of ours runs: what the host wrote leads to the guide.
pub async fn guide_by_link(page: &Page, case: &Case) {
    // The host's own page holds no numbers; a frame of ours does.
    if case.rung == 3 {
        says_the_numbers(page).await;
    }
    let link = page.client.find(Locator::Css("a[href$=\"plain.html\"]"));
    let link = link.await.unwrap();
    assert!(link.is_displayed().await.unwrap(), "the way to the guide");
    link.click().await.unwrap();
    guide_opens(page).await;
}
