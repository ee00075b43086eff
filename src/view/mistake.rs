//! Continue without an answer → the error summary above the question, and the message beside it.

use super::{ScreenProps, heading::heading};
use pathway::screen::Mistake;
use yew::prelude::*;

pub(super) fn summary(props: &ScreenProps, mistake: &Mistake) -> Html {
    // In a shadow root a link to an id does not move the focus, and writes into the host's address.
    let onclick = props
        .on_find
        .reform(|event: MouseEvent| event.prevent_default());
    let field = format!("#{}", props.id("option-0"));
    html! {
        <div class="nhsuk-error-summary" tabindex="-1" data-focus="summary">
            // Within what takes the focus, so that screen readers do not read one over the other.
            <div role="alert">
                { heading(props, 0, "nhsuk-error-summary__heading", html! { &mistake.title }) }
                <div class="nhsuk-error-summary__body">
                    <ul class="nhsuk-list nhsuk-error-summary__list">
                        <li><a href={field} {onclick}>{ &mistake.message }</a></li>
                    </ul>
                </div>
            </div>
        </div>
    }
}

pub(super) fn message(props: &ScreenProps, mistake: &Mistake) -> Html {
    html! {
        <span class="nhsuk-error-message" id={props.id("error")}>
            <span class="nhsuk-u-visually-hidden">{ format!("{} ", mistake.prefix) }</span>
            { &mistake.message }
        </span>
    }
}
