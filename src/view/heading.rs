//! A text → a heading at the level the host page leaves for it.

use super::{
    ScreenProps,
    element::{classed, element, text},
};
use yew::{AttrValue, Html};

/// The heading of a screen: what a visitor hears first when the screen has changed.
pub(super) fn screen_heading(props: &ScreenProps, class: &'static str, words: &str) -> Html {
    let names = &["class", "tabindex", "data-focus"];
    let values = vec![class.into(), "-1".into(), "heading".into()];
    element(tag(props.heading_level), names, values, text(words))
}

/// A heading so many levels below the screen's.
pub(super) fn heading(props: &ScreenProps, below: u8, class: &'static str, content: Html) -> Html {
    let level = props.heading_level.saturating_add(below);
    classed(tag(level), class, content)
}

/// A heading so many levels below the screen's that something else is named by.
pub(super) fn named_heading(
    props: &ScreenProps,
    below: u8,
    class: &'static str,
    id: AttrValue,
    words: &str,
) -> Html {
    let tag = tag(props.heading_level.saturating_add(below));
    element(tag, &["class", "id"], vec![class.into(), id], text(words))
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
