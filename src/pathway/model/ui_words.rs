//! Buttons, headings and other texts without an id: one list, in the order of an edition's bytes. A
//! new text in the list changes the format of editions.

use crate::model::codec::{Codec, Decoder, Encoder};
use crate::model::text::Text;
use serde::Deserialize;

macro_rules! ui_words {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        // In one row and not a field each: what reads and drops them is then a loop in the module.
        /// Buttons, headings and everything else that belongs to no id.
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

        /// As they are written.
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

    /// Each text with its name.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Text)> {
        UI_NAMES.iter().copied().zip(&self.0)
    }

    /// Each text with its name, for changes.
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
    /// Back to the screen before.
    back,
    /// On to the next.
    r#continue,
    /// Change an answer.
    change,
    /// Start again from the beginning.
    restart,
    /// The word between the options and the exclusive ones.
    or,
    /// Heading of the error summary.
    error_title,
    /// Read before an error by screen readers.
    error_prefix,
    /// Says that more than one option may be picked.
    pick_many,
    /// Opens why a question is asked.
    why_we_ask,
    /// Shown while `status` is draft.
    draft,
    /// The sentence after a result's heading: nothing has been sent.
    nothing_sent,
    /// The answers stay on this device.
    not_saved,
    /// Read before an emergency card's heading.
    urgency_emergency,
    /// Read before a card's heading when help is needed today.
    urgency_today,
    /// Read before a card's heading when help is needed soon.
    urgency_soon,
    /// Read before a card's heading when there is no hurry.
    urgency_routine,
    /// Heading of who an outcome is for.
    who_title,
    /// Heading of what to say.
    say_title,
    /// Heading of what to say in the words that were picked.
    own_title,
    /// Heading of what happens next.
    next_title,
    /// Heading of what to do if turned away.
    turned_away_title,
    /// Heading of contacts.
    contacts_title,
    /// Heading of helplines.
    helplines_title,
    /// Heading of the list of further outcomes.
    also_title,
    /// Heading of the reasons.
    why_title,
    /// Read before the answers a reason repeats.
    because,
    /// Opens the sources of a reason.
    sources_title,
    /// Heading of the list of answers.
    answers_title,
    /// Opens the summary to keep.
    keep,
    /// Heading of the summary itself.
    summary_heading,
    /// The line with the day of the summary, `{date}`.
    made,
    /// Heading of why an outcome is suggested, in the summary.
    criteria_title,
    /// Heading of the notes in the summary.
    noted_title,
    /// Clears the answers and leaves the page at once.
    exit,
    /// Heading of how to leave the page at once.
    exit_title,
    /// The explanation of the exit button.
    exit_how,
    /// The note that the browser's history stays.
    exit_history,
    /// Shown alone where the page did not leave at once.
    exit_close,
    /// Said after the first press of Shift.
    exit_two,
    /// Said after the second press of Shift.
    exit_one,
    /// Read before a phone number.
    call,
    /// Read before a number to text.
    text,
    /// The note beside a national contact that nobody has called.
    unverified,
    /// The note beside a contact that was checked on `{date}`.
    verified,
    /// The note beside a contact whose check is overdue; `{date}` is the last check.
    overdue,
    /// Said before the pathway's version and hash.
    version,
    /// The advice when the tool cannot run.
    failed,
    /// Link from a question to the plain guide.
    guide_link,
    /// Heading of the page with the summary to keep.
    summary_title,
    /// The purpose of the summary.
    summary_lead,
    /// Heading of what can be noted.
    notes_title,
    /// Takes a note out again.
    note_remove,
    /// The label of the checkbox that adds private answers.
    private_label,
    /// The hint about the readers of private answers.
    private_hint,
    /// Read before the summary: this is all that is kept.
    summary_all,
    /// Prints the summary.
    print,
    /// Copies the summary.
    copy,
    /// Saves the summary.
    save,
    /// Said when the summary has been copied.
    copied,
    /// Said when the summary has been saved.
    saved,
    /// Said when the browser did not let the summary be kept.
    refused,
    /// Heading of the failure page.
    failed_title,
    /// While the tool loads.
    loading,
    /// Heading of the plain guide.
    guide_title,
    /// First line of the plain guide.
    guide_lead,
    /// Heading of the list of everything in the plain guide.
    guide_contents,
    /// Heading of what to do first, in the plain guide.
    guide_first,
}
