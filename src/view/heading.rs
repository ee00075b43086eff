//! A text → a heading at the level the host page leaves for it.

use super::{
    ScreenProps,
    element::{classed, element},
};
use yew::prelude::*;

/// The heading of a screen: what a visitor hears first when the screen has changed.
pub(super) fn screen_heading(props: &ScreenProps, class: &'static str, text: &str) -> Html {
    let names = &["class", "tabindex", "data-focus"];
    let values = vec![class.into(), "-1".into(), "heading".into()];
    element(tag(props.heading_level), names, values, html! { text })
}

/// A heading so many levels below the screen's.
pub(super) fn heading(props: &ScreenProps, below: u8, class: &'static str, content: Html) -> Html {
    classed(
        tag(props.heading_level.saturating_add(below)),
        class,
        content,
    )
}

/// A heading that something else is named by.
pub(super) fn named_heading(
    props: &ScreenProps,
    below: u8,
    class: &'static str,
    id: AttrValue,
    content: Html,
) -> Html {
    let tag = tag(props.heading_level.saturating_add(below));
    element(tag, &["class", "id"], vec![class.into(), id], content)
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
