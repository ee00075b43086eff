//! The words of a pathway → its screens as each kind of visitor reads them: every text that can
//! stand on one, whatever its condition. A card is counted by itself, without the easy lines around
//! it that would make the figure look better.

use pathway::document::{
    Document,
    text::{Lines, Text},
    words::{BlockWords, Words},
};

/// Who reads.
const WORDINGS: [&str; 3] = ["person", "someone", "professional"];

/// A screen, or a card on one, in one wording.
pub struct Screen<'a> {
    /// What it is, with the id of what it is about.
    pub name: String,
    /// Who reads it.
    pub wording: &'static str,
    /// What they read.
    pub texts: Vec<&'a str>,
}

/// Every screen in every wording.
pub fn screens<'a>(document: &Document, words: &'a Words) -> Vec<Screen<'a>> {
    let in_wordings = |(name, texts): (String, Vec<&'a Text>)| {
        WORDINGS.map(|wording| Screen {
            name: name.clone(),
            wording,
            texts: texts.iter().map(|text| said(text, wording)).collect(),
        })
    };
    let questions = words.questions.iter().map(|(id, question)| {
        let mut texts = Vec::new();
        question.each_text("", &mut |_, text| texts.push(text));
        (format!("question {id}"), texts)
    });
    let outcomes = words.outcomes.iter().map(|(id, outcome)| {
        let own = blocks(document, words, |block| block.outcomes.contains(id));
        let sections = outcome.sections().flat_map(|(_, lines)| of(lines));
        (format!("outcome {id}"), sections.chain(own).collect())
    });
    let around = blocks(document, words, |block| block.outcomes.is_empty());
    let ui = words.ui.each().map(|(_, text)| text);
    let result = ("around results".to_owned(), around.chain(ui).collect());
    let mut screens: Vec<Screen<'a>> = questions
        .chain(outcomes)
        .chain([result])
        .flat_map(in_wordings)
        .collect();
    screens.push(start(words));
    screens
}

/// The start page says the same to everyone.
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
        .flat_map(|block| of(&block.lines).chain([&block.title]))
}

fn of(lines: &Lines) -> impl Iterator<Item = &Text> {
    lines.values()
}

fn said<'a>(text: &'a Text, wording: &str) -> &'a str {
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
