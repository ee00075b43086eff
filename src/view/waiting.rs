//! A result that is still on its way → its page: the help, open, and once it is late a way to wait once
//! more.

use super::{ScreenProps, crisis::crisis, heading::screen_heading, top::top};
use pathway::screen::Waiting;
use yew::prelude::*;

pub(super) fn waiting(props: &ScreenProps, waiting: &Waiting) -> Html {
    let (title, line) = if props.late {
        (&waiting.late_title, &waiting.late)
    } else {
        (&waiting.title, &waiting.line)
    };
    html! {
        <>
            { top(props, Some(&waiting.back)) }
            { screen_heading(props, "nhsuk-heading-l", title) }
            <p>{ line }</p>
            { crisis(props) }
            if props.late {
                <button
                    type="button"
                    class="nhsuk-button"
                    data-action="again"
                    onclick={props.on_again.reform(|_| ())}
                >
                    { &waiting.try_again }
                </button>
            }
        </>
    }
}
