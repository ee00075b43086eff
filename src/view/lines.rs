//! Draws lines of text: as paragraphs, as a list, or closed until the visitor opens them.

use super::attribute::with_class;
use pathway::screen::{TextPart, text_parts};
use yew::prelude::*;

/// Draws a text. Its telephone numbers read from left to right, even on a right-to-left page.
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

/// Draws an HTML paragraph for each line of text.
pub(super) fn paragraphs(lines: &[String]) -> Html {
    lines
        .iter()
        .map(|line| html! { <p>{ text(line) }</p> })
        .collect()
}

/// Draws an HTML paragraph for one line of text, or a list for several lines.
pub(super) fn list(lines: &[String]) -> Html {
    match lines {
        [line] => html! { <p>{ text(line) }</p> },
        _ => items(lines),
    }
}

/// Draws an HTML list with an item for each line of text.
pub(super) fn items(lines: &[String]) -> Html {
    html! {
        <ul class="nhsuk-list nhsuk-list--bullet">
            { for lines.iter().map(|line| html! { <li>{ text(line) }</li> }) }
        </ul>
    }
}

/// Draws an HTML `details` element: content that is hidden until the visitor opens it. `summary` is
/// the line that the visitor presses.
pub(super) fn details(class: &'static str, summary: &str, content: Html) -> Html {
    let details = html! {
        <details>
            <summary class="nhsuk-details__summary">
                <span class="nhsuk-details__summary-text">{ summary }</span>
            </summary>
            <div class="nhsuk-details__text">{ content }</div>
        </details>
    };
    with_class(class, details)
}
