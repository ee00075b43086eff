//! Lists the screens of a pathway, once for each wording, with every text that the screen can show.
//! Each card of a result counts as a screen of its own, so that easy texts around it cannot hide
//! that it is hard to read.

use super::formula::Counts;
use pathway::{
    document::Document,
    wording::Text,
    words::{BlockWords, Words},
};

/// The names of the three wordings: for the person, for someone they know, and for a professional.
const WORDINGS: [&str; 3] = ["person", "someone", "professional"];

/// A screen, or a card of a result, in one wording.
pub struct Screen<'a> {
    /// The kind of the screen, and the id of its question or outcome.
    pub name: String,
    /// The name of the wording that this screen is in.
    pub wording: &'static str,
    /// The texts that the screen can show, in this wording.
    pub texts: Vec<&'a str>,
}

impl Screen<'_> {
    /// Counts the sentences, words and syllables of this screen's texts.
    pub fn counts(&self) -> Counts {
        Counts::of(self.texts.iter().copied())
    }
}

/// Lists every screen of the pathway in every wording.
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

/// Returns the texts of the start page, which have only one wording.
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

/// Returns the text in the wording with this name.
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
