//! Draws the bar with the Back link and the button "Exit this page". The bar stays at the top of
//! the window while the page scrolls.

use super::{Message, ScreenProps};
use pathway::journey::Event;
use yew::prelude::*;

/// Draws the bar at the top of a screen. `back` is the text of the Back link, or `None` on the
/// start page.
pub(super) fn top_bar(props: &ScreenProps, back: Option<&str>) -> Html {
    html! {
        <div class="finder-top">
            if let Some(text) = back {
                <button
                    type="button"
                    class="nhsuk-back-link"
                    data-action="back"
                    onclick={props.click(Event::Back)}
                >
                    { text }
                </button>
            }
            if props.shows_exit {
                <button
                    type="button"
                    class="nhsuk-button nhsuk-button--warning finder-exit"
                    data-action="exit"
                    onclick={props.press(Message::Exit)}
                >
                    { &props.screen.exit.label }
                </button>
            }
        </div>
    }
}
