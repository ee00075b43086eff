//! The six sections of an outcome. The files, the compiled pathway and the screen use this one
//! list.

use crate::model::codec::codec;
use serde::Deserialize;

/// A section of an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutcomeSection {
    /// The heading of the outcome.
    Title,
    /// The lines about the first things to do.
    First,
    /// The lines about the people that the outcome is for.
    Who,
    /// The lines that the visitor can say on the phone.
    Say,
    /// The lines about what happens next.
    Next,
    /// The advice for a person whom a service refuses, or who gets worse.
    TurnedAway,
}

impl OutcomeSection {
    /// Returns the key of this section in `pathway.json` and in the words file.
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

/// A value for each section of an outcome, such as its lines or their words.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename = "OutcomeWords", bound = "T: Default + schemars::JsonSchema")
)]
#[serde(deny_unknown_fields)]
pub struct Sections<T> {
    /// The headings of the outcome. The result shows one of them.
    pub title: T,
    /// The first lines of the outcome's card, which say what to do first.
    pub first: T,
    /// The lines about the people that the outcome is for.
    #[serde(default)]
    pub who: T,
    /// The lines that the visitor can say on the phone.
    #[serde(default)]
    pub say: T,
    /// The lines about what happens next.
    #[serde(default)]
    pub next: T,
    /// The lines for a person whom a service refuses, or who gets worse.
    pub turned_away: T,
}

codec! {
    struct Sections<T> { title, first, who, say, next, turned_away }
}

/// Lists the sections of an outcome, in the order in which people read them.
macro_rules! sections {
    ($of:expr $(, $mutable:tt)?) => {
        [
            ($crate::model::outcome_sections::OutcomeSection::Title, & $($mutable)? $of.title),
            ($crate::model::outcome_sections::OutcomeSection::First, & $($mutable)? $of.first),
            ($crate::model::outcome_sections::OutcomeSection::Who, & $($mutable)? $of.who),
            ($crate::model::outcome_sections::OutcomeSection::Say, & $($mutable)? $of.say),
            ($crate::model::outcome_sections::OutcomeSection::Next, & $($mutable)? $of.next),
            ($crate::model::outcome_sections::OutcomeSection::TurnedAway, & $($mutable)? $of.turned_away),
        ]
        .into_iter()
    };
}

#[cfg(feature = "authoring")]
pub(crate) use sections;

impl<T> Sections<T> {
    /// Returns the value of each section, in the order in which people read the sections.
    pub fn each(&self) -> impl Iterator<Item = (OutcomeSection, &T)> {
        sections!(self)
    }

    /// Returns a mutable reference to the value of each section, in the order in which people read
    /// the sections.
    pub(crate) fn each_mut(&mut self) -> impl Iterator<Item = (OutcomeSection, &mut T)> {
        sections!(self, mut)
    }
}
