//! The stories that a pathway is tried on: what has happened, what is answered, and where it leads.

use crate::wording::Wording;
use maud::{Markup, html};
use pathway::{
    document::Scenario,
    id::{OptionId, QuestionId},
};

pub(crate) fn section(wording: Wording<'_>) -> Markup {
    html! {
        section id="stories" {
            h2 { "Stories, and where they must lead" }
            p { "Each is tried whenever the pathway is read; one that ends otherwise is a finding, and a pathway with findings never runs." }
            @for scenario in &wording.document().scenarios {
                article data-scenario=(scenario.id) {
                    h3 { (scenario.id) }
                    p { (scenario.story) }
                    ul { @for (question, said) in answers(scenario) { li { (told(wording, &question, &said)) } } }
                    ol { @for outcome in &scenario.outcomes { li { a href={ "#outcome-" (outcome) } { (wording.outcome(outcome)) } } } }
                }
            }
        }
    }
}

/// Each question that is answered, with what is picked.
fn answers(scenario: &Scenario) -> Vec<(QuestionId, Vec<OptionId>)> {
    let answers = scenario.answers.as_object().into_iter().flatten();
    let picked = answers.map(|(question, said)| {
        let many = said.as_array().into_iter().flatten();
        let said = said
            .as_str()
            .into_iter()
            .chain(many.filter_map(|said| said.as_str()));
        (question.as_str().into(), said.map(OptionId::from).collect())
    });
    picked.collect()
}

fn told(wording: Wording<'_>, question: &QuestionId, said: &[OptionId]) -> Markup {
    let said: Vec<_> = said
        .iter()
        .map(|option| wording.option(question, option))
        .collect();
    html! { (wording.question(question)) ": " (said.join("; ")) }
}
