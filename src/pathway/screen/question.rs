//! A question → its page.

use super::voice::Voice;
use crate::{
    document::Kind,
    id::{OptionId, QuestionId},
    journey::Journey,
    outline::{Question, QuestionOption},
    set::Set,
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
    /// What can be picked, exclusive options last.
    pub choices: Vec<Choice>,
    /// The word before the exclusive options.
    pub or: String,
    /// Set when Continue was pressed without an answer.
    pub mistake: Option<Mistake>,
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
    /// Picking it unpicks the rest.
    pub exclusive: bool,
    /// Whether it is picked.
    pub picked: bool,
}

/// What to do when Continue was pressed without an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Heading of the error summary.
    pub title: String,
    /// Read before the message by screen readers.
    pub prefix: String,
    /// What to do.
    pub message: String,
}

pub(super) fn screen(
    voice: &Voice<'_>,
    journey: &Journey,
    place: usize,
    shown: Set,
) -> QuestionScreen {
    let question = voice.pathway().document().questions.get(place);
    let words = question.and_then(|question| voice.edition().words().questions.get(&question.id));
    let (Some(question), Some(words)) = (question, words) else {
        return QuestionScreen::default();
    };
    let ui = voice.ui();
    QuestionScreen {
        id: Some(question.id.clone()),
        legend: voice.say(&words.legend),
        hints: voice.lines(&question.hints, &words.hints),
        why_title: voice.say(&ui.why_we_ask),
        why: voice.lines(&question.why, &words.why),
        many: question.kind == Kind::Many,
        pick_many: voice.say(&ui.pick_many),
        choices: choices(voice, question, shown, journey.draft()),
        or: voice.say(&ui.or),
        mistake: journey.is_missing().then(|| Mistake {
            title: voice.say(&ui.error_title),
            prefix: voice.say(&ui.error_prefix),
            message: voice.say(&words.error),
        }),
        r#continue: voice.say(&ui.r#continue),
        back: voice.say(&ui.back),
        guide: voice.say(&ui.guide_link),
    }
}

/// What can be picked of a question or a note.
pub(super) fn choices<'a>(
    voice: &Voice<'a>,
    question: &'a Question,
    shown: Set,
    picked: Set,
) -> Vec<Choice> {
    let words = voice.edition().words().questions.get(&question.id);
    let choice = |(index, option): (usize, &'a QuestionOption)| {
        let words = words?.options.get(&option.id)?;
        let variant = voice.shown(&option.variants).next();
        let variant = variant.and_then(|variant| words.variants.get(variant));
        let (label, hint) = variant.map_or((&words.label, words.hint.as_ref()), |variant| {
            (&variant.label, variant.hint.as_ref())
        });
        Some(Choice {
            id: option.id.clone(),
            label: voice.say(label),
            hint: hint.map(|hint| voice.say(hint)),
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
