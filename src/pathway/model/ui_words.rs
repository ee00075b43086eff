//! Buttons, headings and other texts without an id, in the order of an edition's bytes. A new text
//! in this list changes the format of editions.

use crate::model::codec::{Codec, Decoder, Encoder};
use crate::model::text::Text;
use serde::Deserialize;

macro_rules! ui_words {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        // A single array instead of a field for each text lets the compiled module read and free
        // the texts in a loop.
        /// Buttons, headings and all other texts without an id.
        #[derive(Clone, Debug, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(from = "UiNamed")]
        #[cfg_attr(feature = "schema", schemars(with = "UiNamed"))]
        pub struct UiWords([Text; UI_NAMES.len()]);

        const UI_NAMES: &[&str] = &[$(stringify!($name)),*];

        /// The index of each text.
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

        /// The texts as the file contains them.
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

    /// Returns each text with its name.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Text)> {
        UI_NAMES.iter().copied().zip(&self.0)
    }

    /// Returns each name with a mutable reference to its text.
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
    /// The button back to the screen before.
    back,
    /// The button to the next screen.
    r#continue,
    /// The button that changes an answer.
    change,
    /// The button that starts again from the beginning.
    restart,
    /// The word between the other options and the exclusive options.
    or,
    /// The heading of the error summary.
    error_title,
    /// The words that a screen reader says before an error.
    error_prefix,
    /// The note that the visitor may pick more than one option.
    pick_many,
    /// The button that opens the explanation why a question is asked.
    why_we_ask,
    /// The note that the pathway is a draft.
    draft,
    /// The sentence after a result's heading: nothing has been sent.
    nothing_sent,
    /// The note that the answers stay on this device.
    not_saved,
    /// The words before the heading of an emergency card.
    urgency_emergency,
    /// The words before the heading of a card for help today.
    urgency_today,
    /// The words before the heading of a card for help soon.
    urgency_soon,
    /// The words before the heading of a card without urgency.
    urgency_routine,
    /// The heading of the people that an outcome is for.
    who_title,
    /// The heading of the lines to say on the phone.
    say_title,
    /// The heading of the picked options on a card, for the visitor to say on the phone.
    own_title,
    /// The heading of the next steps.
    next_title,
    /// The heading of the advice for a person who is turned away.
    turned_away_title,
    /// The heading of the contacts.
    contacts_title,
    /// The heading of the helplines.
    helplines_title,
    /// The heading of the list of further outcomes.
    also_title,
    /// The heading of the reasons.
    why_title,
    /// The words before the answers that a reason repeats.
    because,
    /// The button that opens the sources of a reason.
    sources_title,
    /// The heading of the list of answers.
    answers_title,
    /// The button that opens the summary.
    keep,
    /// The heading of the summary itself.
    summary_heading,
    /// The line with the day of the summary, `{date}`.
    made,
    /// The heading of the reasons in the summary.
    criteria_title,
    /// The heading of the notes in the summary.
    noted_title,
    /// The button that clears the answers and leaves the page at once.
    exit,
    /// The heading of the explanation of the exit button.
    exit_title,
    /// The explanation of the exit button.
    exit_how,
    /// The note that the browser's history stays.
    exit_history,
    /// The text on the empty page if the browser did not leave it at once.
    exit_close,
    /// The message after the first press of Shift.
    exit_two,
    /// The message after the second press of Shift.
    exit_one,
    /// The words that a screen reader says before a phone number.
    call,
    /// The words that a screen reader says before a number for text messages.
    text,
    /// The note beside a national contact that nobody has called.
    unverified,
    /// The note beside a contact that was checked on `{date}`.
    verified,
    /// The note beside a contact whose check is overdue; `{date}` is the last check.
    overdue,
    /// The words before the pathway's version and hash.
    version,
    /// The advice when the tool cannot run.
    failed,
    /// The link from a question to the plain guide.
    guide_link,
    /// The heading of the summary page.
    summary_title,
    /// The purpose of the summary.
    summary_lead,
    /// The heading of the notes that a visitor may add.
    notes_title,
    /// The button that removes a note.
    note_remove,
    /// The label of the checkbox that adds private answers.
    private_label,
    /// The hint about the people who may read private answers.
    private_hint,
    /// The sentence before the summary: only this text is printed, copied or saved.
    summary_all,
    /// The button that prints the summary.
    print,
    /// The button that copies the summary.
    copy,
    /// The button that saves the summary.
    save,
    /// The message that the summary has been copied.
    copied,
    /// The message that the summary has been saved.
    saved,
    /// The message that the browser did not print, copy or save the summary.
    refused,
    /// The heading of the failure page.
    failed_title,
    /// The message while the tool loads.
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
