//! Lists the scenarios of a pathway: the situation of the person, the answers and the expected
//! outcomes.

use crate::words_by_id::SignOffText;
use maud::{Markup, html};

pub(crate) fn section(wording: SignOffText<'_>) -> Markup {
    let pathway = wording.edition.pathway();
    html! {
        section id="scenarios" {
            h2 { "Scenarios, and where they must lead" }
            p { "Each scenario is tried whenever the pathway is read. A scenario that ends otherwise is a finding, and a pathway with findings never runs." }
            @for scenario in &wording.document().scenarios {
                article data-scenario=(scenario.id) {
                    h3 { (scenario.id) }
                    p { (scenario.story) }
                    @if let Ok(answers) = pathway.answers(&scenario.answers.to_string()) { (wording.answers(&answers)) }
                    ol { @for outcome in &scenario.outcomes { li { a href={ "#outcome-" (outcome) } { (wording.outcome(outcome)) } } } }
                }
            }
        }
    }
}
