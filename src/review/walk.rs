//! Answers → a journey to look at: its questions as they are asked, the rules that fire and why, and
//! those that do not. The core says what is asked, what fires and where it leads.

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

/// How many names within names of a condition can be opened: more than the built-in pathway has, and
/// few enough that no pathway makes a page too long.
const OPENED: u8 = 4;

/// Walks a journey with these answers, as a part of a page in HTML: each question that is asked and
/// answered, and the one that is asked next; the outcomes with the rules that give them, or, before the
/// result, the rules that hold so far; the rules that do not fire, with when they would; and what one
/// other answer would change. `answers` is one JSON object, question id → option id or a list of them.
/// An answer to a question that is not asked does not count, nor does an option that is not shown.
///
/// Each question is a `fieldset` with the attribute `data-question`; in it an `input` for each option,
/// whose `name` is the question's id and `value` the option's, with `data-exclusive` where it unpicks
/// the rest.
///
/// # Errors
/// With a sentence about answers that cannot be, such as an unknown id.
pub fn walk(edition: &LoadedEdition, answers: &str) -> Result<String, String> {
    let pathway = edition.pathway();
    let journey = simulate::simulate(pathway, &pathway.answers(answers)?);
    let replay = &journey.position().replay;
    let wording = Wording {
        edition,
        conditions: ConditionStyle::Details(OPENED),
    };
    let markup = html! {
        div { (questions::questions(edition, &journey)) }
        div {
            @match &replay.end {
                End::Ask { .. } => (fired_rules::so_far(wording, &replay.answers)),
                End::Result(routed) => (fired_rules::result(wording, &journey, routed)),
            }
            (unfired_rules::rules(wording, &replay))
            @if let End::Result(routed) = &replay.end {
                (changes::changes(pathway, &journey, routed).markup())
            }
        }
    };
    Ok(markup.into_string())
}
