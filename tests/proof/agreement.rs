//! Tests that the diagrams of the proof and the program give the same result on every scenario, on
//! random journeys, and on answers that no journey has.

use crate::load_pathways::ppimhs;
use pathway::{
    answers::Answers,
    check::CheckedPathway,
    properties::Kind,
    replay::{End, evaluate},
    set::Set,
};
use proof::{Query, with_query};
use proptest::{
    prelude::*,
    test_runner::{RngAlgorithm, TestRng},
};

const JOURNEYS: usize = 100_000;

fn check(pathway: &CheckedPathway, diagrams: &Query<'_>, answers: &Answers) {
    let replay = evaluate(pathway, answers);
    let all = 0..pathway.document().questions.len();
    let kept = all
        .into_iter()
        .all(|question| replay.answers.picked(question) == answers.picked(question));
    let expected = match replay.end {
        End::Result(routed) if kept => Some(routed),
        _ => None,
    };
    assert_eq!(diagrams.route(answers), expected, "{answers:?}");
}

/// A source of random numbers that are the same in every run.
struct Dice(TestRng);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.0.next_u32()).unwrap() % most
    }

    /// Returns a random subset of these options: often one option, seldom many.
    fn some(&mut self, of: Set) -> Set {
        let most = 1 + self.below(4);
        (0..most)
            .map(|_| of.iter().nth(self.below(of.len())).unwrap())
            .collect()
    }
}

/// Returns the answers of a random complete journey.
fn journey(pathway: &CheckedPathway, dice: &mut Dice) -> Answers {
    let mut answers = Answers::default();
    while let End::Ask { question, offered } = evaluate(pathway, &answers).end {
        let asked = &pathway.document().questions[question];
        let alone: Set = (0..asked.options.len())
            .filter(|option| asked.options[*option].exclusive)
            .collect();
        // A red flag ends the questions. So the test seldom picks one in the first question.
        let calm = if question == 0 { 40 } else { 4 };
        let picked = if asked.kind == Kind::One {
            Set::one(offered.iter().nth(dice.below(offered.len())).unwrap())
        } else if !alone.is_empty() && dice.below(calm) > 0 {
            Set::one(alone.iter().nth(dice.below(alone.len())).unwrap())
        } else {
            dice.some(offered.without(alone))
        };
        answers.pick(question, picked);
    }
    answers
}

#[test]
fn on_random_journeys() {
    let pathway = ppimhs();
    let mut dice = Dice(TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    with_query(&pathway, |diagrams| {
        for _ in 0..JOURNEYS {
            check(&pathway, diagrams, &journey(&pathway, &mut dice));
        }
    })
    .unwrap();
}

#[test]
fn on_answers_that_are_no_journey() {
    let pathway = ppimhs();
    let mut dice = Dice(TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    with_query(&pathway, |diagrams| {
        for _ in 0..JOURNEYS / 10 {
            let mut answers = journey(&pathway, &mut dice);
            let questions = &pathway.document().questions;
            let question = dice.below(questions.len());
            let options = questions[question].options.len();
            let changed = match dice.below(3) {
                0 => Set::EMPTY,
                _ => Set::one(dice.below(options)),
            };
            answers.pick(question, changed);
            if possible(&pathway, &answers) {
                check(&pathway, diagrams, &answers);
            }
        }
    })
    .unwrap();
}

/// Returns true if each answer is possible: at most one option, or several options of a question
/// that allows several, none of which excludes the others.
fn possible(pathway: &CheckedPathway, answers: &Answers) -> bool {
    let questions = pathway.document().questions.iter().enumerate();
    questions.into_iter().all(|(place, question)| {
        let picked = answers.picked(place);
        let alone = picked
            .iter()
            .any(|option| question.options[option].exclusive);
        picked.len() <= 1 || (question.kind == Kind::Many && !alone)
    })
}

#[test]
fn on_every_scenario() {
    let pathway = ppimhs();
    with_query(&pathway, |diagrams| {
        for scenario in &pathway.document().scenarios {
            let answers = pathway.answers(&scenario.answers.to_string()).unwrap();
            let routed = diagrams.route(&answers).unwrap();
            let outcomes = routed.outcomes.iter();
            let outcomes: Vec<_> = outcomes
                .map(|outcome| &pathway.document().outcomes[*outcome].id)
                .collect();
            assert_eq!(outcomes, scenario.outcomes.iter().collect::<Vec<_>>());
            check(&pathway, diagrams, &answers);
        }
    })
    .unwrap();
}
