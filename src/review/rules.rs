//! Every rule as it is written, what its reason says, the sources it rests on, and what was decided
//! where they contradict themselves.

use crate::{
    condition::{in_full, when},
    wording::{Wording, ids},
};
use maud::{Markup, html};
use pathway::{
    document::{Conflict, LastResort, Local, Rule},
    id::{OutcomeId, RuleId, SourceId},
};

pub(crate) fn sections(wording: Wording<'_>) -> Markup {
    let document = wording.document();
    html! {
        section id="rules" {
            h2 { "Every rule" }
            p { "A result holds every outcome whose rule holds. Once a rule that stops holds, nothing more is asked, and only such rules count." }
            @for rule in &document.rules { (one(wording, rule)) }
            (last_resort(wording, &document.last_resort))
            (local(wording, &document.local))
        }
        section id="conditions" {
            h2 { "Conditions that rules name" }
            p { "A condition about a question that was not answered does not hold." }
            @for named in &document.conditions {
                article id={ "condition-" (named.id) } { h3 { (named.id) } div { (when(wording, &named.when)) } }
            }
        }
        section id="sources" {
            h2 { "Sources" }
            dl { @for source in &document.sources {
                dt id={ "source-" (source.id) } { (source.id) } dd { (source.statement) " " span.found { "Found in: " (source.found_in) } }
            } }
        }
        section id="conflicts" {
            h2 { "Where sources contradict themselves" }
            @for conflict in &document.conflicts {
                article data-conflict=(conflict.id) {
                    h3 { (conflict.id) ": " (conflict.statement) }
                    p { strong { "What the pathway does: " } (conflict.resolution) }
                    p { strong { "Decided by: " } (conflict.decided_by) ". Sources: " (ids(&conflict.sources)) ". Rules: " (ids(&conflict.rules)) }
                }
            }
        }
    }
}

fn one(wording: Wording<'_>, rule: &Rule) -> Markup {
    let more = html! {
        @if rule.stop { p { strong { "Stops the questions." } } }
        @if !rule.hazards.is_empty() { p { "Hazards: " (ids(&rule.hazards)) } }
    };
    written(
        wording,
        &rule.id,
        html! { div { strong { "When " } (in_full(wording, &rule.when)) } (more) },
        &rule.outcomes,
        &rule.sources,
    )
}

fn last_resort(wording: Wording<'_>, rule: &LastResort) -> Markup {
    let when = last_resort_when(wording, rule);
    written(wording, &rule.id, when, &rule.outcomes, &rule.sources)
}

/// When the last resort is given.
pub(crate) fn last_resort_when(wording: Wording<'_>, rule: &LastResort) -> Markup {
    let beside: Vec<_> = rule.beside.iter().map(|id| wording.outcome(id)).collect();
    html! { p { strong { "When " } "the rules above give nothing, or nothing but: " (beside.join("; ")) } }
}

fn local(wording: Wording<'_>, rule: &Local) -> Markup {
    let instead = core::slice::from_ref(&rule.instead);
    let when = local_when(wording, rule);
    written(wording, &rule.id, when, instead, &rule.sources)
}

/// When another outcome stands before what only some areas have, and when it stands instead.
pub(crate) fn local_when(wording: Wording<'_>, rule: &Local) -> Markup {
    let only: Vec<_> = rule.outcomes.iter().map(|id| wording.outcome(id)).collect();
    html! {
        p { strong { "When " } "the rules above give what only some areas have: " (only.join("; ")) }
        div { "They come after this outcome, if " (when(wording, &rule.unknown)) }
        div { "They go, if " (when(wording, &rule.outside)) }
    }
}

/// What was decided where sources contradict themselves, and this rule carries.
pub(crate) fn conflicts_of<'a>(wording: Wording<'a>, id: &RuleId) -> Vec<&'a Conflict> {
    let conflicts = wording.document().conflicts.iter();
    conflicts
        .filter(|conflict| conflict.rules.contains(id))
        .collect()
}

/// Sources with what each says, in the order of the pathway.
pub(crate) fn sources_of(wording: Wording<'_>, sources: &[SourceId]) -> Markup {
    let known = wording.document().sources.iter();
    let said = known.filter(|source| sources.contains(&source.id));
    html! { ul.sources { @for source in said { li { code { (source.id) } " " (source.statement) } } } }
}

fn written(
    wording: Wording<'_>,
    id: &RuleId,
    when: Markup,
    outcomes: &[OutcomeId],
    sources: &[SourceId],
) -> Markup {
    let conflicts = conflicts_of(wording, id);
    let conflicts: Vec<_> = conflicts.iter().map(|conflict| &conflict.id).collect();
    let reason = wording.edition.words().rules.get(id);
    html! {
        article id={ "rule-" (id) } data-rule=(id) {
            h3 { (id) }
            (when)
            p { strong { "Gives " } @for outcome in outcomes { br; a href={ "#outcome-" (outcome) } { (wording.outcome(outcome)) } } }
            @if let Some(reason) = reason { div { strong { "Says why: " } (wording.every(reason)) } }
            (sources_of(wording, sources))
            @if !conflicts.is_empty() { p { "Carries what was decided on " (ids(&conflicts)) } }
        }
    }
}
