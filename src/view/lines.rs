//! Lines of text → paragraphs, a list, or something to open.

use super::element::classed;
use yew::prelude::*;

/// Each line a paragraph.
pub(super) fn paragraphs(lines: &[String]) -> Html {
    lines.iter().map(|line| html! { <p>{ line }</p> }).collect()
}

/// One line is a paragraph, more are a list.
pub(super) fn list(lines: &[String]) -> Html {
    if let [line] = lines {
        return html! { <p>{ line }</p> };
    }
    html! {
        <ul class="nhsuk-list nhsuk-list--bullet">
            { for lines.iter().map(|line| html! { <li>{ line }</li> }) }
        </ul>
    }
}

/// Content behind a summary.
pub(super) fn details(class: &'static str, summary: Html, content: Html) -> Html {
    let content = html! {
        <>
            <summary class="nhsuk-details__summary">
                <span class="nhsuk-details__summary-text">{ summary }</span>
            </summary>
            <div class="nhsuk-details__text">{ content }</div>
        </>
    };
    classed("details", format!("nhsuk-details {class}"), content)
}
