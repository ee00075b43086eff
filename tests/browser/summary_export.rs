//! Tests the summary that a visitor prints, copies or saves. It contains private texts only if the
//! visitor adds them.

use crate::walk_scenario::{self, story, to_result};
use serde_json::json;
use webdriver_tests::{input::Hand, page::Page};

/// Opens a page, and goes to the summary of the scenario with this name.
async fn summary(name: &str) -> Page {
    let page = Page::open("").await;
    to_summary(&page, name).await;
    page
}

async fn to_summary(page: &Page, name: &str) {
    to_result(page, &story(name).answers).await;
    walk_scenario::to_summary(page).await;
}

/// Returns the text of the summary as it is printed.
async fn paper(page: &Page) -> String {
    let text = page
        .run("return q('.finder-step > [data-summary]').innerText")
        .await;
    text.as_str().unwrap().to_owned()
}

/// A script that sets the clock of the page to the year 1970.
const NO_CLOCK: &str = "const RealDate = Date;
window.Date = class extends RealDate { constructor(...parts) { super(...(parts.length ? parts : [0])); } };
return true";

/// The first script of the widget contains the date of the build. The summary shows this date.
///
/// The hazard log lists this test under HAZ-012.
#[tokio::test]
async fn a_device_without_a_clock_prints_the_day_of_the_build() {
    let page = Page::from("/held", "").await;
    page.until("q('.finder-purpose')").await;
    page.run(NO_CLOCK).await;
    page.run("fetch('/release'); return true").await;
    to_summary(&page, "Thoughts of suicide").await;
    let paper = paper(&page).await;
    let (_, made) = paper.split_once("Made on ").unwrap();
    let (made, _) = made.split_once('.').unwrap();
    let year: i32 = made.rsplit(' ').next().unwrap().parse().unwrap();
    assert!(year >= 2026, "made on {made}");
}

/// The private texts of a scenario.
const PRIVATE: [&str; 3] = [
    "suicide, of not being here",
    "not feel safe",
    "0808 2000 247",
];

mod every_engine {
    use super::*;

    /// The hazard log lists this test under HAZ-007.
    #[tokio::test]
    async fn private_texts_are_on_paper_only_while_the_visitor_adds_them() {
        let page = summary("Thoughts of suicide").await;
        let before = paper(&page).await;
        for words in PRIVATE {
            assert!(!before.contains(words), "{words} in {before}");
        }
        let label = page.run("return q('[data-action=private]').id").await;
        page.click(&format!("label[for={}]", label)).await;
        page.until("q('.finder-step > [data-summary]').innerText.includes('0808 2000 247')")
            .await;
        let added = paper(&page).await;
        for words in PRIVATE {
            assert!(added.contains(words), "{words} not in {added}");
        }
        page.click(&format!("label[for={}]", label)).await;
        page.until("!q('.finder-step > [data-summary]').innerText.includes('0808 2000 247')")
            .await;
        assert_eq!(paper(&page).await, before);
    }

    #[tokio::test]
    async fn a_note_can_be_added_to_the_paper_and_removed() {
        let page = summary("A mother who is low").await;
        page.pick(Hand::Mouse, &["hard-birth".to_owned()]).await;
        page.click("[data-note=born-early] label").await;
        page.until(
            "q('.finder-step > [data-summary]').innerText.includes('more than 3 weeks early')",
        )
        .await;
        assert!(
            paper(&page)
                .await
                .contains("A very hard or frightening birth")
        );
        page.click("[data-note=born-early] [data-action=unnote]")
            .await;
        page.until(
            "!q('.finder-step > [data-summary]').innerText.includes('more than 3 weeks early')",
        )
        .await;
        assert!(
            paper(&page)
                .await
                .contains("A very hard or frightening birth")
        );
    }

    /// The hazard log lists this test under HAZ-007.
    #[tokio::test]
    async fn the_copy_holds_every_line_of_the_paper() {
        let page = summary("A mother who is low").await;
        page.run("Object.defineProperty(navigator, 'clipboard', { value: { writeText: (text) => { window.copied = text; return Promise.resolve(); } } }); return true").await;
        page.click("[data-action=copy]").await;
        page.until("q('[role=status].finder-kept').textContent.startsWith('Copied')")
            .await;
        let copied = page.run("return window.copied").await;
        let copied = copied.as_str().unwrap();
        for line in paper(&page)
            .await
            .lines()
            .filter(|line| !line.trim().is_empty())
        {
            assert!(copied.contains(line.trim()), "{line} not in {copied}");
        }
    }

    #[tokio::test]
    async fn a_copy_that_the_browser_refuses_is_announced() {
        let page = summary("A mother who is low").await;
        page.run("Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(Error('no')) } }); return true").await;
        page.click("[data-action=copy]").await;
        page.until("q('[role=status].finder-kept').textContent.startsWith('That did not work')")
            .await;
    }

    /// If the script that prints does not load, the visitor can still select the text of the
    /// summary.
    #[tokio::test]
    async fn print_without_its_script_says_what_to_do_instead() {
        let page = Page::from("/keepless", "").await;
        to_summary(&page, "A mother who is low").await;
        let before = paper(&page).await;
        page.click("[data-action=print]").await;
        page.until("q('[role=status].finder-kept').textContent.startsWith('That did not work. You can select')")
            .await;
        assert_eq!(paper(&page).await, before);
    }

    /// The hazard log lists this test under HAZ-007.
    #[tokio::test]
    async fn the_file_holds_the_text_and_has_a_neutral_name() {
        let page = summary("A mother who is low").await;
        page.run("const make = URL.createObjectURL; URL.createObjectURL = (blob) => { window.saved = blob; return make.call(URL, blob); };
            HTMLAnchorElement.prototype.click = function () { window.file = this.download; }; return true").await;
        page.click("[data-action=save]").await;
        page.until(
            "q('[role=status].finder-kept').textContent.startsWith('If your browser lets us')",
        )
        .await;
        assert_eq!(page.run("return window.file").await, json!("notes.txt"));
        let text = page
            .client
            .execute_async(
                "const done = arguments[0]; window.saved.text().then(done)",
                Vec::new(),
            )
            .await
            .unwrap();
        assert!(
            text.as_str()
                .unwrap()
                .contains("I feel cut off from the baby"),
            "{text}"
        );
    }

    /// Some devices send the event `afterprint` before they read the sheet, and some send it late or
    /// never. The sheet must stay, and only one of them.
    ///
    /// The hazard log lists this test under HAZ-007.
    #[tokio::test]
    async fn one_sheet_stays_whenever_the_browser_says_that_it_has_printed() {
        for print in [
            "sheet.dispatchEvent(new Event('afterprint'))",
            "setTimeout(() => sheet.dispatchEvent(new Event('afterprint')), 50)",
            "null",
        ] {
            let page = summary("A mother who is low").await;
            page.run(&format!(
                "window.prints = 0; const {{ get }} = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow');
                Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {{ get() {{ const sheet = get.call(this); sheet.print = () => {{ window.prints += 1; {print}; }}; return sheet; }} }});
                return true"
            ))
            .await;
            for prints in 1..=2 {
                page.click("[data-action=print]").await;
                page.until(&format!("window.prints === {prints}")).await;
                page.until(
                    "(memory.since = memory.since || performance.now()) < performance.now() - 200",
                )
                .await;
                let sheets = "return [...root.querySelectorAll('iframe')].map((sheet) => sheet.contentDocument.body.innerText.includes('Made on'))";
                assert_eq!(page.run(sheets).await, json!([true]), "{print}");
            }
            page.click("[data-action=back]").await;
            page.until("!q('[data-screen=summary]')").await;
            page.until("!q('iframe')").await;
        }
    }
}

mod chromium_only {
    use super::*;
    use fantoccini::wd::PrintConfiguration;
    use lopdf::Document;

    /// Returns the number of printed pages, and their words with one space between two words.
    async fn printed(page: &Page) -> (usize, String) {
        let pdf = page
            .client
            .print(PrintConfiguration::default())
            .await
            .unwrap();
        let pdf = Document::load_mem(&pdf).unwrap();
        let pages: Vec<u32> = pdf.get_pages().into_keys().collect();
        let text = pdf.extract_text(&pages).unwrap();
        let words: Vec<&str> = text.split_whitespace().collect();
        (pages.len(), words.join(" "))
    }

    /// Opens the printed summary as a page in the browser.
    async fn sheet(name: &str) -> Page {
        let page = summary(name).await;
        page.run("const remove = Element.prototype.remove, look = (frame) => { const sheet = frame.contentDocument; const css = [...sheet.adoptedStyleSheets].flatMap((styles) => [...styles.cssRules]).map((rule) => rule.cssText).join(''); window.sheet = { css, body: sheet.body.innerHTML, title: sheet.title, lang: sheet.documentElement.lang }; };
            Element.prototype.remove = function () { if (this.localName === 'iframe') look(this); return remove.call(this); };
            window.watch = setInterval(() => { const frame = q('iframe'); if (frame && frame.contentDocument.body.firstChild) look(frame); }, 10); return true").await;
        page.click("[data-action=print]").await;
        page.until("window.sheet").await;
        page.run("clearInterval(window.watch); const { css, body } = window.sheet; document.body.innerHTML = body; const style = document.createElement('style'); style.textContent = css; document.head.replaceChildren(style); return true").await;
        page
    }

    /// The hazard log lists this test under HAZ-002 and HAZ-009.
    #[tokio::test]
    async fn an_ordinary_result_prints_on_one_page_with_all_that_it_needs() {
        let page = sheet("A mother who is low").await;
        let (pages, text) = printed(&page).await;
        assert_eq!(pages, 1, "{text}");
        for words in [
            "Ask for PPIMHS",
            "I feel cut off from the baby",
            "0300 555 1088",
            "999",
            "116 123",
            "Made on",
            "Version ppimhs",
            "We have not been able to check it",
        ] {
            assert!(text.contains(words), "{words} not in {text}");
        }
    }

    /// The hidden frame with the printed summary must stay. Some devices read it after the event
    /// `afterprint`, and some never send this event.
    ///
    /// The hazard log lists this test under HAZ-007.
    #[tokio::test]
    async fn the_printed_sheet_stays_until_the_next_one_or_the_next_screen() {
        let page = summary("A mother who is low").await;
        for _ in 0..2 {
            page.click("[data-action=print]").await;
            page.until("root().querySelectorAll('iframe').length === 1 && q('iframe').contentDocument.body.innerText.includes('Made on')").await;
        }
        page.click("[data-action=back]").await;
        page.until("!q('[data-screen=summary]')").await;
        assert_eq!(page.run("return !q('iframe')").await, json!(true));
    }

    #[tokio::test]
    async fn a_referral_note_names_the_criteria_and_their_sources() {
        let page = sheet("A midwife").await;
        let (_, text) = printed(&page).await;
        for words in ["Referral note", "Referral criteria met", "S24"] {
            assert!(text.contains(words), "{words} not in {text}");
        }
    }

    /// The browser's own print button prints the summary, and no questions.
    ///
    /// The hazard log lists this test under HAZ-007.
    #[tokio::test]
    async fn the_browser_s_own_print_gives_the_summary_and_nothing_private() {
        let page = Page::open("").await;
        to_result(&page, &story("Thoughts of suicide").answers).await;
        let (_, text) = printed(&page).await;
        assert!(
            text.contains("Made on") && text.contains("Urgent, today"),
            "{text}"
        );
        for words in PRIVATE {
            assert!(!text.contains(words), "{words} in {text}");
        }
    }
}
