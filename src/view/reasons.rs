//! Why an outcome is suggested, behind a disclosure, and the sources behind another.

use super::{
    element::{Content, classed, nothing, plain, text},
    lines::{details, items, list},
};
use pathway::screen::{Card, Reason};
use yew::Html;

pub(super) fn reasons(card: &Card) -> Html {
    if card.reasons.is_empty() {
        return nothing();
    }
    let mut reasons = Content::default();
    for why in &card.reasons {
        reasons.add(reason(why));
    }
    details(
        "nhsuk-details finder-reasons",
        &card.why_title,
        reasons.html(),
    )
}

fn reason(reason: &Reason) -> Html {
    let mut parts = Content::default();
    if !reason.said.is_empty() {
        parts.add(plain("p", text(&reason.because)));
        parts.add(items(&reason.said));
    }
    parts.add(plain("p", text(&reason.text)));
    if !reason.sources.is_empty() {
        let mut lines = Vec::new();
        for source in &reason.sources {
            lines.push(format!("{}: {}", source.id, source.statement));
        }
        let class = "nhsuk-details finder-sources";
        parts.add(details(class, &reason.sources_title, list(&lines)));
    }
    classed("div", "finder-reason", parts.html())
}
