//! Makes visitors of the built-in pathway, and random journeys that are the same in every run.

use crate::files;
use pathway::{
    check::{self, LoadedEdition},
    date::Date,
    edition::Edition,
    journey::{Event, Journey},
    screen::{Body, QuestionScreen, Screen, screen},
};
use proptest::{
    prelude::Rng,
    test_runner::{RngAlgorithm, TestRng},
};
use std::collections::{BTreeMap, BTreeSet};

/// The folder of the built-in pathway.
pub const PPIMHS: &str = "www/pathways/ppimhs";

/// Returns the built-in pathway as `check` accepts it.
pub fn ppimhs() -> LoadedEdition {
    let (pathway, words) = files::pathway(PPIMHS);
    check::load(&pathway, &words, None).unwrap_or_else(|fault| panic!("{fault}"))
}

/// Returns the edition of the built-in pathway, decoded from bytes as in a browser.
pub fn carried() -> Edition {
    Edition::decode(&ppimhs().encode()).unwrap()
}

/// A visitor of a pathway, with the visitor's actions until now.
pub struct Visitor<'a> {
    pub edition: &'a Edition,
    pub journey: Journey,
}

impl<'a> Visitor<'a> {
    pub fn new(edition: &'a Edition) -> Self {
        Self {
            edition,
            journey: Journey::new(edition.pathway()),
        }
    }

    pub fn does(&mut self, event: Event) -> &mut Self {
        self.journey.apply(self.edition.pathway(), &event);
        self
    }

    /// Picks these options of the present question, and presses Continue.
    pub fn answers(&mut self, options: &[&str]) -> &mut Self {
        for option in options {
            self.does(Event::Pick((*option).into()));
        }
        self.does(Event::Continue)
    }

    pub fn sees(&self) -> Screen {
        screen(self.edition, &self.journey, Date::parse("2026-11-22"))
    }
}

/// A source of random numbers that are the same in every run.
pub struct Dice(TestRng);

impl Dice {
    pub fn new() -> Self {
        Self(TestRng::deterministic_rng(RngAlgorithm::ChaCha))
    }

    pub fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.0.next_u32()).unwrap() % most
    }
}

/// A screen of a journey, with the answers that led to it.
pub struct Seen {
    pub screen: Screen,
    pub answers: BTreeMap<String, Vec<String>>,
}

impl Seen {
    pub fn said(&self, question: &str, option: &str) -> bool {
        self.answers
            .get(question)
            .is_some_and(|picked| picked.iter().any(|id| id == option))
    }
}

/// Returns a random answer. It is an option that excludes all others in 9 of 10 cases for the
/// question `danger`, and in 4 of 10 cases for other questions. Most journeys then have many
/// questions.
fn picks(question: &QuestionScreen, dice: &mut Dice) -> Vec<String> {
    let ids = |exclusive: bool| -> Vec<String> {
        let choices = question
            .choices
            .iter()
            .filter(|choice| choice.exclusive == exclusive);
        choices.map(|choice| choice.id.to_string()).collect()
    };
    let (alone, others) = (ids(true), ids(false));
    let calm = if question
        .id
        .as_ref()
        .is_some_and(|id| id.as_str() == "danger")
    {
        9
    } else {
        4
    };
    if !alone.is_empty() && dice.below(10) < calm {
        return vec![alone[dice.below(alone.len())].clone()];
    }
    let count = if question.many { dice.below(3) + 1 } else { 1 };
    let picked: BTreeSet<String> = (0..count)
        .map(|_| others[dice.below(others.len())].clone())
        .collect();
    picked.into_iter().collect()
}

/// Makes this number of random journeys, and calls `look` with every screen.
pub fn seen(journeys: usize, mut look: impl FnMut(Seen)) {
    let edition = carried();
    let mut dice = Dice::new();
    for _ in 0..journeys {
        let mut visitor = Visitor::new(&edition);
        let mut answers = BTreeMap::new();
        look(Seen {
            screen: visitor.sees(),
            answers: answers.clone(),
        });
        visitor.does(Event::Start);
        while let Body::Question(question) = visitor.sees().body {
            look(Seen {
                screen: visitor.sees(),
                answers: answers.clone(),
            });
            if dice.below(8) == 0 {
                visitor.does(Event::Continue);
                look(Seen {
                    screen: visitor.sees(),
                    answers: answers.clone(),
                });
            }
            let picked = picks(&question, &mut dice);
            let options: Vec<&str> = picked.iter().map(String::as_str).collect();
            visitor.answers(&options);
            answers.insert(question.id.unwrap().to_string(), picked);
        }
        look(Seen {
            screen: visitor.sees(),
            answers: answers.clone(),
        });
        visitor.does(Event::OpenSummary);
        notes(&mut visitor, &mut dice);
        look(Seen {
            screen: visitor.sees(),
            answers,
        });
    }
}

/// Answers each question on the summary page with a probability of one half.
fn notes(visitor: &mut Visitor<'_>, dice: &mut Dice) {
    let Body::Summary(summary) = visitor.sees().body else {
        panic!("the summary cannot be opened from a result");
    };
    for note in summary.notes {
        if dice.below(2) == 0 {
            let choice = &note.choices[dice.below(note.choices.len())];
            visitor.does(Event::Note(note.id, choice.id.clone()));
        }
    }
}
