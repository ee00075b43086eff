//! Draws the error that appears when the visitor presses Continue without an answer: a summary
//! above the question, and a message at the options.

use super::{Message, ScreenProps, heading::label_heading};
use pathway::screen::ValidationError;
use yew::prelude::*;

/// Draws the summary of an error above a question. The summary gets the focus.
///
/// The summary has a name and a description, and contains an alert. Some screen readers read only
/// the name and the description of a focused element, and ignore an alert that appears at the same
/// time.
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

/// Moves the focus to the first option. A plain link to its HTML id would not work in a shadow
/// root, and would change the address of the page.
fn focus_field(props: &ScreenProps) -> Callback<MouseEvent> {
    props.on_message.reform(|event: MouseEvent| {
        event.prevent_default();
        Message::FocusField
    })
}

/// Draws the error message at the options of the question.
pub(super) fn error_message(props: &ScreenProps, error: &ValidationError) -> Html {
    html! {
        <span class="nhsuk-error-message" id={props.id("error")}>
            <span class="nhsuk-u-visually-hidden">{ &error.prefix }{ " " }</span>
            { &error.message }
        </span>
    }
}
