//! The top of a screen: the way back, and the way out. It stays in sight while the screen scrolls.

use super::{
    Message, ScreenProps,
    element::{all, button, classed, nothing},
};
use pathway::journey::Event;
use yew::Html;

/// The top of a screen; `back` is the text of the way back, where there is one.
pub(super) fn top(props: &ScreenProps, back: Option<&str>) -> Html {
    let back = back.map_or_else(nothing, |words| {
        button("nhsuk-back-link", "back", words, props.click(Event::Back))
    });
    let mut exit = nothing();
    if props.exits {
        let class = "nhsuk-button nhsuk-button--warning finder-exit";
        let leave = props.press(Message::Exit);
        exit = button(class, "exit", &props.screen.exit.label, leave);
    }
    classed("div", "finder-top", all([back, exit]))
}
