//! Draws headings at levels that follow those of the host page.

use super::{
    ScreenProps,
    attribute::{with_attribute, with_class},
};
use yew::prelude::*;

/// Draws the first heading of a screen. A new screen moves the focus to it.
pub(super) fn screen_heading(props: &ScreenProps, class: &'static str, text: &str) -> Html {
    let heading = heading(props, 0, class, html! { text });
    let heading = with_attribute(heading, "tabindex", "-1".into());
    with_attribute(heading, "data-focus", "heading".into())
}

/// Draws a heading that is `below` levels lower than the first heading of the screen.
pub(super) fn heading(props: &ScreenProps, below: u8, class: &'static str, content: Html) -> Html {
    let level = props.heading_level.saturating_add(below);
    with_class(class, html! { <@{tag(level)}>{ content }</@> })
}

/// Draws a heading with an HTML id, so that it can be the label of another element.
pub(super) fn label_heading(
    props: &ScreenProps,
    below: u8,
    class: &'static str,
    id: AttrValue,
    text: &str,
) -> Html {
    let level = props.heading_level.saturating_add(below);
    with_class(class, html! { <@{tag(level)} {id}>{ text }</@> })
}

fn tag(level: u8) -> &'static str {
    match level {
        0 | 1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}
