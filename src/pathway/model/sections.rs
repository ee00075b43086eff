//! The sections of an outcome: one list for the files, the compiled pathway and the screen.

use crate::model::codec::codec;
use serde::Deserialize;

/// A section of an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutcomeSection {
    /// The heading.
    Title,
    /// The first things to do.
    First,
    /// The people that the outcome is for.
    Who,
    /// The lines to say on the phone.
    Say,
    /// The next steps.
    Next,
    /// The advice for a person who is turned away or gets worse.
    TurnedAway,
}

impl OutcomeSection {
    /// Returns the key of the section in the files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::First => "first",
            Self::Who => "who",
            Self::Say => "say",
            Self::Next => "next",
            Self::TurnedAway => "turned_away",
        }
    }
}

/// The sections of an outcome.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename = "OutcomeWords", bound = "T: Default + schemars::JsonSchema")
)]
#[serde(deny_unknown_fields)]
pub struct Sections<T> {
    /// The headings.
    pub title: T,
    /// The first lines of the card, with the first things to do.
    pub first: T,
    /// The people that the outcome is for.
    #[serde(default)]
    pub who: T,
    /// The lines to say on the phone.
    #[serde(default)]
    pub say: T,
    /// The lines about the next steps.
    #[serde(default)]
    pub next: T,
    /// The lines for a person who is turned away or gets worse.
    pub turned_away: T,
}

codec! {
    struct Sections<T> { title, first, who, say, next, turned_away }
}

/// Lists the sections of a value, in the order in which people read them.
macro_rules! sections {
    ($of:expr $(, $mutable:tt)?) => {
        [
            ($crate::model::sections::OutcomeSection::Title, & $($mutable)? $of.title),
            ($crate::model::sections::OutcomeSection::First, & $($mutable)? $of.first),
            ($crate::model::sections::OutcomeSection::Who, & $($mutable)? $of.who),
            ($crate::model::sections::OutcomeSection::Say, & $($mutable)? $of.say),
            ($crate::model::sections::OutcomeSection::Next, & $($mutable)? $of.next),
            ($crate::model::sections::OutcomeSection::TurnedAway, & $($mutable)? $of.turned_away),
        ]
        .into_iter()
    };
}

#[cfg(feature = "authoring")]
pub(crate) use sections;

impl<T> Sections<T> {
    /// Returns each section, in the order in which people read them.
    pub fn each(&self) -> impl Iterator<Item = (OutcomeSection, &T)> {
        sections!(self)
    }

    /// Returns a mutable reference to each section.
    pub(crate) fn each_mut(&mut self) -> impl Iterator<Item = (OutcomeSection, &mut T)> {
        sections!(self, mut)
    }
}
