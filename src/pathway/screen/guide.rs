//! Makes the plain guide from an edition: every outcome with its lines and contacts, for a page
//! without a script. The guide has no answers from its reader, so it shows every line, in the
//! wording for anyone.

use super::{
    Crisis, crisis,
    result::{Block, Card, blocks, card},
    wording::Wording,
};
use crate::{
    model::{answers::Answers, date::Date, words::Direction},
    runtime::edition::Edition,
};
use alloc::{string::String, vec::Vec};

/// The plain guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guide {
    /// The language tag, such as `en-GB`.
    pub language: String,
    /// True if the language is written from right to left.
    pub right_to_left: bool,
    /// The tool's title.
    pub title: String,
    /// The heading of the page.
    pub heading: String,
    /// The introduction of the page.
    pub lead: String,
    /// The open crisis block.
    pub crisis: Crisis,
    /// The purpose of the tool, and its limits.
    pub purpose: Vec<String>,
    /// The heading of the table of contents.
    pub contents_title: String,
    /// The heading of the first things to do.
    pub first_title: String,
    /// The heading of the contacts.
    pub contacts_title: String,
    /// The note that the pathway is a draft. `None` if it is signed.
    pub draft: Option<String>,
    /// Every outcome, in the order of urgency.
    pub cards: Vec<Card>,
    /// All texts that a result can show.
    pub blocks: Vec<Block>,
    /// The pathway's version and the start of its hash.
    pub version: String,
}

/// Makes the plain guide. See [`super::screen`] for `today`.
pub fn guide(edition: &Edition, today: Option<Date>) -> Guide {
    let answers = Answers::default();
    let wording = Wording::new(edition, &answers, today).to_anyone();
    let compiled = edition.pathway().compiled();
    let words = edition.words();
    let mut cards: Vec<Card> = (0..compiled.outcomes.len())
        .filter_map(|outcome| card(&wording, outcome, &[]))
        .collect();
    cards.sort_by_key(|card| core::cmp::Reverse(card.urgency));
    Guide {
        language: words.language.clone(),
        right_to_left: words.direction == Direction::Rtl,
        title: words.title.clone(),
        heading: wording.say(words.ui.guide_title()),
        lead: wording.say(words.ui.guide_lead()),
        crisis: crisis(edition, true),
        purpose: words.start.purpose.clone(),
        contents_title: wording.say(words.ui.guide_contents()),
        first_title: wording.say(words.ui.guide_first()),
        contacts_title: wording.say(words.ui.contacts_title()),
        draft: super::draft(&wording),
        cards,
        blocks: blocks(&wording, None),
        version: super::result::version(&wording),
    }
}
