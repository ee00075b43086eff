//! Draws the reasons for an outcome, and the sources of each reason. Both are closed until the
//! visitor opens them.

use super::lines::{details, items, list};
use pathway::screen::{Card, Reason};
use yew::prelude::*;

pub(super) fn reasons(card: &Card) -> Html {
    html! {
        if !card.reasons.is_empty() {
            { details(
                "nhsuk-details finder-reasons",
                &card.why_title,
                card.reasons.iter().map(reason).collect(),
            ) }
        }
    }
}

fn reason(reason: &Reason) -> Html {
    html! {
        <div class="finder-reason">
            if !reason.answers.is_empty() {
                <p>{ &reason.because }</p>
                { items(&reason.answers) }
            }
            <p>{ &reason.text }</p>
            if !reason.sources.is_empty() {
                { details(
                    "nhsuk-details finder-sources",
                    &reason.sources_title,
                    list(&sources(reason)),
                ) }
            }
        </div>
    }
}

fn sources(reason: &Reason) -> Vec<String> {
    let sources = reason.sources.iter();
    sources
        .map(|source| format!("{}: {}", source.id, source.statement))
        .collect()
}
