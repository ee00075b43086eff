//! Writes the decision table, which has one row for each reason to give an outcome. The rows of the
//! most urgent outcome come first.

use crate::{
    condition::in_full,
    number_format::{grouped, share},
    words_by_id::{SignOffText, ids},
};
use maud::{Markup, html};
use pathway::properties::Urgency;
use proof::{BigUint, Decision, DecisionReason};

const TIERS: [(Urgency, &str); 4] = [
    (Urgency::Emergency, "Now: 999"),
    (Urgency::Today, "Today"),
    (Urgency::Soon, "In the next days"),
    (Urgency::Routine, "At the person’s own pace"),
];

pub(crate) fn section(wording: SignOffText<'_>) -> Markup {
    let decisions = match proof::decisions(wording.edition.pathway()) {
        Ok(decisions) => decisions,
        Err(too_large) => {
            return html! {
                section id="decisions" {
                    h2 { "Who is sent where, and why" }
                    p { "The pathway has no table: " (too_large) "." }
                }
            };
        }
    };
    let outcomes = || wording.document().outcomes.iter().enumerate();
    html! {
        section id="decisions" {
            h2 { "Who is sent where, and why" }
            p {
                "Each outcome has a row for each reason to give it: the first that holds counts, from the top. The rows of an outcome are all "
                (grouped(&decisions.journeys)) " journeys that are possible, each in one row."
            }
            @for (tier, name) in TIERS {
                @for (index, outcome) in outcomes().filter(|(_, outcome)| outcome.urgency == tier) {
                    @let rows: Vec<_> = decisions.rows.iter().filter(|row| row.outcome == index).collect();
                    table id={ "outcome-" (outcome.id) } data-tier=(tier.as_str()) {
                        caption { span.tier { (name) } " " (wording.outcome(&outcome.id)) " " code { (outcome.id) } }
                        thead { tr { th scope="col" { "When, and no row above" } th scope="col" { "By" } th scope="col" { "Sources" } th scope="col" { "Journeys" } } }
                        tbody { @for decision in rows { (row(wording, decision, &decisions.journeys)) } }
                    }
                }
            }
        }
    }
}

fn row(wording: SignOffText<'_>, decision: &Decision, all: &BigUint) -> Markup {
    let pathway = wording.edition.pathway();
    let last = wording.document().rules.len();
    let (why, rule) = match &decision.reason {
        DecisionReason::Rule { rule, when: least } => (in_full(wording, least), Some(*rule)),
        DecisionReason::LastResort => (html! { "no rule gives enough help" }, Some(last)),
        DecisionReason::LocalRule => (
            html! { "a rule gives an outcome that only some areas have, and the area is another or not known" },
            Some(last + 1),
        ),
        DecisionReason::OutsideArea => (
            html! { "a rule gives it, and the area does not have it" },
            Some(last + 1),
        ),
        DecisionReason::NoRule => (html! { em { "not given" } }, None),
    };
    html! {
        tr {
            td { (why) }
            td { @if let Some(rule) = rule { a href={ "#rule-" (pathway.rule_id(rule)) } { (pathway.rule_id(rule)) } } }
            td { @if let Some(rule) = rule { (ids(pathway.rule_sources(rule))) } }
            td.number { (share(&decision.journeys, all)) br; (grouped(&decision.journeys)) }
        }
    }
}
