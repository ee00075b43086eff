//! Lists every rule with its reason, its sources, and the decision if the sources contradict each
//! other. The indexes of the rules are those of the proof: first the rules, then the last resort,
//! then the local rule.

use crate::{
    condition::{in_full, when},
    words_by_id::{SignOffText, ids},
};
use maud::{Markup, html};
use pathway::{
    document::Conflict,
    id::{OutcomeId, RuleId, SourceId},
};

pub(crate) fn sections(wording: SignOffText<'_>) -> Markup {
    let document = wording.document();
    html! {
        section id="rules" {
            h2 { "Every rule" }
            p { "A result holds every outcome whose rule holds. Once a rule that stops holds, no more questions are asked, and only such rules count." }
            @for index in 0..document.rules.len() + 2 { (article(wording, index)) }
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

/// Returns the outcomes that the rule with this index gives.
fn outcomes<'a>(wording: SignOffText<'a>, index: usize) -> &'a [OutcomeId] {
    let document = wording.document();
    match document.rules.get(index) {
        Some(rule) => &rule.outcomes,
        None if index == document.rules.len() => &document.last_resort.outcomes,
        None => core::slice::from_ref(&document.local.instead),
    }
}

/// Writes the line "When …", which says when the rule with this index gives its outcomes.
pub(crate) fn when_line(wording: SignOffText<'_>, index: usize) -> Markup {
    let document = wording.document();
    let (resort, local) = (&document.last_resort, &document.local);
    html! {
        @if let Some(rule) = document.rules.get(index) {
            div { strong { "When " } (in_full(wording, &rule.when)) }
        } @else if index == document.rules.len() {
            p {
                strong { "When " } "the rules above give nothing"
                @if !resort.beside.is_empty() { ", or nothing but: " (wording.outcomes(&resort.beside)) }
            }
        } @else {
            p { strong { "When " } "the rules above give what only some areas have: " (wording.outcomes(&local.outcomes)) }
            div { "They come after this outcome, if " (when(wording, &local.unknown)) }
            div { "They are removed, if " (when(wording, &local.outside)) }
        }
    }
}

/// Returns the contradictions between sources whose decision this rule follows.
pub(crate) fn conflicts_of<'a>(wording: SignOffText<'a>, id: &RuleId) -> Vec<&'a Conflict> {
    let conflicts = wording.document().conflicts.iter();
    conflicts
        .filter(|conflict| conflict.rules.contains(id))
        .collect()
}

/// Lists these sources with their statements, in the order of the pathway.
pub(crate) fn sources_of(wording: SignOffText<'_>, sources: &[SourceId]) -> Markup {
    let known = wording.document().sources.iter();
    let sources = known.filter(|source| sources.contains(&source.id));
    html! { ul.sources { @for source in sources { li { code { (source.id) } " " (source.statement) } } } }
}

fn article(wording: SignOffText<'_>, index: usize) -> Markup {
    let pathway = wording.edition.pathway();
    let (id, rule) = (pathway.rule_id(index), wording.document().rules.get(index));
    let conflicts = conflicts_of(wording, id);
    let conflicts: Vec<_> = conflicts.iter().map(|conflict| &conflict.id).collect();
    html! {
        article id={ "rule-" (id) } data-rule=(id) {
            h3 { (id) }
            (when_line(wording, index))
            @if rule.is_some_and(|rule| rule.stop) { p { strong { "Stops the questions." } } }
            @if let Some(rule) = rule.filter(|rule| !rule.hazards.is_empty()) { p { "Hazards: " (ids(&rule.hazards)) } }
            p { strong { "Gives " } @for outcome in outcomes(wording, index) { br; a href={ "#outcome-" (outcome) } { (wording.outcome(outcome)) } } }
            @if let Some(reason) = wording.edition.words().rules.get(id) { div { strong { "Reason on the result: " } (wording.all_wordings(reason)) } }
            (sources_of(wording, pathway.rule_sources(index)))
            @if !conflicts.is_empty() { p { "Applies the decision on " (ids(&conflicts)) } }
        }
    }
}
