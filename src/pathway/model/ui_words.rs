//! Buttons, headings and other texts without an id. The list has the order of the bytes in an
//! edition, so a new text in this list changes the format of editions.

use crate::model::codec::{Codec, Decoder, Encoder};
use crate::model::wording::Text;
use serde::Deserialize;

macro_rules! ui_words {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        // One array is used instead of a field for each text, because the compiled module can then
        // read and free the texts in a loop.
        /// Buttons, headings and all other texts without an id.
        #[derive(Clone, Debug, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(from = "UiNamed")]
        #[cfg_attr(feature = "schema", schemars(with = "UiNamed"))]
        pub struct UiWords([Text; UI_NAMES.len()]);

        const UI_NAMES: &[&str] = &[$(stringify!($name)),*];

        /// The index of each text in the array of [`UiWords`].
        #[derive(Clone, Copy)]
        #[expect(non_camel_case_types, reason = "called as in the file")]
        enum UiIndex {
            $($name,)*
        }

        impl UiWords {
            $(
                $(#[$doc])*
                pub fn $name(&self) -> &Text {
                    self.at(UiIndex::$name)
                }
            )*
        }

        /// The texts as the words file contains them: one key for each text.
        #[derive(Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields, rename = "UiWords")]
        struct UiNamed {
            $($(#[$doc])* $name: Text,)*
        }

        impl From<UiNamed> for UiWords {
            fn from(named: UiNamed) -> Self {
                Self([$(named.$name,)*])
            }
        }
    };
}

impl UiWords {
    #[expect(clippy::indexing_slicing, reason = "there is a text for each index")]
    fn at(&self, index: UiIndex) -> &Text {
        &self.0[index as usize]
    }

    /// Returns each text with its key in the words file.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Text)> {
        UI_NAMES.iter().copied().zip(&self.0)
    }

    /// Returns a mutable reference to each text, with its key in the words file.
    #[cfg(feature = "authoring")]
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = (&'static str, &mut Text)> {
        UI_NAMES.iter().copied().zip(&mut self.0)
    }
}

impl Codec for UiWords {
    const EMPTY: Self = Self([const { Text::EMPTY }; UI_NAMES.len()]);
    fn encode(&self, encoder: &mut Encoder) {
        self.0.iter().for_each(|text| text.encode(encoder));
    }
    fn decode(&mut self, decoder: &mut Decoder<'_>) {
        self.0.iter_mut().for_each(|text| text.decode(decoder));
    }
}

ui_words! {
    /// The label of the button that goes back to the screen before.
    back,
    /// The label of the button that goes to the next screen.
    r#continue,
    /// The label of the button that changes an answer.
    change,
    /// The label of the button that clears every answer and goes back to the start page.
    restart,
    /// The word between the other options of a question and its exclusive options: "or".
    or,
    /// The heading of the box that lists the errors on a page.
    error_title,
    /// The words that a screen reader says before an error message.
    error_prefix,
    /// The sentence which says that the visitor may pick more than one option.
    pick_many,
    /// The label of the button that opens the explanation why a question is asked.
    why_we_ask,
    /// The sentence which says that the pathway is a draft.
    draft,
    /// The sentence which says that nothing has been sent. It follows the heading of a result.
    nothing_sent,
    /// The sentence which says that the answers stay on this device.
    not_saved,
    /// The words before the heading of a card for an emergency.
    urgency_emergency,
    /// The words before the heading of a card for an outcome that is urgent today.
    urgency_today,
    /// The words before the heading of a card for an outcome in the next days.
    urgency_soon,
    /// The words before the heading of a card for an outcome that is not urgent.
    urgency_routine,
    /// The heading of the lines about the people that an outcome is for.
    who_title,
    /// The heading of the lines that the visitor can say on the phone.
    say_title,
    /// The heading of the visitor's own answers on a card. The visitor can say these on the phone.
    own_title,
    /// The heading of the lines about what happens next.
    next_title,
    /// The heading of the advice for a person whom a service refuses.
    turned_away_title,
    /// The heading of the contacts in the plain guide.
    contacts_title,
    /// The heading of the helplines on a card.
    helplines_title,
    /// The heading of the further outcomes, which follow the cards on a result.
    also_title,
    /// The heading of the reasons on a card.
    why_title,
    /// The words before the answers that a reason repeats.
    because,
    /// The label of the button that opens the sources of a reason.
    sources_title,
    /// The heading of the list of answers on a result.
    answers_title,
    /// The label of the button that opens the summary page.
    keep,
    /// The heading of the summary that is printed, copied or saved.
    summary_heading,
    /// The line with the day on which the summary was made. The day replaces `{date}`.
    made,
    /// The heading of the reasons in the summary for a professional.
    criteria_title,
    /// The heading of the visitor's answers to the optional questions, in the summary.
    noted_title,
    /// The label of the button that clears the answers and opens another page at once.
    exit,
    /// The heading of the text that explains the exit button.
    exit_title,
    /// The text that explains the exit button.
    exit_how,
    /// The sentence which says that the browser's history still contains the page.
    exit_history,
    /// The text on the emptied page. A visitor reads it if the browser has not opened another page.
    exit_close,
    /// The message after the visitor presses Shift once. Two more presses exit the page.
    exit_two,
    /// The message after the visitor presses Shift twice. One more press exits the page.
    exit_one,
    /// The words that a screen reader says before a phone number.
    call,
    /// The words that a screen reader says before a number for text messages.
    text,
    /// The sentence beside a contact without a check.
    unverified,
    /// The sentence beside a contact whose last check is current. The day of the check replaces
    /// `{date}`.
    verified,
    /// The sentence beside a contact whose next check is overdue. The day of the last check
    /// replaces `{date}`.
    overdue,
    /// The word before the version and the hash of the pathway.
    version,
    /// The advice for a visitor when the widget cannot run.
    failed,
    /// The text of the link from a question to the plain guide.
    guide_link,
    /// The heading of the summary page.
    summary_title,
    /// The sentence which says what the visitor can do with the summary.
    summary_lead,
    /// The heading of the optional questions on the summary page.
    notes_title,
    /// The label of the button that removes the answer to an optional question.
    note_remove,
    /// The label of the checkbox that adds the private answers to the summary.
    private_label,
    /// The hint beside the checkbox for private answers. It reminds the visitor that other people
    /// may read the summary.
    private_hint,
    /// The sentence before the summary. It says that only the text of the summary is printed,
    /// copied or saved.
    summary_all,
    /// The label of the button that prints the summary.
    print,
    /// The label of the button that copies the summary.
    copy,
    /// The label of the button that saves the summary as a file.
    save,
    /// The message after the browser has copied the summary.
    copied,
    /// The message after the browser has saved the summary.
    saved,
    /// The message after the browser has failed to print, copy or save the summary.
    refused,
    /// The heading of the page that replaces the widget when it cannot run.
    failed_title,
    /// The message while the widget loads.
    loading,
    /// The heading of the plain guide.
    guide_title,
    /// The first line of the plain guide.
    guide_lead,
    /// The heading of the table of contents in the plain guide.
    guide_contents,
    /// The heading of the first things to do, in the plain guide.
    guide_first,
}
