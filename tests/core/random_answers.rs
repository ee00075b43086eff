//! Random answers to the questions that the built-in pathway asks.

use crate::visitors::Dice;
use pathway::{
    answers::Answers,
    check::CheckedPathway,
    evaluate::{End, Replay, RoutingResult, evaluate},
    set::Set,
};

impl Dice {
    /// One of these options, by chance.
    pub fn pick(&mut self, set: Set) -> usize {
        set.iter().nth(self.below(set.len())).unwrap()
    }
}

/// The exclusive options of a question.
pub fn exclusive(pathway: &CheckedPathway, question: usize) -> Set {
    let options = &pathway.document().questions[question].options;
    (0..options.len())
        .filter(|option| options[*option].exclusive)
        .collect()
}

pub fn is_many(pathway: &CheckedPathway, question: usize) -> bool {
    pathway.document().questions[question].kind == pathway::properties::Kind::Many
}

/// Some answer to a question: an exclusive option often, else one to three of the others.
fn some_answer(pathway: &CheckedPathway, question: usize, shown: Set, dice: &mut Dice) -> Set {
    let alone = exclusive(pathway, question).and(shown);
    let others = shown.without(alone);
    if !is_many(pathway, question) {
        return Set::one(dice.pick(shown));
    }
    let calm = if question == 0 { 9 } else { 4 };
    if !alone.is_empty() && dice.below(10) < calm {
        return Set::one(dice.pick(alone));
    }
    (0..=dice.below(3)).map(|_| dice.pick(others)).collect()
}

/// Completes a journey: keeps what is answered and still asked, and answers the rest in some way.
pub fn completed(
    pathway: &CheckedPathway,
    mut answers: Answers,
    dice: &mut Dice,
) -> (Answers, Replay, RoutingResult) {
    loop {
        let replay = evaluate(pathway, &answers);
        match &replay.end {
            End::Ask { question, shown } => {
                answers.pick(*question, some_answer(pathway, *question, *shown, dice));
            }
            End::Result(routed) => {
                let routed = routed.clone();
                return (replay.answers.clone(), replay, routed);
            }
        }
    }
}
