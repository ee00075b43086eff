//! `words/<language>.json`: everything a person reads, keyed by the ids of `pathway.json`.

use super::text::{Keyed, Lines, Text};
use crate::id::{BlockId, ContactId, LineId, OptionId, OutcomeId, PathwayId, QuestionId, RuleId};
use crate::wire::{Bytes, Carried, Written, carried};
use alloc::{string::String, vec::Vec};
use serde::Deserialize;

/// A pathway in one language.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Where the JSON Schema is, for editors.
    #[serde(default, rename = "$schema")]
    pub schema: Option<String>,
    /// The pathway they belong to.
    pub pathway: PathwayId,
    /// The pathway's version they belong to.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^\d+\.\d+\.\d+$")))]
    pub version: String,
    /// A language tag, such as `en-GB`.
    pub language: String,
    /// Which way it is written.
    pub direction: Direction,
    /// How texts must read.
    pub style: Style,
    /// The tool's title.
    pub title: String,
    /// The start page.
    pub start: StartWords,
    /// The crisis block.
    pub crisis: CrisisWords,
    /// Buttons, headings and everything else that belongs to no id.
    pub ui: UiWords,
    /// Questions and notes.
    pub questions: Keyed<QuestionId, QuestionWords>,
    /// Outcomes.
    pub outcomes: Keyed<OutcomeId, OutcomeWords>,
    /// Blocks.
    pub blocks: Keyed<BlockId, BlockWords>,
    /// Reasons, one for each rule.
    pub rules: Keyed<RuleId, Text>,
    /// Contacts.
    pub contacts: Keyed<ContactId, ContactWords>,
    /// Names in the texts that a trust puts its own in place of.
    #[serde(default)]
    pub names: Names,
    /// How the ages of a question are called where a trust's limits make other age bands.
    #[serde(default)]
    pub bands: Keyed<QuestionId, BandWords>,
}

/// Names as they stand in texts. Where a trust has its own, each is replaced wherever it stands.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// The service, as most texts call it.
    pub service: Option<String>,
    /// The service's whole name.
    pub service_in_full: Option<String>,
    /// The word between the last two names of a list: "and".
    pub and: Option<String>,
}

/// How age bands are called. `{from}`, `{to}` and `{years}` become numbers.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BandWords {
    /// From birth to a month.
    pub first: BandWording,
    /// From a month to another.
    pub between: BandWording,
    /// One month.
    pub single: BandWording,
    /// From a month to just under so many years.
    pub under_years: BandWording,
    /// From a month on.
    pub last: BandWording,
    /// From so many years on.
    pub last_in_years: BandWording,
}

/// How one age band is called.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BandWording {
    /// The option's label.
    pub label: Text,
    /// How a reason or an answer list repeats it; the label, if absent.
    pub said: Option<Text>,
}

/// How texts must read, as far as a program can tell.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Style {
    /// Words and phrases that stand in no text, in any case.
    pub avoid: Vec<String>,
    /// Phrases in which they may stand all the same, such as the name of a service.
    pub allow: Vec<String>,
    /// The most words in a sentence.
    pub sentence_words: usize,
}

/// Which way a language is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

/// The start page.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StartWords {
    /// What the tool does, in a sentence or two.
    pub lead: String,
    /// About 2 minutes; nothing is saved; you need to call: one line each.
    pub points: Vec<String>,
    /// What it is for, and what it is not.
    pub purpose: Vec<String>,
    /// The start button.
    pub start: String,
}

/// The crisis block.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CrisisWords {
    /// Its heading when it stands open.
    pub title: String,
    /// Its label as one line: "Help now".
    pub label: String,
    /// What each contact is for; read before its number.
    pub contacts: Keyed<ContactId, CrisisContactWords>,
    /// Further lines.
    pub more: Keyed<LineId, String>,
    /// The link to the plain guide.
    pub guide: String,
}

/// One contact in the crisis block.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CrisisContactWords {
    /// The number as it is read aloud in the line: "999", "111, mental health option".
    pub name: String,
    /// When to call it.
    pub when: String,
}

/// A question or a note.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct QuestionWords {
    /// The question itself, the page's heading.
    pub legend: Text,
    /// Its name in the list of answers; the legend, if absent.
    pub short: Option<Text>,
    /// Lines under the heading.
    #[serde(default)]
    pub hints: Lines,
    /// Why it is asked.
    #[serde(default)]
    pub why: Lines,
    /// Said when Continue is pressed without an answer; starts with what to do.
    pub error: Text,
    /// What can be picked.
    pub options: Keyed<OptionId, OptionWords>,
}

/// One thing that can be picked.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OptionWords {
    /// Its label.
    pub label: Text,
    /// A line under the label.
    pub hint: Option<Text>,
    /// How a reason or an answer list repeats it; the label, if absent.
    pub said: Option<Text>,
    /// Labels that replace the usual one by condition.
    #[serde(default)]
    pub variants: Keyed<LineId, VariantWords>,
}

/// A label that replaces the usual one.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct VariantWords {
    /// The label.
    pub label: Text,
    /// A line under the label.
    pub hint: Option<Text>,
}

/// An outcome, section by section.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OutcomeWords {
    /// Headings.
    pub title: Lines,
    /// What to do first.
    pub first: Lines,
    /// Who it is for.
    #[serde(default)]
    pub who: Lines,
    /// What to say when you call.
    #[serde(default)]
    pub say: Lines,
    /// What happens next.
    #[serde(default)]
    pub next: Lines,
    /// If turned away, or if it gets worse.
    pub turned_away: Lines,
}

/// A block.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BlockWords {
    /// Its heading.
    pub title: Text,
    /// Its lines.
    pub lines: Lines,
}

/// A contact.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ContactWords {
    /// Who answers.
    pub name: Text,
    /// Hours, if a source gives them, or what the contact is for.
    pub remark: Option<Text>,
    /// What an unverified contact says of itself.
    pub unverified: Option<Text>,
}

carried! {
    struct StartWords { lead, points, purpose, start }
    struct CrisisContactWords { name, when }
    struct VariantWords { label, hint }
    struct ContactWords { name, remark, unverified }
}

carried! {
    enum Direction { Ltr, Rtl }
}

/// How texts must read is for those who write them; names and bands are for a trust's file. What is
/// said of something in the pathway is carried beside that: see [`crate::edition`].
impl Carried for Words {
    const EMPTY: Self = Self {
        schema: None,
        style: Style {
            avoid: Vec::new(),
            allow: Vec::new(),
            sentence_words: 0,
        },
        names: Names {
            service: None,
            service_in_full: None,
            and: None,
        },
        bands: Keyed::NONE,
        pathway: Carried::EMPTY,
        version: Carried::EMPTY,
        language: Carried::EMPTY,
        direction: Carried::EMPTY,
        title: Carried::EMPTY,
        start: Carried::EMPTY,
        crisis: CrisisWords {
            title: String::new(),
            label: String::new(),
            contacts: Keyed::NONE,
            more: Keyed::NONE,
            guide: String::new(),
        },
        ui: Carried::EMPTY,
        questions: Keyed::NONE,
        outcomes: Keyed::NONE,
        blocks: Keyed::NONE,
        rules: Keyed::NONE,
        contacts: Keyed::NONE,
    };
    fn write(&self, to: &mut Written) {
        self.pathway.write(to);
        self.version.write(to);
        self.language.write(to);
        self.direction.write(to);
        self.title.write(to);
        self.start.write(to);
        self.crisis.title.write(to);
        self.crisis.label.write(to);
        self.crisis.guide.write(to);
        self.ui.write(to);
    }
    fn fill(&mut self, from: &mut Bytes<'_>) {
        self.pathway.fill(from);
        self.version.fill(from);
        self.language.fill(from);
        self.direction.fill(from);
        self.title.fill(from);
        self.start.fill(from);
        self.crisis.title.fill(from);
        self.crisis.label.fill(from);
        self.crisis.guide.fill(from);
        self.ui.fill(from);
    }
}

macro_rules! ui_words {
    (at_once { $($(#[$doc:meta])* $name:ident,)* } later { $($(#[$later_doc:meta])* $later:ident,)* }) => {
        ui_words! {
            $($(#[$doc])* $name,)* $($(#[$later_doc])* $later,)*
        }

        /// How many there are that do not come with the rest of an edition.
        const AT_ONCE: usize = [$(stringify!($name)),*].len();
    };
    ($($(#[$doc:meta])* $name:ident,)*) => {
        // In one row and not a field each: what reads and drops them is then a loop in the module.
        /// Buttons, headings and everything else that belongs to no id.
        #[derive(Clone, Debug, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(from = "UiNamed")]
        #[cfg_attr(feature = "schema", schemars(with = "UiNamed"))]
        pub struct UiWords([Text; UI_NAMES.len()]);

        const UI_NAMES: &[&str] = &[$(stringify!($name)),*];

        /// The place of each in the row.
        #[derive(Clone, Copy)]
        #[expect(non_camel_case_types, reason = "called as in the file")]
        enum UiPlace {
            $($name,)*
        }

        impl UiWords {
            $(
                $(#[$doc])*
                #[must_use]
                pub fn $name(&self) -> &Text {
                    self.at(UiPlace::$name)
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
    #[expect(clippy::indexing_slicing, reason = "the row has a text for each place")]
    fn at(&self, place: UiPlace) -> &Text {
        &self.0[place as usize]
    }

    /// Each text with its name.
    pub fn each(&self) -> impl Iterator<Item = (&'static str, &Text)> {
        UI_NAMES.iter().copied().zip(&self.0)
    }

    /// Each text, to be changed.
    pub(crate) fn each_mut(&mut self) -> impl Iterator<Item = &mut Text> {
        self.0.iter_mut()
    }
}

impl Carried for UiWords {
    const EMPTY: Self = Self([const { Text::EMPTY }; UI_NAMES.len()]);
    fn write(&self, to: &mut Written) {
        for (place, text) in self.0.iter().enumerate() {
            to.turn(place < AT_ONCE);
            text.write(to);
        }
        to.turn(true);
    }
    fn fill(&mut self, from: &mut Bytes<'_>) {
        for (place, text) in self.0.iter_mut().enumerate() {
            if from.turn(place < AT_ONCE) {
                text.fill(from);
            }
        }
        from.turn(true);
    }
}

ui_words! {
    // What a question may say, or a result that ends them.
    at_once {
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
        /// Said of the day the summary was made; `{date}` is the day.
        made,
        /// Heading of why an outcome is suggested, in the summary.
        criteria_title,
        /// Heading of the notes in the summary.
        noted_title,
        /// Clears the answers and leaves the page at once.
        exit,
        /// Heading of how to leave the page at once.
        exit_title,
        /// How to leave the page at once, and what it does.
        exit_how,
        /// What leaving does not do: the browser's history stays.
        exit_history,
        /// Said after the first press of Shift.
        exit_two,
        /// Said after the second press of Shift.
        exit_one,
        /// Read before a phone number.
        call,
        /// Read before a number to text.
        text,
        /// Said of a national contact nobody has called.
        unverified,
        /// Said of a contact that was checked; `{date}` is when.
        verified,
        /// Said of a contact whose check is overdue; `{date}` is when it was last checked.
        overdue,
        /// Said before the pathway's version and hash.
        version,
        /// What to do when the tool cannot run.
        failed,
        /// Link from a question to the plain guide.
        guide_link,
        /// Heading of the page that stands where a result is still on its way.
        waiting_title,
        /// What can be done until then.
        waiting,
        /// The same heading once the result is late.
        late_title,
        /// Waits once more.
        try_again,
    }
    // What only comes after.
    later {
        /// Heading of the page with the summary to keep.
        summary_title,
        /// What the summary is for.
        summary_lead,
        /// Heading of what can be noted.
        notes_title,
        /// Takes a note out again.
        note_remove,
        /// Adds what is private to the summary.
        private_label,
        /// Who may see what is private.
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
}
