//! The sections of an outcome: one list for the files, the compiled pathway and the screen.

use crate::model::codec::codec;
use serde::Deserialize;

/// A section of an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutcomeSection {
    /// The heading.
    Title,
    /// What to do first.
    First,
    /// Who the outcome is for.
    Who,
    /// What to say on the phone.
    Say,
    /// The next steps.
    Next,
    /// What to do when turned away, or when it gets worse.
    TurnedAway,
}

impl OutcomeSection {
    /// The key of the section in the files.
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

/// An outcome, section by section.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename = "OutcomeWords", bound = "T: Default + schemars::JsonSchema")
)]
#[serde(deny_unknown_fields)]
pub struct Sections<T> {
    /// Headings.
    pub title: T,
    /// The first lines of the card: what to do.
    pub first: T,
    /// Who it is for.
    #[serde(default)]
    pub who: T,
    /// The lines to say on the phone.
    #[serde(default)]
    pub say: T,
    /// The lines about the next steps.
    #[serde(default)]
    pub next: T,
    /// If turned away, or if it gets worse.
    pub turned_away: T,
}

codec! {
    struct Sections<T> { title, first, who, say, next, turned_away }
}

/// The sections of a value, in the order in which people read them.
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

pub(crate) use sections;

impl<T> Sections<T> {
    /// Each section, in the order in which people read them.
    pub fn each(&self) -> impl Iterator<Item = (OutcomeSection, &T)> {
        sections!(self)
    }

    /// Each section, for changes.
    pub(crate) fn each_mut(&mut self) -> impl Iterator<Item = (OutcomeSection, &mut T)> {
        sections!(self, mut)
    }
}
