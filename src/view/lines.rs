//! Lines of text as paragraphs, as a list, or behind a disclosure.

use yew::prelude::*;

/// A paragraph for each line.
pub(super) fn paragraphs(lines: &[String]) -> Html {
    lines.iter().map(|line| html! { <p>{ line }</p> }).collect()
}

/// A paragraph for one line, a list for more.
pub(super) fn list(lines: &[String]) -> Html {
    match lines {
        [line] => html! { <p>{ line }</p> },
        _ => items(lines),
    }
}

/// A list with an item for each line.
pub(super) fn items(lines: &[String]) -> Html {
    html! {
        <ul class="nhsuk-list nhsuk-list--bullet">
            { for lines.iter().map(|line| html! { <li>{ line }</li> }) }
        </ul>
    }
}

/// Content that the visitor opens.
pub(super) fn details(class: &'static str, summary: &str, content: Html) -> Html {
    html! {
        <details {class}>
            <summary class="nhsuk-details__summary">
                <span class="nhsuk-details__summary-text">{ summary }</span>
            </summary>
            <div class="nhsuk-details__text">{ content }</div>
        </details>
    }
}
