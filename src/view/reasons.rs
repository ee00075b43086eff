//! Why an outcome is suggested, behind a disclosure, and the sources behind another.

use super::lines::{details, list};
use pathway::screen::{Card, Reason};
use yew::prelude::*;

pub(super) fn reasons(card: &Card) -> Html {
    if card.reasons.is_empty() {
        return Html::default();
    }
    details(
        "finder-reasons",
        html! { &card.why_title },
        card.reasons.iter().map(reason).collect(),
    )
}

fn reason(reason: &Reason) -> Html {
    html! {
        <div class="finder-reason">
            if !reason.said.is_empty() {
                <p>{ &reason.because }</p>
                <ul class="nhsuk-list nhsuk-list--bullet">
                    { for reason.said.iter().map(|said| html! { <li>{ said }</li> }) }
                </ul>
            }
            <p>{ &reason.text }</p>
            if !reason.sources.is_empty() {
                { details("finder-sources", html! { &reason.sources_title }, sources(reason)) }
            }
        </div>
    }
}

fn sources(reason: &Reason) -> Html {
    let line =
        |source: &pathway::screen::SourceLine| format!("{}: {}", source.id, source.statement);
    list(&reason.sources.iter().map(line).collect::<Vec<_>>())
}
