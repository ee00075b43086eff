//! A question → its page.

use super::wording::Wording;
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

/// A question's page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuestionScreen {
    /// The question's id.
    pub id: Option<QuestionId>,
    /// The question: the page's heading.
    pub legend: String,
    /// Lines under the heading.
    pub hints: Vec<String>,
    /// Opens why it is asked.
    pub why_title: String,
    /// Why it is asked; nothing to open, if empty.
    pub why: Vec<String>,
    /// Checkboxes if more than one option may be picked, else radios.
    pub many: bool,
    /// Says that more than one may be picked.
    pub pick_many: String,
    /// The options, exclusive ones last.
    pub choices: Vec<Choice>,
    /// The word before the exclusive options.
    pub or: String,
    /// Set when Continue was pressed without an answer.
    pub mistake: Option<ValidationError>,
    /// The button that goes on.
    pub r#continue: String,
    /// The button that goes back.
    pub back: String,
    /// The text of the link to the plain guide.
    pub guide: String,
}

/// One thing that can be picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The option's id.
    pub id: OptionId,
    /// Its label.
    pub label: String,
    /// A line under the label.
    pub hint: Option<String>,
    /// Whether the option excludes every other option.
    pub exclusive: bool,
    /// Whether it is picked.
    pub picked: bool,
}

/// The error after Continue without an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValidationError {
    /// Heading of the error summary.
    pub title: String,
    /// Read before the message by screen readers.
    pub prefix: String,
    /// What to do.
    pub message: String,
}

pub(super) fn screen(
    wording: &Wording<'_>,
    journey: &Journey,
    index: usize,
    shown: Set,
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
        choices: choices(wording, question, shown, journey.draft()),
        or: wording.say(ui.or()),
        mistake: journey.is_missing().then(|| ValidationError {
            title: wording.say(ui.error_title()),
            prefix: wording.say(ui.error_prefix()),
            message: wording.say(&words.error),
        }),
        r#continue: wording.say(ui.r#continue()),
        back: wording.say(ui.back()),
        guide: wording.say(ui.guide_link()),
    }
}

/// The options of a question or a note.
pub(super) fn choices<'a>(
    wording: &Wording<'a>,
    question: &'a Question,
    shown: Set,
    picked: Set,
) -> Vec<Choice> {
    let words = wording.edition().words().questions.get(&question.id);
    let choice = |(index, option): (usize, &'a QuestionOption)| {
        let words = words?.options.get(&option.id)?;
        let variant = wording.shown(&option.variants).next();
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
        .filter(|(index, _)| shown.has(*index))
        .filter_map(choice)
        .collect()
}
