//! Makes the plain guide of an edition: one page without a script, with every outcome and its lines
//! and contacts. Its reader has answered no question, so the guide shows every line, in the wording
//! for anyone.

use super::{
    Crisis, crisis,
    result::{Block, Card, blocks, card},
    visitor_text::ReaderText,
};
use crate::{
    model::{answers::Answers, date::Date, properties::Status, words::Direction},
    runtime::edition::Edition,
};
use alloc::{string::String, vec::Vec};

/// The content of the plain guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guide {
    /// The tag of the guide's language, such as `en-GB`.
    pub language: String,
    /// True if the guide's language is written from right to left.
    pub right_to_left: bool,
    /// The title of the widget.
    pub title: String,
    /// The heading of the plain guide.
    pub heading: String,
    /// The first line of the guide.
    pub lead: String,
    /// The help that every screen shows. In the guide it is always open.
    pub crisis: Crisis,
    /// The lines about the purpose of the widget and its limits.
    pub purpose: Vec<String>,
    /// The heading of the plain guide's table of contents.
    pub contents_title: String,
    /// The heading above the first things to do for an outcome.
    pub first_title: String,
    /// The heading above the contacts of an outcome.
    pub contacts_title: String,
    /// The sentence which says that the pathway is a draft, or out of use. `None` if the pathway is
    /// signed and in use.
    pub draft: Option<String>,
    /// A card for each outcome, the most urgent first.
    pub cards: Vec<Card>,
    /// All texts that a result can show outside its cards.
    pub blocks: Vec<Block>,
    /// The version of the pathway, and the first 12 characters of the edition's hash.
    pub version: String,
}

/// Makes the plain guide. The argument `today` decides which contacts count as checked, as in
/// [`super::screen`].
pub fn guide(edition: &Edition, today: Option<Date>) -> Guide {
    let answers = Answers::default();
    let wording = ReaderText::new(edition, &answers, today).to_anyone();
    let compiled = edition.pathway().compiled();
    let words = edition.words();
    let mut cards: Vec<Card> = (0..compiled.outcomes.len())
        .filter_map(|outcome| card(&wording, outcome, &[]))
        .collect();
    let retired = words.retired.clone();
    let retired = retired.filter(|_| compiled.status == Status::Retired);
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
        draft: super::draft(&wording).or(retired),
        cards,
        blocks: blocks(&wording, None),
        version: super::result::version(&wording),
    }
}
