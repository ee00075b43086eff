//! The names and roles of the browser's accessibility tree, which screen readers use.

mod chromium_only {
    use crate::{
        stories::stories,
        walkthrough::{to_result, walk_through},
    };
    use serde_json::{Value, json};
    use webdriver_tests::{input::Hand, page::Page};

    /// The nodes of the accessibility tree.
    async fn nodes(page: &Page) -> Vec<Value> {
        let tree = page
            .ask_tools("Accessibility.getFullAXTree", json!({}))
            .await;
        tree["nodes"].as_array().unwrap().clone()
    }

    /// The names of the nodes with one of these roles, in order.
    async fn named(page: &Page, roles: &[&str]) -> Vec<String> {
        let nodes = nodes(page).await;
        let text = |value: &Value| value["value"].as_str().unwrap_or_default().to_owned();
        nodes
            .iter()
            .filter(|node| node["ignored"] != json!(true))
            .filter(|node| roles.contains(&text(&node["role"]).as_str()))
            .map(|node| text(&node["name"]))
            .collect()
    }

    /// The texts of the visible elements that a selector finds, in order.
    async fn words(page: &Page, css: &str) -> Vec<String> {
        page.texts(&format!(
            "return [...root.querySelectorAll({})].filter((part) => part.checkVisibility()).map((part) => part.textContent.trim().replace(/\\s+/g, ' '))",
            json!(css)
        ))
        .await
    }

    /// HAZ-019.
    #[tokio::test]
    async fn every_question_is_a_group_called_by_its_heading_and_every_option_by_its_label() {
        for story in stories().iter().filter(|story| story.questions) {
            let page = Page::sized("", 768, 900).await;
            walk_through(&page, &story.answers, async |page, screen| {
                if !screen.starts_with("question") && !screen.starts_with("error") {
                    return;
                }
                let legend = words(page, "legend").await;
                let mut groups = named(page, &["group"]).await;
                groups.retain(|name| !name.is_empty());
                let mut called = legend.clone();
                if screen.starts_with("error") {
                    called.insert(0, "There is a problem".to_owned());
                }
                assert_eq!(groups, called, "{screen}");
                let labels = words(page, "form label").await;
                assert_eq!(
                    named(page, &["radio", "checkbox"]).await,
                    labels,
                    "{screen}"
                );
                let headings = named(page, &["heading"]).await;
                assert!(headings.contains(&legend[0]), "{screen}: {headings:?}");
                let buttons = named(page, &["button"]).await;
                for name in ["Back", "Exit this page", "Continue"] {
                    assert!(
                        buttons.iter().any(|button| button == name),
                        "{screen}: {buttons:?}"
                    );
                }
            })
            .await;
        }
    }

    /// A screen reader may skip the content of a group that takes the focus.
    ///
    /// HAZ-019.
    #[tokio::test]
    async fn the_error_summary_that_takes_focus_says_what_to_do() {
        let page = Page::open("").await;
        page.start(Hand::Mouse).await;
        page.click("[data-action=continue]").await;
        page.until("root().activeElement.closest('.nhsuk-error-summary')")
            .await;
        let is_focused = |node: &&Value| {
            let properties = node["properties"].as_array().into_iter().flatten();
            let mut focus = properties.filter(|one| one["name"] == "focused");
            focus.any(|one| one["value"]["value"] == json!(true))
                && node["role"]["value"] != "RootWebArea"
        };
        let nodes = nodes(&page).await;
        let focused = nodes.iter().find(is_focused).unwrap();
        assert_eq!(focused["role"]["value"], "group", "{focused}");
        assert_eq!(focused["name"]["value"], "There is a problem", "{focused}");
        let description = focused["description"]["value"].as_str().unwrap();
        assert_eq!([description], *words(&page, ".nhsuk-error-summary a").await);
        assert!(description.contains("999"), "{description}");
    }

    #[tokio::test]
    async fn no_two_buttons_of_a_result_are_called_the_same() {
        for story in stories() {
            let page = Page::sized("", 768, 900).await;
            to_result(&page, &story.answers).await;
            let mut names = named(&page, &["button"]).await;
            assert!(names.iter().all(|name| !name.is_empty()), "{names:?}");
            let count = names.len();
            names.sort();
            names.dedup();
            assert_eq!(names.len(), count, "{}: {names:?}", story.name);
        }
    }

    /// The first heading is that of the screen, and no heading skips a level.
    #[tokio::test]
    async fn headings_lead_down_one_level_at_a_time() {
        for story in stories() {
            let page = Page::sized("heading-level=\"3\"", 768, 900).await;
            walk_through(&page, &story.answers, async |page, screen| {
                let levels: Vec<u64> = page
                    .texts("return [...root.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((part) => part.checkVisibility()).map((part) => part.nodeName[1])")
                    .await
                    .iter()
                    .map(|level| level.parse().unwrap())
                    .collect();
                assert_eq!(levels[0], 3, "{screen}: {levels:?}");
                assert!(levels.windows(2).all(|two| two[1] <= two[0] + 1 && two[1] >= 3), "{screen}: {levels:?}");
            })
            .await;
        }
    }
}
