//! The way back: the first thing on every screen but the start page.

use super::ScreenProps;
use pathway::journey::Event;
use yew::prelude::*;

pub(super) fn back(props: &ScreenProps, text: &str) -> Html {
    html! {
        <button
            type="button"
            class="nhsuk-back-link"
            data-action="back"
            onclick={props.click(Event::Back)}
        >
            { text }
        </button>
    }
}
