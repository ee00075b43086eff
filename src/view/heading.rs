//! Headings at the levels that the host page leaves for them.

use super::ScreenProps;
use yew::prelude::*;

/// The heading of a screen, which takes the focus when the screen is new.
pub(super) fn screen_heading(props: &ScreenProps, class: &'static str, text: &str) -> Html {
    html! {
        <@{tag(props.heading_level)} {class} tabindex="-1" data-focus="heading">{ text }</@>
    }
}

/// A heading `below` levels under the screen's own.
pub(super) fn heading(props: &ScreenProps, below: u8, class: &'static str, content: Html) -> Html {
    let level = props.heading_level.saturating_add(below);
    html! { <@{tag(level)} {class}>{ content }</@> }
}

/// A heading with an id, for elements that are labelled by it.
pub(super) fn label_heading(
    props: &ScreenProps,
    below: u8,
    class: &'static str,
    id: AttrValue,
    text: &str,
) -> Html {
    let level = props.heading_level.saturating_add(below);
    html! { <@{tag(level)} {class} {id}>{ text }</@> }
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
