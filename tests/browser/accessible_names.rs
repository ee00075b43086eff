//! Tests the names and roles in the browser's accessibility tree, which screen readers read to the
//! visitor.

use serde_json::{Value, json};
use webdriver_tests::page::Page;

/// The names of the elements on a screen. Some come from the accessibility tree, and some from the
/// visible text.
pub struct NameList {
    /// The names of the groups in the accessibility tree.
    pub groups: Vec<String>,
    /// The names of the radio buttons and checkboxes in the accessibility tree.
    pub fields: Vec<String>,
    /// The names of the headings in the accessibility tree.
    pub headings: Vec<String>,
    /// The names of the buttons in the accessibility tree.
    pub buttons: Vec<String>,
    /// The visible texts of the legends.
    pub legends: Vec<String>,
    /// The visible texts of the labels.
    pub labels: Vec<String>,
}

/// Returns the names of the elements on the present screen. Only Chromium can list them.
pub async fn names(page: &Page) -> NameList {
    let nodes = nodes(page).await;
    let mut groups = named(&nodes, &["group"]);
    groups.retain(|name| !name.is_empty());
    NameList {
        groups,
        fields: named(&nodes, &["radio", "checkbox"]),
        headings: named(&nodes, &["heading"]),
        buttons: named(&nodes, &["button"]),
        legends: words(page, "legend").await,
        labels: words(page, "form label").await,
    }
}

/// Returns the nodes of the accessibility tree of the page.
async fn nodes(page: &Page) -> Vec<Value> {
    let tree = page
        .ask_tools("Accessibility.getFullAXTree", json!({}))
        .await;
    tree["nodes"].as_array().unwrap().clone()
}

/// Returns the names of the nodes that have one of these roles, in the order of the page.
fn named(nodes: &[Value], roles: &[&str]) -> Vec<String> {
    let text = |value: &Value| value["value"].as_str().unwrap_or_default().to_owned();
    nodes
        .iter()
        .filter(|node| node["ignored"] != json!(true))
        .filter(|node| roles.contains(&text(&node["role"]).as_str()))
        .map(|node| text(&node["name"]))
        .collect()
}

/// Returns the texts of the visible elements that match a CSS selector, in the order of the page.
async fn words(page: &Page, css: &str) -> Vec<String> {
    page.texts(&format!(
        "return [...root.querySelectorAll({})].filter((part) => part.checkVisibility()).map((part) => part.textContent.trim().replace(/\\s+/g, ' '))",
        json!(css)
    ))
    .await
}

mod chromium_only {
    use super::{nodes, words};
    use crate::screen_data::covering_screens;
    use serde_json::{Value, json};
    use webdriver_tests::{input::Hand, page::Page};

    /// The hazard log lists this test under HAZ-019.
    #[tokio::test]
    async fn every_question_is_a_group_called_by_its_heading_and_every_option_by_its_label() {
        for screen in covering_screens()
            .await
            .iter()
            .flat_map(|story| story.iter())
        {
            if !screen.is("question") && !screen.is("error") {
                continue;
            }
            let (names, screen_name) = (screen.names.as_ref().unwrap(), &screen.name);
            let mut called = names.legends.clone();
            if screen.is("error") {
                called.insert(0, "There is a problem".to_owned());
            }
            assert_eq!(names.groups, called, "{screen_name}");
            assert_eq!(names.fields, names.labels, "{screen_name}");
            let headings = &names.headings;
            assert!(
                headings.contains(&names.legends[0]),
                "{screen_name}: {headings:?}"
            );
            let buttons = &names.buttons;
            for name in ["Back", "Exit this page", "Continue"] {
                assert!(
                    buttons.iter().any(|button| button == name),
                    "{screen_name}: {buttons:?}"
                );
            }
        }
    }

    /// The group around the error summary must not get the focus, because a screen reader might
    /// then skip its content.
    ///
    /// The hazard log lists this test under HAZ-019.
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
}
