//! Lines of text as paragraphs, as a list, or behind a disclosure.

use pathway::screen::{TextPart, text_parts};
use yew::prelude::*;

/// A text whose numbers keep their order where the page runs from right to left.
pub(super) fn text(text: &str) -> Html {
    let part = |part| match part {
        TextPart::Words(words) => html! { { words } },
        TextPart::Number(digits) => number(digits),
    };
    text_parts(text).into_iter().map(part).collect()
}

pub(super) fn number(digits: &str) -> Html {
    html! { <bdi dir="ltr">{ digits }</bdi> }
}

/// A paragraph for each line.
pub(super) fn paragraphs(lines: &[String]) -> Html {
    lines
        .iter()
        .map(|line| html! { <p>{ text(line) }</p> })
        .collect()
}

/// A paragraph for one line, a list for more.
pub(super) fn list(lines: &[String]) -> Html {
    match lines {
        [line] => html! { <p>{ text(line) }</p> },
        _ => items(lines),
    }
}

/// A list with an item for each line.
pub(super) fn items(lines: &[String]) -> Html {
    html! {
        <ul class="nhsuk-list nhsuk-list--bullet">
            { for lines.iter().map(|line| html! { <li>{ text(line) }</li> }) }
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
