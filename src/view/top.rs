//! The top of a screen: the way back, and the way out. It stays in sight while the screen scrolls.

use super::ScreenProps;
use pathway::journey::Event;
use yew::prelude::*;

/// The top of a screen; `back` is the text of the way back, where there is one.
pub(super) fn top(props: &ScreenProps, back: Option<&str>) -> Html {
    let back = back.map(|text| {
        html! {
            <button
                type="button"
                class="nhsuk-back-link"
                data-action="back"
                onclick={props.click(Event::Back)}
            >
                { text.to_owned() }
            </button>
        }
    });
    let exit = props.exits.then(|| {
        html! {
            <button
                type="button"
                class="nhsuk-button nhsuk-button--warning finder-exit"
                data-action="exit"
                onclick={props.on_exit.reform(|_| ())}
            >
                { &props.screen.exit.label }
            </button>
        }
    });
    html! { <div class="finder-top">{ for back }{ for exit }</div> }
}
