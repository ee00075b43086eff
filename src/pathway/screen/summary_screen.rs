//! Makes the page on which a visitor prints, copies or saves the summary, and adds notes and private
//! answers to it.

use super::{
    question::{self, Choice},
    summary::visible_notes,
    visitor_text::ReaderText,
};
use crate::{
    model::{id::QuestionId, properties::Kind, set::Set},
    runtime::{compiled::Question, journey::Journey},
};
use alloc::{string::String, vec::Vec};

/// The content of the summary page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummaryScreen {
    /// The heading of the summary page.
    pub title: String,
    /// The sentences that say what the summary is for, and that nothing has been sent.
    pub lead: Vec<String>,
    /// The heading of the optional questions.
    pub notes_title: String,
    /// The optional questions that the summary page shows after these answers.
    pub notes: Vec<Note>,
    /// The checkbox that adds the private answers. `None` if there is no private answer.
    pub private: Option<PrivateAnswers>,
    /// The sentence before the summary: only this text is printed, copied or saved.
    pub all: String,
    /// The label of the button that prints the summary.
    pub print: String,
    /// The label of the button that copies the summary.
    pub copy: String,
    /// The label of the button that saves the summary as a file.
    pub save: String,
    /// The message after the browser has copied the summary.
    pub copied: String,
    /// The message after the browser has saved the summary.
    pub saved: String,
    /// The message after the browser has failed to print, copy or save the summary.
    pub refused: String,
    /// The label of the Back button.
    pub back: String,
}

/// An optional question on the summary page. The visitor's answer is added to the summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The id of the optional question.
    pub id: QuestionId,
    /// The text of the optional question.
    pub legend: String,
    /// True for checkboxes, of which the visitor can pick several. False for radio buttons.
    pub many: bool,
    /// The options that the optional question shows.
    pub choices: Vec<Choice>,
    /// The label of the button that removes the answer to the optional question.
    pub remove: String,
}

/// The checkbox that adds the visitor's private answers to the summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrivateAnswers {
    /// The label of the checkbox that adds the private answers.
    pub label: String,
    /// The hint beside the checkbox. It says that other people may read the summary.
    pub hint: String,
    /// True if the visitor has added the private answers to the summary.
    pub added: bool,
}

/// Makes the summary page: its buttons, and the optional questions that apply after these answers.
pub(super) fn screen(wording: &ReaderText<'_>, journey: &Journey) -> SummaryScreen {
    let ui = wording.ui();
    let public = wording.pathway().without_private_answers(wording.answers());
    SummaryScreen {
        title: wording.say(ui.summary_title()),
        lead: Vec::from([
            wording.say(ui.summary_lead()),
            wording.say(ui.nothing_sent()),
        ]),
        notes_title: wording.say(ui.notes_title()),
        notes: visible_notes(wording, journey)
            .map(|(note, offered, picked)| note_on_page(wording, note, offered, picked))
            .collect(),
        private: (public != *wording.answers()).then(|| PrivateAnswers {
            label: wording.say(ui.private_label()),
            hint: wording.say(ui.private_hint()),
            added: journey.includes_private_answers(),
        }),
        all: wording.say(ui.summary_all()),
        print: wording.say(ui.print()),
        copy: wording.say(ui.copy()),
        save: wording.say(ui.save()),
        copied: wording.say(ui.copied()),
        saved: wording.say(ui.saved()),
        refused: wording.say(ui.refused()),
        back: wording.say(ui.back()),
    }
}

fn note_on_page<'a>(
    wording: &ReaderText<'a>,
    note: &'a Question,
    offered: Set,
    picked: Set,
) -> Note {
    let words = wording.edition().words().questions.get(&note.id);
    Note {
        id: note.id.clone(),
        legend: words
            .map(|words| wording.say(&words.legend))
            .unwrap_or_default(),
        many: note.kind == Kind::Many,
        choices: question::choices(wording, note, offered, picked),
        remove: wording.say(wording.ui().note_remove()),
    }
}
