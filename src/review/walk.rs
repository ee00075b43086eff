//! Writes the walk-through of a journey: its questions, the rules that give its outcomes with their
//! reasons, and the rules that give none.

mod fired_rules;
mod questions;
mod unfired_rules;

use crate::{
    explain::changes,
    journey_from_answers,
    words_by_id::{ConditionStyle, SignOffText},
};
use maud::html;
use pathway::{check::LoadedEdition, replay::End};

/// How many `details` elements can be inside each other. The built-in pathway needs fewer. The
/// limit keeps pages short.
const DEPTH: u8 = 4;

/// Writes the walk-through of these answers as a part of an HTML page. The page shows:
///
/// - each answered question, and the next question;
/// - the outcomes with the rules that give them or, before the result, the rules that hold so far;
/// - the rules that give nothing, with their conditions;
/// - each single other answer that would change the outcomes.
///
/// The argument `answers` is one JSON object. Its keys are ids of questions, and each value is an
/// option or a list of options. The answer to a question that is not asked does not count, and
/// neither does an option that is not shown.
///
/// Each question is a `fieldset` with the attribute `data-question`. It contains an `input` for
/// each option: `name` is the id of the question, `value` is the id of the option, and
/// `data-exclusive` marks an exclusive option.
///
/// # Errors
/// Returns a sentence about the first invalid answer, such as an unknown id.
pub fn walk(edition: &LoadedEdition, answers: &str) -> Result<String, String> {
    let pathway = edition.pathway();
    let journey = journey_from_answers::simulate(pathway, &pathway.answers(answers)?);
    let replay = &journey.position().replay;
    let wording = SignOffText {
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
