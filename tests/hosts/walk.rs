//! Makes a whole journey on one host page, and checks every screen.

use crate::{case::Case, scenario::Scenario};
use fantoccini::Locator;
use serde_json::{Value, json};
use webdriver_tests::{input::Hand, page::Page};

/// Walks from the start page to the result of a scenario.
pub async fn walk(page: &Page, scenario: &Scenario) {
    if page.run("return !q('[data-question]')").await == json!(true) {
        page.start(Hand::Mouse).await;
    }
    let mut first = true;
    while page.run("return !q('[data-screen=result]')").await == json!(true) {
        let question = page.question().await;
        page.until_help().await;
        wait_for_heading(page, scenario.legend(&question)).await;
        check_width(page).await;
        if first {
            check_error_summary(page).await;
            first = false;
        }
        let options: Vec<String> = match &scenario.answers[&question] {
            Value::String(option) => vec![option.clone()],
            several => serde_json::from_value(several.clone()).unwrap(),
        };
        page.pick(Hand::Mouse, &options).await;
        page.go_on(Hand::Mouse).await;
        check_scroll(page, &question).await;
        page.check_screen().await;
    }
    check_width(page).await;
    assert_eq!(page.outcomes().await, scenario.outcomes);
    for outcome in &scenario.outcomes {
        let card = format!("q('[data-outcome=\"{outcome}\"]').innerText");
        let text = page.until(&card).await;
        let text = text.as_str().unwrap();
        let titles = scenario.titles(outcome);
        assert!(
            titles.iter().any(|title| text.contains(title)),
            "{titles:?}: {text:?}"
        );
    }
}

/// Answers two questions, and goes back and forward with the widget's Back, the browser's buttons
/// and a link to another page of the host. The answers stay.
pub async fn go_back_and_forward(page: &Page, scenario: &Scenario) {
    page.until("!document.querySelector('[data-busy]')").await;
    page.start(Hand::Mouse).await;
    let first = answer(page, scenario).await;
    let second = answer(page, scenario).await;
    let third = format!("q('[data-question={}]')", page.question().await);
    page.click("[data-action=back]").await;
    until_still(page, &second).await;
    page.client.back().await.unwrap();
    until_still(page, &first).await;
    page.client.back().await.unwrap();
    until_still(page, "q('[data-action=start]')").await;
    page.client.forward().await.unwrap();
    until_still(page, &first).await;
    page.client.forward().await.unwrap();
    until_still(page, &second).await;
    page.client.forward().await.unwrap();
    until_still(page, &third).await;
    if page
        .run("return !!document.querySelector(\"a[href='/second.html']\")")
        .await
        == json!(true)
    {
        page.click_on("document.querySelector(\"a[href='/second.html']\")")
            .await;
        page.until("location.pathname === '/second.html'").await;
        page.client.back().await.unwrap();
        until_still(page, &third).await;
    }
    page.click("[data-action=back]").await;
    until_still(page, &second).await;
}

/// Answers the question on screen. Returns the condition that shows this answer.
async fn answer(page: &Page, scenario: &Scenario) -> String {
    let question = page.question().await;
    let options = page.options_for(&question, &scenario.answers).await;
    page.pick(Hand::Mouse, &options).await;
    page.go_on(Hand::Mouse).await;
    format!(
        "q('[data-question={question}] input[value=\"{}\"]').checked",
        options[0]
    )
}

/// Waits until a condition has been true for half a second, because the host may draw its page anew
/// after each move in the history.
async fn until_still(page: &Page, condition: &str) {
    page.until(&format!(
        "(memory.since = {condition} ? memory.since || performance.now() : 0) && performance.now() - memory.since > 500"
    ))
    .await;
}

/// Checks that nothing on the page takes the focus before the visitor acts.
pub async fn check_no_focus(page: &Page) {
    let focus = page
        .run("return [document.activeElement.nodeName, !!root && !!root.activeElement, ...window.seen.focus]")
        .await;
    assert_eq!(focus, json!(["BODY", false]), "focus before a visitor acts");
}

/// Presses Continue without an answer, and follows the link of the error summary to the first
/// option.
async fn check_error_summary(page: &Page) {
    let address = page.run("return location.href").await;
    page.click("[data-action=continue]").await;
    page.until("root().activeElement.closest('.nhsuk-error-summary')")
        .await;
    page.click(".nhsuk-error-summary a, .nhsuk-error-summary__list button")
        .await;
    page.until("root().activeElement.matches('input')").await;
    assert_eq!(page.run("return location.href").await, address);
}

/// Waits until the heading of the screen has this text, and nothing covers the heading.
async fn wait_for_heading(page: &Page, text: &str) {
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

/// Checks that neither the host page nor the widget scrolls sideways.
async fn check_width(page: &Page) {
    let wide = "const wide = (box) => box.scrollWidth > box.clientWidth;
        return [document.scrollingElement, root.host].filter(wide).map((box) => [box.nodeName, box.scrollWidth, box.clientWidth])";
    assert_eq!(page.run(wide).await, json!([]), "wider than its container");
}

/// Waits until the frame of the widget is as tall as its content, rounded up to the next 100
/// pixels.
pub async fn check_frame_height(page: &Page) {
    page.until(
        "self !== top && Math.ceil(root().host.getBoundingClientRect().height / 100) * 100 === innerHeight",
    )
    .await;
}

/// Clicks on a telephone number of the help. Nothing happens in a browser that cannot make calls.
pub async fn follow_number(page: &Page) {
    page.run("root.addEventListener('click', (event) => (window.seen.followed = event.target.closest('a').href), true); return true")
        .await;
    page.click(".finder-help__line a[href=\"tel:116123\"]")
        .await;
    page.until("window.seen.followed === 'tel:116123'").await;
}

/// Checks that the page did not scroll, if the top of the widget was visible before.
async fn check_scroll(page: &Page, question: &str) {
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

/// Checks that a page on which the widget fails shows the telephone numbers of the help and a link
/// to the plain guide.
pub async fn check_help(page: &Page) {
    page.until_help().await;
    page.until("q('a[href$=\"plain.html\"]').checkVisibility()")
        .await;
    check_width(page).await;
    page.click("a[href$=\"plain.html\"]").await;
    wait_for_guide(page).await;
}

/// Waits until this window or frame shows the plain guide, which forbids scripts.
pub async fn wait_for_guide(page: &Page) {
    let guide = Locator::Css("article[data-outcome=emergency]");
    page.client.wait().for_element(guide).await.unwrap();
    check_numbers(page).await;
}

async fn check_numbers(page: &Page) {
    let body = page.client.find(Locator::Css("body")).await.unwrap();
    let text = body.text().await.unwrap();
    for number in ["999", "111", "116 123"] {
        assert!(text.contains(number), "{number} is missing: {text}");
    }
}

/// Follows the host page's own link to the plain guide, on pages where no script of the widget
/// runs.
pub async fn check_link_to_guide(page: &Page, case: &Case) {
    // In the frame, frame.html shows the telephone numbers without a script. The host page itself
    // contains only the link.
    if case.level == 3 {
        check_numbers(page).await;
    }
    let link = page.client.find(Locator::Css("a[href$=\"plain.html\"]"));
    let link = link.await.unwrap();
    assert!(link.is_displayed().await.unwrap(), "the link to the guide");
    link.click().await.unwrap();
    wait_for_guide(page).await;
}
