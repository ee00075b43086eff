//! Gives random answers to the questions of the built-in pathway.

use crate::visitors::Dice;
use pathway::{
    answers::Answers,
    check::CheckedPathway,
    replay::{End, Replay, RoutingResult, evaluate},
    set::Set,
};

impl Dice {
    /// Returns one option of this set at random.
    pub fn pick(&mut self, set: Set) -> usize {
        set.iter().nth(self.below(set.len())).unwrap()
    }
}

/// Returns the options of a question that exclude all others.
pub fn exclusive(pathway: &CheckedPathway, question: usize) -> Set {
    let options = &pathway.document().questions[question].options;
    (0..options.len())
        .filter(|option| options[*option].exclusive)
        .collect()
}

pub fn is_many(pathway: &CheckedPathway, question: usize) -> bool {
    pathway.document().questions[question].kind == pathway::properties::Kind::Many
}

/// Returns a random answer to a question. It is often an option that excludes all others, and
/// otherwise 1 to 3 other options.
fn some_answer(pathway: &CheckedPathway, question: usize, offered: Set, dice: &mut Dice) -> Set {
    let alone = exclusive(pathway, question).and(offered);
    let others = offered.without(alone);
    if !is_many(pathway, question) {
        return Set::one(dice.pick(offered));
    }
    let calm = if question == 0 { 9 } else { 4 };
    if !alone.is_empty() && dice.below(10) < calm {
        return Set::one(dice.pick(alone));
    }
    (0..=dice.below(3)).map(|_| dice.pick(others)).collect()
}

/// Completes a journey. It keeps the answers to questions that are still asked, and gives random
/// answers to the others.
pub fn completed(
    pathway: &CheckedPathway,
    mut answers: Answers,
    dice: &mut Dice,
) -> (Answers, Replay, RoutingResult) {
    loop {
        let replay = evaluate(pathway, &answers);
        match &replay.end {
            End::Ask { question, offered } => {
                answers.pick(*question, some_answer(pathway, *question, *offered, dice));
            }
            End::Result(routed) => {
                let routed = routed.clone();
                return (replay.answers.clone(), replay, routed);
            }
        }
    }
}
