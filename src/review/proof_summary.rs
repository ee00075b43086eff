//! Writes the proof of a pathway for people: the number of journeys for which its laws hold, or
//! each violation with its shortest journey.

use crate::{
    number_format::grouped,
    words_by_id::{ConditionStyle, SignOffText},
};
use maud::{Markup, html};
use pathway::check::LoadedEdition;
use proof::{BigUint, Proof};

/// Writes the proof as a part of an HTML page. If every law holds, the page says so, with the
/// number of possible journeys. Otherwise it lists each violation with the shortest journey that
/// shows it.
pub fn proof(edition: &LoadedEdition, proof: &Proof) -> String {
    let wording = SignOffText {
        edition,
        conditions: ConditionStyle::Details(0),
    };
    html! {
        @if !proof.violations.is_empty() && proof.journeys != BigUint::ZERO { p { (grouped(&proof.journeys)) " journeys are possible." } }
        (summary(wording, proof))
    }
    .into_string()
}

pub(crate) fn summary(wording: SignOffText<'_>, proof: &Proof) -> Markup {
    html! {
        @if proof.violations.is_empty() {
            p { "All " (wording.document().laws.len()) " laws hold for all " (grouped(&proof.journeys)) " journeys that are possible." }
        } @else {
            p { strong { "Not to be signed: the following does not hold." } }
            ul { @for violation in &proof.violations { li {
                code { (violation.finding.path) } ": " (violation.finding.message)
                @if let Some(counterexample) = &violation.counterexample {
                    p { "The shortest journey that shows it:" }
                    (wording.answers(&counterexample.answers))
                    @if let Some(changed) = &counterexample.changed { p { "which becomes:" } (wording.answers(changed)) }
                }
            } } }
        }
    }
}
