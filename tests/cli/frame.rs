//! Tests that the page for a frame shows the widget, or the help if the frame may not run scripts.

use crate::run::output;

#[test]
fn without_a_script_the_page_holds_every_number_and_the_way_to_the_guide() {
    let page = output(&["frame"]);
    let (_, inside) = page.split_once("<ppimhs-finder>").unwrap();
    let (inside, _) = inside.split_once("</ppimhs-finder>").unwrap();
    for there in [
        "tel:999\"",
        "tel:111\"",
        "tel:116123\"",
        ">Samaritans <bdi dir=\"ltr\">116 123</bdi><",
        "href=\"plain.html\"",
    ] {
        assert!(inside.contains(there), "{there}");
    }
}

#[test]
fn only_the_widgets_own_script_runs() {
    let page = output(&["frame"]);
    assert_eq!(page.matches("<script").count(), 1);
    assert!(page.contains("<script type=\"module\" src=\"ppimhs-finder.js\"></script>"));
    let mut tags = page.split('<').filter_map(|rest| rest.split('>').next());
    assert!(!tags.any(|tag| tag.contains(" on") || tag.contains(" style=")));
    for directive in [
        "default-src 'none';",
        "script-src 'self' 'wasm-unsafe-eval';",
        "connect-src 'self';",
        "trusted-types 'none'",
    ] {
        assert!(page.contains(directive), "{directive}");
    }
}
