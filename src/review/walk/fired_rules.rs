//! A journey → the rules that fire: under each outcome those that give it, with the answers that made
//! them hold, their sources, and what was decided where sources contradict themselves.

use crate::{
    condition::in_full,
    rules::{conflicts_of, last_resort_when, local_when, sources_of},
    wording::Wording,
};
use maud::{Markup, html};
use pathway::{
    answers::Answers,
    evaluate::RoutingResult,
    id::OutcomeId,
    journey::Journey,
    reasons::{self, Reason},
    screen::{self, Body, Card},
    set::Set,
};

/// Before the result: what holds of the answers so far.
pub(super) fn so_far(wording: Wording<'_>, answers: &Answers) -> Markup {
    let pathway = wording.edition.pathway();
    let rules = wording.document().rules.iter();
    let holds: Vec<_> = rules
        .filter(|rule| pathway.holds(&rule.when, answers))
        .collect();
    html! {
        section data-rules="so-far" {
            h3 { "Which rules hold so far" }
            @if holds.is_empty() { p { "None yet." } } @else {
                p { "None of them fires before the last question is answered: what is answered next can add rules, and take some away." }
            }
            ul { @for rule in holds { li data-rule=(rule.id) {
                code { (rule.id) } " would give " (called(wording, &rule.outcomes))
                div { "When " (in_full(wording, &rule.when)) }
            } } }
        }
    }
}

/// On the result: outcomes in order, and why each is there.
pub(super) fn result(wording: Wording<'_>, journey: &Journey, routed: &RoutingResult) -> Markup {
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
                (given(wording, card, reasons.iter().filter(|reason| reason.outcomes.has(*outcome))))
            } }
            (gone(wording, routed))
        }
    }
}

fn given<'a>(
    wording: Wording<'_>,
    card: &Card,
    reasons: impl Iterator<Item = &'a Reason>,
) -> Markup {
    html! {
        li data-outcome=(card.id) data-urgency=(card.urgency.as_str()) {
            h4 { (card.title) }
            p { code { (card.id) } ", urgency: " (card.urgency.as_str()) }
            // A card keeps the reasons that speak for its outcome, in the same order.
            ul { @for (reason, words) in reasons.zip(&card.reasons) { (by(wording, reason, &words.text)) } }
        }
    }
}

fn by(wording: Wording<'_>, reason: &Reason, text: &str) -> Markup {
    let pathway = wording.edition.pathway();
    let id = pathway.rule_id(reason.rule);
    html! {
        li data-rule=(id) {
            p { "By rule " code { (id) } ": " q { (text) } }
            (when(wording, reason.rule))
            @if !reason.said.is_empty() {
                div { "Because of what was answered:" ul {
                    @for (question, picked) in &reason.said { (said(wording, *question, *picked)) }
                } }
            }
            (sources_of(wording, pathway.rule_sources(reason.rule)))
            @let conflicts = conflicts_of(wording, id);
            @if !conflicts.is_empty() {
                div { "Sources contradict themselves here:" ul { @for conflict in conflicts {
                    li { code { (conflict.id) } " " (conflict.statement) " What the pathway does: " (conflict.resolution) }
                } } }
            }
        }
    }
}

/// When a rule holds, by its place: the rules, then the last resort, then what stands in for areas.
fn when(wording: Wording<'_>, place: usize) -> Markup {
    let document = wording.document();
    match (document.rules.get(place), place == document.rules.len()) {
        (Some(rule), _) => html! { div { "When " (in_full(wording, &rule.when)) } },
        (None, true) => last_resort_when(wording, &document.last_resort),
        (None, false) => local_when(wording, &document.local),
    }
}

fn said(wording: Wording<'_>, question: usize, picked: Set) -> Markup {
    let Some(question) = wording.document().questions.get(question) else {
        return html! {};
    };
    let options = question.options.iter().enumerate();
    let options = options.filter(|(place, _)| picked.has(*place));
    let said: Vec<_> = options
        .map(|(_, option)| wording.option(&question.id, &option.id))
        .collect();
    html! { li { (wording.question(&question.id)) ": " (said.join("; ")) } }
}

/// Rules that fired, and whose outcomes are not on the result.
fn gone(wording: Wording<'_>, routed: &RoutingResult) -> Markup {
    let (pathway, document) = (wording.edition.pathway(), wording.document());
    let there: Set = routed.outcomes.iter().copied().collect();
    let stays = |id: &OutcomeId| {
        pathway
            .outcome(id.as_str())
            .is_some_and(|place| there.has(place))
    };
    let lost = routed.rules.iter().filter_map(|place| {
        let rule = document.rules.get(*place)?;
        let lost = rule.outcomes.iter().filter(|id| !stays(id));
        let lost: Vec<OutcomeId> = lost.cloned().collect();
        (!lost.is_empty()).then_some((&rule.id, lost))
    });
    html! {
        @for (rule, lost) in lost {
            p data-gone=(rule) {
                "Rule " code { (rule) } " fires too, but the area does not have what it gives: "
                (called(wording, &lost)) ". Rule " code { (document.local.id) } " says what stands there instead."
            }
        }
    }
}

/// Outcomes by their headings and ids.
fn called(wording: Wording<'_>, outcomes: &[OutcomeId]) -> Markup {
    html! {
        @for (place, id) in outcomes.iter().enumerate() {
            @if place > 0 { "; " }
            (wording.outcome(id)) " " code { (id) }
        }
    }
}
