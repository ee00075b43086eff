//! Tests the widget in forced colours and with reduced motion.

mod chromium_only {
    use crate::walk_scenario::{story, to_result};
    use serde_json::json;
    use webdriver_tests::{input::Hand, page::Page};

    /// The hazard log lists this test under HAZ-019.
    #[tokio::test]
    async fn in_forced_colours_what_is_picked_can_be_seen() {
        let page = Page::open("").await;
        page.prefer(&[("forced-colors", "active")]).await;
        page.start(Hand::Mouse).await;
        let look = "const item = q('input[value=none]').parentNode; const mark = getComputedStyle(q('label[for=\"' + q('input[value=none]').id + '\"]'), '::after'); return [getComputedStyle(item).outlineStyle, mark.opacity]";
        let before = page.run(look).await;
        page.pick(Hand::Mouse, &["none".to_owned()]).await;
        let after = page.run(look).await;
        assert_eq!(before, json!(["none", "0"]));
        assert_eq!(after, json!(["solid", "1"]));
    }

    /// The hazard log lists this test under HAZ-019.
    #[tokio::test]
    async fn in_forced_colours_an_urgent_card_has_a_thicker_edge_and_says_so_in_words() {
        for (name, urgency) in [
            ("Thoughts of suicide", "Urgent, today"),
            ("psychosis", "Emergency, now"),
        ] {
            let story = story(name);
            let page = Page::open("").await;
            page.prefer(&[("forced-colors", "active")]).await;
            to_result(&page, &story.answers).await;
            let edge = page
                .run("return parseFloat(getComputedStyle(q('.nhsuk-card--care')).borderTopWidth)")
                .await;
            assert!(edge.as_f64().unwrap() >= 4.0, "{edge}");
            let words = page.run("return q('.nhsuk-card--care').innerText").await;
            assert!(words.as_str().unwrap().starts_with(urgency), "{words}");
        }
    }

    #[tokio::test]
    async fn nothing_moves_for_a_visitor_who_prefers_less_motion() {
        let page = Page::open("").await;
        page.prefer(&[("prefers-reduced-motion", "reduce")]).await;
        page.start(Hand::Mouse).await;
        let moving = page.texts("return [...root.querySelectorAll('*')].filter((part) => { const style = getComputedStyle(part); return style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0; }).map((part) => part.className)").await;
        assert!(moving.is_empty(), "{moving:?}");
    }
}
