//! Shows the rules that give outcomes on a journey. Each outcome has a list of its rules, with the
//! answers that made them true, their sources, and the decision if the sources contradict each
//! other.

use crate::{
    rules::{conflicts_of, sources_of, when_line},
    words_by_id::SignOffText,
};
use maud::{Markup, html};
use pathway::{
    answers::Answers,
    id::OutcomeId,
    journey::Journey,
    reasons::{self, Reason},
    replay::RoutingResult,
    screen::{self, Body, Card},
};

/// Lists the rules whose conditions hold for these answers, before the journey is complete.
pub(super) fn so_far(wording: SignOffText<'_>, answers: &Answers) -> Markup {
    let pathway = wording.edition.pathway();
    let conditions = pathway.compiled().rules.iter().map(|rule| &rule.when);
    let rules = wording.document().rules.iter().zip(conditions).enumerate();
    let holding = rules.filter(|(_, (_, when))| pathway.holds(when, answers));
    let holding: Vec<_> = holding.map(|(index, (rule, _))| (index, rule)).collect();
    html! {
        section data-rules="so-far" {
            h3 { "Which rules hold so far" }
            @if holding.is_empty() { p { "None yet." } } @else {
                p { "None of them fires before the last question is answered: the next answers can add rules, and take some away." }
            }
            ul { @for (index, rule) in holding { li data-rule=(rule.id) {
                code { (rule.id) } " would give " (outcomes(wording, &rule.outcomes))
                (when_line(wording, index))
            } } }
        }
    }
}

/// Lists the outcomes of the result in order, each with its reasons.
pub(super) fn result(
    wording: SignOffText<'_>,
    journey: &Journey,
    routed: &RoutingResult,
) -> Markup {
    let pathway = wording.edition.pathway();
    let Body::Result(result) = screen::screen(wording.edition, journey, None).body else {
        return html! {};
    };
    let reasons = reasons::reasons(pathway, &journey.position().replay.answers, routed);
    let cards = result.cards.iter().chain(&result.also);
    html! {
        section data-rules="fired" {
            h3 { "Which rules fire, and why" }
            ol { @for (card, outcome) in cards.zip(&routed.outcomes) {
                (outcome_item(wording, card, reasons.iter().filter(|reason| reason.outcomes.has(*outcome))))
            } }
            (removed(wording, routed))
        }
    }
}

fn outcome_item<'a>(
    wording: SignOffText<'_>,
    card: &Card,
    reasons: impl Iterator<Item = &'a Reason>,
) -> Markup {
    html! {
        li data-outcome=(card.id) data-urgency=(card.urgency.as_str()) {
            h4 { (card.title) }
            p { code { (card.id) } ", urgency: " (card.urgency.as_str()) }
            // A card lists the reasons of its outcome in the order in which `reasons` returns them.
            ul { @for (reason, words) in reasons.zip(&card.reasons) { (rule_item(wording, reason, &words.text)) } }
        }
    }
}

fn rule_item(wording: SignOffText<'_>, reason: &Reason, text: &str) -> Markup {
    let pathway = wording.edition.pathway();
    let id = pathway.rule_id(reason.rule);
    let conflicts = conflicts_of(wording, id);
    html! {
        li data-rule=(id) {
            p { "By rule " code { (id) } ": " q { (text) } }
            (when_line(wording, reason.rule))
            @if !reason.answers.is_empty() {
                div { "Because of what was answered:" ul {
                    @for (question, picked) in &reason.answers { (wording.answer(*question, *picked)) }
                } }
            }
            (sources_of(wording, pathway.rule_sources(reason.rule)))
            @if !conflicts.is_empty() {
                div { "Sources contradict themselves here:" ul { @for conflict in conflicts {
                    li { code { (conflict.id) } " " (conflict.statement) " What the pathway does: " (conflict.resolution) }
                } } }
            }
        }
    }
}

/// Lists the rules whose outcomes the result does not show, because the person lives outside the
/// areas.
fn removed(wording: SignOffText<'_>, routed: &RoutingResult) -> Markup {
    let (pathway, document) = (wording.edition.pathway(), wording.document());
    let is_removed = |id: &&OutcomeId| {
        let outcome = pathway.outcome(id.as_str());
        !outcome.is_some_and(|outcome| routed.outcomes.contains(&outcome))
    };
    let rules = routed
        .rules
        .iter()
        .filter_map(|rule| document.rules.get(*rule));
    let removed = rules.map(|rule| {
        let outcomes: Vec<OutcomeId> = rule.outcomes.iter().filter(is_removed).cloned().collect();
        (&rule.id, outcomes)
    });
    html! {
        @for (rule, removed) in removed.filter(|(_, removed)| !removed.is_empty()) {
            p data-gone=(rule) {
                "Rule " code { (rule) } " fires too, but the area does not have what it gives: "
                (outcomes(wording, &removed)) ". Rule " code { (document.local.id) } " says what stands there instead."
            }
        }
    }
}

/// Writes the heading and the id of each of these outcomes, in one line.
fn outcomes(wording: SignOffText<'_>, ids: &[OutcomeId]) -> Markup {
    html! {
        @for (index, id) in ids.iter().enumerate() {
            @if index > 0 { "; " }
            (wording.outcome(id)) " " code { (id) }
        }
    }
}
