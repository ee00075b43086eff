//! Explains a journey step by step: its questions, the rules that fire with their reasons, and the
//! rules that do not fire.

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

/// The largest depth of `details` elements inside each other. The built-in pathway needs less, and
/// the limit keeps pages short.
const DEPTH: u8 = 4;

/// Writes the journey of these answers as a part of an HTML page. The page shows each answered
/// question and the next one; the outcomes with the rules that give them, or before the result the
/// rules that hold so far; the rules that do not fire, with their conditions; and the effect of
/// each other single answer.
///
/// The argument `answers` is one JSON object, which maps a question id to an option or a list of
/// options. An answer to a question that is not asked does not count, and an option that is not
/// shown does not count.
///
/// Each question is a `fieldset` with the attribute `data-question`. It contains an `input` for
/// each option: `name` is the id of the question, `value` is the id of the option, and
/// `data-exclusive` marks an exclusive option.
///
/// # Errors
/// Returns a sentence about invalid answers, such as an unknown id.
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
