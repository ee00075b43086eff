//! What is proved of a pathway → in how many journeys its laws hold, or each that does not, with the
//! shortest journey that shows it.

use crate::{
    numbers::grouped,
    wording::{ConditionStyle, Wording},
};
use maud::{Markup, html};
use pathway::{answers::Answers, check::LoadedEdition};
use proof::Proof;

/// What is proved, as a part of a page in HTML: how many journeys are possible, and that every law
/// holds for all of them, or what does not, with an counterexample.
#[must_use]
pub fn proof(edition: &LoadedEdition, proof: &Proof) -> String {
    let wording = Wording {
        edition,
        conditions: ConditionStyle::Details(0),
    };
    html! {
        @if !proof.violations.is_empty() { p { (grouped(&proof.journeys)) " journeys are possible." } }
        (summary(wording, proof))
    }
    .into_string()
}

pub(crate) fn summary(wording: Wording<'_>, proof: &Proof) -> Markup {
    html! {
        @if proof.violations.is_empty() {
            p { "All " (wording.document().laws.len()) " laws hold for all " (grouped(&proof.journeys)) " journeys that are possible." }
        } @else {
            p { strong { "Not to be signed: what follows does not hold." } }
            ul { @for violation in &proof.violations { li {
                code { (violation.finding.path) } ": " (violation.finding.message)
                @if let Some(counterexample) = &violation.counterexample {
                    p { "The shortest journey that shows it:" }
                    (journey(wording, &counterexample.answers))
                    @if let Some(changed) = &counterexample.changed { p { "which becomes:" } (journey(wording, changed)) }
                }
            } } }
        }
    }
}

/// What is answered on it.
fn journey(wording: Wording<'_>, answers: &Answers) -> Markup {
    let questions = wording.document().questions.iter().enumerate();
    let answered = questions.filter(|(place, _)| !answers.picked(*place).is_empty());
    html! {
        ul { @for (place, question) in answered {
            @let picked = answers.picked(place);
            @let options = question.options.iter().enumerate().filter(|(option, _)| picked.has(*option));
            @let said: Vec<_> = options.map(|(_, option)| wording.option(&question.id, &option.id)).collect();
            li { (wording.question(&question.id)) ": " (said.join("; ")) }
        } }
    }
}
