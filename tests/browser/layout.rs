//! The layout of screens on small phones, in large text, with wide spacing and from right to left.

use crate::{
    stories::{Story, stories},
    walkthrough::walk_through,
};
use serde_json::json;
use webdriver_tests::{input::Hand, page::Page};

/// The stories that together reach every question and every kind of block.
fn covering_stories() -> impl Iterator<Item = Story> {
    stories().into_iter().filter(|story| story.questions)
}

/// Adds styles to those of the widget.
async fn style(page: &Page, css: &str) {
    page.run(&format!(
        "const style = document.createElement('style'); style.textContent = {}; root.append(style); return true",
        json!(css)
    ))
    .await;
}

/// Fails when an element is wider than the page or cuts its text off.
async fn check_fits(page: &Page, screen: &str) {
    let cut = page
        .texts(
            "return [...root.querySelectorAll('*')].filter((part) => {
              if (part.closest('.nhsuk-u-visually-hidden, iframe') || !part.checkVisibility()) return false;
              const style = getComputedStyle(part);
              const shuts = (axis) => style['overflow' + axis] !== 'visible';
              return (shuts('X') && part.scrollWidth > part.clientWidth + 1) || (shuts('Y') && part.scrollHeight > part.clientHeight + 1);
            }).map((part) => part.className + ': ' + part.textContent)",
        )
        .await;
    assert!(cut.is_empty(), "{screen}: {cut:?}");
    let outside = page
        .texts(
            "const step = q('.finder-step').getBoundingClientRect();
             return [...root.querySelectorAll('.finder-step *')].filter((part) => {
               if (part.closest('.nhsuk-u-visually-hidden, iframe') || !part.checkVisibility()) return false;
               const box = part.getBoundingClientRect();
               return box.width > 0 && (box.left < step.left - 1 || box.right > step.right + 1);
             }).map((part) => part.nodeName + ' ' + part.className + ' ' + part.textContent)",
        )
        .await;
    assert!(outside.is_empty(), "{screen}: {outside:?}");
    let wide = page
        .run("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
        .await;
    assert_eq!(wide, json!(0), "{screen} scrolls sideways");
}

/// Checks every screen of the covering stories at a width in CSS pixels, with additional styles.
async fn check(width: u32, css: &str) {
    for story in covering_stories() {
        let page = Page::sized("", width, 640).await;
        page.until("!!q('[style*=rem]')").await;
        style(&page, css).await;
        walk_through(&page, &story.answers, check_fits).await;
    }
}

/// The text spacing that a reader may set, by WCAG 1.4.12.
const SPACING: &str = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";
/// The text size that a reader may set, by WCAG 1.4.4.
const LARGE: &str = ":host > * { --rem: 32px !important }";

mod every_engine {
    use super::{SPACING, check};

    /// A window of 1280 pixels at a zoom of 400 % has 320 CSS pixels.
    ///
    /// HAZ-010, HAZ-019.
    #[tokio::test]
    async fn at_320_pixels_nothing_scrolls_sideways_or_is_cut_off() {
        check(320, "").await;
    }

    /// HAZ-019.
    #[tokio::test]
    async fn wide_text_spacing_cuts_nothing_off() {
        check(320, SPACING).await;
    }
}

/// HAZ-019.
#[tokio::test]
async fn text_of_twice_the_size_cuts_nothing_off() {
    check(640, LARGE).await;
    check(320, LARGE).await;
}

/// Links within a sentence are text; every other control is as high as a thumb.
///
/// HAZ-019.
#[tokio::test]
async fn every_control_is_44_pixels_high() {
    for story in covering_stories() {
        let page = Page::sized("", 320, 640).await;
        walk_through(&page, &story.answers, async |page, screen| {
            let low = page
                .texts(
                    "return [...root.querySelectorAll('a, button, summary, label')].filter((part) => {
                       if (!part.checkVisibility()) return false;
                       const box = part.getBoundingClientRect();
                       return box.height < 43.5 || box.width < 24;
                     }).map((part) => part.nodeName + ' ' + part.className + ' ' + part.textContent + ' ' + part.getBoundingClientRect().height)",
                )
                .await;
            assert!(low.is_empty(), "{screen}: {low:?}");
        })
        .await;
    }
}

/// Continue has the full width and stands under the last option, so that either thumb reaches it after
/// the visitor has read the options.
#[tokio::test]
async fn on_a_phone_continue_is_within_reach_of_a_thumb() {
    let in_reach = "q('.finder-step').scrollIntoView({ block: 'end' }); const box = q('[data-action=continue]').getBoundingClientRect(); return box.top > innerHeight / 2 && box.bottom <= innerHeight && box.width > innerWidth * 0.8";
    for story in covering_stories() {
        let page = Page::sized("", 360, 640).await;
        walk_through(&page, &story.answers, async |page, screen| {
            if screen.starts_with("question") {
                assert_eq!(page.run(in_reach).await, json!(true), "{screen}");
            }
        })
        .await;
    }
}

/// A page at four times its size has no room for a bar that stays in sight.
#[tokio::test]
async fn on_a_low_screen_nothing_covers_what_is_read() {
    let page = Page::sized("", 320, 256).await;
    page.start(Hand::Mouse).await;
    let stays = page.texts("return [...root.querySelectorAll('*')].filter((part) => ['sticky', 'fixed'].includes(getComputedStyle(part).position)).map((part) => part.className)").await;
    assert!(stays.is_empty(), "{stays:?}");
}

/// HAZ-008, HAZ-010.
#[tokio::test]
async fn help_stands_in_the_same_place_on_every_screen() {
    for story in covering_stories() {
        let page = Page::sized("", 360, 800).await;
        let mut positions = Vec::new();
        walk_through(&page, &story.answers, async |page, screen| {
            let position = page.run("return [...q('.finder-step').children].findIndex((part) => part.matches('[data-crisis]'))").await;
            let next = page.run("const next = q('[data-crisis]').nextElementSibling; return next.nodeName + (next.dataset.outcome ? ' outcome' : '')").await;
            if screen.starts_with("result") {
                assert_eq!(next, json!("DIV outcome"), "{screen}: the help stands directly above the first card");
            } else if !["start", "summary"].contains(&screen) {
                positions.push(position);
            }
        })
        .await;
        assert!(
            !positions.is_empty() && positions.windows(2).all(|two| two[0] == two[1]),
            "{positions:?}"
        );
    }
}

/// HAZ-010.
#[tokio::test]
async fn from_right_to_left_fields_stand_before_their_words_and_nothing_sticks_out() {
    let story = covering_stories().next().unwrap();
    let page = Page::sized("", 320, 640).await;
    walk_through(&page, &story.answers, async |page, screen| {
        page.run("q('.finder-step').dir = 'rtl'; return true").await;
        check_fits(page, screen).await;
        let wrong = page.texts("return [...root.querySelectorAll('form input')].filter((input) => { const range = document.createRange(); range.selectNodeContents(q('label[for=\"' + input.id + '\"]')); return input.getBoundingClientRect().left < range.getBoundingClientRect().right - 8; }).map((input) => input.value)").await;
        assert!(wrong.is_empty(), "{screen}: {wrong:?}");
        page.run("q('.finder-step').dir = 'ltr'; return true").await;
    })
    .await;
}
