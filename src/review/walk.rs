//! Answers → a walk through their journey: its questions, the rules that fire and why, and the rules
//! that do not fire.

mod fired_rules;
mod questions;
mod unfired_rules;

use crate::{
    explain::changes,
    simulate,
    wording::{ConditionStyle, Wording},
};
use maud::html;
use pathway::{check::LoadedEdition, evaluate::End};

/// The depth of names within names of conditions: more than the built-in pathway has, and small enough
/// that no page is too long.
const DEPTH: u8 = 4;

/// The journey of these answers, as a part of a page in HTML: each answered question and the next one; the
/// outcomes with the rules that give them, or, before the result, the rules that hold so far; the rules
/// that do not fire, with their conditions; and what one other answer would change. `answers` is one JSON
/// object, question id → option id or a list of them. An answer to a question that is not asked does not
/// count, nor does an option that is not shown.
///
/// Each question is a `fieldset` with the attribute `data-question`; in it an `input` for each option,
/// whose `name` is the question's id and `value` the option's, with `data-exclusive` where it excludes the
/// other options.
///
/// # Errors
/// With a sentence about invalid answers, such as an unknown id.
pub fn walk(edition: &LoadedEdition, answers: &str) -> Result<String, String> {
    let pathway = edition.pathway();
    let journey = simulate::simulate(pathway, &pathway.answers(answers)?);
    let replay = &journey.position().replay;
    let wording = Wording {
        edition,
        conditions: ConditionStyle::Details(DEPTH),
    };
    let markup = html! {
        div { (questions::questions(edition, &journey)) }
        div {
            @match &replay.end {
                End::Ask { .. } => (fired_rules::so_far(wording, &replay.answers)),
                End::Result(routed) => (fired_rules::result(wording, &journey, routed)),
            }
            (unfired_rules::rules(wording, replay))
            @if let End::Result(routed) = &replay.end {
                (changes::changes(pathway, &journey, routed).markup())
            }
        }
    };
    Ok(markup.into_string())
}
