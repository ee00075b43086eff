//! Makes the page of a question.

use super::visitor_text::ReaderText;
use crate::{
    model::{
        id::{OptionId, QuestionId},
        properties::Kind,
        set::Set,
    },
    runtime::{
        compiled::{Question, QuestionOption},
        journey::Journey,
    },
};
use alloc::{string::String, vec::Vec};

/// The content of a question's page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuestionScreen {
    /// The id of the question. `None` if the question does not exist.
    pub id: Option<QuestionId>,
    /// The text of the question, which is the heading of the page.
    pub legend: String,
    /// The lines under the heading of the question.
    pub hints: Vec<String>,
    /// The label of the button that opens the explanation why the question is asked.
    pub why_title: String,
    /// The lines that explain why the question is asked. The list can be empty.
    pub why: Vec<String>,
    /// True for checkboxes, with which the visitor can pick several options. False for radio
    /// buttons.
    pub many: bool,
    /// The sentence which says that the visitor may pick more than one option.
    pub pick_many: String,
    /// The options that the question shows, the exclusive ones last.
    pub choices: Vec<Choice>,
    /// The word between the other options and the exclusive options: "or".
    pub or: String,
    /// The error after a press on Continue without a picked option. `None` if there is no error.
    pub validation_error: Option<ValidationError>,
    /// The label of the Continue button.
    pub r#continue: String,
    /// The label of the Back button.
    pub back: String,
    /// The text of the link to the plain guide.
    pub guide: String,
}

/// An option, as the page of its question shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The id of the option.
    pub id: OptionId,
    /// The label of the option.
    pub label: String,
    /// The line under the label of the option.
    pub hint: Option<String>,
    /// True if the option excludes every other option of the question.
    pub exclusive: bool,
    /// True if the visitor has picked the option.
    pub picked: bool,
}

/// The words of the error after a press on Continue without a picked option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValidationError {
    /// The heading of the box that lists the errors on the page.
    pub title: String,
    /// The words that a screen reader says before the error message.
    pub prefix: String,
    /// The error message, which says what the visitor must do.
    pub message: String,
}

pub(super) fn screen(
    wording: &ReaderText<'_>,
    journey: &Journey,
    index: usize,
    offered: Set,
) -> QuestionScreen {
    let question = wording.pathway().compiled().questions.get(index);
    let words = question.and_then(|question| wording.edition().words().questions.get(&question.id));
    let (Some(question), Some(words)) = (question, words) else {
        return QuestionScreen::default();
    };
    let ui = wording.ui();
    QuestionScreen {
        id: Some(question.id.clone()),
        legend: wording.say(&words.legend),
        hints: wording.lines(&question.hints, &words.hints),
        why_title: wording.say(ui.why_we_ask()),
        why: wording.lines(&question.why, &words.why),
        many: question.kind == Kind::Many,
        pick_many: wording.say(ui.pick_many()),
        choices: choices(wording, question, offered, journey.unsubmitted_options()),
        or: wording.say(ui.or()),
        validation_error: journey.lacks_an_answer().then(|| ValidationError {
            title: wording.say(ui.error_title()),
            prefix: wording.say(ui.error_prefix()),
            message: wording.say(&words.error),
        }),
        r#continue: wording.say(ui.r#continue()),
        back: wording.say(ui.back()),
        guide: wording.say(ui.guide_link()),
    }
}

/// Returns the options that a question shows, in the wording for this visitor. The arguments
/// `offered` and `picked` contain indexes of options.
pub(super) fn choices<'a>(
    wording: &ReaderText<'a>,
    question: &'a Question,
    offered: Set,
    picked: Set,
) -> Vec<Choice> {
    let words = wording.edition().words().questions.get(&question.id);
    let choice = |(index, option): (usize, &'a QuestionOption)| {
        let words = words?.options.get(&option.id)?;
        let variant = wording.visible_entries(&option.variants).next();
        let variant = variant.and_then(|variant| words.variants.get(variant));
        let (label, hint) = variant.map_or((&words.label, words.hint.as_ref()), |variant| {
            (&variant.label, variant.hint.as_ref())
        });
        Some(Choice {
            id: option.id.clone(),
            label: wording.say(label),
            hint: hint.map(|hint| wording.say(hint)),
            exclusive: option.exclusive,
            picked: picked.has(index),
        })
    };
    let options = question.options.iter().enumerate();
    options
        .filter(|(index, _)| offered.has(*index))
        .filter_map(choice)
        .collect()
}
