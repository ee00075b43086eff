//! Tests the layout on small phones, in large text, with wide spacing and from right to left.

use crate::screen_data::{Fit, Layout, Screen, covering_screens};
use webdriver_tests::{input::Hand, page::Page};

/// Calls `check` with each screen and its layout. The scenarios show every question and every kind
/// of block.
async fn each_layout(check: impl Fn(&Screen, &Layout)) {
    for story in covering_screens().await {
        for screen in story.iter() {
            check(screen, screen.layout.as_ref().unwrap());
        }
    }
}

mod every_engine {
    use super::each_layout;

    /// A window of 1280 pixels at 400% zoom has a width of 320 CSS pixels.
    ///
    /// The hazard log lists this test under HAZ-010 and HAZ-019.
    #[tokio::test]
    async fn at_320_pixels_nothing_scrolls_sideways_or_is_cut_off() {
        each_layout(|screen, layout| layout.plain.check(screen)).await;
    }

    /// The hazard log lists this test under HAZ-019.
    #[tokio::test]
    async fn wide_text_spacing_cuts_nothing_off() {
        each_layout(|screen, layout| layout.spaced.check(screen)).await;
    }
}

/// The hazard log lists this test under HAZ-019.
#[tokio::test]
async fn text_of_twice_the_size_cuts_nothing_off() {
    each_layout(|screen, Layout { large, .. }| {
        assert_eq!(large.len(), 2, "at 320 and at 640 pixels");
        large.iter().for_each(|fit: &Fit| fit.check(screen));
    })
    .await;
}

/// Every button, link and input is as high as a thumb, except links within a sentence.
///
/// The hazard log lists this test under HAZ-019.
#[tokio::test]
async fn every_control_is_44_pixels_high() {
    each_layout(|Screen { name, .. }, layout| {
        let small = &layout.small_controls;
        assert!(small.is_empty(), "{name}: {small:?}");
    })
    .await;
}

/// Continue is as wide as the screen and below the last option, so that either thumb reaches it.
#[tokio::test]
async fn on_a_phone_continue_is_within_reach_of_a_thumb() {
    each_layout(|screen, layout| {
        if screen.is("question") {
            assert_eq!(layout.continue_in_reach, Some(true), "{}", screen.name);
        }
    })
    .await;
}

/// At 400% zoom, the bar with Back must not stay at the top while the page scrolls.
#[tokio::test]
async fn on_a_low_screen_nothing_covers_what_is_read() {
    let page = Page::sized("", 320, 256).await;
    page.start(Hand::Mouse).await;
    let stays = page.texts("return [...root.querySelectorAll('*')].filter((part) => ['sticky', 'fixed'].includes(getComputedStyle(part).position)).map((part) => part.className)").await;
    assert!(stays.is_empty(), "{stays:?}");
}

/// The hazard log lists this test under HAZ-008 and HAZ-010.
#[tokio::test]
async fn help_stands_in_the_same_place_on_every_screen() {
    for story in covering_screens().await {
        let mut positions = Vec::new();
        for screen in story.iter() {
            let layout = screen.layout.as_ref().unwrap();
            if screen.is("result") {
                let next = &layout.after_help;
                let name = &screen.name;
                assert_eq!(next, "DIV outcome", "{name}: directly above the first card");
            } else if screen.is("question") || screen.is("error") {
                positions.push(layout.help);
            }
        }
        assert!(
            !positions.is_empty() && positions.windows(2).all(|two| two[0] == two[1]),
            "{positions:?}"
        );
    }
}

/// The hazard log lists this test under HAZ-010.
#[tokio::test]
async fn from_right_to_left_fields_stand_before_their_words_and_nothing_sticks_out() {
    each_layout(|screen, layout| {
        layout.right_to_left.check(screen);
        let wrong = &layout.misplaced_fields;
        assert!(wrong.is_empty(), "{}: {wrong:?}", screen.name);
    })
    .await;
}
