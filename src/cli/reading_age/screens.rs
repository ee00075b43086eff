//! Lists the screens of a pathway as each kind of visitor reads them, with every text that a screen
//! can show. A card counts as a screen of its own, so that easy lines around it do not lower its
//! reading age.

use super::formula::Counts;
use pathway::{
    document::Document,
    text::Text,
    words::{BlockWords, Words},
};

/// The kinds of reader.
const WORDINGS: [&str; 3] = ["person", "someone", "professional"];

/// A screen, or a card on a screen, in one wording.
pub struct Screen<'a> {
    /// The kind of screen, and the id of its question or outcome.
    pub name: String,
    /// The kind of reader.
    pub wording: &'static str,
    /// The texts on the screen.
    pub texts: Vec<&'a str>,
}

impl Screen<'_> {
    /// Counts the sentences, words and syllables of this screen.
    pub fn counts(&self) -> Counts {
        Counts::of(self.texts.iter().copied())
    }
}

/// Lists every screen in every wording.
pub fn screens<'a>(document: &Document, words: &'a Words) -> Vec<Screen<'a>> {
    let in_wordings = |(name, texts): (String, Vec<&'a Text>)| {
        WORDINGS.map(|wording| Screen {
            name: name.clone(),
            wording,
            texts: texts.iter().map(|text| in_wording(text, wording)).collect(),
        })
    };
    let questions = words.questions.iter().map(|(id, question)| {
        let mut texts = Vec::new();
        question.each_text("", &mut |_, text| texts.push(text));
        (format!("question {id}"), texts)
    });
    let outcomes = words.outcomes.iter().map(|(id, outcome)| {
        let own = blocks(document, words, |block| block.outcomes.contains(id));
        let sections = outcome.each().flat_map(|(_, lines)| lines.values());
        (format!("outcome {id}"), sections.chain(own).collect())
    });
    let around = blocks(document, words, |block| block.outcomes.is_empty());
    let ui = words.ui.iter().map(|(_, text)| text);
    let result = ("around results".to_owned(), around.chain(ui).collect());
    let mut screens: Vec<Screen<'a>> = questions
        .chain(outcomes)
        .chain([result])
        .flat_map(in_wordings)
        .collect();
    screens.push(start(words));
    screens
}

/// Returns the start page, which has one wording for everyone.
fn start(words: &Words) -> Screen<'_> {
    let (start, crisis) = (&words.start, &words.crisis);
    let contacts = crisis.contacts.values();
    let contacts = contacts.flat_map(|contact| [&contact.name, &contact.when]);
    let texts = [&words.title, &start.lead, &start.start, &crisis.title]
        .into_iter()
        .chain(&start.points)
        .chain(&start.purpose)
        .chain(contacts)
        .chain(crisis.more.values())
        .chain([&crisis.guide]);
    Screen {
        name: "start".to_owned(),
        wording: "everyone",
        texts: texts.map(String::as_str).collect(),
    }
}

fn blocks<'a>(
    document: &Document,
    words: &'a Words,
    belongs: impl Fn(&pathway::document::Block) -> bool,
) -> impl Iterator<Item = &'a Text> {
    let blocks = document.blocks.iter().filter(move |block| belongs(block));
    let blocks: Vec<&BlockWords> = blocks
        .filter_map(|block| words.blocks.get(&block.id))
        .collect();
    blocks
        .into_iter()
        .flat_map(|block| block.lines.values().chain([&block.title]))
}

/// Returns the text for one kind of reader.
fn in_wording<'a>(text: &'a Text, wording: &str) -> &'a str {
    match text {
        Text::One(text) => text,
        Text::Three {
            person,
            someone,
            professional,
            ..
        } => match wording {
            "someone" => someone,
            "professional" => professional,
            _ => person,
        },
    }
}
