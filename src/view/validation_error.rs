//! The error of Continue without an answer: a summary above the question and a message at the field.

use super::{Message, ScreenProps, heading::label_heading};
use pathway::screen::ValidationError;
use yew::prelude::*;

/// The summary, which takes the focus.
///
/// Some screen readers ignore an alert that arrives with the focus and read only the name and the
/// description of the focused element: the summary therefore has both, and holds the alert.
pub(super) fn error_summary(props: &ScreenProps, error: &ValidationError) -> Html {
    let (title_id, text_id) = (props.id("mistake"), props.id("mistake-what"));
    html! {
        <div
            class="nhsuk-error-summary"
            role="group"
            aria-labelledby={title_id.clone()}
            aria-describedby={text_id.clone()}
            tabindex="-1"
            data-focus="summary"
        >
            <div role="alert">
                { label_heading(props, 0, "nhsuk-error-summary__heading", title_id, &error.title) }
                <div class="nhsuk-error-summary__body">
                    <ul class="nhsuk-list nhsuk-error-summary__list" id={text_id}>
                        <li>
                            <a href={format!("#{}", props.id("option-0"))} onclick={focus_field(props)}>
                                { &error.message }
                            </a>
                        </li>
                    </ul>
                </div>
            </div>
        </div>
    }
}

/// In a shadow root a link to an id does not move the focus, and changes the host's address.
fn focus_field(props: &ScreenProps) -> Callback<MouseEvent> {
    props.on_message.reform(|event: MouseEvent| {
        event.prevent_default();
        Message::FocusField
    })
}

/// The message at the field.
pub(super) fn error_message(props: &ScreenProps, error: &ValidationError) -> Html {
    html! {
        <span class="nhsuk-error-message" id={props.id("error")}>
            <span class="nhsuk-u-visually-hidden">{ &error.prefix }{ " " }</span>
            { &error.message }
        </span>
    }
}
