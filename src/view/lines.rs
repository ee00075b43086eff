//! Draws lines of text as paragraphs, as a list, or folded.

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

/// Draws a paragraph for each line.
pub(super) fn paragraphs(lines: &[String]) -> Html {
    lines
        .iter()
        .map(|line| html! { <p>{ text(line) }</p> })
        .collect()
}

/// Draws a paragraph for one line, or a list for several lines.
pub(super) fn list(lines: &[String]) -> Html {
    match lines {
        [line] => html! { <p>{ text(line) }</p> },
        _ => items(lines),
    }
}

/// Draws a list with an item for each line.
pub(super) fn items(lines: &[String]) -> Html {
    html! {
        <ul class="nhsuk-list nhsuk-list--bullet">
            { for lines.iter().map(|line| html! { <li>{ text(line) }</li> }) }
        </ul>
    }
}

/// Draws folded content, which the visitor can open.
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
