//! What is proved of a pathway → in how many journeys its laws hold, or each that does not, with the
//! shortest journey that shows it.

use crate::{
    numbers::grouped,
    spoken::{Names, Spoken},
};
use maud::{Markup, html};
use pathway::{answers::Answers, check::Loaded};
use proof::Proof;

/// What is proved, as a part of a page in HTML: how many journeys are possible, and that every law
/// holds for all of them, or what does not, with an example.
#[must_use]
pub fn proof(edition: &Loaded, proof: &Proof) -> String {
    let spoken = Spoken {
        edition,
        names: Names::Opened(0),
    };
    html! {
        @if !proof.refusals.is_empty() { p { (grouped(&proof.journeys)) " journeys are possible." } }
        (proved(spoken, proof))
    }
    .into_string()
}

pub(crate) fn proved(spoken: Spoken<'_>, proof: &Proof) -> Markup {
    html! {
        @if proof.refusals.is_empty() {
            p { "All " (spoken.document().laws.len()) " laws hold for all " (grouped(&proof.journeys)) " journeys that are possible." }
        } @else {
            p { strong { "Not to be signed: what follows does not hold." } }
            ul { @for refusal in &proof.refusals { li {
                code { (refusal.finding.place) } ": " (refusal.finding.message)
                @if let Some(example) = &refusal.example {
                    p { "The shortest journey that shows it:" }
                    (journey(spoken, &example.answers))
                    @if let Some(changed) = &example.changed { p { "which becomes:" } (journey(spoken, changed)) }
                }
            } } }
        }
    }
}

/// What is answered on it.
fn journey(spoken: Spoken<'_>, answers: &Answers) -> Markup {
    let questions = spoken.document().questions.iter().enumerate();
    let answered = questions.filter(|(place, _)| !answers.picked(*place).is_empty());
    html! {
        ul { @for (place, question) in answered {
            @let picked = answers.picked(place);
            @let options = question.options.iter().enumerate().filter(|(option, _)| picked.has(*option));
            @let said: Vec<_> = options.map(|(_, option)| spoken.option(&question.id, &option.id)).collect();
            li { (spoken.question(&question.id)) ": " (said.join("; ")) }
        } }
    }
}
